// Tables that sort, and a field that filters their rows. May import its sibling and the lists' helpers.
import { startField } from '../lists/field.js';
import { MISS } from '../lists/shelf.js';
import { plainly } from '../lists/spelling.js';
import { makeSortable } from './sort.js';

const [EXACT, NAME, OTHER] = [0, 1, 2];

/** Start every table on this page. */
export function start() {
  for (const table of document.querySelectorAll('table[data-sortable]')) {
    if (table instanceof HTMLTableElement) makeSortable(table);
  }
  startField('tr[data-row]', asker, NAME, document.getElementById('common'));
}

/** @param {string} typed @returns {(row: HTMLElement) => number} */
function asker(typed) {
  // The address of a recipient: what stands behind the @ tells.
  const words = plainly(typed).replace(/^.*@/, '').split(' ').filter(Boolean);
  return (row) => {
    const name = plainly(row.querySelector('a')?.textContent || '');
    const others = plainly(row.getAttribute('data-words') || '');
    if (name === words.join(' ') || others.split(' ').includes(words.join(' '))) return EXACT;
    if (words.every((word) => name.includes(word))) return NAME;
    return words.every((word) => name.includes(word) || others.includes(word)) ? OTHER : MISS;
  };
}
