// What proves an answer, shown in what the reader gave: the server's sentence as a quote, and the whole text as an echo.
// May import dom.js and limits.js. Offsets are UTF-16 units into the result's `text`, as the engine gives them.
import { el, joinedRanges, markedNodes } from './dom.js';
import {
  AROUND_ANSWER,
  AROUND_EVIDENCE,
  LONGEST_ECHO,
  LONGEST_QUOTE,
  LONGEST_SEARCHED,
  MOST_MARKS,
  MOST_WORDS,
} from './limits.js';

/** @import { Match, Recipient } from '../engine/types' */
/** @import { Child, Marked, Say } from './types' */
/** @typedef {[start: number, end: number]} Stretch */

const FOLDED_FROM_LINES = 14;
const FOLDED_FROM_LENGTH = 900;

/**
 * The server's own sentence with its telling words marked; null where there is neither an answer nor evidence.
 * @param {string} text
 * @param {Recipient} recipient
 * @param {Match} match
 */
export function quoteOf(text, recipient, match) {
  const ranges = rangesOf([match]);
  const answer = recipient.diagnostic ? findLoosely(text, recipient.diagnostic, ranges) : null;
  if (!answer && ranges.length === 0) return recipient.diagnostic ? plainQuote(recipient.diagnostic) : null;
  const whole = answer || linesAround(text, ranges);
  const [start, end] = shortened(whole, ranges);
  return el(
    'blockquote',
    { class: 'bounce-quote' },
    start > whole[0] ? '… ' : '',
    markedNodes(text.slice(start, end), within(ranges, start, end)),
    end < whole[1] ? ' …' : '',
  );
}

/** A sentence as a quote, shortened where it is very long. @param {string} sentence */
export function plainQuote(sentence) {
  const shown = sentence.slice(0, LONGEST_QUOTE);
  return el('blockquote', { class: 'bounce-quote' }, shown, shown.length < sentence.length ? ' …' : '');
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

/**
 * The words that tell, as a list that only screen readers get: they don't announce a mark.
 * @param {string} text
 * @param {Match} match
 * @param {Say} say
 */
export function evidenceList(text, match, say) {
  const words = [...new Set(rangesOf([match]).map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ')))];
  if (words.length === 0) return null;
  const more = words.length - MOST_WORDS;
  return el(
    'div',
    { class: 'bounce-only-read' },
    el('p', null, say('result.evidence')),
    el(
      'ul',
      null,
      words.slice(0, MOST_WORDS).map((word) => el('li', null, word)),
      more > 0 && el('li', null, say('result.more_words', { n: more })),
    ),
  );
}

/**
 * The text as it was read, with the evidence marked; folded when it is long, cut around the evidence when very long.
 * @param {string} text
 * @param {Match[]} matches
 * @param {Say} say
 */
export function echoOf(text, matches, say) {
  const all = rangesOf(matches);
  const ranges = all.slice(0, MOST_MARKS);
  const long = text.length > FOLDED_FROM_LENGTH || text.split('\n', FOLDED_FROM_LINES + 1).length > FOLDED_FROM_LINES;
  const label = say(ranges.length > 0 ? 'result.echo' : 'result.echo_plain');
  return el(
    'details',
    { class: 'bounce-echo', open: !long },
    el('summary', null, label),
    all.length > ranges.length &&
      el('p', { class: 'bounce-note' }, say('result.marks', { n: ranges.length, all: all.length })),
    el(
      'div',
      { class: 'bounce-echo-text', tabindex: '0', role: 'region', 'aria-label': label },
      echoNodes(text, ranges, say),
    ),
  );
}

/** The parts of the text that are shown, with a word where something is left out. @param {string} text @param {Marked[]} ranges @param {Say} say */
function echoNodes(text, ranges, say) {
  /** @type {Child[]} */
  const nodes = [];
  let shownTo = 0;
  const cut = () => el('span', { class: 'bounce-cut' }, say('result.cut'));
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
