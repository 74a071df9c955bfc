// The stream: text with everything dropped that mail programs change, and the way back to the original.
// May import units.js. Never looks at meaning: what a report is, or what a pattern is, is decided elsewhere.
import {
  ASCII,
  BARRIER,
  clusterEnd,
  FIRST_COMBINING,
  foldCluster,
  foldUnit,
  GAP_LINE,
  GAP_NONE,
  GAP_SPACE,
  isCombiningAt,
  isInvisible,
  isLineSpace,
  isSpace,
} from './units.js';

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));/y;
const NAMED = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
]);
const QUOTING = /[ \t\u3000]*(?:>[ \t]?)+/y;
const BLANKS = /[ \t\u3000]+/y;
// `>>> RCPT TO` is a line of a transcript: its arrow stays when the quoting before it goes. The commands of RFC 5321, 2033, 3030, 3207, 4954.
const TRANSCRIPT =
  /([ \t]*(?:>[ \t]?)*?)>>> ?(?:RCPT|MAIL|DATA|EHLO|HELO|BDAT|RSET|QUIT|AUTH|STARTTLS|LHLO|\.[ \t]*(?:[\r\n]|$))/y;
// `<<< 550-5.7.1 ...`: each line of an answer has its own arrow, and a sentence goes on over it.
const ANSWER = /<<< ?(?=[245]\d\d[ -])/y;
const CONTINUED = /([245]\d\d)-[ \t]?(?:([245]\.\d{1,3}\.\d{1,3})(?![\d.])[ \t]?)?/y;
// So many units after a line of a reply of several lines the next one may start: a line has at most 512 octets (RFC 5321, 4.5.3.1.5), often wrapped twice.
const REPLY_REACH = 1200;

/** A growing list of units, each with its place in the original (UTF-16 offsets) and the gap before it. */
class Builder {
  /** @param {number} capacity */
  constructor(capacity) {
    this.units = new Uint16Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.gaps = new Uint8Array(capacity);
    this.length = 0;
    this.gap = GAP_LINE;
  }

  /** @param {number} unit @param {number} start @param {number} end */
  push(unit, start, end) {
    if (this.length === this.units.length) this.grow();
    const i = this.length++;
    this.units[i] = unit;
    this.starts[i] = start;
    this.ends[i] = end;
    this.gaps[i] = this.gap;
    this.gap = GAP_NONE;
  }

  grow() {
    const size = this.units.length * 2 + 16;
    const [units, starts, ends, gaps] = [this.units, this.starts, this.ends, this.gaps];
    this.units = new Uint16Array(size);
    this.starts = new Uint32Array(size);
    this.ends = new Uint32Array(size);
    this.gaps = new Uint8Array(size);
    this.units.set(units);
    this.starts.set(starts);
    this.ends.set(ends);
    this.gaps.set(gaps);
  }

  /** @param {boolean} line */
  space(line) {
    if (line) this.gap = GAP_LINE;
    else if (this.gap === GAP_NONE) this.gap = GAP_SPACE;
  }

  /** Push a text that stands for the original's [start, end): folded, white space dropped. @param {string} text @param {number} start @param {number} end */
  pushFolded(text, start, end) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (isSpace(code)) this.space(false);
      else if (code < 128) {
        if (ASCII[code] !== 0) this.push(ASCII[code], start, end);
      } else if (!isInvisible(code) && code !== BARRIER) this.push(foldUnit(text[i]), start, end);
    }
  }
}

/** Where quoting ends that starts at `at`, or `at`. @param {string} text @param {number} at @param {number} limit */
function quotingEnd(text, at, limit) {
  TRANSCRIPT.lastIndex = at;
  const transcript = TRANSCRIPT.exec(text);
  if (transcript) return at + transcript[1].length;
  QUOTING.lastIndex = at;
  const quoting = QUOTING.exec(text);
  return quoting ? Math.min(at + quoting[0].length, limit) : at;
}

/** The text of a character reference, or ''. @param {RegExpExecArray} found */
function entityText(found) {
  const number = found[1] ? parseInt(found[1], 10) : found[2] ? parseInt(found[2], 16) : -1;
  if (number >= 0) return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '';
  return NAMED.get(found[3].toLowerCase()) || '';
}

/** Folds stretches of a text into a builder. `report`: quoting and reply prefixes go, which a pattern means as written. */
class Folder {
  /** @param {Builder} builder @param {string} text @param {boolean} report */
  constructor(builder, text, report) {
    this.builder = builder;
    this.text = text;
    this.report = report;
    this.lineStart = true;
    // Before this offset no quoting starts: it was looked for.
    this.quotingFrom = 0;
    // The reply that goes on over several lines.
    this.code = '';
    this.status = '';
    this.until = 0;
  }

