// The Japanese encodings that are brought to Shift_JIS by arithmetic, because hosts decode that one alike: ISO-2022-JP, EUC-JP.
// May import unicode.js. Never decodes these: it answers pieces, text as it is or [charset, bytes] for the host.
import { readUtf8 } from './unicode.js';

/**
 * @import { Piece } from '../types.js'
 */

const ESCAPE = '\x1b';
const DESIGNATION = /\x1b(\$\([A-Z?@]|\$[@AB]|\([A-Z])/y;
// What a two-byte set is decoded as. Bytes of these three get their high bits back.
const RAISED = new Map([
  ['$A', 'gb18030'],
  ['$(A', 'gb18030'],
  ['$(C', 'euc-kr'],
  ['$(D', 'euc-jp'],
]);

/**
 * The Shift_JIS bytes of a JIS X 0208 character; `row` 1 to 94, or 95 to 114 for user-defined ones; `cell` 1 to 94.
 * @param {number} row
 * @param {number} cell
 */
function shiftJis(row, cell) {
  const half = (row - 1) >> 1;
  const lead = half + (row <= 62 ? 0x81 : 0xc1);
  const trail = row & 1 ? cell + (cell >= 64 ? 0x40 : 0x3f) : cell + 0x9e;
  return String.fromCharCode(lead, trail);
}

/** Pieces, neighbours of one charset joined. */
class Pieces {
  constructor() {
    /** @type {Piece[]} */
    this.list = [];
    this.charset = '';
    /** @type {string[]} */
    this.held = [];
  }

  /** @param {string} charset @param {string} text */
  add(charset, text) {
    if (charset !== this.charset) this.flush();
    this.charset = charset;
    this.held.push(text);
  }

  flush() {
    const text = this.held.join('');
    const isPlain = !this.charset || (this.charset === 'shift_jis' && !/[\x80-\xff]/.test(text));
    if (text) this.list.push(isPlain ? text : [this.charset, text]);
    this.held = [];
  }

  finish() {
    this.flush();
    return this.list;
  }
}

/** @param {number} code @param {number} low @param {number} high */
function isIn(code, low, high) {
  return code >= low && code <= high;
}

/** Shift_JIS with every byte that cannot stand where it stands made U+FFFD, so that all hosts agree. @param {string} bytes */
export function readShiftJis(bytes) {
  const pieces = new Pieces();
  addShiftJis(bytes, pieces);
  return pieces.finish();
}

/** @param {string} bytes @param {Pieces} pieces */
function addShiftJis(bytes, pieces) {
  let from = 0;
  const reject = (/** @type {number} */ at) => {
    pieces.add('shift_jis', bytes.slice(from, at));
    pieces.add('', '\ufffd');
    from = at + 1;
  };
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes.charCodeAt(at);
    if (code < 0x80 || isIn(code, 0xa1, 0xdf)) continue;
    const next = bytes.charCodeAt(at + 1);
    if (!(isIn(code, 0x81, 0x9f) || isIn(code, 0xe0, 0xfc))) reject(at);
    else if (isIn(next, 0x40, 0xfc) && next !== 0x7f) at++;
    else reject(at);
  }
  pieces.add('shift_jis', bytes.slice(from));
}

/** EUC-JP as pieces: Shift_JIS but for JIS X 0212, which Shift_JIS hasn't got. @param {string} bytes */
export function readEucJp(bytes) {
  const pieces = new Pieces();
  const plain = /[^\x80-\xff]+/y;
  for (let at = 0; at < bytes.length; ) {
    plain.lastIndex = at;
    const run = plain.exec(bytes);
    if (run) {
      pieces.add('shift_jis', run[0]);
      at += run[0].length;
      continue;
    }
    const [code, second, third] = [bytes.charCodeAt(at), bytes.charCodeAt(at + 1), bytes.charCodeAt(at + 2)];
    if (code === 0x8f && isIn(second, 0xa1, 0xfe) && isIn(third, 0xa1, 0xfe)) {
      pieces.add('euc-jp', bytes.slice(at, at + 3));
      at += 3;
    } else if (code === 0x8e && isIn(second, 0xa1, 0xdf)) {
      pieces.add('shift_jis', bytes[at + 1]);
      at += 2;
    } else if (isIn(code, 0xa1, 0xfe) && isIn(second, 0xa1, 0xfe)) {
      pieces.add('shift_jis', shiftJis(code - 0xa0, second - 0xa0));
      at += 2;
    } else {
      pieces.add('', '\ufffd');
      at += 1;
    }
  }
  return pieces.finish();
}

/** @param {string} run @param {string} set @param {Pieces} pieces */
function addPairs(run, set, pieces) {
  const charset = RAISED.get(set) || 'shift_jis';
  const userDefined = set === '$(?' ? 94 : 0;
  for (let at = 0; at < run.length; ) {
    const [first, second] = [run.charCodeAt(at), run.charCodeAt(at + 1)];
    if (!isIn(first, 0x21, 0x7e) || !isIn(second, 0x21, 0x7e)) {
      addSingle(run[at], pieces);
      at++;
      continue;
    }
    if (charset === 'shift_jis') pieces.add(charset, shiftJis(first - 0x20 + userDefined, second - 0x20));
    else pieces.add(charset, (charset === 'euc-jp' ? '\x8f' : '') + String.fromCharCode(first + 0x80, second + 0x80));
    at += 2;
  }
}

/**
 * A paste may hold characters that somebody decoded already; of the others, ASCII is the same in Shift_JIS.
 * @param {string} character
 * @param {Pieces} pieces
 */
function addSingle(character, pieces) {
  pieces.add(character < '\x80' ? 'shift_jis' : '', character);
}

/** @param {string} run @param {Pieces} pieces */
function addKana(run, pieces) {
  for (let at = 0; at < run.length; at++) {
    const code = run.charCodeAt(at);
    if (isIn(code, 0x21, 0x5f)) pieces.add('shift_jis', String.fromCharCode(code + 0x80));
    else addSingle(run[at], pieces);
  }
}

/** @param {string} run @param {Pieces} pieces */
function addBytes(run, pieces) {
  const utf8 = /[\x80-\xff]/.test(run) ? readUtf8(run) : null;
  if (utf8 && !utf8.invalid) pieces.add('', utf8.text);
  else addShiftJis(run, pieces);
}

/** @param {string} run @param {Pieces} pieces */
function addText(run, pieces) {
  for (const part of run.split(/([^\x00-\x7f]+)/)) if (part) addSingle(part, pieces);
}

/** @param {string} run @param {string} set @param {boolean} isBytes @param {Pieces} pieces */
function addRun(run, set, isBytes, pieces) {
  if (set[0] === '$') addPairs(run, set, pieces);
  else if (set === '(I') addKana(run, pieces);
  else if (isBytes) addBytes(run, pieces);
  else addText(run, pieces);
}

/**
 * ISO-2022-JP (RFC 1468) and its kin (-1, -2, -3's JIS X 0208 part, CP50220/1, -MS) as pieces.
 * @param {string} text a byte string, or text that was decoded but for its escape sequences
 * @param {boolean} isBytes raw 8-bit characters are then UTF-8 or Shift_JIS, as gateways that quote a mail mix them
 */
export function readIso2022Jp(text, isBytes) {
  const pieces = new Pieces();
  let set = '(B';
  for (let at = 0; at < text.length; ) {
    const found = text.indexOf(ESCAPE, at + 1);
    const end = found < 0 ? text.length : found;
    DESIGNATION.lastIndex = at;
    const designation = DESIGNATION.exec(text);
    if (designation) set = designation[1];
    const run = text.slice(designation ? at + designation[0].length : at, end);
    // Lines start in ASCII; but a run that goes back to ASCII on another line was folded by somebody in between.
    const folded = text[end + 1] === '(';
    const line = set === '(B' || folded ? -1 : run.indexOf('\n');
    addRun(line < 0 ? run : run.slice(0, line), set, isBytes, pieces);
    if (line >= 0) {
      set = '(B';
      addRun(run.slice(line), set, isBytes, pieces);
    }
    at = end;
  }
  return pieces.finish();
}

/** Does the text hold an escape sequence that ISO-2022-JP and its kin use for Japanese? @param {string} text */
export function hasJisEscapes(text) {
  return text.includes(ESCAPE) && /\x1b(?:\$[@B]|\$\([BD?@]|\(I)/.test(text);
}
