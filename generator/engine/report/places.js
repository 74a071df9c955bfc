// Ranges of positions: joined, and looked up.
// May import nothing. Knows nothing of reports.
/** @import { Span } from '../types.js' */

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
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Does `at` stand in one of the merged ranges? @param {Span[]} ranges @param {number} at */
export function insideAny(ranges, at) {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle].to <= at) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low].from <= at;
}
