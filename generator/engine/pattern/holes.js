// What may fill a hole: an IP address, a mail address, a host, a URL, a word, a number.
// May import limits.js, units.js and values.js. Knows nothing of patterns; it only says how far a value reaches.
/** @import { Meter } from '../limits.js' */
import { LONGEST_VALUE } from '../limits.js';
import { BARRIER, GAP_LINE, GAP_NONE } from './units.js';
import { canHold, emailLength, hostLength, ipLength, trimmedLength, urlLength } from './values.js';

const NUMBER = /^\d+(?:[.,]\d+)*/;

/** The kinds of holes a pattern can name. */
export const HOLE_KINDS = ['ip', 'email', 'host', 'url', 'word', 'number'];

/**
 * What holes read of a stream: units, and the gap before each.
 * @typedef {{units: Uint16Array, gaps: Uint8Array, length: number}} Stream
 */

/**
 * Lengths that a value of this kind can have at the start of `text` (folded, no white space), the best first.
 * @param {string} kind
 * @param {string} text
 */
function lengthsOf(kind, text) {
  if (kind === 'ip') return positive([ipLength(text)]);
  if (kind === 'number') {
    const found = (NUMBER.exec(text) || [''])[0];
    return positive([found.length, found.search(/[.,]|$/)]);
  }
  if (kind === 'word') return wordLengths(text);
  const untrimmed = (kind === 'host' ? hostLength : kind === 'email' ? emailLength : urlLength)(text);
  // A URL may be cut short; a host or a mail address has one length.
  return kind === 'url' ? wordLengths(text.slice(0, untrimmed)) : positive([trimmedLength(text, untrimmed)]);
}

/** @param {string} text */
function wordLengths(text) {
  const trimmed = trimmedLength(text, text.length);
  const lengths = trimmed > 0 ? [trimmed] : [];
  for (let length = text.length; length > 0; length--) if (length !== trimmed) lengths.push(length);
  return lengths;
}

/** @param {number[]} lengths */
function positive(lengths) {
  return lengths.filter((length, i) => length > 0 && lengths.indexOf(length) === i);
}

/** @param {Stream} stream @param {number} from @param {boolean} acrossLines */
function runEnd(stream, from, acrossLines) {
  const limit = Math.min(stream.length, from + LONGEST_VALUE);
  let i = from;
  while (i < limit && stream.units[i] !== BARRIER) {
    if (i > from && stream.gaps[i] !== GAP_NONE && !(acrossLines && stream.gaps[i] === GAP_LINE)) break;
    i++;
  }
  return i;
}

/** The units [from, to) of a stream as a string. @param {Stream} stream @param {number} from @param {number} to */
function textOf(stream, from, to) {
  return String.fromCharCode.apply(null, /** @type {any} */ (stream.units.subarray(from, to)));
}

/**
 * Positions where a value that starts at unit `from` can end, the best first.
 * @param {Stream} stream
 * @param {string} kind one of HOLE_KINDS
 * @param {number} from
 * @param {number | undefined} next the unit that the literal behind the hole begins with: only before it a value ends, only
 *   then may a value cross a line break, and only then may a word or URL be cut short
 * @param {Meter} meter
 */
export function holeEnds(stream, kind, from, next, meter) {
  if (from >= stream.length || stream.units[from] === BARRIER) return [];
  const near = runEnd(stream, from, false);
  meter.take(8 + near - from);
  let lengths = lengthsOf(kind, textOf(stream, from, near));
  if (next === undefined) return lengths.slice(0, 1).map((length) => from + length);
  if (near < stream.length && stream.gaps[near] === GAP_LINE) {
    const far = runEnd(stream, from, true);
    meter.take(far - from);
    lengths = positive(lengths.concat(lengthsOf(kind, textOf(stream, from, far))));
  }
  return lengths.map((length) => from + length).filter((end) => stream.units[end] === next);
}

/** The first unit from which a value of this kind could reach to `to`: what can't be in one ends the way back. @param {Stream} stream @param {string} kind @param {number} to */
function earliest({ units, gaps }, kind, to) {
  const limit = Math.max(0, to - LONGEST_VALUE);
  let from = to;
  while (from > limit && units[from - 1] !== BARRIER && (kind === 'word' || canHold(kind, units[from - 1]))) {
    from--;
    if (gaps[from] !== GAP_NONE && gaps[from] !== GAP_LINE) break;
  }
  return from;
}

/** Can a word start at unit `at` although a literal before it doesn't say so? @param {Stream} stream @param {number} at */
function startsWord({ units, gaps }, at) {
  return gaps[at] !== GAP_NONE || '<([{"\''.includes(String.fromCharCode(units[at - 1] || 32));
}

/**
 * Positions where a value that ends before unit `to` can start, the longest value first.
 * @param {Stream} stream
 * @param {string} kind one of HOLE_KINDS
 * @param {number} to
 * @param {number | undefined} before the unit that the literal before the hole ends with: only behind it a value starts, and
 *   only then may a word start within a run ("id=7")
 * @param {Meter} meter
 */
export function holeStarts(stream, kind, to, before, meter) {
  /** @type {number[]} */
  const starts = [];
  const from = earliest(stream, kind, to);
  meter.take(8 + to - from);
  // One unit more shows whether the value would go on; past a gap it can't.
  const seen = to < stream.length && stream.gaps[to] === GAP_NONE ? to + 1 : to;
  const text = kind === 'word' ? '' : textOf(stream, from, seen);
  for (let i = to - 1; i >= from; i--) {
    if (before === undefined || stream.units[i - 1] === before) {
      meter.take((to - i) >> 3);
      const fits =
        kind === 'word'
          ? before !== undefined || startsWord(stream, i)
          : lengthsOf(kind, text.slice(i - from)).includes(to - i);
      if (fits) starts.unshift(i);
    }
    // A wrap within the value is crossed where the literal before tells where to stop, or where nothing else is a value.
    const crossed = stream.gaps[i] === GAP_LINE && (before !== undefined || !starts.length);
    if (stream.gaps[i] !== GAP_NONE && !crossed) break;
  }
  return starts;
}
