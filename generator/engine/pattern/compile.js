// The pattern compiler: the server's sentence with holes becomes a list of alternatives, each a list of elements.
// May import stream.js, holes.js and common.js. Never sees a report.
import { streamOfLiteral } from './stream.js';
import { HOLE_KINDS } from './holes.js';
import { COMMON } from './common.js';

/** The most units of a stream that a `...` may skip. */
export const GAP_UNITS = 80;
/** The most alternatives that a pattern may have once multiplied out. */
export const MOST_ALTERNATIVES = 16;
/** A Latin pattern with fewer units keeps its inner word boundaries. */
export const SHORT_PATTERN = 12;
/** The prefilter looks at this many units at a time, so a pattern needs a literal of at least this length. */
export const GRAM = 4;

// Longer patterns say more than ordinary mail does, so nobody needs to look them up.
const LONGEST_COMMON = 60;

/** A pattern that can't be used: `message` says why, `mend` what to do. */
export class PatternProblem extends Error {
  constructor(message, mend) {
    super(message);
    this.mend = mend;
  }
}

function tokens(text) {
  const found = [];
  let literal = '';
  const flush = () => {
    if (literal) found.push({ literal });
    literal = '';
  };
  let i = 0;
  while (i < text.length) {
    const c = text[i];
    if (c === '\\' && i + 1 < text.length) {
      literal += text[i + 1];
      i += 2;
    } else if (text.startsWith('...', i)) {
      flush();
      found.push({ gap: true });
      i += 3;
    } else if (c === '{') {
      flush();
      const end = text.indexOf('}', i);
      if (end < 0)
        throw new PatternProblem('"{" is never closed', 'close the hole with "}", or write "\\{" for a brace');
      found.push(hole(text.slice(i + 1, end)));
      i = end + 1;
    } else if (c === '(') {
      const end = closing(text, i);
      const inside = end < 0 ? '' : text.slice(i + 1, end);
      if (end > 0 && hasBar(inside)) {
        flush();
        found.push({ choices: splitBars(inside) });
        i = end + 1;
      } else {
        literal += c;
        i++;
      }
    } else {
      literal += c;
      i++;
    }
  }
  flush();
  return found;
}

function hole(inside) {
  const [first, second] = inside.split(':');
  const kind = second === undefined ? first : second;
  const name = second === undefined ? null : first;
  if (!HOLE_KINDS.includes(kind) || (name !== null && !/^[a-z][a-z0-9_]*$/.test(name))) {
    throw new PatternProblem(`"{${inside}}" is no hole`, `use {${HOLE_KINDS.join('}, {')}} or {name:kind}`);
  }
  return { hole: kind, name };
}

function closing(text, open) {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '(') return -1;
    else if (text[i] === ')') return i;
  }
  return -1;
}

function hasBar(inside) {
  return splitBars(inside).length > 1;
}

function splitBars(inside) {
  const parts = [''];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === '\\' && i + 1 < inside.length) parts[parts.length - 1] += inside[i] + inside[++i];
    else if (inside[i] === '|') parts.push('');
    else parts[parts.length - 1] += inside[i];
  }
  return parts;
}

function expand(found) {
  let alternatives = [[]];
  for (const token of found) {
    const choices = token.choices ? token.choices.map(tokens) : [[token]];
    if (alternatives.length * choices.length > MOST_ALTERNATIVES) {
      throw new PatternProblem(`more than ${MOST_ALTERNATIVES} alternatives`, 'write it as several patterns');
    }
    alternatives = alternatives.flatMap((before) => choices.map((choice) => before.concat(choice)));
  }
  return alternatives;
}

function joinLiterals(alternative) {
  const joined = [];
  for (const token of alternative) {
    const last = joined[joined.length - 1];
    if (token.literal !== undefined && last && last.literal !== undefined) last.literal += token.literal;
    else if (!(token.gap && last && last.gap)) joined.push({ ...token });
  }
  return joined;
}

function element(token) {
  if (token.literal === undefined) return token;
  return streamOfLiteral(token.literal);
}

/** The words of a literal as ordinary mail would have them: folded, single spaces, no punctuation around. */
function wordsOf(literal) {
  return literal
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function refuseCommon(joined) {
  const telling = joined
    .filter((t) => t.literal !== undefined)
    .map((t) => wordsOf(t.literal))
    .filter(Boolean);
  // A sentence about an address, as in "mailbox {email} does not exist", is a server's even if its words are common.
  if (telling.length > 1 && joined.some((t) => t.hole === 'email')) return;
  if (telling.every((words) => COMMON.has(words))) {
    throw new PatternProblem(
      `"${telling.join(' ... ')}" stands in ordinary mail too`,
      'keep more of the words around it',
    );
  }
}

function compileAlternative(alternative, trusted) {
  const joined = joinLiterals(alternative);
  const elements = joined.map(element).filter((e) => !e.units || e.units.length > 0);
  while (elements.length && elements[0].gap) elements.shift();
  while (elements.length && elements[elements.length - 1].gap) elements.pop();
  const literals = elements.filter((e) => e.units);
  const longest = Math.max(0, ...literals.map((e) => e.units.length));
  if (longest < GRAM) {
    throw new PatternProblem('no literal of 4 characters or more', 'keep more of the words that the server says');
  }
  const size = literals.reduce((sum, e) => sum + e.units.length, 0);
  if (!trusted && size <= LONGEST_COMMON) refuseCommon(joined);
  const latin = literals.every((e) => e.units.every((unit) => unit < 0x530));
  return { elements, size, strict: latin && size < SHORT_PATTERN };
}

/**
 * Compile a pattern.
 * @param {string} text the pattern language of the catalogue
 * @param {boolean} trusted words that ordinary mail uses too are allowed: the engine's own signatures and names
 * @returns {{elements: object[], size: number, strict: boolean}[]} its alternatives; `size` counts literal units,
 *   `strict` says that inner word boundaries count
 * @throws {PatternProblem}
 */
export function compilePattern(text, trusted = false) {
  const seen = new Set();
  const compiled = [];
  for (const alternative of expand(tokens(text))) {
    const one = compileAlternative(alternative, trusted);
    const key = one.elements
      .map((e) => (e.units ? String.fromCharCode.apply(null, e.units) : `\uffff${e.hole || ''} ${e.name || ''}`))
      .join('\ufffe');
    if (!seen.has(key)) compiled.push(one);
    seen.add(key);
  }
  return compiled;
}
