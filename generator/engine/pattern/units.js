// The units of a stream: which characters are dropped, which are the same, which make words.
// May import nothing. Never looks at more than one cluster of characters.

/** A unit's gap: what stood between it and the unit before. */
export const GAP_NONE = 0;
export const GAP_SPACE = 1;
export const GAP_LINE = 2;

/** No pattern can contain it, so no match crosses it. */
export const BARRIER = 0xffff;

/** What an ASCII character is in a stream; 0 where it is dropped. */
export const ASCII = new Uint16Array(128);
for (let c = 33; c < 127; c++) ASCII[c] = c >= 65 && c <= 90 ? c + 32 : c;
ASCII[0x60] = 0x27;

/** @type {Map<string, string>} */
const FOLDED = new Map();
for (const c of '\u2018\u2019\u201a\u201b\u2032\u00b4\uff07') FOLDED.set(c, "'");
for (const c of '\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02') FOLDED.set(c, '"');
for (const c of '\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d') FOLDED.set(c, '-');

/** Below it no unit is a mark that belongs to the character before. */
export const FIRST_COMBINING = 0x300;
const COMBINING = /^[\u0300-\u036f\u3099\u309a\uff9e\uff9f]$/;
// A bound, so that a megabyte of combining marks stays linear: normalising a cluster sorts its marks.
const LONGEST_CLUSTER = 16;
const OTHER_SPACES = new Set([0x85, 0xa0, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000]);
const OTHER_INVISIBLE = new Set([0xad, 0x180e, 0xfeff]);

/** Is this unit white space, including the ideographic and the no-break space? @param {number} code */
export function isSpace(code) {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13);
  return (code >= 0x2000 && code <= 0x200a) || OTHER_SPACES.has(code);
}

/** Does this white space break a line without being CR or LF? @param {number} code */
export function isLineSpace(code) {
  return code === 0x2028 || code === 0x2029 || code === 0x85;
}

/** Is this a character that nobody sees: zero-width, a soft hyphen, a mark of direction? @param {number} code */
export function isInvisible(code) {
  return (
    (code >= 0x200b && code <= 0x200f) ||
    (code >= 0x202a && code <= 0x202e) ||
    (code >= 0x2060 && code <= 0x206f) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    OTHER_INVISIBLE.has(code)
  );
}

/** Does this unit of a stream count as part of a word of the Latin, Greek or Cyrillic script, or as a digit? @param {number} code */
export function isWordUnit(code) {
  return (
    (code >= 97 && code <= 122) ||
    (code >= 48 && code <= 57) ||
    (code >= 0xdf && code <= 0x24f && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x52f)
  );
}

/** Does a mark stand at `at` that belongs to the character before it? @param {string} text @param {number} at */
export function isCombiningAt(text, at) {
  return text.charCodeAt(at) >= FIRST_COMBINING && COMBINING.test(text[at]);
}

/** Where the character at `at` ends, with the marks that follow it. @param {string} text @param {number} at @param {number} limit */
export function clusterEnd(text, at, limit) {
  const lead = text.charCodeAt(at);
  let end = at + 1;
  if (lead >= 0xd800 && lead < 0xdc00 && end < limit) {
    const trail = text.charCodeAt(end);
    if (trail >= 0xdc00 && trail < 0xe000) end++;
  }
  while (end < limit && end - at < LONGEST_CLUSTER && isCombiningAt(text, end)) end++;
  return end;
}

/** A unit of a compatibility form as a stream has it. @param {string} character */
export function foldUnit(character) {
  return (FOLDED.get(character) || character).charCodeAt(0);
}

/** A character with its marks as a stream has it (before white space is dropped): compatibility form, small, plain quotes and dashes. @param {string} cluster */
export function foldCluster(cluster) {
  return FOLDED.get(cluster) || cluster.normalize('NFKC').toLowerCase();
}
