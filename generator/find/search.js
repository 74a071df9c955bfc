// The site's own search: an index in, hits out. Runs anywhere; nothing is fetched, and nothing leaves it.
// May import its siblings. Every query takes a few milliseconds, so that it needs no thread of its own.
import { Codes, OWN_WEIGHT } from './codes.js';
import { wordsOf } from './features.js';
import { hitsOf, holds } from './hits.js';
import { SAYS_NOTHING } from './lexicon.js';
import { Names } from './names.js';
import { Postings } from './postings.js';
import { Reader } from './query.js';
import { rank } from './rank.js';

/** @import { Named } from './codes.js' */
/** @import { Ranked } from './hits.js' */
/** @import { Fit } from './rank.js' */
/** @import { Query } from './query.js' */
/** @import { CodeRow, Hit, Page, PageRow, SearchIndex } from './types.js' */

/** A page that covers less of the query, or fits so much worse than the best, isn't shown. */
const LEAST_COVERED = 0.34;
const LEAST_BESIDE_BEST = 0.42;
const LEAST_SCORE = 0.24;
/** Where nothing fits, less is asked of a page. */
const EASED = [1, 0.5, 0];
/** The page of the code that tells most, ahead of all others; pages of codes that begin as was typed, behind them. */
const MAIN_CODE = 1.3;
const OTHER_CODE = 0.95;
const BEGUN_CODE = 0.6;
/** Words that say nothing only order the pages that name the code. */
const BESIDE_CODES = 0.01;
/** What codes weigh beside words. */
const CODES_SHARE = 0.38;
const OWN_CODES_SHARE = 0.55;
/** What the page of a second code keeps of its lead where there are words, too. */
const BESIDE_WORDS = 0.7;
/** An article that names the code; the one that it usually means; one about any service; one that people ask for by it. */
const NAMES_CODE = 1;
const USUAL = 0.06;
const GENERAL = 0.03;
const ASKED = 0.08;

/** The pages of one language, ready to be asked. */
export class Search {
  /** @param {SearchIndex} index */
  constructor({ pages: pageColumns, codes: codeColumns, postings, words }) {
    const pages = /** @type {PageRow[]} */ (rowsOf(pageColumns));
    const codes = /** @type {CodeRow[]} */ (rowsOf(codeColumns));
    /** @type {Page[]} */
    this.pages = [];
    const articles = new Map();
    for (const [kind, id, title, line, own, , provider, , leads] of pages) {
      if (kind === 'article') articles.set(id, this.pages.length);
      this.pages.push({ kind, id, title, line, codes: own, provider, leads });
    }
    this.firstCode = this.pages.length;
    /** @type {Map<number, number>} the usual article of a code's page */
    this.usual = new Map();
    for (const [code, title, usual, provider] of codes) {
      const article = articles.get(usual);
      if (article !== undefined) this.usual.set(this.pages.length, article);
      const line = article === undefined ? '' : this.pages[article].title;
      this.pages.push({ kind: 'code', id: code, title, line, codes: [code], provider, leads: false });
    }
    const titles = this.pages.map((page) => page.title);
    this.postings = new Postings(postings, words.stop, titles);
    this.codes = new Codes(codes);
    this.reader = new Reader(words, this.codes, new Names(pages), this.postings);
  }

  /** What fits a query, best first. @param {string} text @param {number} [most] @returns {Hit[]} */
  find(text, most = 10) {
    const query = this.reader.read(text);
    const ranked = this.ranked(query);
    return hitsOf(ranked, this.pages, this.usual, query.codes, most);
  }

  /** The hits of certain pages, in this order; those that there are. @param {string[]} paths @returns {Hit[]} */
  pagesAt(paths) {
    const ranked = Array.from(this.pages.keys(), (page) => ({ page, score: 1 }));
    const hits = hitsOf(ranked, this.pages, new Map(), [], ranked.length);
    return paths.flatMap((path) => hits.find((hit) => hit.path === path) || []);
  }

  /** What fits; where nothing does, what fits a little. @param {Query} query @returns {Ranked[]} */
  ranked(query) {
    const fits = rank(query.units, this.pages, this.postings);
    for (const share of EASED) {
      const found = this.fitting(query, fits, share);
      if (found.length > 0) return found;
    }
    return [];
  }

