// Every text of every page under its features. Made once, when the index has arrived.
// May import features.js and fold.js. Knows no query.
import { featuresOf, weightOf } from './features.js';
import { plain } from './fold.js';

/** @import { Feature } from './features.js' */
/** @import { PageRow, CodeRow } from './types.js' */

/** How much a text says about its page. */
const TITLE = 1;
const ASKED = 0.97;
const MORE = 0.8;
const LINE = 0.35;
const NONE = new Uint32Array();

/** The texts of all pages and codes, found by their features. Texts of one page stand together, in the order of pages. */
export class Postings {
  /** @param {Set<string>} stop Latin words that say nothing */
  constructor(stop) {
    this.stop = stop;
    /** @type {Map<Feature, number>} each feature's own number */
    this.numbers = new Map();
    /** @type {number[]} how many texts hold each feature */
    this.counts = [];
    /** @type {number[]} the last text that held each feature */
    this.last = [];
    /** @type {number[]} the number of every feature of every text, in their order */
    this.held = [];
    /** @type {number[]} where in `held` the features of each text end */
    this.ends = [];
    /** The texts of all features, one feature behind another, and where each begins. */
    this.texts = new Uint32Array();
    this.starts = new Uint32Array();
    /** @type {number[]} the page of each text */
    this.pageOf = [];
    /** @type {number[]} how much each text says about its page */
    this.worth = [];
    /** @type {number[]} the size of each feature, which is its weight by its rarity */
    this.sizes = [];
    /** The size of each text. */
    this.totals = new Float64Array();
  }

  /** @param {number} page @param {PageRow} row */
  addPage(page, [kind, , title, line, , asked, more]) {
    this.add(page, title, TITLE);
    const said = new Set();
    for (const words of asked) {
      said.add(words.toLowerCase());
      this.add(page, words, ASKED);
    }
    // Both languages often say it in the same words.
    for (const words of more) if (!said.has(words.toLowerCase())) this.add(page, words, MORE);
    // An article's line says what to do, which nobody asks for.
    if (line && kind !== 'article') this.add(page, line, LINE);
  }

  /** @param {number} page @param {CodeRow} row */
  addCode(page, [, title]) {
    this.add(page, title, TITLE);
  }

  /** @param {number} page @param {string} text @param {number} worth */
  add(page, text, worth) {
    const at = this.pageOf.push(page) - 1;
    this.worth.push(worth);
    for (const feature of featuresOf(plain(text), this.stop)) {
      let number = this.numbers.get(feature);
      if (number === undefined) {
        number = this.counts.push(0) - 1;
        this.last.push(-1);
        this.numbers.set(feature, number);
      }
      // A feature counts once in a text, however often it stands there.
      if (this.last[number] === at) continue;
      this.last[number] = at;
      this.counts[number]++;
      this.held.push(number);
    }
    this.ends.push(this.held.length);
  }

  /** Sort by feature what was added by text, and weigh it. */
  finish() {
    for (const [feature, number] of this.numbers)
      this.sizes[number] = weightOf(feature) * this.rarity(this.counts[number]);
    this.starts = new Uint32Array(this.counts.length + 1);
    for (const [number, count] of this.counts.entries()) this.starts[number + 1] = this.starts[number] + count;
    this.texts = new Uint32Array(this.held.length);
    this.totals = new Float64Array(this.ends.length);
    const next = this.starts.slice();
    let at = 0;
    for (const [text, end] of this.ends.entries()) {
      for (; at < end; at++) {
        const number = this.held[at];
        this.texts[next[number]++] = text;
        this.totals[text] += this.sizes[number];
      }
    }
    this.held = this.ends = this.last = [];
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
