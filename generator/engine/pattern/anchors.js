// Made when the catalogue is compiled, never in a browser: where each pattern is anchored, and which patterns can't be used.
// May import compile.js, syntax.js, runs.js. Its answer depends on the pattern alone, so it can be kept by the pattern's text.
/** @import { Alternative } from './compile.js' */
import { compilePattern, GRAM } from './compile.js';
import { plainRuns } from './runs.js';
import { alternativesOf, PatternProblem } from './syntax.js';

// Longer patterns say more than ordinary mail does, so nobody needs to look them up.
const LONGEST_COMMON = 60;

/**
 * @typedef {number | string} Anchor an offset into the pattern's text where four plain units start, or these units, folded
 * @typedef {{common: Set<string>, weight: (gram: string) => number}} Lists `common`: words that ordinary mail uses;
 *   `weight`: how often four units stand in bounces
 * @typedef {{anchor: Anchor, gram: string, covers: Set<number>, weight: number}} Candidate
 */

/** The words of a literal as ordinary mail would have them: folded, single spaces, no punctuation around. @param {string} literal */
function wordsOf(literal) {
  return literal
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** @param {string} text @param {Set<string>} common */
function refuseCommon(text, common) {
  for (const parts of alternativesOf(text)) {
    const telling = parts.map((part) => ('literal' in part ? wordsOf(part.literal) : '')).filter(Boolean);
    if (telling.join('').length > LONGEST_COMMON) continue;
    // A sentence about an address, as in "mailbox {email} does not exist", is a server's even if its words are common.
    if (telling.length > 1 && parts.some((part) => 'hole' in part && part.hole === 'email')) continue;
    if (telling.every((words) => common.has(words))) {
      throw new PatternProblem(
        `"${telling.join(' ... ')}" stands in ordinary mail too`,
        'keep more of the words around it',
      );
    }
  }
}

/** @param {Alternative[]} alternatives @param {(run: string) => boolean} wanted */
function covered(alternatives, wanted) {
  const covers = new Set();
  alternatives.forEach((alternative, index) => {
    if (alternative.elements.some((e) => 'units' in e && wanted(e.run))) covers.add(index);
  });
  return covers;
}

/** Each four units of an alternative's literals. @param {Alternative} alternative */
function gramsOf({ elements }) {
  const grams = new Set();
  for (const element of elements) {
    if (!('units' in element)) continue;
    for (let at = 0; at + GRAM <= element.run.length; at++) grams.add(element.run.slice(at, at + GRAM));
  }
  return grams;
}

/** Each four units with the alternatives that hold them. @param {Alternative[]} alternatives @param {Lists} lists */
function byGram(alternatives, lists) {
  /** @type {Map<string, Candidate>} */
  const found = new Map();
  alternatives.forEach((alternative, index) => {
    for (const gram of gramsOf(alternative)) {
      const known = found.get(gram);
      if (known) known.covers.add(index);
      else found.set(gram, { anchor: gram, gram, covers: new Set([index]), weight: lists.weight(gram) });
    }
  });
  return found;
}

/** @param {string} text @param {Alternative[]} alternatives @param {Lists} lists @returns {Candidate[]} */
function candidates(text, alternatives, lists) {
  const found = byGram(alternatives, lists);
  for (const { run, offsets } of plainRuns(text)) {
    const covers = covered(alternatives, (literal) => literal.includes(run));
    for (let at = 0; at + GRAM <= run.length; at++) {
      const known = found.get(run.slice(at, at + GRAM));
      if (known && typeof known.anchor === 'string' && known.covers.size === covers.size) known.anchor = offsets[at];
    }
  }
  return Array.from(found.values());
}

/** What a candidate costs for each alternative that it newly covers; Infinity for none. @param {Candidate} one @param {Set<number>} left */
function priceOf(one, left) {
  let fresh = 0;
  for (const index of one.covers) if (left.has(index)) fresh++;
  // An offset costs less than four characters, and its run is compared natively.
  const kind = typeof one.anchor === 'string' ? 2 : 1;
  return fresh ? ((one.weight + 1) * kind) / fresh : Infinity;
}

/** Candidates that cover all alternatives, the rarest for what they cover first. @param {Candidate[]} all @param {number} count */
function cover(all, count) {
  const left = new Set(Array.from({ length: count }, (_, index) => index));
  const chosen = [];
  while (left.size) {
    let best = all[0];
    let least = Infinity;
    for (const one of all) {
      const price = priceOf(one, left);
      if (price < least) {
        least = price;
        best = one;
      }
    }
    chosen.push(best.anchor);
    for (const index of best.covers) left.delete(index);
  }
  return chosen;
}

/**
 * Where a pattern is anchored: each of its alternatives holds one of these at least.
 * @param {string} text
 * @param {Lists} lists
 * @param {boolean} trusted words that ordinary mail uses too are allowed: names, codes and reporters' frames
 * @returns {Anchor[]}
 * @throws {PatternProblem}
 */
export function anchorsOf(text, lists, trusted) {
  const alternatives = compilePattern(text);
  if (!trusted) refuseCommon(text, lists.common);
  return cover(candidates(text, alternatives, lists), alternatives.length);
}
