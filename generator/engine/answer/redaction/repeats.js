// Finds what was hidden as part of an address, a host or a name where it stands by itself: `user taro is unknown`, `mx-hongo`.
// May import words.js. Linear: each word of the text is looked up once.
/** @import { RedactionWords } from './words.js' */

/** @import { Reading } from './reading.js' */
/** @import { ValueKind } from './values.js' */
/** @typedef {{kind: ValueKind, value: string}} Owner whose part it is: both get the same token */

const RUNS = /[\p{L}\p{M}\p{N}._+-]+/gu;
const JOINED = /[._+-]/;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fb-\u30fe\u3005-\u3007]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fb-\u30fe\u3005-\u3007._+-]+/gu;
const IS_UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
// No local part and no host is longer.
const LONGEST = 256;
const LONGEST_UNSPACED = 8;
// People of one given name that are told apart; others are known by their words.
const MOST_PHRASES = 8;
// Labels under which domains are registered.
const REGISTRIES = new Set('ac ad co com ed edu ne net or org go gov gr lg mil'.split(' '));

/** A run of words without what joins words around it, and how much was before it. @param {string} run */
function bareRun(run) {
  let from = 0;
  let to = run.length;
  while (from < to && JOINED.test(run[from])) from++;
  while (to > from && JOINED.test(run[to - 1])) to--;
  return { run: run.slice(from, to), from };
}

/** Words to look for, each with its owner; the first owner keeps a word. */
export class Repeats {
  /** @param {RedactionWords} ordinary @param {(word: string) => boolean} isSaid words of servers, which name nobody even where somebody is called so */
  constructor(ordinary, isSaid) {
    this.ordinary = ordinary;
    this.isSaid = isSaid;
    /** @type {Map<string, Owner>} */
    this.words = new Map();
    /** @type {Set<number>} */
    this.lengths = new Set();
    /** Names of several words, by their first. @type {Map<string, {phrase: string, owner: Owner}[]>} */
    this.phrases = new Map();
  }

  /** @param {string} word @param {Owner} owner */
  addWord(word, owner) {
    const unspaced = IS_UNSPACED.test(word);
    const enough = unspaced
      ? word.length >= 2 && word.length <= LONGEST_UNSPACED
      : /^\d+$/.test(word)
        ? word.length >= 5
        : word.length >= 3;
    if (!enough || this.ordinary.isOrdinary(word) || this.isSaid(word) || this.words.has(word)) return;
    this.words.set(word, owner);
    if (unspaced) this.lengths.add(word.length);
  }

  /** Look for a text and for each of its words. @param {string} text in lower case @param {Owner} owner */
  add(text, owner) {
    if (text.length > LONGEST) return;
    for (const [found] of text.matchAll(RUNS)) {
      const { run } = bareRun(found);
      const says = run.split(JOINED).some((word) => word.length > 1 && !this.ordinary.isOrdinary(word));
      if (says && JOINED.test(run) && !this.words.has(run)) this.words.set(run, owner);
      for (const [part] of run.matchAll(UNSPACED)) this.addWord(part, owner);
    }
  }

  /** Look for the parts of a name: in scripts without spaces, the two letters that most family and given names have. */
  addName(/** @type {string} */ name, /** @type {Owner} */ owner) {
    this.add(name, owner);
    const first = /^[\p{L}\p{M}\p{N}._+-]+(?= )/u.exec(name);
    const phrases = first ? this.phrases.get(first[0]) || [] : [];
    if (first && phrases.length < MOST_PHRASES && name.length <= LONGEST)
      this.phrases.set(first[0], [...phrases, { phrase: name, owner }]);
    if (!/^\p{Script=Han}{3,5}$/u.test(name)) return;
    this.addWord(name.slice(0, 2), owner);
    if (name.length > 3) this.addWord(name.slice(-2), owner);
  }

  /** Look for the labels of a host, but for those of registries. @param {string} host in lower case @param {Owner} owner */
  addHost(host, owner) {
    const labels = host.split('.');
    if (labels.length > 1 && labels.length < 10) this.words.set(labels.join('-'), owner);
    labels.pop();
    if (labels.length > 1 && REGISTRIES.has(labels[labels.length - 1])) labels.pop();
    for (const label of labels.slice(-10)) this.add(label, owner);
  }

  /** Every place of a word of these. @param {Reading} reading @param {(from: number, to: number, owner: Owner) => void} add */
  find(reading, add) {
    if (!this.words.size && !this.phrases.size) return;
    for (const { 0: found, index } of reading.lower.matchAll(RUNS)) {
      for (const { phrase, owner } of this.phrases.get(found) || [])
        if (reading.lower.startsWith(phrase, index)) add(index, index + phrase.length, owner);
      const owner = found.length <= LONGEST ? this.words.get(found) : undefined;
      if (owner) add(index, index + found.length, owner);
      else if (/[^a-z0-9]/.test(found)) this.findWithin(found, index, add);
    }
  }

  /** Look into a run that is more than one plain word. @param {string} found @param {number} index @param {(from: number, to: number, owner: Owner) => void} add */
  findWithin(found, index, add) {
    const { run, from } = bareRun(found);
    const owner = run.length <= LONGEST ? this.words.get(run) : undefined;
    if (owner) add(index + from, index + from + run.length, owner);
    else this.findParts(run, index + from, add);
  }

  /** @param {string} run @param {number} offset @param {(from: number, to: number, owner: Owner) => void} add */
  findParts(run, offset, add) {
    for (const { 0: part, index } of run.matchAll(UNSPACED)) {
      const owner = this.words.get(part);
      if (owner) add(offset + index, offset + index + part.length, owner);
      else if (IS_UNSPACED.test(part)) this.findUnspaced(part, offset + index, add);
    }
  }

  /** A script without spaces shows no words: every stretch is looked up, the longest first. */
  findUnspaced(
    /** @type {string} */ text,
    /** @type {number} */ offset,
    /** @type {(from: number, to: number, owner: Owner) => void} */ add,
  ) {
    const lengths = Array.from(this.lengths).sort((a, b) => b - a);
    for (let at = 0; at < text.length; at++) {
      for (const length of lengths) {
        const owner = at + length <= text.length ? this.words.get(text.slice(at, at + length)) : undefined;
        if (!owner) continue;
        add(offset + at, offset + at + length, owner);
        break;
      }
    }
  }
}