  /** @param {number} from @param {number} to */
  add(from, to) {
    this.lineStart = true;
    this.code = '';
    this.status = '';
    this.until = 0;
    const { text, builder } = this;
    let i = from;
    while (i < to) {
      const code = text.charCodeAt(i);
      if (code === 10 || code === 13) {
        builder.space(true);
        this.lineStart = true;
        i++;
        continue;
      }
      const next = this.report ? this.framing(i, code, to) : i;
      if (next > i) i = next;
      else if (isSpace(code)) {
        builder.space(isLineSpace(code));
        i++;
      } else {
        this.lineStart = false;
        i = this.letters(this.character(i, code, to), to);
      }
    }
  }

  /** Where what a mail program or a transcript put in front of the words ends, or `at`. @param {number} at @param {number} code @param {number} to */
  framing(at, code, to) {
    if (this.lineStart && at >= this.quotingFrom && (code === 62 || code === 32 || code === 9 || code === 0x3000)) {
      const end = quotingEnd(this.text, at, to);
      if (end > at) return end;
      BLANKS.lastIndex = at;
      const blanks = BLANKS.exec(this.text);
      this.quotingFrom = at + (blanks ? blanks[0].length : 1);
    }
    if (this.builder.gap === GAP_NONE) return at;
    if (code === 60) {
      ANSWER.lastIndex = at;
      const arrow = ANSWER.exec(this.text);
      return arrow ? at + arrow[0].length : at;
    }
    if (code < 50 || code > 53) return at;
    const end = this.continuationEnd(at);
    if (end === at) return at;
    this.builder.space(false);
    this.lineStart = false;
    return end;
  }

  /**
   * Where a repeated `550-5.7.1 ` of a reply of several lines (RFC 5321, 4.2.1) ends, or `at` when none stands here.
   * The first one stays, for it is the server's code.
   * @param {number} at
   */
  continuationEnd(at) {
    CONTINUED.lastIndex = at;
    const found = CONTINUED.exec(this.text);
    if (found && (found[2] || this.lineStart || found[1] === this.code)) {
      const repeated = found[1] === this.code && at < this.until;
      this.code = found[1];
      this.status = found[2] || '';
      this.until = at + REPLY_REACH;
      return repeated ? at + found[0].length : at;
    }
    if (!this.code || at >= this.until || !this.text.startsWith(`${this.code} `, at)) return at;
    const rest = at + 4;
    if (!this.status) return this.lineStart ? rest : at;
    return this.text.startsWith(this.status, rest) ? rest + this.status.length : at;
  }

  /** Push the plain letters that go on with a word at `at`; where they end. @param {number} at @param {number} to */
  letters(at, to) {
    const { builder, text } = this;
    if (builder.gap !== GAP_NONE) return at;
    let i = at;
    for (; i < to; i++) {
      const code = text.charCodeAt(i);
      if (code <= 32 || code >= 127 || code === 38) break;
      if (i + 1 < to && text.charCodeAt(i + 1) >= FIRST_COMBINING) break;
      builder.push(ASCII[code], i, i + 1);
    }
    return i;
  }

  /** Push the character at `at`; where it ends. @param {number} at @param {number} code @param {number} to */
  character(at, code, to) {
    const { builder, text } = this;
    if (code === 38) {
      ENTITY.lastIndex = at;
      const found = ENTITY.exec(text);
      const decoded = found ? entityText(found) : '';
      if (found && decoded) {
        builder.pushFolded(decoded.normalize('NFKC').toLowerCase(), at, at + found[0].length);
        return at + found[0].length;
      }
    }
    if (code < 128 && !(at + 1 < to && isCombiningAt(text, at + 1))) {
      if (ASCII[code] !== 0) builder.push(ASCII[code], at, at + 1);
      return at + 1;
    }
    const end = clusterEnd(text, at, to);
    builder.pushFolded(foldCluster(text.slice(at, end)), at, end);
    return end;
  }
}

/**
 * The stream of the given parts of a text.
 * @param {string} text
 * @param {{start: number, end: number}[]} parts in order, not overlapping; a barrier stands between any two
 * @returns {{units: Uint16Array, starts: Uint32Array, ends: Uint32Array, gaps: Uint8Array, length: number}}
 *   `starts` and `ends` are UTF-16 offsets into `text`.
 */
export function streamOf(text, parts) {
  let size = 0;
  for (const part of parts) size += part.end - part.start + 1;
  const builder = new Builder(size + 16);
  const folder = new Folder(builder, text, true);
  for (const part of parts) {
    if (builder.length > 0) builder.push(BARRIER, part.start, part.start);
    builder.gap = GAP_LINE;
    folder.add(part.start, part.end);
  }
  return builder;
}

/**
 * The stream of a pattern's literal: the same folding, but quoting and reply prefixes are meant as written.
 * @param {string} text
 * @returns {{units: Uint16Array, gaps: Uint8Array, length: number}}
 */
export function streamOfLiteral(text) {
  const builder = new Builder(text.length + 16);
  new Folder(builder, text, false).add(0, text.length);
  const { length } = builder;
  return { units: builder.units.slice(0, length), gaps: builder.gaps.slice(0, length), length };
}
