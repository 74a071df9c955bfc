// The pattern language: the server's sentence with holes, taken apart into tokens and multiplied out.
// May import holes.js for the names of its kinds. Never folds a text, never looks for anything.
import { HOLE_KINDS } from './holes.js';

/** The most alternatives that a pattern may have once multiplied out. */
export const MOST_ALTERNATIVES = 16;

/**
 * @typedef {{literal: string}} Literal
 * @typedef {{gap: true}} Gap
 * @typedef {{hole: string, name: string | null}} Hole
 * @typedef {{choices: string[]}} Choices
 * @typedef {Literal | Gap | Hole} Part
 */

/** A pattern that can't be used: `message` says why, `mend` what to do. */
export class PatternProblem extends Error {
  /** @param {string} message @param {string} mend */
  constructor(message, mend) {
    super(message);
    this.mend = mend;
  }
}

/** Reads a pattern from left to right. */
class Reader {
  /** @param {string} text */
  constructor(text) {
    this.text = text;
    /** @type {(Part | Choices)[]} */
    this.found = [];
    this.literal = '';
    this.at = 0;
  }

  /** @param {Part | Choices} token @param {number} next */
  put(token, next) {
    this.flush();
    this.found.push(token);
    this.at = next;
  }

  flush() {
    if (this.literal) this.found.push({ literal: this.literal });
    this.literal = '';
  }

  read() {
    while (this.at < this.text.length) this.step();
    this.flush();
    return this.found;
  }

  step() {
    const { text, at } = this;
    const c = text[at];
    if (c === '\\' && at + 1 < text.length) {
      this.literal += text[at + 1];
      this.at += 2;
    } else if (text.startsWith('...', at)) this.put({ gap: true }, at + 3);
    else if (c === '{') this.hole();
    else if (c === '(') this.parenthesis();
    else {
      this.literal += c;
      this.at++;
    }
  }

  hole() {
    const end = this.text.indexOf('}', this.at);
    if (end < 0) throw new PatternProblem('"{" is never closed', 'close the hole with "}", or write "\\{" for a brace');
    this.put(holeOf(this.text.slice(this.at + 1, end)), end + 1);
  }

  parenthesis() {
    const end = closing(this.text, this.at);
    const choices = end < 0 ? [] : splitBars(this.text.slice(this.at + 1, end));
    if (choices.length > 1) this.put({ choices }, end + 1);
    else {
      this.literal += '(';
      this.at++;
    }
  }
}

/** @param {string} inside @returns {Hole} */
function holeOf(inside) {
  const [first, second] = inside.split(':');
  const kind = second === undefined ? first : second;
  const name = second === undefined ? null : first;
  if (!HOLE_KINDS.includes(kind) || (name !== null && !/^[a-z][a-z0-9_]*$/.test(name))) {
    throw new PatternProblem(`"{${inside}}" is no hole`, `use {${HOLE_KINDS.join('}, {')}} or {name:kind}`);
  }
  return { hole: kind, name };
}

/** The place of the parenthesis that closes the one at `open`, or -1. @param {string} text @param {number} open */
function closing(text, open) {
  for (let i = open + 1; i < text.length; i++) {
    if (text[i] === '\\') i++;
    else if (text[i] === '(') return -1;
    else if (text[i] === ')') return i;
  }
  return -1;
}

/** @param {string} inside @returns {string[]} */
function splitBars(inside) {
  const parts = [''];
  for (let i = 0; i < inside.length; i++) {
    if (inside[i] === '\\' && i + 1 < inside.length) parts[parts.length - 1] += inside[i] + inside[++i];
    else if (inside[i] === '|') parts.push('');
    else parts[parts.length - 1] += inside[i];
  }
  return parts;
}

/** @param {Part[]} alternative @returns {Part[]} */
function joined(alternative) {
  /** @type {Part[]} */
  const parts = [];
  for (const token of alternative) {
    const last = parts[parts.length - 1];
    if ('literal' in token && last && 'literal' in last) last.literal += token.literal;
    else if (!('gap' in token && last && 'gap' in last)) parts.push({ ...token });
  }
  return parts;
}

/**
 * The alternatives of a pattern, each a list of literals, holes and gaps; neighbouring literals are one.
 * @param {string} text
 * @returns {Part[][]}
 * @throws {PatternProblem}
 */
export function alternativesOf(text) {
  /** @type {Part[][]} */
  let alternatives = [[]];
  for (const token of new Reader(text).read()) {
    const choices = 'choices' in token ? token.choices.map((one) => new Reader(one).read()) : [[token]];
    if (alternatives.length * choices.length > MOST_ALTERNATIVES) {
      throw new PatternProblem(`more than ${MOST_ALTERNATIVES} alternatives`, 'write it as several patterns');
    }
    // A choice holds no choices: its parentheses are literal.
    alternatives = alternatives.flatMap((before) =>
      choices.map((choice) => before.concat(/** @type {Part[]} */ (choice))),
    );
  }
  return alternatives.map(joined);
}
