// The compiler of patterns and of concepts as a host calls it, in JSON: for the build, never for a browser.
// May import the pattern and the concept room. Keeps the lists it was given.
/** @import { Lists } from '../engine/pattern/anchors.js' */
import { compileWords } from '../engine/concept/compile.js';
import { anchorsOf } from '../engine/pattern/anchors.js';
import { PatternProblem } from '../engine/pattern/syntax.js';

/** @type {Lists} */
let lists = { common: new Set(), weight: () => 0 };

/** Take the lists: JSON {common: words of ordinary mail, grams: {four units: how often they stand in bounces}}. @param {string} json */
export function load(json) {
  const { common, grams } = JSON.parse(json);
  const known = new Map(Object.entries(grams));
  lists = { common: new Set(common), weight: (gram) => known.get(gram) || 0 };
  return 'null';
}

/** The anchors of patterns: JSON [[text, trusted]] -> JSON [anchors or {message, mend}]. @param {string} json */
export function anchors(json) {
  return JSON.stringify(
    JSON.parse(json).map((/** @type {[string, boolean]} */ [text, trusted]) => {
      try {
        return anchorsOf(text, lists, trusted);
      } catch (problem) {
        if (!(problem instanceof PatternProblem)) throw problem;
        return { message: problem.message, mend: problem.mend };
      }
    }),
  );
}

/** The tables of a lexicon: JSON of kb/concepts without languages -> JSON (concept/compile.js). @param {string} json */
export function words(json) {
  return JSON.stringify(compileWords(JSON.parse(json)));
}
