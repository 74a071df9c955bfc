// A text as redaction reads it: folded to plain letters, with the way back to the original. decode.js makes further ones.
// May import ascending.js. Never looks for values: finders do.
/** @import { RedactionWords } from './words.js' */
import { firstIndex } from '../../ascending.js';

/** Stands for what is hidden already: a token in the text, or a value that another finder took. In no value. */
export const HIDDEN = '\uffff';

/** A token of an earlier redaction, or a mark for what was left out. */
export const TOKEN = /\[(?:(sender|recipient|name|host|ip|id|subject|phone)-(\d{1,9})|original|rest)\]/y;

const INVISIBLE = /\u034f|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\uffff]|[\ufe00-\ufe0f]/g;
const QUOTES = /[\u00ab\u00bb\u201c-\u201f\u2033]/g;
const APOSTROPHES = /[\u00b4\u2018-\u201b\u2032]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const BREAKS = /[\u0085\u2028\u2029]/g;

/** @type {Map<string, string>} */
const FOLDED = new Map();

// All but letters that folding leaves as they are: ASCII, Latin, Cyrillic, kana, Chinese characters, Korean.
const FOLDABLE =
  /[\u0080-\u00bf\u0130\u0132\u0133\u017f-\u03ff\u0460-\u3040\u3097-\u30a0\u30ff-\u4dff\ua000-\uabff\ud7a4-\uffff]/;
const FOLDABLES = new RegExp(`[\\ud800-\\udbff][\\udc00-\\udfff]|${FOLDABLE.source}`, 'g');
// A full stop of Japanese is a dot within Latin letters, as domain names allow (RFC 3490, 3.1).
const DOTS = /(?<=[A-Za-z0-9\uff10-\uff5a])[\u3002\uff61](?=[A-Za-z0-9\uff10-\uff5a])/g;

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

/**
 * Units of a reading from `view` on, and what they stand for in the original: [from, to), unit by unit if `even`.
 * @typedef {{view: number, from: number, to: number, even: boolean}} Segment
 */

/** Text with its lower case, and the way back to the original. */
export class Reading {
  /** @param {string} text @param {Segment[]} segments in order, without gaps in `view` @param {RedactionWords} words */
  constructor(text, segments, words) {
    this.words = words;
    this.text = text;
    this.lower = text.toLowerCase();
    this.segments = segments;
    /** Is it quoted-printable decoded? Then a `=` that only looked like it has changed values and joined lines. */
    this.guessed = false;
  }

  /** Which segment a unit is in. @param {number} at */
  segmentOf(at) {
    const { segments } = this;
    // A reading of nothing has no segment; it is asked for the first all the same.
    return Math.max(0, firstIndex(segments.length, (index) => segments[index].view > at) - 1);
  }

  /** The first unit behind a segment. @param {number} index */
  segmentEnd(index) {
    return index + 1 < this.segments.length ? this.segments[index + 1].view : this.text.length;
  }

  /** Where in the original a unit starts. @param {number} at */
  start(at) {
    const { view, from, even } = this.segments[this.segmentOf(at)];
    return even ? from + at - view : from;
  }

  /** Where in the original a unit ends. @param {number} at */
  end(at) {
    const { view, from, to, even } = this.segments[this.segmentOf(at)];
    return even ? from + at - view + 1 : to;
  }

  /** The same text with stretches of the original hidden. @param {{start: number, end: number}[]} hidden sorted, apart */
  without(hidden) {
    /** @type {string[]} */
    const parts = [];
    let kept = 0;
    let first = 0;
    this.segments.forEach(({ view, from, to, even }, index) => {
      while (first < hidden.length && hidden[first].end <= from) first++;
      for (let i = first; i < hidden.length && hidden[i].start < to; i++) {
        const start = Math.max(kept, even ? view + Math.max(0, hidden[i].start - from) : view);
        const end = even ? view + Math.min(to, hidden[i].end) - from : this.segmentEnd(index);
        if (end <= start) continue;
        parts.push(this.text.slice(kept, start), HIDDEN.repeat(end - start));
        kept = end;
      }
    });
    const masked = new Reading(parts.join('') + this.text.slice(kept), this.segments, this.words);
    masked.guessed = this.guessed;
    return masked;
  }
}

/** Makes a reading of another one. */
export class Builder {
  /** @param {Reading} source */
  constructor(source) {
    this.source = source;
    /** @type {string[]} */
    this.parts = [];
    this.length = 0;
    /** @type {Segment[]} */
    this.segments = [];
  }

  /** Add a text that stands for the source's [from, to) as a whole. @param {string} text @param {number} from @param {number} to */
  push(text, from, to) {
    if (!text) return;
    this.segments.push({ view: this.length, from: this.source.start(from), to: this.source.end(to - 1), even: false });
    this.parts.push(text);
    this.length += text.length;
  }

  /** Add the source's [from, to) as it is. @param {number} from @param {number} to */
  copy(from, to) {
    const { source } = this;
    for (let index = source.segmentOf(from), at = from; at < to; index++) {
      const segment = source.segments[index];
      const end = Math.min(to, source.segmentEnd(index));
      const place = segment.even ? { from: source.start(at), to: source.end(end - 1) } : segment;
      this.segments.push({ view: this.length, from: place.from, to: place.to, even: segment.even });
      this.parts.push(source.text.slice(at, end));
      this.length += end - at;
      at = end;
    }
  }

  finish() {
    return new Reading(this.parts.join(''), this.segments, this.source.words);
  }
}

/** A text that stands for itself. @param {string} text @param {RedactionWords} words */
function evenReading(text, words) {
  return new Reading(text, [{ view: 0, from: 0, to: text.length, even: true }], words);
}

/** Text that stands for another one, folded. @param {string} text */
export function folded(text) {
  return text.replace(FOLDABLES, foldChar);
}

/** The reading of a text as it stands. @param {string} original @param {RedactionWords} words */
export function plainReading(original, words) {
  // What keeps its length is folded in one go.
  const text = original.replace(DOTS, '.').replace(FOLDABLES, (char) => {
    const plain = foldChar(char);
    return plain.length === char.length ? plain : char;
  });
  const builder = new Builder(evenReading(text, words));
  let copied = 0;
  for (const { 0: found, index } of text.matchAll(new RegExp(`${TOKEN.source}|${FOLDABLES.source}`, 'g'))) {
    const plain = found.length > 2 ? HIDDEN : foldChar(found);
    if (plain.length === found.length) continue;
    builder.copy(copied, index);
    copied = index + found.length;
    builder.push(plain, index, copied);
  }
  builder.copy(copied, text.length);
  return builder.finish();
}
