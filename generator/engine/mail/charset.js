// From a byte string and the label it came with to pieces: text, or [charset, bytes] for the host to decode.
// May import unicode.js, jis.js and guess.js. Never throws; a label is advice, the bytes decide.

import { guessCharset, isEucJp, isShiftJis } from './guess.js';
import { hasJisEscapes, readEucJp, readIso2022Jp, readShiftJis } from './jis.js';
import { readUtf7, readUtf8, readUtf16, readWindows1252, utf16Kind } from './unicode.js';

/**
 * @import { Piece } from '../types.js'
 * @import { Utf8 } from './unicode.js'
 */

// Labels of the WHATWG Encoding Standard and those that only mail uses, without punctuation. Of a numbered family one
// expression below stands for all.
/** @type {[name: string, labels: string][]} */
const LABELS = [
  ['utf-8', 'unicode11utf8 unicode20utf8 utf8 xunicode20utf8 uft8 utf8mb4 cp65001 csutf8'],
  ['utf-7', 'utf7 unicode11utf7 unicode20utf7 xunicode20utf7 csunicode11utf7 xutf7 csutf7 cp65000'],
  ['utf-16le', 'utf16 utf16le unicode ucs2 iso10646ucs2 csunicode unicodefeff'],
  ['utf-16be', 'utf16be unicodefffe'],
  ['shift_jis', 'shiftjis sjis xsjis csshiftjis mskanji ms932 windows31j cswindows31j cp932 xmscp932 sjiswin'],
  ['euc-jp', 'eucjp xeucjp xeuc cseucpkdfmtjapanese eucjpms eucjpwin cp51932 ujis'],
  [
    'iso-2022-jp',
    'iso2022jp csiso2022jp iso2022jp1 iso2022jp2 iso2022jp3 iso2022jp2004 iso2022jpms cp50220 cp50221 cp50222 jis',
  ],
  [
    'gb18030',
    'gb18030 gbk chinese csgb2312 csiso58gb231280 gb2312 gb231280 isoir58 xgbk cp936 ms936 euccn windows936 hzgb2312',
  ],
  ['big5', 'big5 big5hkscs cnbig5 csbig5 xxbig5 cp950 big5hk ms950'],
  ['euc-kr', 'euckr cseuckr csksc56011987 isoir149 korean ksc56011987 ksc56011989 ksc5601 windows949 cp949 ms949 uhc'],
  ['koi8-r', 'koi8r koi koi8 cskoi8r'],
  ['koi8-u', 'koi8u koi8ru'],
  ['ibm866', 'ibm866 866 cp866 csibm866'],
  ['macintosh', 'macintosh mac csmacintosh xmacroman macroman'],
  ['x-mac-cyrillic', 'xmaccyrillic xmacukrainian'],
  ['windows-874', 'dos874 iso885911 tis620 windows874 cp874'],
  ['windows-1252', 'iso88591 latin1 l1 csisolatin1 isoir100 cp819 ibm819 iso885911987'],
  ['windows-1254', 'iso88599 latin5 l5 csisolatin5 isoir148 iso885991989'],
  ['iso-8859-2', 'latin2 l2 csisolatin2 isoir101 iso885921987'],
  ['iso-8859-3', 'latin3 l3 csisolatin3 isoir109 iso885931988'],
  ['iso-8859-4', 'latin4 l4 csisolatin4 isoir110 iso885941988'],
  ['iso-8859-5', 'cyrillic csisolatincyrillic isoir144 iso885951988'],
  [
    'iso-8859-6',
    'arabic asmo708 csisolatinarabic ecma114 isoir127 iso885961987 csiso88596e csiso88596i iso88596e iso88596i',
  ],
  ['iso-8859-7', 'greek greek8 csisolatingreek ecma118 elot928 isoir126 iso885971987 suneugreek'],
  [
    'iso-8859-8',
    'hebrew csisolatinhebrew isoir138 iso885981988 visual csiso88598e iso88598e csiso88598i iso88598i logical',
  ],
  ['iso-8859-10', 'latin6 l6 csisolatin6 isoir157'],
  ['iso-8859-15', 'l9 csisolatin9 latin9'],
];
/** @type {[RegExp, string][]} */
const FAMILIES = [
  [/^(?:cs)?iso8859(2|3|4|5|6|7|8|10|13|14|15|16)$/, 'iso-8859-'],
  [/^(?:x?cp|win|windows|ms)125([0-8])$/, 'windows-125'],
];
/** @type {Map<string, string>} */
const BY_LABEL = new Map();
for (const [name, labels] of LABELS) for (const label of labels.split(' ')) BY_LABEL.set(label, name);
const MULTIBYTE = ['shift_jis', 'euc-jp', 'iso-2022-jp', 'gb18030', 'big5', 'euc-kr'];
const MARK = '\xef\xbb\xbf';

