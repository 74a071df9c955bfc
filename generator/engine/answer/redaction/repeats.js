// Finds what was hidden as part of an address, a host or a name where it stands by itself: `user taro is unknown`, `mx-hongo`.
// May import words.js. Linear: each word of the text is looked up once.
import { isOrdinary } from './words.js';

/** @import { Reading } from './reading.js' */
/** @import { ValueKind } from './values.js' */
/** @typedef {{kind: ValueKind, value: string}} Owner whose part it is: both get the same token */

const WORDS = /[\p{L}\p{M}\p{N}]+/gu;
const RUNS = /[\p{L}\p{M}\p{N}._+-]+/gu;
const JOINED = /[._+-]/;
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fb-\u30fe\u3005-\u3007]+|[^\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u30fb-\u30fe\u3005-\u3007]+/gu;
const IS_UNSPACED = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
// No local part and no host is longer.
const LONGEST = 256;
const LONGEST_UNSPACED = 8;
// Labels under which domains are registered.
const REGISTRIES = new Set('ac ad co com ed edu ne net or org go gov gr lg mil'.split(' '));

/** Words with `.`, `_`, `+` or `-` between them, and where they stand. @param {string} text @returns {Generator<[string, number]>} */
function* compoundsOf(text) {
  for (const { 0: run, index } of text.matchAll(RUNS)) {
    if (run.length > LONGEST) continue;
    const whole = run.replace(/^[._+-]+|[._+-]+$/g, '');
    if (JOINED.test(whole)) yield [whole, index + run.indexOf(whole)];
  }
}

/** Words to look for, each with its owner; the first owner keeps a word. */
export class Repeats {
  constructor() {
    /** @type {Map<string, Owner>} */
    this.words = new Map();
    /** @type {Set<number>} */
    this.lengths = new Set();
  }

  /** @param {string} word @param {Owner} owner */
  addWord(word, owner) {
    const unspaced = IS_UNSPACED.test(word);
    const enough = unspaced
      ? word.length >= 2 && word.length <= LONGEST_UNSPACED
      : /^\d+$/.test(word)
        ? word.length >= 5
        : word.length >= 3;
    if (!enough || isOrdinary(word) || this.words.has(word)) return;
    this.words.set(word, owner);
    if (unspaced) this.lengths.add(word.length);
  }

  /** Look for a text and for each of its words. @param {string} text in lower case @param {Owner} owner */
  add(text, owner) {
    if (text.length > LONGEST) return;
    for (const [whole] of compoundsOf(text)) {
      const says = whole.split(JOINED).some((word) => word.length > 1 && !isOrdinary(word));
      if (says && !this.words.has(whole)) this.words.set(whole, owner);
    }
    for (const [word] of text.matchAll(WORDS)) for (const [part] of word.matchAll(UNSPACED)) this.addWord(part, owner);
  }

  /** Look for the parts of a name: in scripts without spaces, the two letters that most family and given names have. */
  addName(/** @type {string} */ name, /** @type {Owner} */ owner) {
    this.add(name, owner);
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
    if (!this.words.size) return;
    const { lower } = reading;
    for (const [whole, at] of compoundsOf(lower)) {
      const owner = this.words.get(whole);
      if (owner) add(at, at + whole.length, owner);
    }
    for (const { 0: word, index } of lower.matchAll(WORDS)) {
      for (const { 0: part, index: at } of word.matchAll(UNSPACED)) {
        if (IS_UNSPACED.test(part)) this.findUnspaced(part, index + at, add);
        else {
          const owner = this.words.get(part);
          if (owner) add(index + at, index + at + part.length, owner);
        }
      }
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
