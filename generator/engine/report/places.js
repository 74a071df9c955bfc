// Ranges of positions: joined, and looked up.
// May import ascending.js. Knows nothing of reports.
/** @import { Span } from '../types.js' */
import { firstIndex } from '../ascending.js';

/** Ranges in order, overlapping ones made one. @param {Span[]} ranges @returns {Span[]} */
export function merged(ranges) {
  /** @type {Span[]} */
  const joined = [];
  for (const range of ranges.slice().sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else joined.push({ from: range.from, to: range.to });
  }
  return joined;
}

/** The first of some ascending numbers that is at least `wanted`: its place in the list. @param {number[]} list @param {number} wanted */
export function firstFrom(list, wanted) {
  return firstIndex(list.length, (index) => list[index] >= wanted);
}

/** Does `at` stand in one of the merged ranges? @param {Span[]} ranges @param {number} at */
export function insideAny(ranges, at) {
  const next = firstIndex(ranges.length, (index) => ranges[index].to > at);
  return next < ranges.length && ranges[next].from <= at;
}
