// From words as editors write them to the tables that a lexicon looks up. For the build, never for a browser.
// May import its own room. Knows no class's meaning.
/** @import { Joined } from './clauses.js' */
/** @import { EntryTable, Part } from './entries.js' */
import { asOne, joinedOf, tokensOf } from './clauses.js';
import { EXACT, packed, START, STEM } from './entries.js';
import { bare, stem } from './fold.js';

/**
 * kb/concepts, without languages: a class is [id, words, those that count only when denied].
 * @typedef {{classes: [id: string, words: string[], denied: string[]][], signals: [id: string, words: string[]][],
 *   negators: string[], behind: string[], joined: string[], stop: string[], advice: string[], noise: string[],
 *   address_after: string[]}} Written
 */

const SHORTEST_START = 2;

/** The parts of an entry. @param {string} written @param {Joined} joined @returns {Part[]} */
function partsOf(written, joined) {
  const tokens = written.split(' ').flatMap((word) => {
    if (word[0] === '@') {
      return [{ is: /** @type {const} */ ('@host'), text: word, stem: '', from: 0, to: 0, apart: false, form: EXACT }];
    }
    const exact = word[0] === '=';
    const start = word.endsWith('*');
    const form = exact ? EXACT : start ? START : STEM;
    return tokensOf(word.slice(exact ? 1 : 0, start ? -1 : undefined)).map((token) => ({
      ...token,
      form: token.is === 'word' ? form : EXACT,
    }));
  });
  return asOne(tokens, joined).map(({ form, text, stem: own }) => ({ form, text: form === STEM ? own : text }));
}

class Table {
  /** @param {Joined} joined */
  constructor(joined) {
    this.joined = joined;
    /** @type {Map<string, Set<string>>} */
    this.values = new Map();
  }

  /** @param {string[]} words @param {number} place @param {boolean} denied */
  add(words, place, denied) {
    for (const word of words) {
      const parts = partsOf(word, this.joined);
      if (!parts.length || (parts[0].form === START && parts[0].text.length < SHORTEST_START)) continue;
      const [key, value] = packed({ parts, place, denied });
      const known = this.values.get(key);
      if (known) known.add(value);
      else this.values.set(key, new Set([value]));
    }
    return this;
  }

  /** @returns {EntryTable} in the order of their keys, which packs best */
  made() {
    const keys = Array.from(this.values.keys()).sort();
    return Object.fromEntries(keys.map((key) => [key, Array.from(this.values.get(key) || []).join('|')]));
  }
}

/** The lexicon's part of the match index. @param {Written} written */
export function compileWords(written) {
  const folded = (/** @type {string[]} */ words) => Array.from(new Set(words.map((word) => stem(bare(word)))));
  const pairs = written.joined.map((pair) => pair.split(' ')).map(([a, b]) => `${bare(a)} ${stem(bare(b))}`);
  const joined = joinedOf(pairs);
  const entries = new Table(joined);
  for (const [place, [, words, denied]] of written.classes.entries()) {
    entries.add(words, place, false).add(denied, place, true);
  }
  const signals = new Table(joined);
  for (const [place, [, words]] of written.signals.entries()) signals.add(words, place, false);
  const phrases = (/** @type {string[]} */ words) => new Table(joined).add(words, 0, false).made();
  return {
    classes: written.classes.map(([id]) => id),
    entries: entries.made(),
    signals: written.signals.map(([id]) => id),
    signs: signals.made(),
    negators: phrases(written.negators),
    advice: phrases(written.advice),
    noise: phrases(written.noise),
    behind: written.behind.map(bare),
    stop: Array.from(new Set(written.stop.map(bare))),
    address_after: folded(written.address_after),
    joined: Array.from(new Set(pairs)),
  };
}
