// The order of the articles that fit: text beats code, the special beats the general, and it says why.
// May import its own room and limits.js. No model, no hidden weights: `score` is the order made a number.
/** @import { CodeHit, Confidence, Hit, When } from '../types.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Article, Candidate, Index, Known, Ranked } from './score.js' */
import { MOST_ARTICLE_HITS } from '../limits.js';
import { addConcept } from './meaning.js';
import { isWithin } from './ranges.js';
import { isOfSide } from './refused.js';
import { ANSWER, agreeing, GENERAL, isOwn, NEAR, OWN, SPECIAL, SUMMARY, scoreOf, usualOf, WORDS } from './score.js';

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
function placeOf(hit, block) {
  if (hit.summary) return SUMMARY;
  if (!hit.response || hit.kind === 'near') return WORDS;
  return isOwn(block, hit.from) ? OWN : ANSWER;
}

/** How sure an article is whose words stand at a place. A provider's own code (S3140) proves less than a sentence. @param {number} place @param {boolean} sentence @returns {Confidence} */
function confidenceAt(place, sentence) {
  if (place === WORDS) return sentence ? 'likely' : 'possible';
  return place === SUMMARY || !sentence ? 'likely' : 'certain';
}

/** Is this an article of a system that the block names, or does a provider's own code speak for it? @param {Article} article @param {Hit[]} hits @param {Candidate} block */
function isSpecial(article, hits, block) {
  return (
    article.provider !== 'general' &&
    (block.providers.includes(article.provider) || hits.some(({ kind }) => kind === 'vendor'))
  );
}

/** What an article's words are, within their place. @param {Article} article @param {Hit[]} hits @param {Candidate} block */
function levelOf(article, hits, block) {
  if (hits.every(({ kind }) => kind === 'near')) return NEAR;
  return isSpecial(article, hits, block) ? SPECIAL : GENERAL;
}

/** @param {Article} article @param {Hit[]} hits @param {Candidate} block @returns {Ranked} */
function ranked(article, hits, block) {
  const places = hits.map((hit) => placeOf(hit, block));
  const place = Math.max(...places);
  const counted = hits.filter((_, i) => places[i] > SUMMARY || place === SUMMARY);
  const best = hits.filter((_, i) => places[i] === place);
  const codes = agreeing(article, block.codes);
  const score = scoreOf(place, levelOf(article, best, block), counted, codes);
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

/** The usual article of the block's code; it only counts where nothing else found that article. @param {Index} index @param {Candidate} block @param {Ranked[]} found @returns {Ranked[]} */
function fromCode(index, block, found) {
  const usual = usualOf(index, block);
  if (!usual || found.some((one) => one.article === usual.article)) return [];
  const { code, article } = usual;
  /** @type {Hit} */
  const hit = { ...code, kind: 'code', article: article.id, summary: false, size: 0, values: {} };
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
  const isOfUse = (/** @type {Ranked} */ { article }) => isOfSide(article.refusedBy, block.refused);
  // Words that only mean another side's refusal leave the question open to everything else.
  const found = fromPatterns(index.known, block, meter).filter(isOfUse);
  addConcept(index, block, found);
  found.push(...fromCode(index, block, found));
  return found.filter(isOfUse).sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
}
