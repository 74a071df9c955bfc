// What a text hides in an encoding: quoted-printable, percent, entities, escapes of programs, base64, lines broken within <>.
// May import reading.js and the room mail. Each reading holds only the lines that have something to decode.
import { decodeEntities } from '../../mail/html.js';
import { decodeBase64 } from '../../mail/transfer.js';
import { readUtf8 } from '../../mail/unicode.js';
import { Builder, folded, HIDDEN } from './reading.js';

/** @import { Reading } from './reading.js' */
/** @typedef {{text: string, length: number}} Decoded what stands for so many units of the source */

const ROUNDS = 3;
const WEB =
  /%[0-9a-f]{2}|&(?:#|[a-z]{2,8};)|\\u|\\x|\+(?:AEA-|2[0-9a-f]|3[0-9a-f]|40|5f)|[([{<] ?(?:at|dot|@|\.|アット|ドット)/i;
const QUOTED = /=(?:[0-9a-f]{2}|[ \t]*\r?\n)/i;
const ENTITY = /&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,7});?/iy;
const ESCAPE = /\\(?:u00|[ux]\{0{0,4}|x)([0-9a-f]{2})\}?/iy;
const XTEXT = /\+(2[0-9a-f]|3[a-f]|40|5f)/iy;
const SPELLED = / ?[([{<] ?(at|dot|@|\.|アットマーク|アット|ドット) ?[)\]}>] ?/iy;
const SOFT_BREAK = /=[ \t]*\r?\n(?:[ \t]*>[ \t>]*)?/y;
const WRAPPED = /<[^\s<>]{1,320}(?:\r?\n[ \t>]{0,20}[^\s<>]{1,320}){1,3}>/g;
const BREAK = /\r?\n[ \t>]{0,20}/y;
// In URLs `-` and `_` stand for `+` and `/` (RFC 4648, 5).
const BASE64_RUN = /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{16,}={0,2}/g;
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x80-\xff]/;

/** @param {RegExp} regex sticky @param {string} text @param {number} at */
function matchAt(regex, text, at) {
  regex.lastIndex = at;
  return regex.exec(text);
}

/** @param {string} text @param {number} at @param {string} sign @returns {number} -1: no byte stands here */
function byteAt(text, at, sign) {
  if (text[at] !== sign || !/^[0-9a-f]{2}$/i.test(text.slice(at + 1, at + 3))) return -1;
  return parseInt(text.slice(at + 1, at + 3), 16);
}

/** An ASCII character or one of UTF-8, each byte behind a sign. @returns {Decoded | null} */
function bytesAt(/** @type {string} */ text, /** @type {number} */ at, /** @type {string} */ sign) {
  const lead = byteAt(text, at, sign);
  if (lead < 0) return null;
  if (lead < 0x80) return { text: lead < 0x20 || lead === 0x7f ? ' ' : String.fromCharCode(lead), length: 3 };
  const count = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
  let bytes = String.fromCharCode(lead);
  for (let i = 1; i < count; i++) {
    const next = byteAt(text, at + 3 * i, sign);
    if (next < 0) return null;
    bytes += String.fromCharCode(next);
  }
  const read = readUtf8(bytes);
  return read.sequences === 1 && !read.invalid ? { text: read.text, length: 3 * count } : null;
}

/** @param {RegExpExecArray | null} found the second group in hexadecimal @returns {Decoded | null} */
function fromHex(found) {
  return found && { text: String.fromCharCode(parseInt(found[1], 16)), length: found[0].length };
}

/** @returns {Decoded | null} */
function webAt(/** @type {string} */ text, /** @type {number} */ at) {
  const char = text[at];
  if (char === '%') return bytesAt(text, at, '%');
  if (char === '\\') return fromHex(matchAt(ESCAPE, text, at));
  // UTF-7, and the xtext of RFC 3461.
  if (char === '+')
    return text.startsWith('AEA-', at + 1) ? { text: '@', length: 5 } : fromHex(matchAt(XTEXT, text, at));
  if (char === '&') {
    const found = matchAt(ENTITY, text, at);
    const decoded = found ? decodeEntities(found[0]) : '';
    return found && decoded !== found[0] ? { text: decoded, length: found[0].length } : null;
  }
  if (!' ([{<'.includes(char)) return null;
  const found = matchAt(SPELLED, text, at);
  return found && { text: /dot|ドット|\./i.test(found[1]) ? '.' : '@', length: found[0].length };
}

/** @returns {Decoded | null} */
function quotedAt(/** @type {string} */ text, /** @type {number} */ at) {
  if (text[at] !== '=') return null;
  const soft = matchAt(SOFT_BREAK, text, at);
  return soft ? { text: '', length: soft[0].length } : bytesAt(text, at, '=');
}

/** @returns {Decoded | null} */
function breakAt(/** @type {string} */ text, /** @type {number} */ at) {
  const found = text[at] === '\n' || text[at] === '\r' ? matchAt(BREAK, text, at) : null;
  return found && { text: '', length: found[0].length };
}

/** The end of the line at `at`, and of the next one while the break is a soft one. @param {string} text @param {number} at */
function linesEnd(text, at) {
  for (let end = text.indexOf('\n', at); end >= 0; end = text.indexOf('\n', end + 1)) {
    if (!/=[ \t]{0,4}\r?$/.test(text.slice(Math.max(at, end - 6), end))) return end + 1;
  }
  return text.length;
}

