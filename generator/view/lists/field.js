// The field over a list: it filters as one types, says how many are left, and Enter opens what can be meant.
// May import its siblings. Nothing typed here leaves the page: Enter follows a link that stands in the list.
import { Shelf } from './shelf.js';

/** A screen reader hears the count when the reader pauses, not at each letter. */
const PAUSE = 300;

/**
 * @param {string} rows the selector of the list's rows
 * @param {(typed: string) => (row: HTMLElement) => number} asker how well each row answers: the less the better, MISS not at all
 * @param {number} inexact from this rank on, a row isn't what was typed, and Enter follows it only if it is the only one
 * @param {Element | null} [aside] what is hidden while somebody filters
 */
export function startField(rows, asker, inexact, aside = null) {
  const field = document.querySelector('.field input');
  const root = field && document.querySelector(`[data-shelf="${field.id}"]`);
  const count = field && document.getElementById(`${field.id}-count`);
  if (!(field instanceof HTMLInputElement) || !(root instanceof HTMLElement) || !count) return;
  const shelf = new Shelf(root, rows);
  /** @type {HTMLElement[]} */
  let hits = [];
  let isExact = false;
  let timer = 0;
  const filter = () => {
    const typed = field.value.trim();
    aside?.toggleAttribute('hidden', typed !== '');
    const rankOf = asker(typed);
    if (typed === '') shelf.reset();
    hits = typed === '' ? [] : shelf.filter(rankOf);
    isExact = hits.length > 0 && rankOf(hits[0]) < inexact;
    clearTimeout(timer);
    timer = setTimeout(() => say(count, typed, hits.length), PAUSE);
  };
  field.addEventListener('input', filter);
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    event.preventDefault();
    const link = (hits.length === 1 || isExact) && hits[0].querySelector('a');
    if (link) link.click();
  });
  // What a browser put back after Back or a reload.
  if (field.value) filter();
}

/** @param {HTMLElement} count @param {string} typed @param {number} hits */
function say(count, typed, hits) {
  const phrase = typed === '' ? 'data-all' : hits ? 'data-some' : 'data-none';
  count.textContent = (count.getAttribute(phrase) || '').replace('{n}', String(hits));
}
