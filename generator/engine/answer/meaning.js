// What a block means by its words, beside what patterns found in it.
// May import score.js.
/** @import { Hit } from '../types.js' */
/** @import { Concept } from '../concept/rules.js' */
/** @import { Article, Candidate, Index, Ranked } from './score.js' */
import { agreeing, CONCEPT, isOwn, isTelling, OWN, SUMMARY, SURE_CONCEPT, scoreOf, usualOf, WORDS } from './score.js';

/** Did patterns read the words of a concept already, and better, as part of a whole sentence? @param {Concept} concept @param {Ranked[]} found */
function isRead({ spans }, found) {
  const sentences = found.flatMap((one) => one.counted.filter(({ kind }) => kind === 'pattern'));
  return spans.every((span) => sentences.some((hit) => hit.from <= span.from && span.to <= hit.to));
}

/** Is a concept that isn't sure at odds with a code that says what happened? @param {Index} index @param {Candidate} block @param {Concept} concept @param {Article} article */
function isDoubted(index, block, { rule }, article) {
  const usual = usualOf(index, block);
  return !rule.sure && !!usual && isTelling(index, usual.code) && usual.article.reason !== article.reason;
}

/** A general article that would be certain is only likely where the words mean something else. @param {Ranked[]} found @param {Article} article */
function doubt(found, article) {
  for (const one of found) {
    const differs = one.article.provider === 'general' && one.article.reason !== article.reason;
    if (differs && one.confidence === 'certain') one.confidence = 'likely';
  }
}

/** The article that a concept means, as ranking has it. @param {Index} index @param {Candidate} block @param {Concept} concept @param {Article} article @returns {Ranked} */
function rankedConcept(index, block, concept, article) {
  const { sure } = concept.rule;
  const response = isOwn(block, concept.clause.from);
  /** @type {Omit<Hit, 'from' | 'to'>} */
  const word = { kind: 'concept', article: article.id, summary: false, response, size: 0, values: {} };
  const counted = concept.spans.map((span) => ({ ...word, ...span }));
  const codes = agreeing(article, block.codes);
  const place = isDoubted(index, block, concept, article) ? SUMMARY : response && sure ? OWN : WORDS;
  const score = scoreOf(place, sure ? SURE_CONCEPT : CONCEPT, counted, codes);
  return { article, confidence: sure && response ? 'likely' : 'possible', score, counted, codes };
}

/** Add the article that a block means by its words to those that patterns found. @param {Index} index @param {Candidate} block @param {Ranked[]} found */
export function addConcept(index, block, found) {
  const { concept } = block;
  const article = concept && index.known.articles.get(concept.rule.article);
  if (!article || isRead(concept, found)) return;
  doubt(found, article);
  const made = rankedConcept(index, block, concept, article);
  const already = found.find((one) => one.article === article);
  if (!already) found.push(made);
  else if (already.score < made.score) {
    already.score = made.score;
    already.counted = already.counted.concat(made.counted);
    if (already.confidence === 'possible') already.confidence = made.confidence;
  }
}
