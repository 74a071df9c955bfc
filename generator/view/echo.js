// What proves an answer, shown in what the reader gave: the server's sentence as a quote, and the whole text as an echo.
// May import view-dom.js. Offsets are UTF-16 units into the result's `text`, as the engine gives them.
import { el, joinedRanges, markedNodes } from './dom.js';

const LONGEST_QUOTE = 600;
const LONGEST_ECHO = 20000;
const AROUND_EVIDENCE = 600;
const AROUND_ANSWER = 5000;
const FOLDED_FROM_LINES = 14;
const FOLDED_FROM_LENGTH = 900;

/** The server's own sentence with its telling words marked; null where there is neither an answer nor evidence. */
export function quoteOf(text, recipient, match) {
  const ranges = rangesOf([match]);
  const answer = recipient.diagnostic ? findLoosely(text, recipient.diagnostic, ranges) : null;
  if (!answer && ranges.length === 0)
    return recipient.diagnostic ? el('blockquote', { class: 'bounce-quote' }, recipient.diagnostic) : null;
  let [start, end] = answer || linesAround(text, ranges);
  const inside = ranges.filter((range) => range[0] < end && range[1] > start);
  if (end - start > LONGEST_QUOTE) {
    const first = inside.length > 0 ? inside[0][0] : start;
    start = Math.max(start, Math.min(first - 150, end - LONGEST_QUOTE));
    end = Math.min(end, start + LONGEST_QUOTE);
  }
  const shown = inside
    .filter((range) => range[0] < end && range[1] > start)
    .map((range) => [Math.max(range[0], start) - start, Math.min(range[1], end) - start, {}]);
  return el(
    'blockquote',
    { class: 'bounce-quote' },
    answer && start > answer[0] ? '… ' : '',
    markedNodes(text.slice(start, end), shown),
    answer && end < answer[1] ? ' …' : '',
  );
}

// A diagnostic is the text unfolded; in the text itself it may be wrapped, so white space doesn't count. It can stand in a
// text several times (a transcript, then a summary): the place that holds the evidence is the one meant.
function findLoosely(text, wanted, ranges) {
  const needle = wanted.replace(/\s+/g, '');
  if (needle === '') return null;
  const places = [];
  let squeezed = '';
  const from = ranges.length > 0 ? Math.max(0, ranges[0][0] - AROUND_ANSWER) : 0;
  const to = ranges.length > 0 ? Math.min(text.length, ranges[ranges.length - 1][1] + AROUND_ANSWER) : text.length;
  for (let i = from; i < to; i++) {
    if (/\s/.test(text[i])) continue;
    places.push(i);
    squeezed += text[i];
  }
  let found = null;
  for (let at = squeezed.indexOf(needle); at >= 0; at = squeezed.indexOf(needle, at + 1)) {
    const place = [places[at], places[at + needle.length - 1] + 1];
    if (ranges.some((range) => range[0] < place[1] && range[1] > place[0])) return place;
    found = found || place;
  }
  return ranges.length === 0 ? found : null;
}

function linesAround(text, ranges) {
  const start = text.lastIndexOf('\n', ranges[0][0] - 1) + 1;
  const last = ranges[ranges.length - 1][1];
  const end = text.indexOf('\n', last);
  return [start, end < 0 ? text.length : end];
}

/** The evidence of some matches as ranges for `markedNodes`, sorted and apart. */
export function rangesOf(matches) {
  return joinedRanges(
    matches.flatMap((match) =>
      (match ? match.evidence : [])
        .filter((item) => item.end > item.start)
        .map((item) => [item.start, item.end, { 'data-evidence': match.article }]),
    ),
  );
}

/** The words that tell, as a list that only screen readers get: they don't announce a mark. */
export function evidenceList(text, match, say) {
  const words = [...new Set(rangesOf([match]).map(([start, end]) => text.slice(start, end).replace(/\s+/g, ' ')))];
  if (words.length === 0) return null;
  return el(
    'div',
    { class: 'bounce-only-read' },
    el('p', null, say('result.evidence')),
    el(
      'ul',
      null,
      words.map((word) => el('li', null, word)),
    ),
  );
}

/** The text as it was read, with the evidence marked; folded when it is long, cut around the evidence when very long. */
export function echoOf(text, matches, say) {
  const ranges = rangesOf(matches);
  const long = text.length > FOLDED_FROM_LENGTH || text.split('\n', FOLDED_FROM_LINES + 1).length > FOLDED_FROM_LINES;
  const nodes = [];
  let shownTo = 0;
  for (const [start, end] of shownParts(text, ranges)) {
    if (start > shownTo) nodes.push(el('span', { class: 'bounce-cut' }, say('result.cut')));
    const inside = ranges.filter((range) => range[0] >= start && range[1] <= end);
    nodes.push(
      markedNodes(
        text.slice(start, end),
        inside.map(([from, to, attributes]) => [from - start, to - start, attributes]),
      ),
    );
    shownTo = end;
  }
  if (shownTo < text.length) nodes.push(el('span', { class: 'bounce-cut' }, say('result.cut')));
  const label = say(ranges.length > 0 ? 'result.echo' : 'result.echo_plain');
  return el(
    'details',
    { class: 'bounce-echo', open: !long },
    el('summary', null, label),
    el('div', { class: 'bounce-echo-text', tabindex: '0', role: 'region', 'aria-label': label }, nodes),
  );
}

function shownParts(text, ranges) {
  const parts = ranges.map(([start, end]) => [
    Math.max(0, start - AROUND_EVIDENCE),
    Math.min(text.length, end + AROUND_EVIDENCE),
  ]);
  return joinedRanges([[0, Math.min(text.length, LONGEST_ECHO)], ...parts]);
}
