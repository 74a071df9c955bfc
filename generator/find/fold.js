// Text as search compares it: width, capitals, accents, hiragana and katakana, long marks and small kana don't count.
// May import the engine's fold.js. Knows nothing of pages or queries.
import { bare, stem } from '../engine/concept/fold.js';

const SMALL = 'ァィゥェォッャュョヮ';
const LARGE = 'アイウエオツヤユヨワ';
const FIRST_HIRAGANA = 0x3041;
const LAST_HIRAGANA = 0x3096;
const TO_KATAKANA = 0x60;
/** "メイル" is "メール": an イ behind a sound in e, as a long mark. */
const LONG_E = /([エケゲセゼテデネヘベペメレ])イ/g;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/;
const LONG_MARK = /[ー〜~]/g;

/** Text in compatibility forms and small letters, without accents; words and kana are still as they were written. @param {string} text */
export function plain(text) {
  const low = text.normalize('NFKC').toLowerCase();
  return ACCENTED.test(low) ? bare(low) : low;
}

/** Kana and whatever stands between, as it sounds. @param {string} text plain */
export function sounded(text) {
  let said = '';
  for (const one of text) {
    const code = one.charCodeAt(0);
    const kana = code >= FIRST_HIRAGANA && code <= LAST_HIRAGANA ? String.fromCharCode(code + TO_KATAKANA) : one;
    const small = SMALL.indexOf(kana);
    said += small < 0 ? kana : LARGE[small];
  }
  return said.replace(LONG_MARK, '').replace(LONG_E, '$1');
}

/** A Latin word as it is compared. @param {string} word plain */
export function wordKey(word) {
  return stem(word);
}
