// Where in a title the words of a query stand. May import features.js and fold.js. Offsets count UTF-16 units of the title.
import { featuresOf, isLatin, pairOf, piecesOf, wordsOf } from './features.js';
import { plain, soundsOf, wordKey } from './fold.js';

/** @import { Feature } from './features.js' */

const LONG_MARK = /[ー〜]/;
const SHORTEST_START = 2;
/** @type {Set<string>} */
const NO_WORDS = new Set();

/** The ranges of a title that a query asks for, sorted. @param {string} title @param {string} query @returns {[number, number][]} */
export function markedRanges(title, query) {
  const asked = new Set(featuresOf(plain(query), NO_WORDS));
  const last = piecesOf(plain(query)).flatMap(wordsOf).pop() || '';
  const low = Array.from({ length: title.length }, (_, at) => onePlain(title[at])).join('');
  /** @type {[number, number][]} */
  const ranges = [];
  let from = 0;
  for (const piece of piecesOf(low)) {
    from = low.indexOf(piece, from);
    if (isLatin(piece)) markWords(piece, from, asked, last, ranges);
    else markPairs(piece, from, asked, ranges);
    from += piece.length;
  }
  return joined(ranges);
}

/** A unit of a title in its plain form, where that is one unit, too. @param {string} unit */
function onePlain(unit) {
  const form = plain(unit);
  return form.length === 1 ? form : unit;
}

/** @param {string} piece @param {number} from @param {Set<Feature>} asked @param {string} last @param {[number, number][]} ranges */
function markWords(piece, from, asked, last, ranges) {
  let at = 0;
  /** @type {[number, number] | null} */
  let before = null;
  for (const word of wordsOf(piece)) {
    at = piece.indexOf(word, at);
    const isAsked = asked.has(wordKey(word));
    const isBegun = !isAsked && last.length >= SHORTEST_START && word.startsWith(last);
    if (isAsked || isBegun) {
      /** @type {[number, number]} */
      const range = [from + at, from + at + (isBegun ? last.length : word.length)];
      // 5.7.26 is one mark, not three.
      if (before && range[0] === before[1] + 1) before[1] = range[1];
      else ranges.push(range);
      before = before && range[0] === before[1] + 1 ? before : ranges[ranges.length - 1];
    }
    at += word.length;
  }
}

/** @param {string} piece @param {number} from @param {Set<Feature>} asked @param {[number, number][]} ranges */
function markPairs(piece, from, asked, ranges) {
  const heard = Array.from(piece, (unit, at) => ({ sound: soundsOf(unit)[0], at })).filter(({ sound }) => sound);
  for (let n = 0; n + 1 < heard.length; n++) {
    if (!asked.has(pairOf(heard[n].sound, heard[n + 1].sound))) continue;
    let end = heard[n + 1].at + 1;
    while (end < piece.length && LONG_MARK.test(piece[end])) end++;
    ranges.push([from + heard[n].at, from + end]);
  }
}

/** @param {[number, number][]} ranges */
function joined(ranges) {
  /** @type {[number, number][]} */
  const found = [];
  for (const [start, end] of ranges) {
    const last = found[found.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else found.push([start, end]);
  }
  return found;
}
