// The field over the list of codes. May import its siblings and the lists' helpers.
import { startField } from '../lists/field.js';
import { INEXACT, ranker } from './rank.js';

/** Start the field on this page. */
export function start() {
  const asker = (/** @type {string} */ typed) => {
    const rankOf = ranker(typed);
    return (/** @type {HTMLElement} */ row) =>
      rankOf(row.getAttribute('data-code') || '', row.querySelector('span')?.textContent || '');
  };
  // The common codes stand in the folds as well.
  startField('li[data-code]', asker, INEXACT, document.getElementById('common'));
}
