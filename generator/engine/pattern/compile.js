// The pattern compiler: a sentence with holes becomes a list of alternatives, each a list of elements on a stream.
// May import syntax.js, stream.js and units.js. Never sees a report, and never judges whether a pattern is a good one.
/** @import { Part } from './syntax.js' */
import { streamOfLiteral } from './stream.js';
import { alternativesOf, PatternProblem } from './syntax.js';

/** A Latin pattern with fewer units keeps its inner word boundaries. */
const SHORT_PATTERN = 12;
/** The filter looks at this many units at a time, so a pattern needs a literal of at least this length. */
export const GRAM = 4;

/**
 * @typedef {{units: Uint16Array, gaps: Uint8Array, run: string}} LiteralElement `run`: the units as a string
 * @typedef {{hole: string, name: string | null}} HoleElement
 * @typedef {{gap: true}} GapElement
 * @typedef {{filler: true}} FillerElement words that a pattern doesn't have, and what near.js makes of its last words
 * @typedef {LiteralElement & {cut: true}} CutElement
 * @typedef {LiteralElement | HoleElement | GapElement | FillerElement | CutElement} Element
 * @typedef {{elements: Element[], size: number, strict: boolean}} Alternative `size` counts literal units; `strict`:
 *   inner word boundaries count
 */

/** @param {Part} part @returns {Element} */
function elementOf(part) {
  if (!('literal' in part)) return part;
  const { units, gaps } = streamOfLiteral(part.literal);
  return { units, gaps, run: String.fromCharCode.apply(null, /** @type {any} */ (units)) };
}

/** @param {Part[]} parts @returns {Alternative} */
function compileAlternative(parts) {
  const elements = parts.map(elementOf).filter((e) => !('units' in e) || e.units.length > 0);
  while (elements.length && 'gap' in elements[0]) elements.shift();
  while (elements.length && 'gap' in elements[elements.length - 1]) elements.pop();
  let size = 0;
  let longest = 0;
  let latin = true;
  for (const element of elements) {
    if (!('units' in element)) continue;
    size += element.units.length;
    longest = Math.max(longest, element.units.length);
    latin = latin && element.units.every((unit) => unit < 0x530);
  }
  if (longest < GRAM) {
    throw new PatternProblem('no literal of 4 characters or more', 'keep more of the words that the server says');
  }
  return { elements, size, strict: latin && size < SHORT_PATTERN };
}

/** @param {Alternative} alternative */
function keyOf({ elements }) {
  return elements
    .map((e) => ('units' in e ? e.run : 'hole' in e ? `\uffff${e.hole} ${e.name || ''}` : '\uffff '))
    .join('\ufffe');
}

/**
 * Compile a pattern.
 * @param {string} text the pattern language of the catalogue
 * @returns {Alternative[]} its alternatives, each once
 * @throws {PatternProblem}
 */
export function compilePattern(text) {
  const seen = new Set();
  const compiled = [];
  for (const parts of alternativesOf(text)) {
    const one = compileAlternative(parts);
    const key = keyOf(one);
    if (!seen.has(key)) compiled.push(one);
    seen.add(key);
  }
  return compiled;
}
