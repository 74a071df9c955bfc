// The classes of words (kb/concepts): which of them a clause holds, and where.
// May import fold.js and clauses.js. Never decides what a combination means.
/** @import { Token } from './clauses.js' */
import { tokensOf } from './clauses.js';
import { bare, stem } from './fold.js';

/**
 * Words of a language of servers, as the index has them. A class is [id, words, those that count only when denied];
 * `subjects` of the classes are subjects, which come first. An entry is a run of words; `word*` has any ending, `=word`
 * stands exactly so.
 * @typedef {{classes: [id: string, words: string[], denied?: string[]][], subjects: number, negators: string[],
 *   behind: string[], joined: string[], stop: string[], advice: string[], noise: string[], address_after: string[], broad_codes: string[],
 *   hosts: [host: string, means: string][]}} LexiconData
 */

/**
 * A word of an entry. `form`: 0 its stem, 1 exactly so, 2 how it starts.
 * @typedef {{form: number, text: string}} Part
 * @typedef {{parts: Part[], means: string, denied: boolean, isSubject: boolean}} Entry
 * Words of a class in a clause: tokens [from, to).
 * @typedef {{means: string, from: number, to: number}} Found
 */

const STEM = 0;
const EXACT = 1;
const START = 2;
const SHORTEST_START = 2;
/** Words between a negation and what it denies. */
const DENIES = 2;
/** @type {Token} */
const NO_TOKEN = { is: '@host', text: '', stem: '', from: 0, to: 0, apart: false };
const KANA = /^[\u30a1-\u30ff]$/;

/**
 * Words with those as one that people write apart or together: mail box, e-mail.
 * @template {Token} T
 * @param {T[]} tokens
 * @param {Set<string>} joined
 * @returns {T[]}
 */
function asOne(tokens, joined) {
  /** @type {T[]} */
  const kept = [];
  for (const token of tokens) {
    const last = kept[kept.length - 1];
    if (last?.is === 'word' && token.is === 'word' && !token.apart && joined.has(`${last.text} ${token.stem}`)) {
      const text = last.text + token.text;
      kept[kept.length - 1] = { ...token, text, stem: stem(text), from: last.from, apart: last.apart };
    } else kept.push(token);
  }
  return kept;
}

