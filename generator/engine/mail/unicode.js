// Byte strings (one character a byte) that the engine decodes itself, the same in every host: UTF-8, UTF-16, UTF-7, windows-1252.
// May import transfer.js. Never guesses: which of them a byte string is in, charset.js says.
import { decodeBase64 } from './transfer.js';

const CHUNK = 4096;
/** A run of ASCII that is not worth a string of its own. */
const SHORT_RUN = 32;
const REPLACEMENT = 0xfffd;
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** A string from UTF-16 units, built in chunks: one `fromCharCode` a unit is slow, one for all overflows the stack. */
class Units {
  constructor() {
    this.text = '';
    /** @type {number[]} */
    this.pending = [];
  }

  /** @param {number} unit */
  push(unit) {
    this.pending.push(unit);
    if (this.pending.length >= CHUNK) this.flush();
  }

  /** @param {number} point */
  pushPoint(point) {
    if (point < 0x10000) return this.push(point);
    this.push(0xd800 + ((point - 0x10000) >> 10));
    this.push(0xdc00 + (point & 0x3ff));
  }

  /** @param {string} text */
  pushText(text) {
    this.flush();
    this.text += text;
  }

  flush() {
    if (this.pending.length) this.text += String.fromCharCode.apply(null, this.pending);
    this.pending = [];
  }

  finish() {
    this.flush();
    return this.text;
  }
}

/** How many bytes follow a lead byte of UTF-8; 0 for none. @param {number} lead */
function lengthAfter(lead) {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
}

/** The lowest byte that may follow a lead byte. @param {number} lead */
function lowestAfter(lead) {
  if (lead === 0xe0) return 0xa0;
  return lead === 0xf0 ? 0x90 : 0x80;
}

/** The highest byte that may follow a lead byte. @param {number} lead */
function highestAfter(lead) {
  if (lead === 0xed) return 0x9f;
  return lead === 0xf4 ? 0x8f : 0xbf;
}

/** Takes a byte string as UTF-8 apart. */
class Utf8Reader {
  /** @param {string} bytes */
  constructor(bytes) {
    this.bytes = bytes;
    this.units = new Units();
    this.sequences = 0;
    this.long = 0;
    this.invalid = 0;
  }

  /** Read from the byte at `at`, which is no ASCII, and answer where what it starts ends. @param {number} at */
  sequence(at) {
    const lead = this.bytes.charCodeAt(at);
    const wanted = lengthAfter(lead);
    let low = lowestAfter(lead);
    let high = highestAfter(lead);
    let point = lead & (0x3f >> wanted);
    let end = at + 1;
    for (; end <= at + wanted; end++) {
      const next = this.bytes.charCodeAt(end);
      if (!(next >= low && next <= high)) break;
      point = (point << 6) | (next & 0x3f);
      low = 0x80;
      high = 0xbf;
    }
    const isWhole = wanted > 0 && end === at + 1 + wanted;
    if (isWhole) this.count(wanted);
    else if (!wanted || end < this.bytes.length) this.invalid++;
    this.units.pushPoint(isWhole ? point : REPLACEMENT);
    return end;
  }

  /** @param {number} behind how many bytes the sequence has behind its lead */
  count(behind) {
    this.sequences++;
    if (behind > 1) this.long++;
  }

  /** Read ASCII in [at, end). @param {number} at @param {number} end */
  plain(at, end) {
    if (end - at > SHORT_RUN) return this.units.pushText(this.bytes.slice(at, end));
    for (let next = at; next < end; next++) this.units.push(this.bytes.charCodeAt(next));
  }
}

/**
 * What a byte string is as UTF-8. `sequences`: right ones of two bytes and more; `long`: those of three and more; `invalid`:
 * wrong ones. A sequence cut off by the end is neither.
 * @typedef {{text: string, sequences: number, long: number, invalid: number}} Utf8
 */

/**
 * Decode UTF-8 as the WHATWG Encoding Standard does: U+FFFD for each longest wrong prefix.
 * @param {string} bytes
 * @returns {Utf8}
 */
export function readUtf8(bytes) {
  const reader = new Utf8Reader(bytes);
  const high = /[\x80-\uffff]/g;
  for (let at = 0; at < bytes.length; ) {
    if (bytes.charCodeAt(at) >= 0x80) {
      at = reader.sequence(at);
      continue;
    }
    high.lastIndex = at;
    const end = high.exec(bytes)?.index ?? bytes.length;
    reader.plain(at, end);
    at = end;
  }
  const { sequences, long, invalid } = reader;
  return { text: reader.units.finish(), sequences, long, invalid };
}

/** Decode UTF-16; an odd last byte is dropped, lone surrogates stay. @param {string} bytes @param {boolean} bigEndian */
export function readUtf16(bytes, bigEndian) {
  const units = new Units();
  const first = bigEndian ? 0 : 1;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    units.push((bytes.charCodeAt(at + first) << 8) | bytes.charCodeAt(at + 1 - first));
  }
  return units.finish();
}

/** Which UTF-16 a byte string is in by its mark or by its zero bytes: 'utf-16le', 'utf-16be' or ''. @param {string} bytes */
export function utf16Kind(bytes) {
  if (bytes.startsWith('\xff\xfe')) return 'utf-16le';
  if (bytes.startsWith('\xfe\xff')) return 'utf-16be';
  if (!bytes.slice(0, 2000).includes('\0')) return '';
  const sample = Math.min(bytes.length, 2000) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < sample; at++) if (bytes.charCodeAt(at) === 0) zeros[at & 1]++;
  const many = (sample / 2) * 0.3;
  if (sample < 8 || zeros[0] > many === zeros[1] > many) return '';
  return zeros[0] > many ? 'utf-16be' : 'utf-16le';
}

/** Decode UTF-7 (RFC 2152): `+...-` is UTF-16 in base64, `+-` a plus; whatever is not that stays as it is. @param {string} bytes */
export function readUtf7(bytes) {
  return bytes.replace(
    /\+([A-Za-z0-9+/]*)(-?)/g,
    (/** @type {string} */ all, /** @type {string} */ encoded, /** @type {string} */ closed) => {
      if (!encoded) return closed ? '+' : all;
      return readUtf16(decodeBase64(encoded), true);
    },
  );
}

/** Decode windows-1252, which stands for ISO-8859-1 and US-ASCII too (WHATWG). @param {string} bytes */
export function readWindows1252(bytes) {
  return bytes.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80]);
}
