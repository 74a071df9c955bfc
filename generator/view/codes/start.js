// The field over the list of codes. May import its siblings and the lists' helpers.
import { startField } from '../lists/field.js';
import { INEXACT, ranker } from './rank.js';

/** Start the field on this page. */
export function start() {
  // These stand in the folds as well.
  const aside = document.getElementById('common');
  const codeOf = (/** @type {Element} */ row) => row.getAttribute('data-code') || '';
  const common = new Set([...(aside?.querySelectorAll('li') || [])].map(codeOf));
  const asker = (/** @type {string} */ typed) => {
    const rankOf = ranker(typed);
    return (/** @type {HTMLElement} */ row) => {
      const rank = rankOf(codeOf(row), row.querySelector('span')?.textContent || '');
      return rank < INEXACT || common.has(codeOf(row)) ? rank : rank + 0.5;
    };
  };
  startField('li[data-code]', asker, INEXACT, aside);
}
