// The order of the articles that fit: text beats code, the special beats the general, and it says why.
// May import codes.js, refused.js and limits.js. No model, no hidden weights: `score` is the order made a number.
/** @import { CodeHit, Confidence, Described, Hit, RefusedBy, When } from '../types.js' */
/** @import { Concept, Concepts } from '../concept/rules.js' */
/** @import { CodeMap } from './codes.js' */
/** @import { Refused } from './refused.js' */
/** @import { Meter } from '../limits.js' */
import { MOST_ARTICLE_HITS, MOST_EVIDENCE } from '../limits.js';
import { isWithin } from './codes.js';
import { isOfSide } from './refused.js';

// Where the words stand, the nearest to the recipient's own diagnostic last.
const SUMMARY = 0;
const WORDS = 1;
const ANSWER = 2;
const OWN = 3;
// What they are, within one place.
const CONCEPT = 1;
const SURE_CONCEPT = 2;
const GENERAL = 3;
const SPECIAL = 4;

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
function agreeing(article, codes) {
  const found = [];
  for (const code of codes) {
    if (article.codes.get(code.code) && found.push(code) === MOST_EVIDENCE) break;
  }
  return found;
}

/** @param {When | undefined} when @param {Candidate} block */
function meets(when, block) {
  if (!when) return true;
  const { stage, provider, reply, status } = when;
  const has = (/** @type {CodeHit['kind']} */ kind, /** @type {string} */ wanted) =>
    block.codes.some((code) => code.kind === kind && isWithin(code.code, wanted));
  return (
    (!stage || stage === (block.stage || 'unknown')) &&
    (!provider || block.providers.includes(provider)) &&
    (!reply || has('reply', reply)) &&
    (!status || has('status', status))
  );
}

/** Where a hit stands. @param {Hit} hit @param {Candidate} block */
function placeOf(hit, { own }) {
  if (hit.summary) return SUMMARY;
  if (!hit.response) return WORDS;
  return own && own.from <= hit.from && hit.from < own.to ? OWN : ANSWER;
}

/** How sure an article is whose words stand at a place. A provider's own code (S3140) proves less than a sentence. @param {number} place @param {boolean} sentence @returns {Confidence} */
function confidenceAt(place, sentence) {
  if (place === WORDS) return sentence ? 'likely' : 'possible';
  return place === SUMMARY || !sentence ? 'likely' : 'certain';
}

/** @param {number} place @param {number} what @param {Hit[]} hits @param {CodeHit[]} codes */
function scoreOf(place, what, hits, codes) {
  return place * 1000000 + what * 100000 + Math.min(coveredSize(hits), 999) * 10 + Math.min(codes.length, 9);
}

/** Is this an article of a system that the block names, or does a provider's own code speak for it? @param {Article} article @param {Hit[]} hits @param {Candidate} block */
function isSpecial(article, hits, block) {
  return (
    article.provider !== 'general' &&
    (block.providers.includes(article.provider) || hits.some(({ kind }) => kind === 'vendor'))
  );
}

/** @param {Article} article @param {Hit[]} hits @param {Candidate} block @returns {Ranked} */
function ranked(article, hits, block) {
  const places = hits.map((hit) => placeOf(hit, block));
  const place = Math.max(...places);
  const counted = hits.filter((_, i) => places[i] > SUMMARY || place === SUMMARY);
  const best = hits.filter((_, i) => places[i] === place);
  const codes = agreeing(article, block.codes);
  const score = scoreOf(place, isSpecial(article, best, block) ? SPECIAL : GENERAL, counted, codes);
  const sentence = best.some(({ kind }) => kind === 'pattern');
  return { article, confidence: confidenceAt(place, sentence), score, counted, codes };
}

/** @param {Known} known @param {Candidate} block @param {Meter} meter @returns {Ranked[]} */
function fromPatterns(known, block, meter) {
  /** @type {Map<string, Hit[]>} */
  const byArticle = new Map();
  for (const hit of block.hits) {
    if (!meter.take(2)) break;
    if (!meets(hit.when, block)) continue;
    const own = byArticle.get(hit.article);
    if (!own) byArticle.set(hit.article, [hit]);
    else if (own.length < MOST_ARTICLE_HITS) own.push(hit);
  }
  const found = [];
  for (const [id, hits] of byArticle) {
    const article = known.articles.get(id);
    if (article && meter.take(8 * hits.length + block.codes.length)) found.push(ranked(article, hits, block));
  }
  return found;
}

/** The first code of a block that has a usual article, with it, or null. @param {Index} index @param {Candidate} block */
function usualOf({ known }, block) {
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
function isTelling({ concepts }, { kind, code }) {
  return kind === 'status' && concepts.isTelling(code);
}

/** What the concept of a block means, added to what patterns found. @param {Index} index @param {Candidate} block @param {Ranked[]} found */
function addConcept(index, block, found) {
  const { concept, own } = block;
  const article = concept && index.known.articles.get(concept.rule.article);
  if (!article) return;
  // Words that a whole sentence holds are read already, and better.
  const sentences = found.flatMap((one) => one.counted.filter(({ kind }) => kind === 'pattern'));
  if (concept.spans.every((span) => sentences.some((hit) => hit.from <= span.from && span.to <= hit.to))) return;
  const isOwn = !!own && own.from <= concept.clause.from && concept.clause.from < own.to;
  /** @type {Hit[]} */
  const hits = concept.spans.map(({ from, to }) => ({
    ...{ kind: 'concept', article: article.id, summary: false, response: isOwn, size: 0, from, to, values: {} },
  }));
  for (const one of found) {
    const differs = one.article.provider === 'general' && one.article.reason !== article.reason;
    if (differs && one.confidence === 'certain') one.confidence = 'likely';
  }
  const codes = agreeing(article, block.codes);
  const { sure } = concept.rule;
  const usual = usualOf(index, block);
  const isDoubted = !sure && usual && isTelling(index, usual.code) && usual.article.reason !== article.reason;
  const place = isDoubted ? SUMMARY : isOwn && sure ? OWN : WORDS;
  const score = scoreOf(place, sure ? SURE_CONCEPT : CONCEPT, hits, codes);
  const already = found.find((one) => one.article === article);
  if (already && already.score >= score) return;
  if (already) {
    already.score = score;
    already.counted = already.counted.concat(hits);
    return;
  }
  found.push({ article, confidence: sure && isOwn ? 'likely' : 'possible', score, counted: hits, codes });
}

/** The usual article of the block's code; it only counts where nothing else found that article. @param {Index} index @param {Candidate} block @param {Ranked[]} found @returns {Ranked[]} */
function fromCode(index, block, found) {
  const usual = usualOf(index, block);
  if (!usual || found.some((one) => one.article === usual.article)) return [];
  const { code, article } = usual;
  /** @type {Hit} */
  const hit = {
    ...{ kind: 'code', article: article.id, summary: false, size: 0, from: code.from, to: code.to, values: {} },
  };
  return [{ article, confidence: 'possible', score: scoreOf(SUMMARY, SPECIAL, [], []), counted: [hit], codes: [] }];
}

/**
 * Rank the articles for one recipient block.
 * @param {Index} index
 * @param {Candidate} block
 * @param {Meter} meter
 * @returns {Ranked[]} best first
 */
export function rank(index, block, meter) {
  const found = fromPatterns(index.known, block, meter);
  addConcept(index, block, found);
  found.push(...fromCode(index, block, found));
  return found
    .filter(({ article }) => isOfSide(article.refusedBy, block.refused))
    .sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
}
