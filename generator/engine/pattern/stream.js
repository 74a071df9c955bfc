// The stream: text with everything dropped that mail programs change, and the way back to the original.
// May import nothing. Never looks at meaning: what a report is, or what a pattern is, is decided elsewhere.

// A unit's `gap`: what stood between it and the unit before.
export const GAP_NONE = 0;
export const GAP_SPACE = 1;
export const GAP_LINE = 2;

// No pattern can contain it, so no match crosses it.
export const BARRIER = 0xffff;

const DROPPED = 0;
const COMBINING = /^[\u0300-\u036f\u3099\u309a\uff9e\uff9f]$/;
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));/y;
const NAMED = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'", nbsp: ' ' };
const QUOTING = /[ \t\u3000]*(?:>[ \t]?)+/y;
// `>>> RCPT TO` is a line of a transcript: its arrow stays when the quoting before it goes.
const TRANSCRIPT =
  /([ \t]*(?:>[ \t]?)*?)>>> ?(?:RCPT|MAIL|DATA|EHLO|HELO|BDAT|RSET|QUIT|AUTH|STARTTLS|LHLO|\.[ \t]*(?:[\r\n]|$))/y;
// `<<< 550-5.7.1 ...`: each line of an answer has its own arrow, and a sentence goes on over it.
const ANSWER = /<<< ?(?=[245]\d\d[ -])/y;
const CONTINUED = /([245]\d\d)-[ \t]?(?:([245]\.\d{1,3}\.\d{1,3})(?![\d.])[ \t]?)?/y;

const ASCII = new Uint16Array(128);
for (let c = 33; c < 127; c++) ASCII[c] = c >= 65 && c <= 90 ? c + 32 : c;
ASCII[0x60] = 0x27;

const FOLDED = new Map();
for (const c of '\u2018\u2019\u201a\u201b\u2032\u00b4\uff07') FOLDED.set(c, "'");
for (const c of '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02') FOLDED.set(c, '"');
for (const c of '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d') FOLDED.set(c, '-');

/** Is `code` (a UTF-16 unit) white space, including the ideographic and the no-break space? */
function isSpace(code) {
  return (
    (code >= 9 && code <= 13) ||
    code === 32 ||
    code === 0xa0 ||
    code === 0x3000 ||
    code === 0x85 ||
    (code >= 0x2000 && code <= 0x200a) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x202f ||
    code === 0x205f
  );
}

function isInvisible(code) {
  return (
    code === 0xad ||
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    code === 0xfeff ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    code === 0x180e
  );
}

/** Does this unit of a stream count as part of a word of the Latin, Greek or Cyrillic script, or as a digit? */
export function isWordUnit(code) {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xdf && code <= 0x24f && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x52f)
  );
}

/** A growing list of units, each with its place in the original (UTF-16 offsets) and the gap before it. */
class Builder {
  constructor(capacity) {
    this.units = new Uint16Array(capacity);
    this.starts = new Uint32Array(capacity);
    this.ends = new Uint32Array(capacity);
    this.gaps = new Uint8Array(capacity);
    this.length = 0;
    this.gap = GAP_LINE;
  }

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
    for (const name of ['units', 'starts', 'ends', 'gaps']) {
      const larger = new this[name].constructor(this[name].length * 2 + 16);
      larger.set(this[name]);
      this[name] = larger;
    }
  }

  space(line) {
    if (line) this.gap = GAP_LINE;
    else if (this.gap === GAP_NONE) this.gap = GAP_SPACE;
  }

  /** Push a text that stands for the original's [start, end): folded, white space dropped. */
  pushFolded(text, start, end) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (isSpace(code)) this.space(false);
      else if (code < 128) {
        if (ASCII[code] !== DROPPED) this.push(ASCII[code], start, end);
      } else if (!isInvisible(code)) {
        const folded = FOLDED.get(text[i]);
        this.push(folded ? folded.charCodeAt(0) : code, start, end);
      }
    }
  }
}

function clusterEnd(text, at, limit) {
  const lead = text.charCodeAt(at);
  let end = at + 1;
  if (lead >= 0xd800 && lead < 0xdc00 && end < limit) {
    const trail = text.charCodeAt(end);
    if (trail >= 0xdc00 && trail < 0xe000) end++;
  }
  // A bound, so that a megabyte of combining marks stays linear: normalising a cluster sorts its marks.
  while (end < limit && end - at < 16 && COMBINING.test(text[end])) end++;
  return end;
}

function quotingEnd(text, at, limit) {
  TRANSCRIPT.lastIndex = at;
  const transcript = TRANSCRIPT.exec(text);
  if (transcript) return at + transcript[1].length;
  QUOTING.lastIndex = at;
  const quoting = QUOTING.exec(text);
  return quoting ? Math.min(at + quoting[0].length, limit) : at;
}

