// A table of recipients: roles stay where its cells become lines on a phone. May import dom.js and the place's words.
import { el } from '../dom.js';
import { MOST_ROWS } from '../limits.js';

/** @import { Recipient } from '../../engine/types' */
/** @import { Place } from '../place.js' */
/** @import { Child } from '../types' */
/** @import { Group } from '../values.js' */
/** @typedef {{group: Group, index: number, recipient: Recipient}} Line */

/**
 * One line for each recipient: the address, then what `cellsOf` says of it below the headings `keys`.
 * @param {Group[]} groups
 * @param {Place} place
 * @param {string[]} keys of all columns
 * @param {(line: Line) => [inside: Child, name?: string][]} cellsOf
 */
export function recipientTable(groups, place, keys, cellsOf) {
  const { say } = place;
  const lines = groups.flatMap((group, index) => group.recipients.map((recipient) => ({ group, index, recipient })));
  const cell = (/** @type {Child} */ inside, /** @type {string} */ name = '') =>
    el('td', { role: 'cell', class: name || null }, inside);
  const head = keys.map((key) => el('th', { role: 'columnheader', scope: 'col' }, say(key)));
  const left = lines.length - MOST_ROWS;
  return [
    el(
      'table',
      { class: 'rows fit', role: 'table' },
      el('caption', { class: 'vh' }, say('several.caption')),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, head)),
      el(
        'tbody',
        { role: 'rowgroup' },
        lines.slice(0, MOST_ROWS).map((line) => {
          const address = addressOf(line.recipient.recipient) || say('several.unnamed');
          const others = cellsOf(line).map(([inside, name]) => cell(inside, name));
          return el('tr', { role: 'row' }, cell(address, 'mono wide'), others);
        }),
      ),
    ),
    left > 0 && el('p', { class: 'soft' }, say('result.more_recipients', { n: left })),
  ];
}

/** An address that breaks behind its @, if it must. @param {string | null} address */
function addressOf(address) {
  if (!address) return null;
  const at = address.lastIndexOf('@') + 1;
  return [address.slice(0, at), el('wbr', null), address.slice(at)];
}
