// Finds names beside addresses: `Taro Suzuki <..>`, `鈴木太郎様（..）`, `..(Taro Suzuki)`.
// May import reading.js, scripts.js and words.js. Sees a reading in which addresses are hidden already.
import { HIDDEN } from './reading.js';
import { UNSPACED } from './scripts.js';

/** @import { RedactionWords } from './words.js' */

/** @import { Reading } from './reading.js' */
/** @import { Add } from './values.js' */

const BRACKET = /[<([]+ ?(?:mailto:|smtp:|e-?mail:)? ?$/i;
const PARTICLE = /^.*[をはがへに](?=.{2})/su;
const LAST_WORD = /([^\s\u3001-\u3004\u3008-\u303f]+) *$/;
const NOT_A_WORD = /[\d\uffff<>@:;|=/\\"()[\]{}!?#]/;
const ENCODED_WORD = /^=\?[^?\s]{1,40}\?[bq]\?[^?\s]*\?=$/i;
// `taro@example.jp (Taro Suzuki)`, `<a href="mailto:taro@example.jp">Taro Suzuki</a>`
const COMMENT = /^["'>\]]{0,3} ?\(([^()\r\n\uffff]{2,60})\)|^"[^<>\n\uffff]{0,40}>\s?([^<>\n\uffff]{2,60})<\/a>/d;

/** How much at the end of a word in a script without spaces is a name. @param {RedactionWords} words @param {string} word */
function unspacedName(words, word) {
  const bare = word.replace(words.honorific, '');
  const cut = (PARTICLE.exec(bare) || [''])[0].length;
  return bare.length - cut > 8 || words.isOrdinary(bare.slice(cut)) ? 0 : word.length - cut;
}

/** How much at the end of a word is of a name that ends behind it, or goes on there. @param {RedactionWords} words @param {string} word @param {boolean} goesOn */
function nameInWord(words, word, goesOn) {
  if (ENCODED_WORD.test(word)) return word.length;
  if (NOT_A_WORD.test(word)) return 0;
  if (UNSPACED.test(word)) return unspacedName(words, word);
  const plain = word.replace(/[,.]$/, '').toLowerCase();
  if (goesOn && words.particles.has(plain)) return word.length;
  return /^\p{Lu}/u.test(word) && !words.isOrdinary(plain) ? word.length : 0;
}

/** How long the name at the end of a text is, 0 if none stands there. @param {RedactionWords} words @param {string} text within one line */
function nameLength(words, text) {
  let from = text.length;
  let end = text.length;
  for (let count = 0; count < 5; count++) {
    const word = (LAST_WORD.exec(text.slice(0, end)) || ['', ''])[1];
    const length = word ? nameInWord(words, word, count > 0) : 0;
    if (!length) break;
    end = text.lastIndexOf(word, end - word.length);
    // No name starts with a particle in small letters, for the sentence before may end with it.
    if (!words.particles.has(word)) from = end + word.length - length;
    // Prose without spaces stands before it.
    if (length < word.length) break;
  }
  return text.length - from;
}

/** A line that holds nothing but a short name, in any case of letters. @param {RedactionWords} words @param {string} line */
function isOnlyName(words, line) {
  const said = line
    .replace(/^[\s>*-]+/, '')
    .trim()
    .split(/\s+/);
  return (
    said.length <= 3 &&
    said.every(
      (word) => /^[\p{L}\p{M}.,'-]{2,30}$/u.test(word) && !words.isOrdinary(word.toLowerCase().replace(/[,.]$/, '')),
    )
  );
}

/** The name before an address in brackets, as [from, to) of `before`. @returns {[number, number] | null} */
function nameBefore(/** @type {RedactionWords} */ words, /** @type {string} */ before) {
  const bracket = BRACKET.exec(before);
  if (!bracket) return null;
  const text = before.slice(0, bracket.index).trimEnd();
  const quote = /["']$/.exec(text);
  if (quote) {
    const open = text.lastIndexOf(quote[0], text.length - 2);
    const inside = text.slice(open + 1, -1);
    return open >= 0 && inside.trim() && !/[\uffff\n]/.test(inside) && !words.isAllOrdinary(inside.toLowerCase())
      ? [open + 1, text.length - 1]
      : null;
  }
  const line = text.slice(text.lastIndexOf('\n') + 1);
  const length = nameLength(words, line);
  if (length) return [text.length - length, text.length];
  const whole = line.length < text.length && isOnlyName(words, line);
  return whole ? [text.length - line.length, text.length] : null;
}

/** A comment or a link's text behind an address that is a name. @returns {[number, number] | null} */
function nameAfter(/** @type {RedactionWords} */ words, /** @type {string} */ after) {
  const found = COMMENT.exec(after);
  const place = found?.indices?.[1] || found?.indices?.[2];
  if (!place) return null;
  const said = after
    .slice(...place)
    .trim()
    .split(/\s+/);
  const isName = said.every(
    (word) =>
      !NOT_A_WORD.test(word) && (/^\p{Lu}/u.test(word) || UNSPACED.test(word)) && !words.isOrdinary(word.toLowerCase()),
  );
  return said.length <= 4 && isName ? place : null;
}

/**
 * Names beside addresses, which are hidden already.
 * @param {Reading} reading @param {(at: number) => boolean} isAddress is what is hidden at this unit an address?
 * @param {Add} add
 */
export function findNamesBeside(reading, isAddress, add) {
  const { text, lower, words } = reading;
  for (let at = text.indexOf(HIDDEN); at >= 0; ) {
    let end = at;
    while (text[end] === HIDDEN) end++;
    if (isAddress(at)) {
      // A line's start counts as seen: the text before begins with a line's end.
      const from = Math.max(0, at - 90);
      const before = nameBefore(words, from ? text.slice(from, at) : `\n${text.slice(0, at)}`);
      const shift = from || -1;
      if (before)
        add(shift + before[0], shift + before[1], 'name', lower.slice(shift + before[0], shift + before[1]).trim());
      const after = nameAfter(words, text.slice(end, end + 120));
      if (after) add(end + after[0], end + after[1], 'name', lower.slice(end + after[0], end + after[1]).trim());
    }
    at = text.indexOf(HIDDEN, end);
  }
}