/** Lines that match, as [from, to). @param {string} text @param {RegExp} wanted @returns {[number, number][]} */
function linesWith(text, wanted) {
  /** @type {[number, number][]} */
  const found = [];
  const search = new RegExp(wanted.source, 'gi');
  for (let hit = search.exec(text); hit; hit = search.exec(text)) {
    const last = found[found.length - 1];
    const from = Math.max(text.lastIndexOf('\n', hit.index) + 1, last ? last[1] : 0);
    const to = linesEnd(text, hit.index);
    if (last && last[1] === from) last[1] = to;
    else found.push([from, to]);
    search.lastIndex = to;
  }
  return found;
}

/** @typedef {(text: string, at: number) => Decoded | null} DecodeAt */

/** @param {Reading} source @param {[number, number][]} parts @param {DecodeAt} decodeAt @returns {Reading | null} */
function decodeParts(source, parts, decodeAt) {
  if (!parts.length) return null;
  const builder = new Builder(source);
  let count = 0;
  for (const [from, to] of parts) {
    let copied = from;
    for (let at = from; at < to; ) {
      const decoded = decodeAt(source.text, at);
      if (!decoded) {
        at++;
        continue;
      }
      builder.copy(copied, at);
      copied = at + decoded.length;
      builder.push(folded(decoded.text), at, copied);
      at = copied;
      count++;
    }
    builder.copy(copied, to);
    // What stands in another part is no neighbour: an empty line parts them.
    builder.push('\n\n', to - 1, to);
  }
  return count ? builder.finish() : null;
}

/** Addresses in angle brackets that a mail program broken over lines. @param {Reading} source */
function unwrapped(source) {
  const parts = Array.from(source.text.matchAll(WRAPPED), (found) => [found.index, found.index + found[0].length]);
  return decodeParts(source, /** @type {[number, number][]} */ (parts), breakAt);
}

/** Runs of base64, those of whole lines joined, as [from, to). @param {string} text @returns {[number, number][]} */
function base64Parts(text) {
  /** @type {[number, number][]} */
  const parts = [];
  for (const found of text.matchAll(BASE64_RUN)) {
    const last = parts[parts.length - 1];
    const gap = last ? text.slice(last[1], Math.min(found.index, last[1] + 3)) : '';
    const end = found.index + found[0].length;
    const goesOn = last && text[last[1] - 1] !== '=' && last[1] + gap.length === found.index && /^\r?\n$/.test(gap);
    if (goesOn) last[1] = end;
    else parts.push([found.index, end]);
  }
  return parts;
}

/** @param {string} encoded */
function decodeRun(encoded) {
  return decodeBase64(encoded.replace(/-/g, '+').replace(/_/g, '/'));
}

/** @param {string} bytes */
function isText(bytes) {
  return bytes.length >= 8 && !UNPRINTABLE.test(bytes) && !readUtf8(bytes).invalid;
}

/** What a run of base64 holds, if that is text. A picture shows at its start that it is none. @param {string} encoded */
function textOfRun(encoded) {
  if (!isText(decodeRun(encoded.slice(0, 64)).slice(0, -3))) return '';
  const bytes = decodeRun(encoded);
  return isText(bytes) ? bytes : '';
}

/** Add what base64 at [from, to) holds; three bytes stand for the four letters that they came from. @param {Builder} builder */
function addRun(builder, /** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) {
  const bytes = textOfRun(text.slice(from, to));
  if (!bytes) return false;
  /** @type {number[]} */
  const places = [];
  for (let at = from; at < to; at++) if (!'=\r\n'.includes(text[at])) places.push(at);
  for (let quad = 0; quad * 3 < bytes.length; quad++) {
    const last = Math.min(4 * quad + 3, places.length - 1);
    builder.push(bytes.slice(3 * quad, 3 * quad + 3), places[4 * quad], places[last] + 1);
  }
  builder.push('\n', to - 1, to);
  return true;
}

/** What base64 holds, where that is text. @param {Reading} source */
function fromBase64(source) {
  const { text } = source;
  const builder = new Builder(source);
  for (const [from, to] of base64Parts(text)) {
    if (addRun(builder, text, from, to)) continue;
    // In a path each part may be one.
    for (const { 0: part, index } of text.slice(from, to).matchAll(/[^/]{16,}/g))
      addRun(builder, text, from + index, from + index + part.length);
  }
  return builder.length ? builder.finish() : null;
}

/** Decode until nothing is left to decode: `%2540` is `%40` is `@`. @param {Reading} source @param {number} rounds */
function unescaped(source, rounds) {
  const found = [];
  let last = source;
  for (let round = 0; round < rounds; round++) {
    const next = decodeParts(last, linesWith(last.text, WEB), webAt);
    if (!next) break;
    next.guessed = source.guessed;
    found.push(next);
    last = next;
  }
  return found;
}

/** All readings of a text: as it stands, and what its encodings hide. @param {Reading} plain @returns {Reading[]} */
export function allReadings(plain) {
  const quoted = decodeParts(plain, linesWith(plain.text, QUOTED), quotedAt);
  if (quoted) quoted.guessed = true;
  const decoded = [quoted, unwrapped(plain), fromBase64(plain)].filter((one) => one !== null);
  return [plain, ...decoded, ...unescaped(plain, ROUNDS), ...(quoted ? unescaped(quoted, 1) : [])].filter(
    (one) => one.text.replaceAll(HIDDEN, '').trim() !== '',
  );
}
