// What every part of ranking has in common: places, what stands there, and the number made of them.
// May import codes.js and limits.js. Ranks nothing.
/** @import { CodeHit, Confidence, Described, Hit, RefusedBy } from '../types.js' */
/** @import { Concept, Concepts } from '../concept/rules.js' */
/** @import { CodeMap } from './codes.js' */
/** @import { Refused } from './refused.js' */
import { MOST_EVIDENCE } from '../limits.js';

// Where the words stand, the nearest to the recipient's own diagnostic last.
export const SUMMARY = 0;
export const WORDS = 1;
export const ANSWER = 2;
export const OWN = 3;
// What they are, within one place.
export const NEAR = 0;
export const CONCEPT = 1;
export const SURE_CONCEPT = 2;
export const GENERAL = 3;
export const SPECIAL = 4;

/**
 * An article as ranking needs it.
 * @typedef {{id: string, reason: string, provider: string, refusedBy: RefusedBy | null, codes: CodeMap<true>}} Article
 * @typedef {{articles: Map<string, Article>, usual: CodeMap<string | null>}} Known `usual`: a code's article, or null
 * @typedef {{known: Known, concepts: Concepts}} Index
 * @typedef {Described & {providers: string[], concept: Concept | null, refused: Refused}} Candidate a recipient, the
 *   providers that its block speaks of, the concept that it means, and who refused
 * @typedef {{article: Article, confidence: Confidence, score: number, counted: Hit[], codes: CodeHit[]}} Ranked `counted` are
 *   the hits that made the score, `codes` those of the block that agree
 */

/** Hits that don't overlap, the longest literal text first: what an article's patterns cover together. @param {Hit[]} hits */
function coveredSize(hits) {
  /** @type {Hit[]} */
  const kept = [];
  let size = 0;
  for (const hit of hits.slice().sort((a, b) => b.size - a.size || a.from - b.from)) {
    if (kept.some((other) => hit.from < other.to && other.from < hit.to)) continue;
    kept.push(hit);
    size += hit.size;
  }
  return size;
}

/** Codes of the block that the article knows; more than a result shows add nothing. @param {Article} article @param {CodeHit[]} codes */
export function agreeing(article, codes) {
  const found = [];
  for (const code of codes) {
    if (article.codes.get(code.code) && found.push(code) === MOST_EVIDENCE) break;
  }
  return found;
}

/** Does a place of the stream stand in a recipient's own diagnostic? @param {Candidate} block @param {number} at */
export function isOwn({ own }, at) {
  return own !== null && own.from <= at && at < own.to;
}

/** The order made a number. @param {number} place @param {number} what @param {Hit[]} hits @param {CodeHit[]} codes */
export function scoreOf(place, what, hits, codes) {
  return place * 1000000 + what * 100000 + Math.min(coveredSize(hits), 999) * 10 + Math.min(codes.length, 9);
}

/** The first code of a block that has a usual article, with it, or null. @param {Index} index @param {Candidate} block */
export function usualOf({ known }, block) {
  for (const kind of /** @type {const} */ (['status', 'reply'])) {
    for (const code of block.codes) {
      const id = code.kind === kind && known.usual.get(code.code);
      const article = id && known.articles.get(id);
      if (article) return { code, article };
    }
  }
  return null;
}

/** Does a block's code say what happened, rather than only roughly where? @param {Index} index @param {CodeHit} code */
export function isTelling({ concepts }, { kind, code }) {
  return kind === 'status' && concepts.isTelling(code);
}