/**
 * The encoding that a charset label means, as a WHATWG name, or '' for one that says nothing (us-ascii, unknown-8bit, a
 * misspelt one). ISO-8859-1 is windows-1252, GB2312 and GBK are gb18030; UTF-7 and ISO-2022-JP are named by themselves.
 * @param {string} label
 */
export function resolveLabel(label) {
  const bare = label
    .toLowerCase()
    .replace(/^[^a-z0-9]*3d/, '')
    .replace(/\*.*$/, '')
    .replace(/[^a-z0-9]/g, '');
  const known = BY_LABEL.get(bare);
  if (known) return known;
  for (const [form, prefix] of FAMILIES) {
    const found = form.exec(bare);
    if (found) return prefix + found[1];
  }
  return '';
}

/** Is this right UTF-8 by more than chance, whatever it calls itself? @param {Utf8} utf8 @param {string} name */
function isUtf8(utf8, name) {
  if (name === 'utf-8') return utf8.invalid * 8 <= utf8.sequences;
  if (utf8.invalid) return false;
  return utf8.sequences >= (MULTIBYTE.includes(name) ? 4 : name ? 2 : 1);
}

/** @param {string} bytes @param {string} name */
function isWrong(bytes, name) {
  if (name === 'shift_jis') return isEucJp(bytes);
  if (name === 'euc-jp') return isShiftJis(bytes);
  return name === '' || name === 'utf-8' || name === 'iso-2022-jp' || name.startsWith('utf-16');
}

/** @param {string} bytes @param {string} name @returns {Piece[]} */
function readAs(bytes, name) {
  if (name === 'shift_jis') return readShiftJis(bytes);
  if (name === 'euc-jp') return readEucJp(bytes);
  return name === 'windows-1252' ? [readWindows1252(bytes)] : [[name, bytes]];
}

// Bytes that are the same in every charset but UTF-7; in UTF-16 they don't occur alone.
const PLAIN = /^[\x01-\x1a\x1c-\x7f]*$/;

/**
 * Read bytes with the label they came with ('' for none).
 * @param {string} bytes
 * @param {string} label
 * @returns {Piece[]} pieces in order: text, or [WHATWG name, bytes] for the host
 */
export function readBytes(bytes, label) {
  const name = label && resolveLabel(label);
  if (bytes.startsWith(MARK)) return [readUtf8(bytes.slice(MARK.length)).text];
  if (name === 'utf-7') return [readUtf7(bytes)];
  if (PLAIN.test(bytes)) return [bytes];
  const wide = /\0|^\xff\xfe|^\xfe\xff/.test(bytes) ? utf16Kind(bytes) || name : '';
  if (wide.startsWith('utf-16')) return [readUtf16(bytes, wide === 'utf-16be').replace(/^\ufeff/, '')];
  if (hasJisEscapes(bytes)) return readIso2022Jp(bytes, true);
  if (!/[\x80-\xff]/.test(bytes))
    return name === 'iso-2022-jp' && bytes.includes('\x1b') ? readIso2022Jp(bytes, true) : [bytes];
  const utf8 = readUtf8(bytes);
  if (isUtf8(utf8, name)) return [utf8.text];
  return readAs(bytes, isWrong(bytes, name) ? guessCharset(bytes) : name);
}

/**
 * Read text that is decoded already, but for the escape sequences of ISO-2022-JP it may hold. Same answer as `readBytes`.
 * @param {string} text
 * @returns {Piece[]}
 */
export function readText(text) {
  return hasJisEscapes(text) ? readIso2022Jp(text, false) : [text];
}
