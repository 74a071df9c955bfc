// A text as matching sees it: the readable view, its stream of units, and the way from one to the other.
// May import stream.js and ascending.js. Knows nothing of patterns or reports.
/** @import { Document, Span } from '../types.js' */
import { firstIndex } from '../ascending.js';
import { streamOf } from './stream.js';

const WIDE = /[\uff01-\uff5e\u3000]/g;
const CHUNK = 8192;

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
   * @param {boolean} unspaced underscores stand for its spaces
   */
  constructor(doc, parts, flat, unspaced) {
    this.doc = doc;
    this.text = doc.text;
    this.plain = flat;
    const { units, starts, ends, gaps, length } = streamOf(unspaced ? flat.replace(/_/g, ' ') : flat, parts);
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

  /** Is there nothing else on the lines of a span? In a sentence its words are ordinary mail. @param {Span} span */
  standsAlone(span) {
    const start = this.starts[span.from];
    const end = this.ends[span.to - 1];
    const before = /[^\r\n]*$/.exec(this.text.slice(Math.max(0, start - 80), start));
    const after = /^[^\r\n]*/.exec(this.text.slice(end, end + 80));
    return !/[\p{L}\p{N}]/u.test(`${before?.[0]}${after?.[0]}`);
  }
}