/**
 * Where a repeated `550-5.7.1 ` of a reply of several lines (RFC 5321, 4.2.1) ends, or `at` when none stands here.
 * The first one stays, for it is the server's code.
 */
function continuationEnd(text, at, lineStart, state) {
  CONTINUED.lastIndex = at;
  const found = CONTINUED.exec(text);
  if (found && (found[2] || lineStart || found[1] === state.code)) {
    const repeated = found[1] === state.code && at < state.until;
    state.code = found[1];
    state.status = found[2] || '';
    state.until = at + 1200;
    return repeated ? at + found[0].length : at;
  }
  if (state.code && at < state.until && text.startsWith(state.code + ' ', at)) {
    const rest = at + 4;
    if (state.status && text.startsWith(state.status, rest)) return rest + state.status.length;
    if (!state.status && lineStart) return rest;
  }
  return at;
}

function addText(builder, text, from, to, report) {
  const state = { code: '', status: '', until: 0 };
  let i = from;
  let lineStart = true;
  while (i < to) {
    const code = text.charCodeAt(i);
    if (code === 10 || code === 13) {
      builder.space(true);
      lineStart = true;
      i++;
      continue;
    }
    if (lineStart && report) {
      const end = quotingEnd(text, i, to);
      if (end > i) {
        i = end;
        continue;
      }
    }
    if (isSpace(code)) {
      builder.space(code === 0x2028 || code === 0x2029 || code === 0x85);
      i++;
      continue;
    }
    if (report && code === 60 && builder.gap !== GAP_NONE) {
      ANSWER.lastIndex = i;
      const arrow = ANSWER.exec(text);
      if (arrow) {
        i += arrow[0].length;
        continue;
      }
    }
    if (report && code >= 50 && code <= 53 && builder.gap !== GAP_NONE) {
      const end = continuationEnd(text, i, lineStart, state);
      if (end > i) {
        builder.space(false);
        lineStart = false;
        i = end;
        continue;
      }
    }
    lineStart = false;
    if (code === 38) {
      ENTITY.lastIndex = i;
      const found = ENTITY.exec(text);
      const decoded = found && entity(found);
      if (decoded) {
        builder.pushFolded(decoded.normalize('NFKC').toLowerCase(), i, i + found[0].length);
        i += found[0].length;
        continue;
      }
    }
    if (code < 128 && !(i + 1 < to && text.charCodeAt(i + 1) >= 0x300 && COMBINING.test(text[i + 1]))) {
      if (ASCII[code] !== DROPPED) builder.push(ASCII[code], i, i + 1);
      i++;
      continue;
    }
    const end = clusterEnd(text, i, to);
    builder.pushFolded(foldCluster(text.slice(i, end)), i, end);
    i = end;
  }
}

function foldCluster(cluster) {
  const folded = FOLDED.get(cluster);
  return folded || cluster.normalize('NFKC').toLowerCase();
}

function entity(found) {
  const number = found[1] ? parseInt(found[1], 10) : found[2] ? parseInt(found[2], 16) : -1;
  if (number >= 0) return number > 0 && number <= 0x10ffff ? String.fromCodePoint(number) : '';
  return NAMED[found[3].toLowerCase()] || '';
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
  for (const part of parts) {
    if (builder.length > 0) builder.push(BARRIER, part.start, part.start);
    builder.gap = GAP_LINE;
    addText(builder, text, part.start, part.end, true);
  }
  return builder;
}

// Nearly all literals are plain ASCII without entities, and a page compiles thousands of them.
function plainLiteral(text) {
  const units = new Uint16Array(text.length);
  const gaps = new Uint8Array(text.length);
  let length = 0;
  let gap = GAP_LINE;
  for (let i = 0; i < text.length; i++) {
    const unit = ASCII[text.charCodeAt(i)];
    if (unit === DROPPED) {
      if (gap === GAP_NONE) gap = GAP_SPACE;
    } else {
      units[length] = unit;
      gaps[length++] = gap;
      gap = GAP_NONE;
    }
  }
  return { units: units.subarray(0, length), gaps: gaps.subarray(0, length), length };
}

/**
 * The stream of a pattern's literal: the same folding, but quoting and reply prefixes are meant as written.
 * @returns {{units: Uint16Array, gaps: Uint8Array, length: number}}
 */
export function streamOfLiteral(text) {
  if (/^[ -%'-~]*$/.test(text)) return plainLiteral(text);
  const builder = new Builder(text.length + 16);
  addText(builder, text, 0, text.length, false);
  const { length } = builder;
  return { units: builder.units.slice(0, length), gaps: builder.gaps.slice(0, length), length };
}
