// A page that an answer led to: the way back, and the reader's own words and values instead of samples.
// May import the view's helpers. What is filled in comes from the reader's paste in this tab.
import { copyPlace } from '../copy.js';
import { el, leadTo } from '../dom.js';
import { keptShown } from '../keep.js';
import { fillValues } from '../link.js';

/** @import { Say, Shown } from '../types' */

/** Show what an answer in this tab says of this page's cause. @param {string} base @param {Record<string, string>} kinds @param {Say} say */
export function showMine(base, kinds, say) {
  const here = address();
  for (const place of document.querySelectorAll('[data-here]')) place.textContent = here;
  const today = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long' }).format(new Date());
  for (const place of document.querySelectorAll('[data-today]')) place.textContent = today;
  const print = document.querySelector('[data-print]');
  print?.removeAttribute('hidden');
  print?.addEventListener('click', () => globalThis.print());
  const article = document.querySelector('[data-page]')?.getAttribute('data-page');
  const shown = article ? keptShown() : null;
  const own = article && shown ? shown.cases[article] : undefined;
  if (!shown || !own) return;
  const values = own.code ? { ...own.values, code: own.code } : own.values;
  fillValues(document, values, { kinds, pasted: Object.values(values).join(' '), say });
  const back = document.querySelector('[data-back]');
  const way = back?.querySelector('a');
  if (way) leadTo(way, `${base}${shown.where}` || './');
  back?.removeAttribute('hidden');
  document.querySelector('[data-quote]')?.replaceChildren(quoteOf(own));
  const mine = document.querySelector('[data-mine]');
  if (mine) fillMine(mine, own, values, say);
}

/** @param {Element} mine @param {Shown['cases'][string]} own @param {Record<string, string>} values @param {Say} say */
function fillMine(mine, own, values, say) {
  const copying = copyPlace(say);
  const chips = Object.entries(values).map(([id, value]) => {
    const name = say(`value.${id}`);
    const chip = copying.button(value, () => value, say('copied.value', { value }));
    chip.className = 'val';
    return [el('dt', null, name), el('dd', null, chip)];
  });
  if (own.quote.length > 0) mine.append(quoteOf(own));
  mine.append(el('dl', null, chips), copying.said);
  mine.removeAttribute('hidden');
}

/** @param {Shown['cases'][string]} own */
function quoteOf({ quote }) {
  return el(
    'blockquote',
    { class: 'quote' },
    quote.map(([text, marked]) => (marked ? el('mark', null, text) : text)),
  );
}

/** The page's address without what a link brought. */
function address() {
  return location.href.split('#')[0];
}
