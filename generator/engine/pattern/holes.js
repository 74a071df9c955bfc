// What may fill a hole: an IP address, a mail address, a host, a URL, a word, a number.
// May import stream.js. Knows nothing of patterns; it only says how far a value reaches.
import { BARRIER, GAP_LINE, GAP_NONE } from './units.js';

// No value is longer, so the work at one place is bounded.
const LONGEST = 256;
const GIVEN_BACK = '.,;:)]>}\'"!';

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}(?![\d])(?!\.\d)/;
const IPV6 = /^[0-9a-f:]{2,39}(?:(?:\.\d{1,3}){3})?/;
const NUMBER = /^\d+(?:[.,]\d+)*/;
const HOST = /^[a-z0-9_\u0080-\ufffe-]+(?:\.[a-z0-9_\u0080-\ufffe-]+)+/;
const EMAIL =
  /^[^\s<>()[\],;:"@\u3000-\u303f]{1,64}@(?:[a-z0-9_\u0080-\ufffe-]+(?:\.[a-z0-9_\u0080-\ufffe-]+)*|\[[0-9a-f.:]+\])/;
const URL = /^(?:https?:\/\/|www\.)[^<>"\s\u3000-\u303f]+/;

/** The kinds of holes a pattern can name. */
export const HOLE_KINDS = ['ip', 'email', 'host', 'url', 'word', 'number'];

function validV4(text) {
  return text.split('.').every((part) => Number(part) <= 255);
}

/** Is this the text form of an IPv6 address (RFC 4291, 2.2)? */
function validV6(text) {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  let groups = 0;
  for (const half of halves) {
    if (half === '') continue;
    const parts = half.split(':');
    for (let i = 0; i < parts.length; i++) {
      const v4 = parts[i].includes('.');
      if (v4 ? i !== parts.length - 1 || !validV4(parts[i]) : !/^[0-9a-f]{1,4}$/.test(parts[i])) return false;
      groups += v4 ? 2 : 1;
    }
  }
  return halves.length === 2 ? groups < 8 : groups === 8;
}

function ipLength(text) {
  const v4 = IPV4.exec(text);
  if (v4) return validV4(v4[0]) ? v4[0].length : 0;
  const found = IPV6.exec(text);
  for (let length = found ? found[0].length : 0; length > 1; length--) {
    if (validV6(text.slice(0, length))) return length;
    if (text[length - 1] !== ':') return 0;
  }
  return 0;
}

function trimmedLength(text, length) {
  while (length > 0 && GIVEN_BACK.includes(text[length - 1])) length--;
  return length;
}

/** Lengths that a value of this kind can have at the start of `text` (folded, no white space), the best first. */
function lengthsOf(kind, text) {
  if (kind === 'ip') return positive([ipLength(text)]);
  if (kind === 'number') {
    const found = NUMBER.exec(text);
    return found ? positive([found[0].length, /^\d+/.exec(found[0])[0].length]) : [];
  }
  if (kind === 'word') return wordLengths(text);
  const found = (kind === 'host' ? HOST : kind === 'email' ? EMAIL : URL).exec(text);
  if (!found) return [];
  const longest = trimmedLength(text, found[0].length);
  // A host or a mail address has one length, but for a hyphen that stood after it.
  const lengths = kind === 'url' ? wordLengths(found[0]) : [longest];
  return positive(lengths);
}

function wordLengths(text) {
  const trimmed = trimmedLength(text, text.length);
  const lengths = trimmed > 0 ? [trimmed] : [];
  for (let length = text.length; length > 0; length--) if (length !== trimmed) lengths.push(length);
  return lengths;
}

function positive(lengths) {
  return lengths.filter((length, i) => length > 0 && lengths.indexOf(length) === i);
}

function runEnd(stream, from, acrossLines) {
  const limit = Math.min(stream.length, from + LONGEST);
  let i = from;
  while (i < limit && stream.units[i] !== BARRIER) {
    if (i > from && stream.gaps[i] !== GAP_NONE && !(acrossLines && stream.gaps[i] === GAP_LINE)) break;
    i++;
  }
  return i;
}

/** The units [from, to) of a stream as a string. */
function textOf(stream, from, to) {
  return String.fromCharCode.apply(null, stream.units.subarray(from, to));
}

/**
 * Positions where a value that starts at unit `from` can end, the best first.
 * @param {string} kind one of HOLE_KINDS
 * @param {boolean} literalFollows the pattern goes on with a literal: only then may a value cross a line break, and
 *   only then may a word or URL be cut short.
 */
export function holeEnds(stream, kind, from, literalFollows) {
  if (from >= stream.length || stream.units[from] === BARRIER) return [];
  const near = runEnd(stream, from, false);
  let lengths = lengthsOf(kind, textOf(stream, from, near));
  if (!literalFollows) return lengths.slice(0, 1).map((length) => from + length);
  if (near < stream.length && stream.gaps[near] === GAP_LINE) {
    const far = runEnd(stream, from, true);
    lengths = positive(lengths.concat(lengthsOf(kind, textOf(stream, from, far))));
  }
  return lengths.map((length) => from + length);
}

/**
 * Positions where a value that ends before unit `to` can start, the longest value first.
 * @param {boolean} literalPrecedes a literal stands before the hole: only then may a word start within a run ("id=7")
 */
export function holeStarts(stream, kind, to, literalPrecedes) {
  const starts = [];
  const limit = Math.max(0, to - LONGEST);
  // One unit more shows whether the value would go on; past a gap it can't.
  const seen = to < stream.length && stream.gaps[to] === GAP_NONE ? to + 1 : to;
  for (let i = to - 1; i >= limit && stream.units[i] !== BARRIER; i--) {
    const length = to - i;
    if (
      kind === 'word'
        ? literalPrecedes ||
          stream.gaps[i] !== GAP_NONE ||
          '<([{"\''.includes(String.fromCharCode(stream.units[i - 1] || 32))
        : lengthsOf(kind, textOf(stream, i, seen)).includes(length)
    )
      starts.unshift(i);
    // A wrap within the value is crossed where the literal before tells where to stop, or where nothing else is a value.
    if (stream.gaps[i] !== GAP_NONE && !(stream.gaps[i] === GAP_LINE && (literalPrecedes || !starts.length))) break;
  }
  return starts;
}
