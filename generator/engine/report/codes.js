// Reply codes (RFC 5321, 4.2) and status codes (RFC 3463) in a stream.
// May import limits.js and units.js. Finds codes; what a code means is decided elsewhere.
/** @import { CodeHit } from '../types.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Text } from '../pattern/text.js' */
import { MOST_PLACES } from '../limits.js';
import { GAP_LINE, GAP_NONE, GAP_SPACE, isWordUnit } from '../pattern/units.js';

const DIGIT0 = 48;
const DOT = 46;
const HYPHEN = 45;
const HASH = 35;
// What stands directly before a reply code when a server or a report says it.
const OPENERS = '\'":;(<#=[,>';

/** @param {number} unit */
function isDigit(unit) {
  return unit >= DIGIT0 && unit <= DIGIT0 + 9;
}

/** Is this a class of status codes: 2, 4 or 5? @param {number} unit */
function isClass(unit) {
  return unit === 50 || unit === 52 || unit === 53;
}

/** Where the part of a status code behind a dot at `at` ends, or -1. @param {Text} text @param {number} at @param {number} most digits */
function partEnd({ units, gaps, length }, at, most) {
  if (at >= length || units[at] !== DOT || gaps[at] === GAP_SPACE) return -1;
  const from = at + 1;
  let i = from;
  // A hard wrap may fall after a dot; after a digit a new line is a new word.
  const joins = () => gaps[i] === GAP_NONE || (i === from && gaps[i] === GAP_LINE);
  while (i < length && i - from < 3 && isDigit(units[i]) && joins()) i++;
  return i === from || i - from > most ? -1 : i;
}

/** Does what stands at `at` go on with the number before it? @param {Text} text @param {number} at */
function goesOn({ units, gaps, length }, at) {
  if (at >= length || gaps[at] !== GAP_NONE) return false;
  if (isDigit(units[at])) return true;
  return units[at] === DOT && at + 1 < length && isDigit(units[at + 1]) && gaps[at + 1] === GAP_NONE;
}

/** The end of a status code that starts at `at`, or -1. The subject is at most 7 (RFC 3463, 3), the detail 3 digits. @param {Text} text @param {number} at */
function statusEnd(text, at) {
  const { units, gaps } = text;
  if (!isClass(units[at])) return -1;
  if (at > 0 && gaps[at] === GAP_NONE && (isWordUnit(units[at - 1]) || units[at - 1] === DOT)) return -1;
  const subject = partEnd(text, at + 1, 1);
  if (subject < 0 || units[subject - 1] > DIGIT0 + 7) return -1;
  const detail = partEnd(text, subject, 3);
  return detail < 0 || goesOn(text, detail) ? -1 : detail;
}

/** Are these three digits that can be a reply code, in one word? @param {Text} text @param {number} at */
function isThreeDigits({ units, gaps, length }, at) {
  if ((units[at] !== 52 && units[at] !== 53) || at + 3 > length) return false;
  if (units[at + 1] > DIGIT0 + 7 || !isDigit(units[at + 1]) || !isDigit(units[at + 2])) return false;
  if (gaps[at + 1] !== GAP_NONE || gaps[at + 2] !== GAP_NONE) return false;
  const end = at + 3;
  if (end >= length || gaps[end] !== GAP_NONE) return true;
  return !(isWordUnit(units[end]) && units[end] < 128) && !(units[end] === DOT && isDigit(units[end + 1]));
}

/** The end of a reply code that starts at `at`, or -1. A bare number in a sentence is none. @param {Text} text @param {number} at */
function replyEnd(text, at) {
  if (!isThreeDigits(text, at)) return -1;
  const { units, gaps, length } = text;
  const end = at + 3;
  if (at === 0 || gaps[at] === GAP_LINE || OPENERS.includes(String.fromCharCode(units[at - 1]))) return end;
  const next = end < length && units[end] === HYPHEN ? end + 1 : end;
  return next < length && statusEnd(text, next + (units[next] === HASH ? 1 : 0)) > 0 ? end : -1;
}

/**
 * The codes of a text, in order; of very many the first.
 * @param {Text} text
 * @param {Meter} meter
 * @returns {CodeHit[]}
 */
export function findCodes(text, meter) {
  /** @type {CodeHit[]} */
  const found = [];
  const { units, length } = text;
  let left = 0;
  for (let at = 0; at < length; at++) {
    if (!isClass(units[at])) continue;
    const status = statusEnd(text, at);
    const end = status > 0 ? status : replyEnd(text, at);
    if (end < 0) continue;
    if (found.length < MOST_PLACES) {
      const code = String.fromCharCode(...units.subarray(at, end));
      found.push({ kind: status > 0 ? 'status' : 'reply', code, from: at, to: end });
    } else left++;
    at = end - 1;
  }
  meter.leaveOut('findings', left);
  return found;
}
