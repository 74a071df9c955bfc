// Entries of a lexicon: how they are written down when they are compiled, and how one is found at a word of a clause.
// May import nothing but types. Knows no class's meaning.
/** @import { Token } from './clauses.js' */

/**
 * Entries by how they start, as JSON: the form and the text of an entry's first part, and for each entry that starts so the
 * place of its class, `!` where it counts only when denied, and its other parts; `|` between entries, a blank between parts.
 * Characters of a script without spaces stand in one part as long as they follow each other.
 * @typedef {Record<string, string>} EntryTable
 * A word of an entry. `form`: its stem, exactly so, or how it starts.
 * @typedef {{form: string, text: string}} Part
 * @typedef {{parts: Part[], place: number, denied: boolean}} Entry
 */

export const STEM = '0';
export const EXACT = '1';
export const START = '2';
/** Characters of a script that has no spaces, or too many: each is a token of its own. */
export const WHOLE = /^[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]$/;
const KANA = /^[\u30a1-\u30ff]$/;

/** @param {Part} part */
function written({ form, text }) {
  return `${form}${text}`;
}

/** An entry as a table has it: its key, and what stands there. @param {Entry} entry @returns {[key: string, value: string]} */
export function packed({ parts, place, denied }) {
  /** @type {string[]} */
  const rest = [];
  let inRun = WHOLE.test(parts[0].text);
  for (const part of parts.slice(1)) {
    const isWhole = WHOLE.test(part.text);
    if (isWhole && inRun && rest.length) rest[rest.length - 1] += part.text;
    else rest.push(written(part));
    inRun = isWhole;
  }
  return [written(parts[0]), [`${place.toString(36)}${denied ? '!' : ''}`, ...rest].join(' ')];
}

/** @param {string} part as it is written @returns {Part[]} */
function unpackedPart(part) {
  const [form, text] = [part[0], part.slice(1)];
  return WHOLE.test(text[0]) ? Array.from(text, (one) => ({ form, text: one })) : [{ form, text }];
}

/** @param {string} key @param {string} value @returns {Entry[]} */
function unpacked(key, value) {
  return value.split('|').map((one) => {
    const [head, ...rest] = one.split(' ');
    const denied = head.endsWith('!');
    return {
      parts: [key, ...rest].flatMap(unpackedPart),
      place: parseInt(denied ? head.slice(0, -1) : head, 36),
      denied,
    };
  });
}

/** @param {Part} part @param {Token} token */
function fits({ form, text }, token) {
  if (form === STEM) return token.is === 'word' && token.stem === text;
  if (form === START) return token.is === 'word' && token.text.startsWith(text);
  return text[0] === '@' ? token.is === text : token.text === text;
}

/** Does something keep a part of an entry, not its first, apart from the one before? An address or a name amid its words may stand in brackets. @param {Entry['parts']} parts @param {Token[]} clause @param {number} at @param {number} i */
function isApart(parts, clause, at, i) {
  const isAmid = (/** @type {number} */ place) =>
    place > 0 && place < parts.length - 1 && clause[at + place].is[0] === '@';
  return clause[at + i].apart && !isAmid(i) && !isAmid(i - 1);
}

/** The end of an entry that starts at a token, or -1. @param {Entry} entry @param {Token[]} clause @param {number} at */
export function endOf({ parts }, clause, at) {
  if (at + parts.length > clause.length) return -1;
  for (let i = 0; i < parts.length; i++) {
    if (!fits(parts[i], clause[at + i]) || (i > 0 && isApart(parts, clause, at, i))) return -1;
  }
  // ループ is no word within グループ.
  const before = clause[at - 1];
  const inKana = at > 0 && KANA.test(parts[0].text) && KANA.test(before.text) && before.to === clause[at].from;
  return inKana ? -1 : at + parts.length;
}

/** @type {Entry[]} */
const NONE = [];
/** @type {number[]} */
const NO_LENGTHS = [];
/** Letters of a word by which entries are filed that it only starts. */
const FILED = 2;

/** Entries, each made ready when a word is met that it starts with. */
export class Entries {
  /** @param {EntryTable} table */
  constructor(table) {
    // By the form of their first part and its text: as they are written until that text is met, and made ready from then on.
    /** @type {Map<string, string | Entry[]>} */
    this.stems = new Map();
    /** @type {Map<string, string | Entry[]>} */
    this.exact = new Map();
    /** @type {Map<string, string | Entry[]>} */
    this.starts = new Map();
    const filed = new Map([
      [STEM, this.stems],
      [EXACT, this.exact],
      [START, this.starts],
    ]);
    /** How long the words are that start an entry and may have any ending, by their first letters. @type {Map<string, number[]>} */
    this.lengths = new Map();
    for (const key of Object.keys(table)) {
      const text = key.slice(1);
      filed.get(key[0])?.set(text, table[key]);
      if (key[0] === START) this.fileLength(text);
    }
  }

  /** @param {string} text how a word starts */
  fileLength(text) {
    const filed = text.slice(0, FILED);
    const known = this.lengths.get(filed);
    if (!known) this.lengths.set(filed, [text.length]);
    else if (!known.includes(text.length)) known.push(text.length);
  }

  /** Entries that may start with a token. @param {Token} token @returns {Entry[]} */
  starting(token) {
    const exact = at(this.exact, EXACT, token.text);
    if (token.is === 'word') return this.words(token, exact);
    return token.is[0] === '@' ? exact.concat(at(this.exact, EXACT, token.is)) : exact;
  }

  /** @param {Token} token @param {Entry[]} exact */
  words({ text, stem }, exact) {
    const stems = at(this.stems, STEM, stem);
    let found = exact.length === 0 ? stems : exact.concat(stems);
    for (const length of this.lengths.get(text.slice(0, FILED)) || NO_LENGTHS) {
      const started = length <= text.length ? at(this.starts, START, text.slice(0, length)) : NONE;
      if (started.length) found = found.concat(started);
    }
    return found;
  }
}

/** The entries whose first part has a form and a text. @param {Map<string, string | Entry[]>} filed those of the form @param {string} form @param {string} text */
function at(filed, form, text) {
  const known = filed.get(text);
  if (known === undefined) return NONE;
  if (typeof known !== 'string') return known;
  const entries = unpacked(`${form}${text}`, known);
  filed.set(text, entries);
  return entries;
}