  /** @param {Query} query @param {Map<number, Fit>} fits @param {number} eased what is left of the least that is asked of a page @returns {Ranked[]} */
  fitting(query, fits, eased) {
    const isAboutCodes = query.codes.length > 0;
    const hasWords = query.units.some((unit) => unit.worth > SAYS_NOTHING);
    /** @type {Map<number, number>} */
    const scores = new Map();
    for (const [page, { score, covered }] of fits) {
      if (covered < LEAST_COVERED * eased && !isAboutCodes) continue;
      scores.set(page, isAboutCodes && !hasWords ? score * BESIDE_CODES : score);
    }
    if (isAboutCodes) this.addCodes(query.codes, hasWords, scores);
    if (!hasWords || !isAboutCodes) this.addBegun(query.begun, scores);
    const best = Math.max(...scores.values(), 0);
    const least = Math.max(LEAST_SCORE * eased, best * LEAST_BESIDE_BEST);
    return Array.from(scores, ([page, score]) => ({ page, score }))
      .filter(({ score }) => score >= least)
      .sort((a, b) => b.score - a.score || a.page - b.page);
  }

  /** @param {Named[]} named those that tell most first @param {boolean} hasWords @param {Map<number, number>} scores */
  addCodes(named, hasWords, scores) {
    const share = hasWords ? (named[0].weight === OWN_WEIGHT ? OWN_CODES_SHARE : CODES_SHARE) : 1;
    const size = named.reduce((sum, one) => sum + one.weight, 0);
    /** @type {Map<number, number>} */
    const parts = new Map();
    for (const [rank, one] of named.entries()) {
      for (const [page, liked] of this.articlesOf(one))
        parts.set(page, (parts.get(page) || 0) + (one.weight / size) * liked);
      const own = rank === 0 ? MAIN_CODE : OTHER_CODE * (hasWords ? BESIDE_WORDS : 1);
      parts.set(this.firstCode + one.row, own);
    }
    if (hasWords) for (const [page, score] of scores) scores.set(page, score * (1 - share));
    for (const [page, part] of parts) scores.set(page, (scores.get(page) || 0) + share * part);
    if (!hasWords) scores.set(this.mainOf(named[0]), MAIN_CODE * 1.01);
  }

  /** The articles that name a code, and how well each goes with it. @param {Named} named @returns {[number, number][]} */
  articlesOf({ row, written }) {
    const usual = this.usual.get(this.firstCode + row);
    const asking = new Set(
      Array.from(this.postings.textsOf(codeFeature(written)), (text) => this.postings.pageOf[text]),
    );
    /** @type {[number, number][]} */
    const found = [];
    for (const [page, { kind, codes, provider }] of this.pages.entries()) {
      if (kind === 'article' && (page === usual || holds(codes, written)))
        found.push([
          page,
          NAMES_CODE + (page === usual ? USUAL : 0) + (asking.has(page) ? ASKED : 0) + (provider ? 0 : GENERAL),
        ]);
    }
    return found;
  }

  /** A code that only one service uses so means its usual article; one that anybody may use, first of all itself. @param {Named} named */
  mainOf({ row }) {
    const page = this.firstCode + row;
    const usual = this.usual.get(page);
    return usual !== undefined && (this.pages[page].provider || this.pages[usual].provider) ? usual : page;
  }

  /** @param {string} start @param {Map<number, number>} scores */
  addBegun(start, scores) {
    if (start.length < 2) return;
    for (const [rank, named] of this.codes.begun(start).entries()) {
      const page = this.mainOf(named);
      scores.set(page, Math.max(scores.get(page) || 0, BEGUN_CODE - rank * 0.001));
    }
  }
}

/** What stands in a text for a code of several numbers. @param {string} code */
function codeFeature(code) {
  return wordsOf(code.toLowerCase()).join('');
}

/** Rows out of a list for each of their fields. @param {unknown[][]} columns */
function rowsOf(columns) {
  const [first = []] = columns;
  return first.map((_, at) => columns.map((column) => column[at]));
}
