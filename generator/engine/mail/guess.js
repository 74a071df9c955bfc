// The charset of bytes that carry no label, or a wrong one, told by their structure.
// May import nothing. Never decodes; UTF-8 and ISO-2022-JP are recognised by charset.js before anybody asks here.

const SAMPLE = 20000;

/** What a walk over pairs of bytes counted. @typedef {{pairs: number, singles: number, wrong: number, leads: Uint32Array}} Fit */
/** @typedef {(code: number) => boolean} Test */

/** @param {number} code @param {number} low @param {number} high */
function isIn(code, low, high) {
  return code >= low && code <= high;
}

/**
 * Walks pairs: `isLead`, `isTrail` say what a pair is, `isSingle` which high bytes stand alone.
 * @param {string} bytes
 * @param {Test} isLead
 * @param {Test} isTrail
 * @param {Test} isSingle
 * @returns {Fit}
 */
function walkPairs(bytes, isLead, isTrail, isSingle) {
  const found = { pairs: 0, singles: 0, wrong: 0, leads: new Uint32Array(256) };
  for (let at = 0; at < bytes.length; at++) {
    const code = bytes.charCodeAt(at);
    if (code < 0x80) continue;
    if (isSingle(code)) {
      found.singles++;
    } else if (isLead(code) && at + 1 >= bytes.length) {
      break;
    } else if (isLead(code) && isTrail(bytes.charCodeAt(at + 1))) {
      found.pairs++;
      found.leads[code]++;
      at++;
    } else {
      found.wrong++;
    }
  }
  return found;
}

/** @param {Fit} found @param {number} low @param {number} high */
function countLeads(found, low, high) {
  let count = 0;
  for (let lead = low; lead <= high; lead++) count += found.leads[lead];
  return count;
}

/** @param {string} bytes */
function fitEuc(bytes) {
  // JIS X 0212 is a pair behind a third byte.
  return walkPairs(
    bytes.replace(/\x8f/g, ''),
    (code) => code === 0x8e || isIn(code, 0xa1, 0xfe),
    (code) => isIn(code, 0xa1, 0xfe),
    () => false,
  );
}

/** @param {string} bytes */
function fitShiftJis(bytes) {
  return walkPairs(
    bytes,
    (code) => isIn(code, 0x81, 0x9f) || isIn(code, 0xe0, 0xfc),
    (code) => isIn(code, 0x40, 0xfc) && code !== 0x7f,
    (code) => isIn(code, 0xa1, 0xdf),
  );
}

/** @param {string} bytes */
function sampleOf(bytes) {
  const high = bytes.search(/[\x80-\xff]/);
  return high < 0 ? '' : bytes.slice(high, high + SAMPLE);
}

/** Is this Japanese in EUC-JP: pairs of high bytes, a good part of them kana? @param {string} bytes */
export function isEucJp(bytes) {
  const fit = fitEuc(sampleOf(bytes));
  const kana = countLeads(fit, 0xa4, 0xa5);
  return !fit.wrong && kana > 0 && kana * 6 >= fit.pairs;
}

/** Is this Japanese in Shift_JIS: (nearly) nothing that can't be, and a good part of the pairs kana? @param {string} bytes */
export function isShiftJis(bytes) {
  const fit = fitShiftJis(sampleOf(bytes));
  const kana = countLeads(fit, 0x81, 0x83);
  return fit.wrong * 50 <= fit.pairs && kana > 0 && kana * 6 >= fit.pairs;
}

/** @param {string} bytes */
function guessWithoutKana(bytes) {
  const fit = fitEuc(bytes);
  if (fit.wrong || fit.pairs < 2) return '';
  // Hangul fills these rows and Korean is little else; hanzi spread over 72 rows.
  if (fit.pairs >= 6 && countLeads(fit, 0xb0, 0xc8) * 20 >= fit.pairs * 19) return 'euc-kr';
  // Chinese has punctuation where JIS has nothing, common hanzi where JIS has rare kanji, and no kana however long it gets.
  const isChinese = /\xa3[\xa1-\xaf]/.test(bytes) || countLeads(fit, 0xd0, 0xd7) * 8 >= fit.pairs || fit.pairs >= 8;
  return isChinese ? 'gb18030' : 'euc-jp';
}

/** @param {string} bytes */
function guessCyrillic(bytes) {
  /** @type {string[]} */
  const letters = bytes.match(/[\xc0-\xff]/g) || [];
  /** @type {string[]} */
  const words = bytes.match(/[\xc0-\xff]{3,}/g) || [];
  if (words.length < 2 || words.join('').length * 10 < letters.length * 7) return '';
  // Small letters, which outnumber capitals, stand in the upper half of windows-1251 and in the lower one of KOI8-R.
  const upper = letters.filter((letter) => letter >= '\xe0').length;
  return upper * 2 > letters.length ? 'windows-1251' : 'koi8-r';
}

/**
 * The charset that 8-bit bytes without a label are most likely in, as a WHATWG name. Japanese is told by its kana, the
 * others by their rows; what looks like none of them is windows-1252.
 * @param {string} bytes
 */
export function guessCharset(bytes) {
  if (isEucJp(bytes)) return 'euc-jp';
  if (isShiftJis(bytes)) return 'shift_jis';
  const sample = sampleOf(bytes);
  return guessCyrillic(sample) || guessWithoutKana(sample) || 'windows-1252';
}
