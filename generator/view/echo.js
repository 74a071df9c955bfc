// What proves an answer, shown in what the reader gave: the server's sentence as a quote, and the whole text as an echo.
// May import dom.js and limits.js. Offsets are UTF-16 units into the result's `text`, as the engine gives them.
import { el, joinedRanges, markedNodes } from './dom.js';
import { AROUND_ANSWER, AROUND_EVIDENCE, LONGEST_ECHO, LONGEST_QUOTE, LONGEST_SEARCHED, MOST_MARKS } from './limits.js';

/** @import { Match, Recipient } from '../engine/types' */
/** @import { Child, Marked, Say } from './types' */
/** @typedef {[start: number, end: number]} Stretch */

/**
 * The server's own sentence in parts, those that tell marked; nothing where there is neither an answer nor evidence.
 * @param {string} text
 * @param {Recipient} recipient
 * @param {Match} match
 * @returns {[text: string, marked: boolean][]}
 */
export function quotedParts(text, recipient, match) {
  const ranges = rangesOf([match]);
  const answer = recipient.diagnostic ? findLoosely(text, recipient.diagnostic, ranges) : null;
  if (!answer && ranges.length === 0) return recipient.diagnostic ? [[cutOff(recipient.diagnostic), false]] : [];
  const whole = answer || linesAround(text, ranges);
  const [start, end] = shortened(whole, ranges);
  /** @type {[string, boolean][]} */
  const parts = [[start > whole[0] ? '… ' : '', false]];
  let at = start;
  for (const [from, to] of within(ranges, start, end)) {
    parts.push([text.slice(at, start + from), false], [text.slice(start + from, start + to), true]);
    at = start + to;
  }
  parts.push([text.slice(at, end), false], [end < whole[1] ? ' …' : '', false]);
  return parts.filter(([said]) => said !== '');
}

/** The same as a quote; null where there is none. @param {string} text @param {Recipient} recipient @param {Match} match */
export function quoteOf(text, recipient, match) {
  const parts = quotedParts(text, recipient, match);
  if (parts.length === 0) return null;
  const nodes = parts.map(([said, marked]) => (marked ? el('mark', { 'data-evidence': match.article }, said) : said));
  return el('blockquote', { class: 'quote' }, nodes);
}

/** @param {string} sentence */
function cutOff(sentence) {
  return sentence.length > LONGEST_QUOTE ? `${sentence.slice(0, LONGEST_QUOTE)} …` : sentence;
}

/** A sentence as a quote, shortened where it is very long. @param {string} sentence */
export function plainQuote(sentence) {
  return el('blockquote', { class: 'quote' }, cutOff(sentence));
}

/** As much of a stretch as is quoted: from a little before its first mark. @param {Stretch} whole @param {Marked[]} ranges */
function shortened([start, end], ranges) {
  if (end - start <= LONGEST_QUOTE) return [start, end];
  const first = ranges.find((range) => range[0] < end && range[1] > start);
  const from = Math.max(start, Math.min((first ? first[0] : start) - 150, end - LONGEST_QUOTE));
  return [from, Math.min(end, from + LONGEST_QUOTE)];
}

/**
 * The parts of ranges that lie in a stretch, counted from its start.
 * @param {Marked[]} ranges
 * @param {number} start
 * @param {number} end
 * @returns {Marked[]}
 */
function within(ranges, start, end) {
  return ranges
    .filter((range) => range[0] < end && range[1] > start)
    .map(([from, to, attributes]) => [Math.max(from, start) - start, Math.min(to, end) - start, attributes]);
}

// A diagnostic is the text unfolded; in the text itself it may be wrapped, so white space doesn't count. It can stand in a
// text several times (a transcript, then a summary): the place that holds the evidence is the one meant.
/** @param {string} text @param {string} wanted @param {Marked[]} ranges @returns {Stretch | null} */
function findLoosely(text, wanted, ranges) {
  const needle = wanted.replace(/\s+/g, '');
  if (needle === '') return null;
  const from = ranges.length > 0 ? Math.max(0, ranges[0][0] - AROUND_ANSWER) : 0;
  const to = ranges.length > 0 ? ranges[ranges.length - 1][1] + AROUND_ANSWER : text.length;
  const { squeezed, places } = withoutSpace(text, from, Math.min(to, text.length, from + LONGEST_SEARCHED));
  /** @type {Stretch | null} */
  let found = null;
  for (let at = squeezed.indexOf(needle); at >= 0; at = squeezed.indexOf(needle, at + 1)) {
    const [start, end] = [places[at], places[at + needle.length - 1] + 1];
    if (ranges.some((range) => range[0] < end && range[1] > start)) return [start, end];
    found = found || [start, end];
  }
  return ranges.length === 0 ? found : null;
}

/** A stretch of a text without its white space, and where each unit stood. @param {string} text @param {number} from @param {number} to */
function withoutSpace(text, from, to) {
  /** @type {number[]} */
  const places = [];
  let squeezed = '';
  for (let i = from; i < to; i++) {
    if (/\s/.test(text[i])) continue;
    places.push(i);
    squeezed += text[i];
  }
  return { squeezed, places };
}

/** @param {string} text @param {Marked[]} ranges @returns {Stretch} */
function linesAround(text, ranges) {
  const start = text.lastIndexOf('\n', ranges[0][0] - 1) + 1;
  const last = ranges[ranges.length - 1][1];
  const end = text.indexOf('\n', last);
  return [start, end < 0 ? text.length : end];
}

/**
 * The evidence of some matches as ranges for `markedNodes`, sorted and apart.
 * @param {Match[]} matches
 */
export function rangesOf(matches) {
  /** @type {Marked[]} */
  const ranges = [];
  for (const match of matches)
    for (const { start, end } of match.evidence)
      if (end > start) ranges.push([start, end, { 'data-evidence': match.article }]);
  return joinedRanges(ranges);
}

/** That only some of the marks are shown, where there are too many. @param {Marked[]} ranges @param {Say} say */
export function marksNote(ranges, say) {
  return ranges.length > MOST_MARKS ? el('p', null, say('result.marks', { n: MOST_MARKS, all: ranges.length })) : null;
}

/**
 * The text as it was read, its ranges marked; cut around them when it is very long, with a word where something is left out.
 * @param {string} text
 * @param {Marked[]} all sorted and apart
 * @param {Say} say
 */
export function echoNodes(text, all, say) {
  const ranges = all.slice(0, MOST_MARKS);
  /** @type {Child[]} */
  const nodes = [];
  let shownTo = 0;
  const cut = () => el('span', { class: 'cut' }, say('result.cut'));
  for (const [start, end] of shownParts(text, ranges)) {
    if (start > shownTo) nodes.push(cut());
    nodes.push(markedNodes(text.slice(start, end), within(ranges, start, end)));
    shownTo = end;
  }
  if (shownTo < text.length) nodes.push(cut());
  return nodes;
}

/** @param {string} text @param {Marked[]} ranges */
function shownParts(text, ranges) {
  const parts = ranges.map(
    ([start, end]) =>
      /** @type {Marked} */ ([Math.max(0, start - AROUND_EVIDENCE), Math.min(text.length, end + AROUND_EVIDENCE), {}]),
  );
  return joinedRanges([[0, Math.min(text.length, LONGEST_ECHO), {}], ...parts]);
}
