// Text as search compares it: width, capitals, accents, hiragana and katakana, long marks and small kana don't count.
// May import the engine's fold.js. Knows nothing of pages or queries.
import { bare, stem } from '../engine/concept/fold.js';

const LARGE_OF = new Map(
  Array.from('ァィゥェォッャュョヮ', (small, at) => [small.charCodeAt(0), 'アイウエオツヤユヨワ'.charCodeAt(at)]),
);
const FIRST_HIRAGANA = 0x3041;
const LAST_HIRAGANA = 0x3096;
const TO_KATAKANA = 0x60;
/** "メイル" is "メール": an イ behind a sound in e, as a long mark. */
const SOUNDS_IN_E = new Set(Array.from('エケゲセゼテデネヘベペメレ', (one) => one.charCodeAt(0)));
const I = 'イ'.charCodeAt(0);
const LONG_MARKS = new Set(Array.from('ー〜~', (one) => one.charCodeAt(0)));
/** "can't" and "could not" say "cannot"; "wasnt" says "not". */
const NOT =
  /\b(?:((?:ca|wo|could|would)(?:nno|n['’]?)t|(?:can|could|will|would) not)|(?:do|does|did|is|are|was|were|has|have|had|should)n['’]?t)\b/g;
/** How nouns and adjectives of a verb end: rejection, failure, verification. */
const NOUN = /(?<=t)ion$|(?<=il)ur$|(?<=if)(?:ication|icat|y|i)$/;
const SHORTEST_NOUN = 6;
const ACCENTED = /[\u00c0-\u024f\u1e00-\u1eff]/;

/** Text in compatibility forms and small letters, without accents; words and kana are still as they were written. @param {string} text */
export function plain(text) {
  const low = text.normalize('NFKC').toLowerCase();
  return withNot(ACCENTED.test(low) ? bare(low) : low);
}

/** @param {string} low */
function withNot(low) {
  return low.includes('t') ? low.replace(NOT, (_, cannot) => (cannot ? 'cannot' : 'not')) : low;
}

/** Kana and whatever stands between, as it sounds: units of text. @param {string} text plain */
export function soundsOf(text) {
  const sounds = [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kana = code >= FIRST_HIRAGANA && code <= LAST_HIRAGANA ? code + TO_KATAKANA : code;
    const large = LARGE_OF.get(kana) || kana;
    if (LONG_MARKS.has(code) || (large === I && SOUNDS_IN_E.has(sounds[sounds.length - 1]))) continue;
    sounds.push(large);
  }
  return sounds;
}

/** The same as text. @param {string} text plain */
export function sounded(text) {
  return String.fromCharCode(...soundsOf(text));
}

/** @type {Map<string, string>} words are few, and stand in many texts */
const keys = new Map();

/** A Latin word as it is compared. @param {string} word plain */
export function wordKey(word) {
  const known = keys.get(word);
  if (known !== undefined) return known;
  const key = stem(word);
  const root = key.length >= SHORTEST_NOUN ? key.replace(NOUN, '') : key;
  keys.set(word, root);
  return root;
}
