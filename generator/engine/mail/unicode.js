// Byte strings (one character a byte) that the engine decodes itself, the same in every host: UTF-8, UTF-16, UTF-7, windows-1252.
// May import transfer.js. Never guesses: which of them a byte string is in, charset.js says.
import { decodeBase64 } from './transfer.js';

const CHUNK = 4096;
const REPLACEMENT = 0xfffd;
const WINDOWS_1252 =
  '\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f' +
  '\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178';

/** A string from UTF-16 units, built in chunks: one `fromCharCode` a unit is slow, one for all overflows the stack. */
class Units {
  constructor() {
    this.text = '';
    this.pending = [];
  }

  push(unit) {
    this.pending.push(unit);
    if (this.pending.length >= CHUNK) this.flush();
  }

  pushPoint(point) {
    if (point < 0x10000) return this.push(point);
    this.push(0xd800 + ((point - 0x10000) >> 10));
    this.push(0xdc00 + (point & 0x3ff));
  }

  flush() {
    this.text += String.fromCharCode.apply(null, this.pending);
    this.pending = [];
  }

  finish() {
    this.flush();
    return this.text;
  }
}

function lengthAfter(lead) {
  if (lead >= 0xc2 && lead <= 0xdf) return 1;
  if (lead >= 0xe0 && lead <= 0xef) return 2;
  return lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
}

/**
 * Decode UTF-8 as the WHATWG Encoding Standard does: U+FFFD for each longest wrong prefix.
 * @returns {{text: string, sequences: number, long: number, invalid: number}} `sequences`: right ones of two bytes and
 *   more; `long`: those of three and more; `invalid`: wrong ones. A sequence cut off by the end is neither.
 */
export function readUtf8(bytes) {
  const units = new Units();
  const found = { text: '', sequences: 0, long: 0, invalid: 0 };
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes.charCodeAt(at);
    const wanted = lengthAfter(lead);
    if (!wanted) {
      if (lead >= 0x80) found.invalid++;
      units.push(lead < 0x80 ? lead : REPLACEMENT);
      at++;
      continue;
    }
    let low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    let high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    let point = lead & (0x3f >> wanted);
    let taken = 0;
    while (taken < wanted) {
      const next = bytes.charCodeAt(at + 1 + taken);
      if (!(next >= low && next <= high)) break;
      point = (point << 6) | (next & 0x3f);
      low = 0x80;
      high = 0xbf;
      taken++;
    }
    if (taken === wanted) {
      found.sequences++;
      if (wanted > 1) found.long++;
    } else if (at + 1 + taken < bytes.length) {
      found.invalid++;
    }
    units.pushPoint(taken === wanted ? point : REPLACEMENT);
    at += 1 + taken;
  }
  found.text = units.finish();
  return found;
}

/** Decode UTF-16; an odd last byte is dropped, lone surrogates stay. */
export function readUtf16(bytes, bigEndian) {
  const units = new Units();
  const first = bigEndian ? 0 : 1;
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    units.push((bytes.charCodeAt(at + first) << 8) | bytes.charCodeAt(at + 1 - first));
  }
  return units.finish();
}

/** Which UTF-16 a byte string is in by its mark or by its zero bytes: 'utf-16le', 'utf-16be' or ''. */
export function utf16Kind(bytes) {
  if (bytes.startsWith('\xff\xfe')) return 'utf-16le';
  if (bytes.startsWith('\xfe\xff')) return 'utf-16be';
  const sample = Math.min(bytes.length, 2000) & ~1;
  const zeros = [0, 0];
  for (let at = 0; at < sample; at++) if (bytes.charCodeAt(at) === 0) zeros[at & 1]++;
  const many = (sample / 2) * 0.3;
  if (sample < 8 || zeros[0] > many === zeros[1] > many) return '';
  return zeros[0] > many ? 'utf-16be' : 'utf-16le';
}

/** Decode UTF-7 (RFC 2152): `+...-` is UTF-16 in base64, `+-` a plus; whatever is not that stays as it is. */
export function readUtf7(bytes) {
  return bytes.replace(/\+([A-Za-z0-9+/]*)(-?)/g, (all, encoded, closed) => {
    if (!encoded) return closed ? '+' : all;
    return readUtf16(decodeBase64(encoded), true);
  });
}

/** Decode windows-1252, which stands for ISO-8859-1 and US-ASCII too (WHATWG). */
export function readWindows1252(bytes) {
  return bytes.replace(/[\x80-\x9f]/g, (byte) => WINDOWS_1252[byte.charCodeAt(0) - 0x80]);
}
