// The features by which texts are compared: Latin words, pairs of Japanese characters, and single kanji.
// May import fold.js. Japanese features are numbers, which are quicker to make and to find than strings. A single kanji counts for less: it is what 届かない, 届きません and 届く have in common.
import { soundsOf, wordKey } from './fold.js';

/** @typedef {string | number} Feature a Latin word; a pair of characters, or a kanji */

const LATIN = 'a-z0-9\\u00df-\\u024f\\u0370-\\u052f';
const JAPANESE = '\\u3041-\\u3096\\u30a1-\\u30fc\\u3400-\\u9fff\\uf900-\\ufaff\\uac00-\\ud7a3々〆ヶ';
const PIECE = new RegExp(`[${LATIN}]+(?:[.@_:&+'’/-]+[${LATIN}]+)*|[${JAPANESE}]+`, 'g');
const WORD = new RegExp(`[${LATIN}]+`, 'g');
const IS_LATIN = new RegExp(`^[${LATIN}]`);
/** Stands for Japanese words that were taken out of a query; what bends them follows. */
export const TAKEN = '〆';
const RUN = /[\u3041-\u3096]+|〆+|[^\u3041-\u3096〆]+/g;
const KANJI = /[\u3400-\u9fff々〆]/;
const PARTICLE = /^(?:から|まで|より|など|[がをにはのでともへや])/;
const ENDING =
  /(?:でしょうか|ですか|です|ます|ました|ません|ください|という|って|れません|れない|できません|できない|できなくて|しません|しない|しまう|しまった|なくて|なく|ない|なった|なる|れる|される|された|されて|していない|してる|しました|する|した|して|したら|すれば|たら|たい|なら|ても|けど|いる|います|ある|あります|もらう|くれる|ほしい|よう|くる|きた|きます|おく|みる|とき|こと|ため|んだけど|か|の|が|を|に|は|で|と|も|へ)$/;
/** Kana and kanji fit fifteen bits, and two of them a small integer. */
const FIRST_UNIT = 0x3000;
const UNIT_BITS = 0x7fff;
const UNIT_SIZE = 15;
const KANJI_WEIGHT = 0.4;
const PAIR_WEIGHT = 1;
const WORD_WEIGHT = 2;
/** Parts of a name such as `smtp-in.example.co.jp` that are also known as one word. */
const MOST_JOINED = 3;

/** The pieces of a text: Latin words, with what joins them, and Japanese runs. @param {string} text plain */
export function piecesOf(text) {
  return text.match(PIECE) || [];
}

/** @param {string} piece */
export function isLatin(piece) {
  return IS_LATIN.test(piece);
}

/** The words of a Latin piece. @param {string} piece */
export function wordsOf(piece) {
  return piece.match(WORD) || [];
}

/** How much a feature counts, apart from how rare it is. @param {Feature} feature */
export function weightOf(feature) {
  if (typeof feature === 'string') return WORD_WEIGHT;
  return feature < 0 ? KANJI_WEIGHT : PAIR_WEIGHT;
}

/** The feature of two units that follow each other. @param {number} first @param {number} second */
export function pairOf(first, second) {
  return (((first - FIRST_UNIT) & UNIT_BITS) << UNIT_SIZE) | ((second - FIRST_UNIT) & UNIT_BITS);
}

/** Every feature of a text. @param {string} text plain @param {Set<string>} stop @returns {Feature[]} */
export function featuresOf(text, stop) {
  /** @type {Feature[]} */
  const found = [];
  for (const piece of piecesOf(text)) {
    if (isLatin(piece)) latin(piece, stop, found);
    else for (const run of runsOf(piece)) japanese(run, found);
  }
  return found;
}

/** @param {string} piece @param {Set<string>} stop @param {Feature[]} found */
function latin(piece, stop, found) {
  const words = wordsOf(piece);
  for (const word of words) if (!stop.has(word)) found.push(wordKey(word));
  if (words.length > 1 && words.length <= MOST_JOINED) found.push(words.join(''));
}

/** The runs of a Japanese piece that say something: without particles, and without what bends a verb. @param {string} piece */
export function runsOf(piece) {
  const runs = [];
  let before = '';
  for (const run of piece.match(RUN) || []) {
    const isHiragana = /^[\u3041-\u3096]/.test(run);
    const kept = isHiragana ? meaning(run, KANJI.test(before.slice(-1))) : run;
    if (run[0] !== TAKEN && (kept.length > 1 || (kept && !isHiragana))) runs.push(kept);
    before = run;
  }
  return runs;
}

/** What of a run of hiragana says something. @param {string} run @param {boolean} behindKanji it may bend a verb */
function meaning(run, behindKanji) {
  let rest = run.replace(PARTICLE, '');
  if (behindKanji && rest === run) return '';
  for (let shorter = rest; ; rest = shorter) {
    shorter = rest.replace(PARTICLE, '').replace(ENDING, '');
    if (shorter === rest) return rest;
  }
}

/** @param {string} run @param {Feature[]} found */
function japanese(run, found) {
  const sounds = soundsOf(run);
  for (let at = 0; at < sounds.length; at++) {
    const unit = sounds[at];
    if (at > 0) found.push(pairOf(sounds[at - 1], unit));
    if (sounds.length === 1 || isKanji(unit)) found.push(-unit);
  }
}

/** @param {number} unit */
function isKanji(unit) {
  return (unit >= 0x3400 && unit <= 0x9fff) || unit === 0x3005;
}
