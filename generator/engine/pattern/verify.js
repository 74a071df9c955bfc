// Verifying one alternative of a pattern at one place of a text: linear, without backtracking.
// May import compile.js, holes.js and units.js. Never searches: the filter says where to look.
/** @import { Alternative, CutElement, Element, LiteralElement } from './compile.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Span } from '../types.js' */
/** @import { Text } from './text.js' */
import { GRAM } from './compile.js';
import { holeEnds, holeStarts } from './holes.js';
import { BARRIER, GAP_NONE, GAP_SPACE, isWordUnit } from './units.js';

/** The most units of a stream that a `...` may skip. */
const GAP_UNITS = 80;

/** The most units and words of a filler, and what ends a statement. */
const FILLER_UNITS = 26;
const FILLER_WORDS = 3;
const STATEMENT_ENDS = new Set(Array.from('.;:!?。：', (mark) => mark.charCodeAt(0)));
/** The values that a filler is handed over as, and what is left of words that break off. */
export const FILLER = '...';
export const CUT = '..';

/**
 * A position reached, and the way that led there. `hole`: the named hole just passed, which reached from `from` to `at`.
 * @typedef {{at: number, back: State | null, hole: string | null, from: number}} State
 */

/** @param {Text} text @param {LiteralElement} element @param {number} at @param {boolean} strict @param {Meter} meter */
function literalAt(text, element, at, strict, meter) {
  const { run, units, gaps } = element;
  const last = units.length - 1;
  meter.take(1 + (last >> 3));
  // Most differ in their first or last unit.
  if (text.units[at] !== units[0] || text.units[at + last] !== units[last]) return false;
  if (!text.folded.startsWith(run, at)) return false;
  if (!strict) return true;
  for (let i = 1; i < run.length; i++) if (!sameBoundary(text, at + i, gaps[i])) return false;
  return true;
}

// A short pattern such as "no user" must not be found in "casino users": where it has a space the text has one, and
// the other way round; a line break may be a hard wrap within a word.
/** @param {Text} text @param {number} at @param {number} wanted */
function sameBoundary(text, at, wanted) {
  if (!isWordUnit(text.units[at]) || !isWordUnit(text.units[at - 1])) return true;
  return wanted === GAP_NONE ? text.gaps[at] !== GAP_SPACE : text.gaps[at] !== GAP_NONE;
}

/** @param {Text} text @param {number} at */
function atWordStart(text, at) {
  return at === 0 || text.gaps[at] !== GAP_NONE || !isWordUnit(text.units[at]) || !isWordUnit(text.units[at - 1]);
}

/** @param {Text} text @param {number} end */
function atWordEnd(text, end) {
  return end >= text.length || atWordStart(text, end);
}

/** The positions that a `...` leads to. @param {Text} text @param {number} at @param {boolean} ahead @param {Meter} meter */
function gapReaches(text, at, ahead, meter) {
  const positions = [at];
  const step = ahead ? 1 : -1;
  for (let next = at; Math.abs(next - at) < GAP_UNITS; positions.push(next)) {
    const skipped = ahead ? next : next - 1;
    if (skipped < 0 || skipped >= text.length || text.units[skipped] === BARRIER) break;
    next += step;
  }
  meter.take(positions.length);
  return positions;
}

/** The positions that a few words more lead to. @param {Text} text @param {number} at @param {boolean} ahead @param {Meter} meter */
function fillerReaches(text, at, ahead, meter) {
  const positions = [];
  const step = ahead ? 1 : -1;
  for (let next = at; Math.abs(next - at) < FILLER_UNITS && positions.length < FILLER_WORDS; ) {
    const skipped = ahead ? next : next - 1;
    const unit = text.units[skipped];
    if (skipped < 0 || skipped >= text.length || unit === BARRIER || STATEMENT_ENDS.has(unit)) break;
    next += step;
    if (atWordStart(text, next)) positions.push(next);
  }
  meter.take(FILLER_UNITS);
  return positions;
}

/** Where words lead that a text breaks off within, or -1: at least so much of them as the filter looks at must be left. @param {Text} text @param {CutElement} element @param {number} at */
function cutReaches(text, { run }, at) {
  if (at + GRAM > text.length) return -1;
  const end = text.statedEnd(at, at + run.length);
  return end - at >= GRAM && end - at < run.length && run.startsWith(text.folded.slice(at, end)) ? end : -1;
}

/** Where the words of an element lead that stand behind `at`, or before it; -1 if others stand there. @param {Text} text @param {LiteralElement | CutElement} element @param {boolean} strict @param {number} at @param {boolean} ahead @param {Meter} meter */
function behindWords(text, element, strict, at, ahead, meter) {
  if ('cut' in element) return cutReaches(text, element, at);
  const { length } = element.units;
  const from = ahead ? at : at - length;
  if (!literalAt(text, element, from, strict, meter)) return -1;
  return ahead ? from + length : from;
}

