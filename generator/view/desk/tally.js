// Today's causes counted, the most frequent first, as bars. May import dom.js, limits.js and the drawing of icons.
import { drawn } from '../answer/picture.js';
import { el } from '../dom.js';
import { MOST_TALLIED } from '../limits.js';
import { saidBy } from './said.js';

/** @import { Place } from '../place.js' */
/** @import { Row } from './types' */

/**
 * How many mails have which cause; a mail with several counts for each.
 * @param {Row[]} rows
 * @param {Place} place
 * @returns {[cause: string, count: number][]} by their frequency
 */
export function tallyOf(rows, place) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const row of rows)
    for (const cause of saidBy(row, place).causes) counts.set(cause, (counts.get(cause) || 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
}

/** The counts as a section; null where there is nothing to count. @param {Row[]} rows @param {Place} place */
export function tallyNode(rows, place) {
  const { say } = place;
  const counts = tallyOf(rows, place);
  if (counts.length === 0) return null;
  const most = counts[0][1];
  const rest = counts.slice(MOST_TALLIED);
  const left = rest.reduce((sum, [, count]) => sum + count, 0);
  return el(
    'section',
    { 'aria-labelledby': 'desk-tally' },
    el('h2', { id: 'desk-tally', class: 'mb42' }, say('desk.tally')),
    el(
      'ul',
      { class: 'tally' },
      counts.slice(0, MOST_TALLIED).map(([cause, count]) => lineOf(cause, count, bar(count / most))),
      rest.length > 0 && lineOf(say('desk.tally_rest', { n: rest.length }), left, null),
    ),
  );
}

/** @param {string} cause @param {number} count @param {Element | null} picture */
function lineOf(cause, count, picture) {
  return el(
    'li',
    null,
    el('span', null, cause),
    el('span', null, picture),
    el('span', { class: 'mono' }, String(count)),
  );
}

/** A bar as wide as its share, without a style of its own. @param {number} share */
function bar(share) {
  const width = `${Math.round(share * 100)}%`;
  return drawn([
    'svg',
    { class: 'tally__bar', 'aria-hidden': 'true', focusable: 'false' },
    ['line', { x1: '0', y1: '50%', x2: width, y2: '50%' }],
  ]);
}
