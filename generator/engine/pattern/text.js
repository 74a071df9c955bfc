// A text as matching sees it: the readable view, its stream of units, and the way from one to the other.
// May import stream.js and ascending.js. Knows nothing of patterns or reports.
/** @import { Document, Span } from '../types.js' */
import { firstIndex } from '../ascending.js';
import { streamOf } from './stream.js';
import { BARRIER, GAP_LINE } from './units.js';

const WIDE = /[\uff01-\uff5e\u3000]/g;
const CHUNK = 8192;
/** Units of white space between two lines that are looked at for a blank one. */
const LONGEST_BREAK = 200;
/** What closes a line that reports an answer, or shows that it was shortened. */
const CLOSING = new Set(Array.from(')"…', (mark) => mark.charCodeAt(0)));

/** Full-width letters as plain ones, one for one so that offsets stay. @param {string} text */
export function plain(text) {
  return text.replace(WIDE, (wide) => (wide === '\u3000' ? ' ' : String.fromCharCode(wide.charCodeAt(0) - 0xfee0)));
}

/** A document with its stream. Offsets count UTF-16 units of `text`; positions count units of the stream. */
export class Text {
  /**
   * @param {Document} doc
   * @param {{start: number, end: number}[]} parts of it that are searched, in order, not overlapping
   * @param {string} flat the document's text with full-width letters as plain ones; same offsets
   * @param {string} said what its stream is made of: `flat`, perhaps with spaces for other marks
   */
  constructor(doc, parts, flat, said) {
    this.doc = doc;
    this.text = doc.text;
    this.plain = flat;
    const { units, starts, ends, gaps, length } = streamOf(said, parts);
    this.units = units;
    this.starts = starts;
    this.ends = ends;
    this.gaps = gaps;
    this.length = length;
    /** @type {string | null} */
    this.joined = null;
  }

  /** The stream as a string. */
  get folded() {
    if (this.joined === null) {
      const parts = [];
      for (let at = 0; at < this.length; at += CHUNK) {
        const units = this.units.subarray(at, Math.min(this.length, at + CHUNK));
        parts.push(String.fromCharCode.apply(null, /** @type {any} */ (units)));
      }
      this.joined = parts.join('');
    }
    return this.joined;
  }

  /** First position that stands at or after an offset of the text. @param {number} offset */
  unitAt(offset) {
    const { starts } = this;
    return firstIndex(this.length, (at) => starts[at] >= offset);
  }

  /** Where a position stands in the text. @param {number} at */
  startOf(at) {
    return this.starts[at];
  }

  /** Where the unit before a position ends in the text. @param {number} to */
  endOf(to) {
    return this.ends[to - 1];
  }

  /** The text of a span, as it was pasted. @param {Span} span */
  slice(span) {
    return this.text.slice(this.starts[span.from], this.ends[span.to - 1]);
  }

  /** The value of a hole as it stands in the text, without the white space that a wrap put into it. @param {Span} span */
  value(span) {
    return plain(this.slice(span)).replace(/[\s\u200b]+(?:>\s*)*/g, '');
  }

  /** Where what is said ends, before `limit`: at a blank line, at what closes a line, or at the end; else `limit`. @param {number} at @param {number} limit */
  statedEnd(at, limit) {
    for (let end = at + 1; end < limit; end++) {
      if (end >= this.length || this.units[end] === BARRIER) return end;
      if (this.gaps[end] === GAP_LINE && isBlankBefore(this, end)) return end;
      const closes = CLOSING.has(this.units[end]);
      if (closes && (end + 1 >= this.length || this.gaps[end + 1] === GAP_LINE)) return end;
    }
    return Math.min(this.length, limit);
  }

  /** Is there nothing else on the lines of a span? In a sentence its words are ordinary mail. @param {Span} span */
  standsAlone(span) {
    const start = this.starts[span.from];
    const end = this.ends[span.to - 1];
    const before = /[^\r\n]*$/.exec(this.text.slice(Math.max(0, start - 80), start));
    const after = /^[^\r\n]*/.exec(this.text.slice(end, end + 80));
    return !/[\p{L}\p{N}]/u.test(`${before?.[0]}${after?.[0]}`);
  }
}

/** Is there a blank line before a unit that starts a line? @param {Pick<Text, 'text' | 'startOf' | 'endOf'>} text @param {number} unit */
export function isBlankBefore(text, unit) {
  const end = text.endOf(unit);
  return /\n[ \t>]*\r?\n/.test(text.text.slice(end, Math.min(text.startOf(unit), end + LONGEST_BREAK)));
}
