// Why concepts were read in an answer as they were, for editors.
// May import rules.js. Not part of what a reader's browser loads.
/** @import { Span } from '../types.js' */
/** @import { Text } from '../pattern/text.js' */
/** @import { Found } from './lexicon.js' */
/** @import { Clause, Concepts, Rule } from './rules.js' */
import { isThere } from './rules.js';

/** Why a rule whose words stand in a clause doesn't fire, or null. @param {Concepts} concepts @param {Rule} rule @param {Clause} clause */
function stopped(concepts, rule, clause) {
  return isThere(rule, clause) ? concepts.obstacle(rule, clause) || 'its words are too far apart' : null;
}

/**
 * Each clause of an answer with the classes in it, the rules that fire, and those that something stops.
 * @param {Concepts} concepts
 * @param {Text} text
 * @param {Span} span
 * @param {Span[]} noise
 */
export function explainConcepts(concepts, text, span, noise) {
  return concepts.clausesOf(text, span, noise).map((clause) => {
    const { tokens, byClass, advice } = clause;
    const words = (/** @type {Found} */ { from, to }) => text.slice({ from: tokens[from].from, to: tokens[to - 1].to });
    const tried = concepts.data.rules.map((rule) => ({ rule, found: concepts.fire(rule, clause) }));
    return {
      span: { from: tokens[0].from, to: tokens[tokens.length - 1].to },
      advice,
      classes: Array.from(byClass, ([means, found]) => ({ means, words: found.map(words) })),
      fires: tried.filter(({ found }) => found).map(({ rule }) => ({ rule: rule.id, article: rule.article })),
      stopped: tried.flatMap(({ rule, found }) => {
        const why = found ? null : stopped(concepts, rule, clause);
        return why ? [{ rule: rule.id, article: rule.article, why }] : [];
      }),
    };
  });
}