/**
 * Positions that an element leads to from `at`: behind it when going ahead, else before it.
 * @param {Text} text @param {Alternative} alternative @param {number} index @param {number} at @param {boolean} ahead @param {Meter} meter
 */
function reached(text, { elements, strict }, index, at, ahead, meter) {
  const element = elements[index];
  if ('units' in element) {
    const to = behindWords(text, element, strict, at, ahead, meter);
    return to < 0 ? [] : [to];
  }
  if ('gap' in element) return gapReaches(text, at, ahead, meter);
  if ('filler' in element) return fillerReaches(text, at, ahead, meter);
  const beyond = elements[ahead ? index + 1 : index - 1];
  const units = beyond !== undefined && 'units' in beyond ? beyond.units : null;
  if (!ahead) return holeStarts(text, element.hole, at, units?.[units.length - 1], meter);
  return holeEnds(text, element.hole, at, units?.[0], meter);
}

/** @param {Element} element */
function nameOf(element) {
  if ('units' in element) return 'cut' in element ? CUT : null;
  if ('filler' in element) return FILLER;
  return 'hole' in element ? element.name : null;
}

/**
 * The states behind an element. No position is tried twice.
 * @param {Text} text @param {Alternative} alternative @param {number} index @param {State[]} states @param {boolean} ahead @param {Meter} meter
 */
function statesBehind(text, alternative, index, states, ahead, meter) {
  const hole = nameOf(alternative.elements[index]);
  /** @type {State[]} */
  const next = [];
  // Only several ways can lead to one position.
  const seen = states.length > 1 ? new Set() : null;
  for (const state of states) {
    if (meter.spent) return [];
    for (const at of reached(text, alternative, index, state.at, ahead, meter)) {
      if (seen?.has(at)) continue;
      seen?.add(at);
      next.push({ at, back: state, hole, from: state.at });
    }
  }
  return next;
}

/**
 * Follow the elements from `from` on.
 * @param {Text} text @param {Alternative} alternative @param {number} from @param {number} start @param {boolean} ahead
 * @param {boolean} loose @param {Meter} meter
 * @returns {State | null}
 */
function follow(text, alternative, from, start, ahead, loose, meter) {
  const { elements, strict } = alternative;
  /** @type {State[]} */
  let states = [{ at: start, back: null, hole: null, from: start }];
  for (let index = from; index >= 0 && index < elements.length && states.length; index += ahead ? 1 : -1) {
    const element = elements[index];
    if (states.length > 1 || !('units' in element)) {
      states = statesBehind(text, alternative, index, states, ahead, meter);
      continue;
    }
    // Nearly always: one state, and words behind it.
    const [state] = states;
    const at = behindWords(text, element, strict, state.at, ahead, meter);
    if (at < 0) return null;
    states = [{ at, back: state, hole: nameOf(element), from: state.at }];
  }
  const bounded = ahead ? atWordEnd : atWordStart;
  return states.find((state) => loose || bounded(text, state.at)) || null;
}

/** @param {State} state @param {Record<string, Span>} values @param {boolean} ahead */
function capture(state, values, ahead) {
  for (let step = state; step.back; step = step.back) {
    if (step.hole === null || Object.hasOwn(values, step.hole)) continue;
    values[step.hole] = ahead ? { from: step.from, to: step.at } : { from: step.at, to: step.from };
  }
}

/**
 * Does an alternative stand where its anchor was met?
 * @param {Text} text
 * @param {{alternative: Alternative, element: number, at: number}} filed the anchor: a literal, and where in it
 * @param {number} at where the anchor stands in the stream
 * @param {boolean} loose it need not start and end at a word's boundary
 * @param {Meter} meter
 * @returns {{from: number, to: number, size: number, values: Record<string, Span>} | null} positions in the stream;
 *   `values` are the named holes, `size` counts literal units
 */
export function verify(text, { alternative, element, at: lead }, at, loose, meter) {
  const anchor = /** @type {LiteralElement} */ (alternative.elements[element]);
  const start = at - lead;
  const end = behindWords(text, anchor, alternative.strict, start, true, meter);
  if (end < 0) return null;
  const after = follow(text, alternative, element + 1, end, true, loose, meter);
  if (!after) return null;
  const before = follow(text, alternative, element - 1, start, false, loose, meter);
  if (!before) return null;
  /** @type {Record<string, Span>} */
  const values = {};
  capture(before, values, false);
  capture(after, values, true);
  return { from: before.at, to: after.at, size: alternative.size, values };
}
