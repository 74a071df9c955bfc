// Reply codes (RFC 5321, 4.2) and status codes (RFC 3463) in a stream.
// May import stream.js. Finds codes; what a code means is decided elsewhere.
import { GAP_LINE, GAP_NONE, GAP_SPACE, isWordUnit } from '../pattern/stream.js';

const DIGIT0 = 48;
const DOT = 46;
const HYPHEN = 45;
// What stands directly before a reply code when a server or a report says it.
const OPENERS = '\'":;(<#=[,>';

function isDigit(unit) {
  return unit >= DIGIT0 && unit <= DIGIT0 + 9;
}

/** The end of a status code that starts at `at`, or -1. The subject is at most 7 (RFC 3463, 3), the detail 3 digits. */
function statusEnd(stream, at) {
  const { units, gaps, length } = stream;
  if (at > 0 && gaps[at] === GAP_NONE && (isWordUnit(units[at - 1]) || units[at - 1] === DOT)) return -1;
  if (units[at] !== 50 && units[at] !== 52 && units[at] !== 53) return -1;
  let i = at + 1;
  for (let part = 0; part < 2; part++) {
    if (i >= length || units[i] !== DOT || gaps[i] === GAP_SPACE) return -1;
    i++;
    const from = i;
    // A hard wrap may fall after a dot; after a digit a new line is a new word.
    while (
      i < length &&
      i - from < 3 &&
      isDigit(units[i]) &&
      (gaps[i] === GAP_NONE || (i === from && gaps[i] === GAP_LINE))
    )
      i++;
    if (i === from || (part === 0 && (i - from > 1 || units[from] > DIGIT0 + 7))) return -1;
  }
  if (i < length && gaps[i] === GAP_NONE) {
    if (isDigit(units[i])) return -1;
    if (units[i] === DOT && i + 1 < length && isDigit(units[i + 1]) && gaps[i + 1] === GAP_NONE) return -1;
  }
  return i;
}

/** The end of a reply code that starts at `at`, or -1. A bare number in a sentence is none. */
function replyEnd(stream, at) {
  const { units, gaps, length } = stream;
  if ((units[at] !== 52 && units[at] !== 53) || at + 3 > length) return -1;
  if (units[at + 1] > DIGIT0 + 7 || !isDigit(units[at + 1]) || !isDigit(units[at + 2])) return -1;
  if (gaps[at + 1] !== GAP_NONE || gaps[at + 2] !== GAP_NONE) return -1;
  const end = at + 3;
  if (
    end < length &&
    gaps[end] === GAP_NONE &&
    ((isWordUnit(units[end]) && units[end] < 128) || (units[end] === DOT && isDigit(units[end + 1])))
  )
    return -1;
  const lineStart = at === 0 || gaps[at] === GAP_LINE;
  const opened = at > 0 && OPENERS.includes(String.fromCharCode(units[at - 1]));
  const next = end < length && units[end] === HYPHEN ? end + 1 : end;
  const followed = next < length && statusEnd(stream, next + (units[next] === 35 ? 1 : 0)) > 0;
  return lineStart || opened || followed ? end : -1;
}

/**
 * All codes of a stream, in order.
 * @returns {{kind: 'reply' | 'status', code: string, from: number, to: number}[]} positions in the stream
 */
export function findCodes(stream) {
  const found = [];
  for (let at = 0; at < stream.length; at++) {
    const unit = stream.units[at];
    if (unit !== 50 && unit !== 52 && unit !== 53) continue;
    const status = statusEnd(stream, at);
    const end = status > 0 ? status : replyEnd(stream, at);
    if (end < 0) continue;
    let code = '';
    for (let i = at; i < end; i++) code += String.fromCharCode(stream.units[i]);
    found.push({ kind: status > 0 ? 'status' : 'reply', code, from: at, to: end });
    at = end - 1;
  }
  return found;
}
