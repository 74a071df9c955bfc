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

/** The texts of all pages and codes, found by their features. Texts of one page stand together, in the order of pages. */
export class Postings {
  /** @param {Set<string>} stop Latin words that say nothing */
  constructor(stop) {
    this.stop = stop;
    /** @type {Map<Feature, number>} each feature's own number */
    this.numbers = new Map();
    /** @type {number[][]} texts by feature */
    this.lists = [];
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
    for (const words of asked) this.add(page, words, ASKED);
    for (const words of more) this.add(page, words, MORE);
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
      const number = this.numbers.get(feature);
      if (number === undefined) {
        this.numbers.set(feature, this.lists.length);
        this.lists.push([at]);
        continue;
      }
      const list = this.lists[number];
      // A feature counts once in a text, however often it stands there.
      if (list[list.length - 1] !== at) list.push(at);
    }
  }

  /** Weigh what was added. */
  finish() {
    this.totals = new Float64Array(this.pageOf.length);
    for (const [feature, number] of this.numbers) {
      const list = this.lists[number];
      const size = weightOf(feature) * this.rarity(list.length);
      this.sizes.push(size);
      for (const text of list) this.totals[text] += size;
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

  /** The texts that hold a feature. @param {Feature} feature @returns {number[]} */
  textsOf(feature) {
    const number = this.numbers.get(feature);
    return number === undefined ? [] : this.lists[number];
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
