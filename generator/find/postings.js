// Every text of every page under its features, as generator/search/postings.py made them; read once, when the index arrives.
// May import features.js and fold.js. Knows no query.
import { featuresOf, pairOf, weightOf } from './features.js';
import { plain } from './fold.js';

/** @import { Feature } from './features.js' */
/** @import { PostingsIndex } from './types.js' */

/** What begins a text says what it is, and so how much it says about its page; a title also begins a page. */
const TITLE = '!'.charCodeAt(0);
/** @type {[number, number][]} */
const WORTHS = [
  [TITLE, 1],
  ['#'.charCodeAt(0), 0.97],
  ['$'.charCodeAt(0), 0.8],
  ['%'.charCodeAt(0), 0.35],
];
const FIRST = ']'.charCodeAt(0);
const FIRST_JAPANESE = 0x3000;
const NONE = new Uint32Array();

/** A feature as it was before it was written. @param {string} key @returns {Feature} */
function featureOf(key) {
  const unit = key.charCodeAt(0);
  if (unit < FIRST_JAPANESE) return key;
  return key.length === 1 ? -unit : pairOf(unit, key.charCodeAt(1));
}

/** The texts of all pages and codes, found by their features. Texts of one page stand together, in the order of pages. */
export class Postings {
  /** @param {PostingsIndex} index @param {string[]} stop Latin words that say nothing @param {string[]} titles of the pages */
  constructor({ keys, texts: written, titles: hasTitles }, stop, titles) {
    this.stop = new Set(stop);
    /** @type {Map<Feature, number>} each feature's own number */
    this.numbers = new Map();
    for (const [number, key] of keys.entries()) this.numbers.set(featureOf(key), number);
    const texts = hasTitles ? written : this.withTitles(written, titles);
    /** @type {number[]} the page of each text */
    this.pageOf = [];
    /** @type {number[]} how much each text says about its page */
    this.worth = [];
    /** Where in `texts` the texts of each feature begin; behind the last, where they end. */
    this.starts = this.startsOf(keys.length, texts);
    /** The texts of all features, one feature behind another. */
    this.texts = new Uint32Array(this.starts[keys.length]);
    /** How much each feature says: its weight by its rarity. */
    this.sizes = new Float64Array(keys.length);
    for (const [feature, number] of this.numbers)
      this.sizes[number] = weightOf(feature) * this.rarity(this.starts[number + 1] - this.starts[number]);
    /** The size of each text. */
    this.totals = new Float64Array(this.pageOf.length);
    this.fill(texts);
  }

  /** Make the features of titles. @param {string} texts @param {string[]} titles of the pages */
  withTitles(texts, titles) {
    let page = 0;
    return texts.replace(/!/g, (sign) => sign + this.written(titles[page++]));
  }

  /** A text as it would stand in the index: a character for each of its features. @param {string} text */
  written(text) {
    const numbers = new Set(featuresOf(plain(text), this.stop).map((one) => this.numbers.get(one)));
    return Array.from(numbers, (one) => (one === undefined ? '' : String.fromCharCode(FIRST + one))).join('');
  }

  /** Note what each text is, and count the texts of each feature. @param {number} features @param {string} texts */
  startsOf(features, texts) {
    const worths = new Map(WORTHS);
    const starts = new Uint32Array(features + 1);
    let page = -1;
    for (let at = 0; at < texts.length; at++) {
      const sign = texts.charCodeAt(at);
      if (sign >= FIRST) {
        starts[sign - FIRST + 1]++;
        continue;
      }
      if (sign === TITLE) page++;
      this.pageOf.push(page);
      this.worth.push(worths.get(sign) || 0);
    }
    for (let number = 0; number < features; number++) starts[number + 1] += starts[number];
    return starts;
  }

  /** Sort by feature what stands by text. @param {string} texts */
  fill(texts) {
    const next = this.starts.slice();
    let text = -1;
    for (let at = 0; at < texts.length; at++) {
      const number = texts.charCodeAt(at) - FIRST;
      if (number < 0) {
        text++;
        continue;
      }
      this.texts[next[number]++] = text;
      this.totals[text] += this.sizes[number];
    }
  }

  /** How seldom a feature is that stands in so many texts. @param {number} texts */
  rarity(texts) {
    return Math.log(1 + this.pageOf.length / texts);
  }

  /** @param {Feature} feature */
  has(feature) {
    return this.numbers.has(feature);
  }

  /** The texts that hold a feature. @param {Feature} feature */
  textsOf(feature) {
    const number = this.numbers.get(feature);
    return number === undefined ? NONE : this.texts.subarray(this.starts[number], this.starts[number + 1]);
  }

  /** How much a feature says; one that nobody knows, as much as can be. @param {Feature} feature */
  sizeOf(feature) {
    const number = this.numbers.get(feature);
    return number === undefined ? weightOf(feature) * this.rarity(1) : this.sizes[number];
  }

  /** How much several features say. @param {Feature[]} features */
  sizeOfAll(features) {
    let size = 0;
    for (const feature of features) size += this.sizeOf(feature);
    return size;
  }
}
