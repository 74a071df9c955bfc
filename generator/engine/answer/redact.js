// A report without what identifies people and machines: every value becomes a token, the same value the same token.
// May import limits.js and redaction/. Errs on the side of hiding: a token too many costs less than an address that gets out.
import { Meter, REDACTION_PER_UNIT } from '../limits.js';
import { Owners } from './redaction/owners.js';
import { TOKEN } from './redaction/reading.js';
import { Search } from './redaction/search.js';

/** @import { TokenKind } from './redaction/owners.js' */
/** @import { Stretch } from './redaction/search.js' */
/** @import { RedactionWords } from './redaction/words.js' */
/** @import { Reading } from '../engine.js' */
/** @import { Index } from '../index.js' */
/**
 * @typedef {object} Options
 * @property {Stretch[]} [originals] returned mails within the text: left out whole
 * @property {(host: string) => boolean} [known] hosts that may stay: a provider's own names identify nobody
 * @property {(word: string) => boolean} [said] words of servers' answers, in lower case: they stay even if an address has them
 * @property {Meter} [meter] with work left for reading the text; what it doesn't allow to read is left out
 * @property {RedactionWords} words
 */

const LONGEST_HEAD = 20000;
const MOST_ROUNDS = 4;
// Work for one more reading of a text that holds nothing encoded; a long text is read again only where that may find more.
const STEPS_OF_A_ROUND = 10;
const LONG_TEXT = 65536;
// A token that touches a letter or another token may have parted two values that ran into each other.
const TOUCHED = new RegExp(
  `[\\p{L}\\p{N}%\\\\+_]${TOKEN.source}|${TOKEN.source}[\\p{L}\\p{N}%\\\\+_]|${TOKEN.source}\\p{Cf}*\\[`,
  'u',
);

/** Stretches in order, without those within others. @param {Stretch[]} originals @returns {Stretch[]} */
function outer(originals) {
  const sorted = originals.slice().sort((a, b) => a.start - b.start || b.end - a.end);
  let end = 0;
  return sorted.filter((part) => {
    if (part.start < end) return false;
    end = part.end;
    return true;
  });
}

/** The heads of returned mails: who wrote to whom, which the report may repeat. @param {string} text @param {Stretch[]} originals */
function headsOf(text, originals) {
  return originals
    .map(({ start, end }) => text.slice(start, Math.min(end, start + LONGEST_HEAD)).split(/\r?\n[ \t]*\r?\n/, 1)[0])
    .join('\n');
}

/** The text without the returned mails. @param {string} text @param {Stretch[]} originals */
function withoutOriginals(text, originals) {
  let kept = '';
  let from = 0;
  for (const { start, end } of originals) {
    kept += `${text.slice(from, start)}[original]\n`;
    from = end;
  }
  return kept + text.slice(from);
}

/** @param {string} text */
function meterFor(text) {
  const meter = new Meter();
  meter.allow(text.length, REDACTION_PER_UNIT);
  return meter;
}

/** @param {(host: string) => boolean} known @returns {(host: string) => boolean} that asks once for each host */
function remembering(known) {
  /** @type {Map<string, boolean>} */
  const answers = new Map();
  return (host) => {
    const answer = answers.get(host) ?? known(host);
    answers.set(host, answer);
    return answer;
  };
}

/** A text with tokens for what a search found in it. @param {Search} search @param {Owners} owners */
function replaced(search, owners) {
  const { text } = search;
  const parts = [];
  let from = 0;
  let last = '';
  for (const one of search.united()) {
    const token = owners.tokenOf(one);
    const between = text.slice(from, one.start);
    // `Taro Suzuki`, each known from taro.suzuki@..., is one.
    if (!(token === last && /^[ ._-]$/.test(between))) parts.push(between, token);
    from = one.end;
    last = token;
  }
  return parts.join('') + text.slice(from);
}

/** The words that servers say, from the texts of patterns: for `said`. @param {Iterable<string>} patterns */
function wordsSaid(patterns) {
  /** @type {Set<string>} */
  const words = new Set();
  for (const text of patterns)
    for (const [word] of text
      .replace(/\{[^}]*\}/g, ' ')
      .toLowerCase()
      .matchAll(/[\p{L}\p{M}\p{N}]+/gu))
      words.add(word);
  return words;
}

/**
 * @param {string} text a report as pasted
 * @param {Options} options
 * @returns {{text: string, tokens: {token: string, kind: TokenKind}[]}}
 */
export function redactText(
  text,
  { originals = [], known = () => false, said = () => false, meter = meterFor(text), words },
) {
  const isKnown = remembering(known);
  const owners = new Owners(words, isKnown, said);
  const returned = outer(originals);
  owners.tokens.reserve(text);
  let redacted = withoutOriginals(text, returned);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const search = new Search(redacted, isKnown, words, meter);
    owners.learn(search);
    // What the report itself says comes first where both name the same.
    if (round === 0) owners.learn(new Search(headsOf(text, returned), isKnown, words, meter));
    search.findRepeats(owners.repeats);
    redacted = replaced(search, owners);
    const mayHoldMore = search.united().length > 0 && (redacted.length < LONG_TEXT || TOUCHED.test(redacted));
    if (!mayHoldMore || meter.left < STEPS_OF_A_ROUND * redacted.length) break;
  }
  // A later round may have hidden a token with what is around it.
  const left = new Set(Array.from(redacted.matchAll(new RegExp(TOKEN.source, 'g')), (found) => found[0]));
  return { text: redacted, tokens: owners.tokens.list.filter(({ token }) => left.has(token)) };
}

/** Words of the sentences that servers say, by index: made when a report is first redacted. @type {WeakMap<Index, Set<string>>} */
const SAID = new WeakMap();

/** @param {Index} index */
function saidByServers(index) {
  let said = SAID.get(index);
  if (!said) {
    const patterns = index.filter.sources.filter(({ what }) => what.is === 'hit' && what.hit.kind === 'pattern');
    said = wordsSaid(patterns.map(({ text }) => text));
    SAID.set(index, said);
  }
  return said;
}

/**
 * What was read, without what identifies people and machines, and without the returned message.
 * @param {Index} index the engine's
 * @param {Reading} reading
 * @param {RedactionWords} words
 */
export function redact(index, { text, report }, words) {
  const quoted = report.originals.map(({ from, to }) => ({
    start: text.startOf(from),
    end: to < text.length ? text.startOf(to) : text.text.length,
  }));
  const parts = text.doc.regions.filter((region) => region.role === 'original');
  const said = saidByServers(index);
  return redactText(text.text, {
    originals: [...quoted, ...parts].sort((a, b) => a.start - b.start),
    known: (host) => index.providers.hasHost(host),
    said: (word) => said.has(word),
    words,
  });
}
