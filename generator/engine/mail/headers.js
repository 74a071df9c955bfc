// The header block of a message or a part: fields, encoded words (RFC 2047), parameters (RFC 2045, RFC 2231).
// May import limits.js, words.js, transfer.js and charset.js. Never asks what a field is for, but to tell a header block
// from text.
import { MOST_HEADER_LINES } from '../limits.js';
import { readBytes, readText } from './charset.js';
import { decodeBase64, decodeQWord } from './transfer.js';
import { rolesOf } from './words.js';

/**
 * @import { MailWords, Piece } from '../types.js'
 */

/**
 * A field: its name as written and in lower case, and its value, unfolded but not decoded. `pieces` once it is read.
 * @typedef {{label: string, name: string, value: string, pieces?: Piece[]}} Field
 */

/**
 * A header block and what follows it. `unread`: lines beyond the limit, which are left to the body.
 * @typedef {{fields: Field[], body: string, unread: number}} Split
 */

// Narrower than RFC 5322, 2.2: a folded `(192.0.2.1:25)` that lost its indentation is no field.
const FIELD = /^([A-Za-z0-9][\w.+/-]*)[ \t]*:[ \t]*/;
const MIME_FIELD = /^(?:content-[a-z-]+|mime-version)[ \t]*:/gim;
const MBOX_LINE = /^>?From /;
const WORD = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi;
const PLAIN = /^[\t\x20-\x7e]*$/;
const HEAD = /^\s*([^;\s(]*)/;

/** @param {string} text @param {number} at */
function lineAt(text, at) {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}

/** @param {string} text */
function skipLead(text) {
  const blank = /(?:[ \t]*\n)*/y;
  blank.lastIndex = text.startsWith('\xef\xbb\xbf') ? 3 : text.startsWith('\ufeff') ? 1 : 0;
  blank.test(text);
  const at = blank.lastIndex;
  const line = lineAt(text, at);
  return MBOX_LINE.test(line) ? at + line.length + 1 : at;
}

/** Where the last MIME field of the block around `at` stands, or -1. @param {string} text @param {number} at */
function lastMimeField(text, at) {
  const end = text.indexOf('\n\n', at);
  const block = text.slice(at, end < 0 ? text.length : end);
  let last = -1;
  for (const found of block.matchAll(MIME_FIELD)) last = at + found.index;
  return last;
}

/** Is this line a field of a mail's header block, whatever stands before it? @param {MailWords} words @param {string} line */
function isKnownField(words, line) {
  const found = FIELD.exec(line);
  if (!found) return false;
  const name = found[1].toLowerCase();
  if (name.startsWith('x-')) return true;
  const roles = rolesOf(words, name);
  return roles.size > 0 && !roles.has('status') && !roles.has('feedback') && name !== 'recipient';
}

/** Takes the lines of a header block one after the other. */
class Block {
  /** @param {string} text @param {number} start @param {boolean} isMessage @param {MailWords} words */
  constructor(text, start, isMessage, words) {
    this.text = text;
    this.start = start;
    this.isMessage = isMessage;
    this.words = words;
    /** @type {Field[]} */
    this.fields = [];
    /** The lines of the last field's value. @type {string[]} */
    this.lines = [];
    /** Where the last MIME field stands, once somebody asks. @type {number | null} */
    this.mime = null;
  }

  /** Does the block go on with this line at `at`? A blank line answers for itself. @param {string} line @param {number} at */
  takes(line, at) {
    const first = line.charCodeAt(0);
    if (first === 0x20 || first === 0x09) return this.continues(line, at, true);
    const found = FIELD.exec(line);
    if (!found) return this.continues(line, at, false);
    this.close();
    this.fields.push({ label: found[1], name: found[1].toLowerCase(), value: '' });
    this.lines.push(line.slice(found[0].length));
    return true;
  }

  /** @param {string} line @param {number} at @param {boolean} isFolded */
  continues(line, at, isFolded) {
    if (this.lines.length && (isFolded || this.isLoose(at))) {
      this.lines.push(line.trim());
      return true;
    }
    return MBOX_LINE.test(line);
  }

  // A line that lost its indentation, as long as MIME fields follow or the value can't end here.
  /** @param {number} at */
  isLoose(at) {
    if (this.mime === null) this.mime = this.isMessage ? lastMimeField(this.text, this.start) : -1;
    return at < this.mime || /[;,]$/.test(this.lines[this.lines.length - 1].trimEnd());
  }

  close() {
    if (!this.lines.length) return;
    const value = this.lines.length === 1 ? this.lines[0] : this.lines.join(' ');
    this.fields[this.fields.length - 1].value = value.trim();
    this.lines = [];
  }

  /** The block ends, and the body starts at `at`. @param {number} at @param {number} unread @returns {Split} */
  end(at, unread) {
    this.close();
    return { fields: this.fields, body: this.text.slice(at), unread };
  }
}

/** How many lines stand before the next blank one. @param {string} text @param {number} at */
function linesLeft(text, at) {
  const end = text.indexOf('\n\n', at);
  return text.slice(at, end < 0 ? text.length : end).split('\n').length;
}

/**
 * Split a message (`isMessage`) or a part into its header block and its body. Newlines are LF.
 * A message may begin with blank lines, a byte order mark and an mbox line; its block may hold lines that lost their
 * indentation, as long as MIME fields follow. What is not a header block is the body.
 * @param {string} text
 * @param {boolean} isMessage
 * @param {MailWords} words
 * @returns {Split}
 */
export function splitHeaders(text, isMessage, words) {
  const start = isMessage ? skipLead(text) : 0;
  const block = new Block(text, start, isMessage, words);
  let at = start;
  for (let count = 0; at < text.length; count++) {
    const line = lineAt(text, at);
    const next = at + line.length + 1;
    if (!line) return block.end(next, 0);
    if (count === MOST_HEADER_LINES) return block.end(at, linesLeft(text, at));
    if (!line.trim()) {
      if (!block.fields.length || !isKnownField(words, lineAt(text, next))) return block.end(next, 0);
    } else if (!block.takes(line, at)) {
      break;
    }
    at = next;
  }
  return block.end(at, 0);
}

/** The value of the first field of that name (lower case), or ''. @param {Field[]} fields @param {string} name */
export function fieldValue(fields, name) {
  for (const field of fields) if (field.name === name) return field.value;
  return '';
}

/** @typedef {{label: string, parts: string[]}} Run */

/** Neighbouring words of one charset, so that a character cut in two by them is whole again. @param {string} value */
function wordRuns(value) {
  /** @type {Run[]} */
  const runs = [];
  let at = 0;
  for (const found of value.matchAll(WORD)) {
    const [all, label, coding, encoded] = found;
    const between = value.slice(at, found.index);
    const bytes = coding.toLowerCase() === 'b' ? decodeBase64(encoded) : decodeQWord(encoded);
    const last = runs[runs.length - 1];
    const follows = last?.label && !between.trim();
    if (follows && last.label.toLowerCase() === label.toLowerCase()) last.parts.push(bytes);
    else {
      if (between && !follows) runs.push({ label: '', parts: [between] });
      runs.push({ label, parts: [bytes] });
    }
    at = found.index + all.length;
  }
  if (at < value.length) runs.push({ label: '', parts: [value.slice(at)] });
  return runs;
}

/** @param {Run} run @param {boolean} isBytes @param {string} charset @returns {Piece[]} */
function readRun({ label, parts }, isBytes, charset) {
  const text = parts.join('');
  if (!label) return isBytes ? readBytes(text, charset) : readText(text);
  return readBytes(text, label).map((piece) => (typeof piece === 'string' ? piece.replace(/\n+/g, ' ') : piece));
}

/**
 * Read a header value: encoded words decoded, each run with its own charset, broken ones kept; raw 8-bit bytes guessed.
 * @param {string} value
 * @param {boolean} isBytes
 * @param {string} charset the label that raw bytes are tried with, '' for none
 * @returns {Piece[]} pieces, as `readBytes` answers them
 */
export function readValue(value, isBytes, charset) {
  if (!value.includes('=?') && PLAIN.test(value)) return [value];
  return wordRuns(value).flatMap((run) => readRun(run, isBytes, charset));
}

/** @param {string} text */
function percentDecode(text) {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * One attribute may come in pieces, `name*0*=`, `name*1=`; a trailing star says that the piece is percent-encoded.
 * @param {[attribute: string, value: string][]} raw
 */
function joinContinuations(raw) {
  /** @type {Map<string, Map<number, string>>} */
  const parts = new Map();
  for (const [attribute, value] of raw) {
    const [, name, section, star] = /^([^*]*)(?:\*(\d{1,3}))?(\*?)$/.exec(attribute) || [attribute, attribute];
    const pieces = parts.get(name) || new Map();
    parts.set(name, pieces);
    const index = Number(section || 0);
    if (pieces.has(index)) continue;
    pieces.set(index, star ? percentDecode(index === 0 ? value.replace(/^[^']*'[^']*'/, '') : value) : value);
  }
  /** @type {Map<string, string>} */
  const params = new Map();
  for (const [name, pieces] of parts) {
    const inOrder = [...pieces].sort((a, b) => a[0] - b[0]);
    params.set(name, inOrder.map(([, value]) => value).join(''));
  }
  return params;
}

/** What stands before the parameters, in lower case. @param {string} text */
export function plainValue(text) {
  return (HEAD.exec(text)?.[1] ?? '').toLowerCase().replace(/["']/g, '');
}

/**
 * Parse a structured value such as `multipart/report; boundary="x"`, forgiving missing semicolons and quotes.
 * @param {string} text
 * @returns {{value: string, params: Map<string, string>}} `value` and names in lower case; RFC 2231 values are joined and
 *   percent-decoded to bytes, their charset dropped
 */
export function parseParams(text) {
  /** @type {[string, string][]} */
  const raw = [];
  const attribute = /[;\s"]*([^\s=;"]+)\s*(?:=\s*)?/y;
  const quoted = /"((?:[^"\\]|\\[\s\S])*)"/y;
  const plain = /["']?([^;\s]*?)["']?(?=[;\s]|$)/y;
  attribute.lastIndex = HEAD.exec(text)?.[0].length ?? 0;
  for (let found = attribute.exec(text); found; found = attribute.exec(text)) {
    if (!found[0].includes('=')) continue;
    quoted.lastIndex = plain.lastIndex = attribute.lastIndex;
    const value = quoted.exec(text) || plain.exec(text);
    if (!value) break;
    raw.push([found[1].toLowerCase(), value[1].replace(/\\([\s\S])/g, '$1')]);
    attribute.lastIndex = value.index + value[0].length;
  }
  return { value: plainValue(text), params: joinContinuations(raw) };
}
