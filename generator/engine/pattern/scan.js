// Finding patterns in a stream: a prefilter that looks at four units at a time, then verification without backtracking.
// May import stream.js, holes.js and pattern.js. Never asks what a pattern is for.
import { BARRIER, GAP_NONE, GAP_SPACE, isWordUnit } from './stream.js';
import { holeEnds, holeStarts } from './holes.js';
import { GAP_UNITS, GRAM } from './compile.js';

const BUCKETS = 1 << 18;

function bucketAt(units, at) {
  const h =
    Math.imul(units[at], 0x9e3779b1) ^
    Math.imul(units[at + 1], 0x85ebca6b) ^
    Math.imul(units[at + 2], 0xc2b2ae35) ^
    Math.imul(units[at + 3], 0x27d4eb2f);
  return (h ^ (h >>> 16)) & (BUCKETS - 1);
}

/** Call `take(element index, position in it, units)` for each run of four units of a compiled alternative. */
export function eachGram(entry, take) {
  entry.elements.forEach((element, index) => {
    if (!element.units) return;
    for (let at = 0; at + GRAM <= element.units.length; at++) take(index, at, element.units);
  });
}

/**
 * A prefilter over compiled alternatives: each is filed under the rarest of its runs of four units. Rarity is counted by
 * bucket: two runs that share one only make each other look more common.
 * @param {{elements: object[]}[]} entries alternatives with whatever else the caller needs to know of them
 * @returns {object} for `findAll`
 */
export function buildFilter(entries) {
  const frequency = new Uint32Array(BUCKETS);
  for (const entry of entries)
    eachGram(entry, (element, at, units) => {
      frequency[bucketAt(units, at)]++;
    });
  const filed = new Map();
  const bitmap = new Uint8Array(BUCKETS);
  for (const entry of entries) {
    const best = { entry, element: 0, at: 0 };
    let least = Infinity;
    let bucket = 0;
    eachGram(entry, (element, at, units) => {
      const here = bucketAt(units, at);
      if (frequency[here] < least) {
        least = frequency[here];
        bucket = here;
        Object.assign(best, { element, at });
      }
    });
    if (!filed.has(bucket)) filed.set(bucket, []);
    filed.get(bucket).push(best);
    bitmap[bucket] = 1;
  }
  return { filed, bitmap };
}

function literalAt(stream, element, at, strict, work) {
  const { units } = element;
  if (at < 0 || at + units.length > stream.length) return false;
  work.left -= 1;
  for (let i = 0; i < units.length; i++) {
    if (stream.units[at + i] !== units[i]) {
      work.left -= i >> 3;
      return false;
    }
    if (strict && i > 0 && !sameBoundary(stream, at + i, element.gaps[i])) return false;
  }
  work.left -= units.length >> 3;
  return true;
}

// A short pattern such as "no user" must not be found in "casino users": where it has a space the text has one, and
// the other way round; a line break may be a hard wrap within a word.
function sameBoundary(stream, at, wanted) {
  if (!isWordUnit(stream.units[at]) || !isWordUnit(stream.units[at - 1])) return true;
  return wanted === GAP_NONE ? stream.gaps[at] !== GAP_SPACE : stream.gaps[at] !== GAP_NONE;
}

function atWordStart(stream, at) {
  return at === 0 || stream.gaps[at] !== GAP_NONE || !isWordUnit(stream.units[at]) || !isWordUnit(stream.units[at - 1]);
}

function atWordEnd(stream, end) {
  return end >= stream.length || atWordStart(stream, end);
}

/** Positions that element `index` leads to from `at`: behind it when going ahead, else before it. */
function reached(stream, entry, index, at, ahead, work) {
  const element = entry.elements[index];
  if (element.units) {
    const start = ahead ? at : at - element.units.length;
    return literalAt(stream, element, start, entry.strict, work) ? [ahead ? start + element.units.length : start] : [];
  }
  if (element.hole) {
    work.left -= ahead ? 8 : 64;
    const beyond = entry.elements[ahead ? index + 1 : index - 1];
    const literal = beyond !== undefined && !!beyond.units;
    return ahead ? holeEnds(stream, element.hole, at, literal) : holeStarts(stream, element.hole, at, literal);
  }
  const positions = [at];
  const step = ahead ? 1 : -1;
  for (let next = at; Math.abs(next - at) < GAP_UNITS; positions.push(next)) {
    const skipped = ahead ? next : next - 1;
    if (skipped < 0 || skipped >= stream.length || stream.units[skipped] === BARRIER) break;
    work.left -= 1;
    next += step;
  }
  return positions;
}

/** Follow the elements from `from` on; a state is a position with the way that led there. No position is tried twice. */
function follow(stream, entry, from, start, ahead, work) {
  let states = [{ at: start, back: null, hole: null, from: start }];
  for (let index = from; index in entry.elements && states.length; index += ahead ? 1 : -1) {
    const { hole } = entry.elements[index];
    const next = new Map();
    for (const state of states) {
      if (work.left < 0) return null;
      for (const at of reached(stream, entry, index, state.at, ahead, work)) {
        if (!next.has(at)) next.set(at, { at, back: state, hole: hole ? entry.elements[index] : null, from: state.at });
      }
    }
    states = Array.from(next.values());
  }
  const bounded = ahead ? (at) => atWordEnd(stream, at) : (at) => atWordStart(stream, at);
  return states.find((state) => entry.loose || bounded(state.at)) || null;
}

function capture(stream, state, values, ahead) {
  for (let step = state; step && step.back; step = step.back) {
    if (!step.hole || !step.hole.name) continue;
    const [from, to] = ahead ? [step.from, step.at] : [step.at, step.from];
    if (!(step.hole.name in values)) values[step.hole.name] = { from, to };
  }
}

function verify(stream, filed, at, work) {
  const { entry } = filed;
  const anchor = entry.elements[filed.element];
  const start = at - filed.at;
  if (!literalAt(stream, anchor, start, entry.strict, work)) return null;
  const after = follow(stream, entry, filed.element + 1, start + anchor.units.length, true, work);
  if (!after) return null;
  const before = follow(stream, entry, filed.element - 1, start, false, work);
  if (!before) return null;
  const values = {};
  capture(stream, before, values, false);
  capture(stream, after, values, true);
  return { entry, from: before.at, to: after.at, values };
}

/**
 * All places where an alternative stands in the stream.
 * @param {object} filter from `buildFilter`
 * @param {object} stream from `streamOf`
 * @param {{left: number}} work units of work that may still be done; below 0 the search stops early
 * @returns {{entry: object, from: number, to: number, values: object}[]} `from` and `to` are positions in the stream,
 *   `values` the named holes as {from, to}; in the order of the stream
 */
export function findAll(filter, stream, work) {
  const found = [];
  const { units, length } = stream;
  for (let at = 0; at + GRAM <= length; at++) {
    const bucket = bucketAt(units, at);
    if (!filter.bitmap[bucket]) continue;
    for (const filed of filter.filed.get(bucket)) {
      if (work.left < 0) return found;
      const match = verify(stream, filed, at, work);
      if (match) found.push(match);
    }
  }
  return found;
}
