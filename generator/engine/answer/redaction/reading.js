// A text as redaction reads it: folded to plain letters, with the way back to the original. decode.js makes further ones.
// May import nothing. Never looks for values: finders do.

/** Stands for what is hidden already: a token in the text, or a value that another finder took. In no value. */
export const HIDDEN = '\uffff';

/** A token of an earlier redaction, or a mark for what was left out. */
export const TOKEN = /\[(?:(sender|recipient|name|host|ip|id|subject|phone)-(\d{1,6})|original|rest)\]/y;

const INVISIBLE = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\uffff]|[\ufe00-\ufe0f]/g;
const QUOTES = /[\u00ab\u00bb\u201c-\u201f\u2033]/g;
const APOSTROPHES = /[\u00b4\u2018-\u201b\u2032]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const BREAKS = /[\u0085\u2028\u2029]/g;
const LETTER_OR_DIGIT = /[A-Za-z0-9]/;

/** @type {Map<string, string>} */
const FOLDED = new Map();

/** Letters that folding leaves as they are, by ranges: most of any text. @param {number} code */
function isPlain(code) {
  return (
    code < 0x80 ||
    (code >= 0xc0 && code <= 0x17f && code !== 0x130 && code !== 0x132 && code !== 0x133 && code !== 0x17f) ||
    (code >= 0x400 && code <= 0x45f) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0x30a1 && code <= 0x30fe) ||
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0xac00 && code <= 0xd7a3)
  );
}

/** One character as a plain one: full-width and other forms, quotes and dashes; '' if it can't be seen. @param {string} char */
function foldChar(char) {
  const known = FOLDED.get(char);
  if (known !== undefined) return known;
  let folded = char
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(BREAKS, '\n');
  // A sign that stands for a whole phrase names nobody, and the work must stay in proportion.
  if (folded.length > 4) folded = char;
  // The text and its lower case must have the same length.
  if (folded.toLowerCase().length !== folded.length) folded = folded.toLowerCase();
  if (FOLDED.size < 20000) FOLDED.set(char, folded);
  return folded;
}

/** Text with its lower case, and for each unit where it stands in the original. */
export class Reading {
  /** @param {string} text @param {Uint32Array | null} starts null: the original itself @param {Uint32Array | null} ends */
  constructor(text, starts, ends) {
    this.text = text;
    this.lower = text.toLowerCase();
    this.starts = starts;
    this.ends = ends;
    /** Is it quoted-printable decoded? Then a `=` that only looked like it has changed values and joined lines. */
    this.guessed = false;
  }

  /** @param {number} at */
  start(at) {
    return this.starts ? this.starts[at] : at;
  }

  /** @param {number} at */
  end(at) {
    return this.ends ? this.ends[at] : at + 1;
  }

  /** The same text with stretches of the original hidden. @param {{start: number, end: number}[]} hidden sorted, apart */
  without(hidden) {
    const units = [];
    let next = 0;
    let kept = 0;
    for (let at = 0; at < this.text.length; at++) {
      // A reading of decoded lines goes forward in the original, so hidden stretches are passed once.
      while (next < hidden.length && hidden[next].end <= this.start(at)) next++;
      if (next === hidden.length) break;
      if (this.end(at) <= hidden[next].start) continue;
      units.push(this.text.slice(kept, at), HIDDEN);
      kept = at + 1;
    }
    const masked = new Reading(units.join('') + this.text.slice(kept), this.starts, this.ends);
    masked.guessed = this.guessed;
    return masked;
  }
}

/** Makes a reading of another one, or of a text. */
export class Builder {
  /** @param {Reading} source */
  constructor(source) {
    this.source = source;
    this.units = new Uint16Array(source.text.length + 16);
    this.starts = new Uint32Array(this.units.length);
    this.ends = new Uint32Array(this.units.length);
    this.length = 0;
  }

  grow() {
    const { units, starts, ends } = this;
    this.units = new Uint16Array(units.length * 2);
    this.starts = new Uint32Array(units.length * 2);
    this.ends = new Uint32Array(units.length * 2);
    this.units.set(units);
    this.starts.set(starts);
    this.ends.set(ends);
  }

  /** Add a text that stands for the source's [from, to). @param {string} text @param {number} from @param {number} to */
  push(text, from, to) {
    for (let i = 0; i < text.length; i++) {
      if (this.length === this.units.length) this.grow();
      this.units[this.length] = text.charCodeAt(i);
      this.starts[this.length] = this.source.start(from);
      this.ends[this.length++] = this.source.end(to - 1);
    }
  }

  /** Add a text folded. @param {string} text @param {number} from @param {number} to */
  pushFolded(text, from, to) {
    for (const char of text) this.push(isPlain(char.charCodeAt(0)) ? char : foldChar(char), from, to);
  }

  /** The last unit, as a string. */
  get last() {
    return this.length ? String.fromCharCode(this.units[this.length - 1]) : '';
  }

  /** @returns {Reading} */
  finish() {
    const parts = [];
    for (let at = 0; at < this.length; at += 8192)
      parts.push(String.fromCharCode(...this.units.subarray(at, Math.min(at + 8192, this.length))));
    return new Reading(parts.join(''), this.starts.slice(0, this.length), this.ends.slice(0, this.length));
  }
}

/** @param {string} text @param {number} at */
function tokenLength(text, at) {
  TOKEN.lastIndex = at;
  return TOKEN.test(text) ? TOKEN.lastIndex - at : 0;
}

/** A full stop of Japanese stands for a dot where it stands within Latin letters, as domain names allow (RFC 3490, 3.1). */
function isDot(/** @type {Builder} */ builder, /** @type {string} */ text, /** @type {number} */ at) {
  return LETTER_OR_DIGIT.test(builder.last) && LETTER_OR_DIGIT.test(foldChar(text.charAt(at + 1)));
}

/** The reading of a text as it stands. @param {string} text */
export function plainReading(text) {
  const source = new Reading(text, null, null);
  if (!/[^\0-\x7f]/.test(text) && text.search(new RegExp(TOKEN.source)) < 0) return source;
  const builder = new Builder(source);
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    const token = code === 0x5b ? tokenLength(text, at) : 0;
    if (token) {
      builder.push(HIDDEN, at, at + token);
      at += token;
      continue;
    }
    const char = isPlain(code) ? text[at] : String.fromCodePoint(text.codePointAt(at) || 0);
    const dot = (code === 0x3002 || code === 0xff61) && isDot(builder, text, at);
    builder.push(dot ? '.' : isPlain(code) ? char : foldChar(char), at, at + char.length);
    at += char.length;
  }
  return builder.finish();
}