/** The parts of an entry. @param {string} written @param {Set<string>} joined @returns {Part[]} */
function partsOf(written, joined) {
  const tokens = written.split(' ').flatMap((word) => {
    if (word[0] === '@') return [{ ...NO_TOKEN, text: word, form: EXACT }];
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

/** @param {Part} part @param {Token} token */
function fits({ form, text }, token) {
  if (form === STEM) return token.is === 'word' && token.stem === text;
  if (form === START) return token.is === 'word' && token.text.startsWith(text);
  return text[0] === '@' ? token.is === text : token.text === text;
}

/** Entries by how they start. */
class Entries {
  constructor() {
    /** @type {Map<string, Entry[]>} */
    this.byStart = new Map();
    /** @type {Set<number>} */
    this.lengths = new Set();
  }

  /** @param {Entry} entry */
  add(entry) {
    const { form, text } = entry.parts[0];
    const key = `${form}${text}`;
    if (form === START) this.lengths.add(text.length);
    const known = this.byStart.get(key);
    if (known) known.push(entry);
    else this.byStart.set(key, [entry]);
  }

  /** Entries that may start with a token. @param {Token} token @returns {Iterable<Entry>} */
  *starting(token) {
    const keys = [`${EXACT}${token.text}`];
    if (token.is === 'word') {
      keys.push(`${STEM}${token.stem}`);
      for (const length of this.lengths) {
        if (length >= SHORTEST_START && length <= token.text.length)
          keys.push(`${START}${token.text.slice(0, length)}`);
      }
    } else if (token.is[0] === '@') keys.push(`${EXACT}${token.is}`);
    for (const key of keys) yield* this.byStart.get(key) || [];
  }
}

/** The end of an entry that starts at a token, or -1. @param {Entry} entry @param {Token[]} clause @param {number} at */
function endOf({ parts }, clause, at) {
  if (at + parts.length > clause.length) return -1;
  for (let i = 0; i < parts.length; i++) {
    if (!fits(parts[i], clause[at + i]) || (i > 0 && clause[at + i].apart)) return -1;
  }
  // ループ is no word within グループ.
  const end = at + parts.length;
  const inKana = KANA.test(parts[0].text) && at > 0 && KANA.test(clause[at - 1].text);
  return inKana && clause[at - 1].to === clause[at].from ? -1 : end;
}

export class Lexicon {
  /** @param {LexiconData} data */
  constructor(data) {
    this.joined = new Set(data.joined.map((pair) => pair.split(' ')).map(([a, b]) => `${bare(a)} ${stem(bare(b))}`));
    this.entries = new Entries();
    for (const [place, [means, words, denied]] of data.classes.entries()) {
      const isSubject = place < data.subjects;
      for (const word of words) this.add(word, { means, denied: false, isSubject });
      for (const word of denied || []) this.add(word, { means, denied: true, isSubject });
    }
    this.negators = this.phrases(data.negators);
    this.behind = new Set(data.behind.map(bare));
    this.stop = new Set(data.stop.map(bare));
    this.advice = this.phrases(data.advice);
    this.noise = this.phrases(data.noise);
    this.addressAfter = new Set(data.address_after.map((word) => stem(bare(word))));
    this.hosts = data.hosts;
  }

  /** @param {string} written @param {{means: string, denied: boolean, isSubject: boolean}} entry */
  add(written, entry) {
    const parts = partsOf(written, this.joined);
    if (parts.length) this.entries.add({ ...entry, parts });
  }

  /** @param {string[]} written */
  phrases(written) {
    const entries = new Entries();
    for (const one of written) {
      const parts = partsOf(one, this.joined);
      if (parts.length) entries.add({ parts, means: '', denied: false, isSubject: false });
    }
    return entries;
  }

  /** The end of the longest phrase that starts at a token, or -1. @param {Entries} phrases @param {Token[]} clause @param {number} at */
  phraseEnd(phrases, clause, at) {
    let end = -1;
    for (const entry of phrases.starting(clause[at])) end = Math.max(end, endOf(entry, clause, at));
    return end;
  }

  /** Does a clause tell the reader what to do rather than what happened? @param {Token[]} clause */
  isAdvice(clause) {
    return this.phraseEnd(this.advice, clause, 0) >= 0;
  }

  /** How much a word between two others counts. @param {Token} token */
  weight(token) {
    if (token.is === 'character') return 0.22;
    if (token.is !== 'word') return 0.3;
    return this.stop.has(token.text) ? 0.25 : 1;
  }

  /** A clause without what servers say before every cause ("Requested action not taken"). @param {Token[]} raw */
  withoutNoise(raw) {
    const clause = asOne(raw, this.joined);
    const kept = [];
    for (let at = 0; at < clause.length; at++) {
      const end = this.phraseEnd(this.noise, clause, at);
      if (end < 0) kept.push(clause[at]);
      else at = end - 1;
    }
    return kept;
  }

  /** At which tokens a negation ends, by how far it reaches. @param {Token[]} clause @returns {Set<number>} the tokens behind a negation, with nothing between */
  negations(clause) {
    const ends = new Set();
    for (let at = 0; at < clause.length; at++) {
      const end = this.phraseEnd(this.negators, clause, at);
      if (end >= 0) ends.add(end);
    }
    return ends;
  }

  /** Is what starts at a token denied? @param {Token[]} clause @param {Set<number>} ends @param {number} from @param {number} most words between */
  isDenied(clause, ends, from, most) {
    for (let at = from; at >= 0 && from - at <= most; at--) {
      if (ends.has(at)) return true;
      if (clause[at].apart) return false;
    }
    return false;
  }

  /** Is a word behind what ends at a token that denies it, as in German? @param {Token[]} clause @param {number} to */
  isDeniedBehind(clause, to) {
    for (let at = to; at < clause.length && at < to + DENIES; at++) {
      if (clause[at].apart) return false;
      if (this.behind.has(clause[at].text)) return true;
    }
    return false;
  }

  /** What an address, a host or a link in a clause means. @param {Token[]} clause @param {number} at @returns {string | null} */
  meaningOf(clause, at) {
    const token = clause[at];
    if (token.is === '@host' || token.is === '@url' || token.is === '@mail') {
      const known = this.hosts.find(([host]) => token.text.includes(host));
      return known ? known[1] : token.is;
    }
    if (token.is !== '@ip') return null;
    const before = clause[at - 1];
    return token.apart || (before && this.addressAfter.has(before.stem)) ? '@ip' : null;
  }

  /** Does an entry that stands at some tokens say what its class says, denied or not? @param {Entry} entry @param {Token[]} clause @param {Set<number>} ends @param {number} from @param {number} to */
  counts({ denied, isSubject }, clause, ends, from, to) {
    if (denied) return this.isDenied(clause, ends, from, DENIES) || this.isDeniedBehind(clause, to);
    return isSubject || !this.isDenied(clause, ends, from, 0);
  }

  /** What a clause speaks about and what it says, in order of the words; a subject within a longer one doesn't count. @param {Token[]} clause @returns {Found[]} */
  find(clause) {
    const ends = this.negations(clause);
    /** @type {Map<string, Found & {isSubject: boolean}>} */
    const found = new Map();
    for (let from = 0; from < clause.length; from++) {
      const meaning = this.meaningOf(clause, from);
      if (meaning) found.set(`${from} ${meaning}`, { means: meaning, from, to: from + 1, isSubject: false });
      for (const entry of this.entries.starting(clause[from])) {
        const to = endOf(entry, clause, from);
        if (to < 0 || !this.counts(entry, clause, ends, from, to)) continue;
        const { means, isSubject } = entry;
        found.set(`${from} ${to} ${means}`, { means, from, to, isSubject });
      }
    }
    const all = Array.from(found.values());
    const subjects = all.filter(({ isSubject }) => isSubject);
    return all.filter((one) => !one.isSubject || !subjects.some((other) => isWithin(one, other)));
  }
}

/** Is one place a true part of another? @param {Found} one @param {Found} other */
function isWithin(one, other) {
  return other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
}
