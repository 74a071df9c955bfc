// The classes of words (kb/concepts): which of them a clause holds, and where.
// May import entries.js and clauses.js. Never decides what a combination means.
/** @import { Token } from './clauses.js' */
/** @import { Entry, EntryTable } from './entries.js' */
import { asOne, joinedOf } from './clauses.js';
import { Entries, endOf } from './entries.js';

/**
 * Words of a language of servers, as the index has them (concept/compile.js makes it). The first `subjects` of the classes
 * are subjects.
 * @typedef {{classes: string[], subjects: number, entries: EntryTable, signals: string[], signs: EntryTable,
 *   negators: EntryTable, advice: EntryTable, noise: EntryTable, behind: string[], stop: string[], address_after: string[],
 *   joined: string[], hosts: [host: string, means: string][]}} LexiconData
 * Words of a class in a clause: tokens [from, to).
 * @typedef {{means: string, from: number, to: number}} Found
 */

/** Words between a negation and what it denies. */
const DENIES = 2;
/** Words of a negation: "failed to", "no longer". */
const LONGEST_NEGATION = 3;

export class Lexicon {
  /** @param {LexiconData} data @param {string[]} classes @param {EntryTable} entries @param {number} subjects */
  constructor(data, classes, entries, subjects) {
    this.classes = classes;
    this.subjects = subjects;
    this.entries = new Entries(entries);
    this.negators = new Entries(data.negators);
    this.advice = new Entries(data.advice);
    this.noise = new Entries(data.noise);
    this.behind = new Set(data.behind);
    this.stop = new Set(data.stop);
    this.joined = joinedOf(data.joined);
    this.addressAfter = new Set(data.address_after);
    this.hosts = data.hosts;
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

  /** Does a negation start at a token? @param {Token[]} clause @param {number} at */
  isNegation(clause, at) {
    return this.phraseEnd(this.negators, clause, at) >= 0 || this.behind.has(clause[at].text);
  }

  /** Does a negation end right before a token? @param {Token[]} clause @param {number} at */
  isBehindNegation(clause, at) {
    for (let from = Math.max(0, at - LONGEST_NEGATION); from < at; from++) {
      if (this.phraseEnd(this.negators, clause, from) === at) return true;
    }
    return false;
  }

  /** Is what starts at a token denied? @param {Token[]} clause @param {number} from @param {number} most words between */
  isDenied(clause, from, most) {
    for (let at = from; at >= 0 && from - at <= most; at--) {
      if (this.isBehindNegation(clause, at)) return true;
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
      const known = this.hosts.find(([host]) => isNamed(token.text, host));
      return known ? known[1] : token.is;
    }
    if (token.is !== '@ip') return null;
    const before = clause[at - 1];
    return token.apart || (before && this.addressAfter.has(before.stem)) ? '@ip' : null;
  }

  /** Does an entry that stands at some tokens say what its class says, denied or not? @param {Entry} entry @param {Token[]} clause @param {number} from @param {number} to */
  counts({ denied, place }, clause, from, to) {
    if (denied) return this.isDenied(clause, from, DENIES) || this.isDeniedBehind(clause, to);
    return place < this.subjects || !this.isDenied(clause, from, 0);
  }

  /** What a clause speaks about and what it says, in order of the words; a subject within a longer one doesn't count. @param {Token[]} clause @returns {Found[]} */
  find(clause) {
    /** @type {Map<string, Found & {isSubject: boolean}>} */
    const found = new Map();
    for (let from = 0; from < clause.length; from++) {
      const meaning = this.meaningOf(clause, from);
      if (meaning) found.set(`${from} ${meaning}`, { means: meaning, from, to: from + 1, isSubject: false });
      for (const entry of this.entries.starting(clause[from])) {
        const to = endOf(entry, clause, from);
        if (to < 0 || !this.counts(entry, clause, from, to)) continue;
        const means = this.classes[entry.place];
        found.set(`${from} ${to} ${means}`, { means, from, to, isSubject: entry.place < this.subjects });
      }
    }
    const all = Array.from(found.values());
    const subjects = all.filter(({ isSubject }) => isSubject);
    return all.filter((one) => !one.isSubject || !subjects.some((other) => isWithin(one, other)));
  }
}

/** Does a name stand in a host or a link, from the start of one of its labels on: rbl in rbl.example.com, not in marble.example.com? @param {string} text @param {string} name */
function isNamed(text, name) {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    if (at === 0 || !/[a-z0-9]/.test(text[at - 1])) return true;
  }
  return false;
}

/** Is one place a true part of another? @param {Found} one @param {Found} other */
function isWithin(one, other) {
  return other.from <= one.from && one.to <= other.to && other.to - other.from > one.to - one.from;
}
