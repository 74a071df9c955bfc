// What a page does with the values its link brings, or the answer that led there, and with the reader's host.
// May import the view's helpers. Never draws an answer.
import { makePickable } from '../hosts.js';
import { keptText } from '../keep.js';
import { fillValues, linkNote, valuesInFragment } from '../link.js';
/** @import { Say, Values } from '../types' */

/**
 * Fill a page's value spans from its fragment and keep that over a switch of language.
 * @param {Record<string, string>} kinds the kind of hole of each placeholder
 * @param {Say} say
 */
export function startValues(kinds, say) {
  takeLinkValues(kinds, say);
  for (const fold of document.querySelectorAll('details[data-hosts]')) makePickable(fold, say);
}

/** @param {Record<string, string>} kinds @param {Say} say */
function takeLinkValues(kinds, say) {
  // What a link brought stays known when the reader then follows the page's own table of contents.
  /** @type {Values} */
  const values = {};
  const fill = () => {
    if (!document.querySelector('span[data-value]')) return;
    const judge = { kinds, pasted: keptText(), say };
    const brought = valuesInFragment(location.hash, judge);
    const filled = fillValues(document, Object.assign(values, brought.values), judge);
    const note = linkNote(filled, brought.refused, judge);
    document.querySelector('[data-link-note]')?.remove();
    if (note) document.querySelector('h1')?.after(note);
  };
  fill();
  addEventListener('hashchange', fill);
  for (const link of document.querySelectorAll('a[hreflang]')) {
    link.addEventListener('click', () => {
      const fragment = new URLSearchParams(values).toString();
      if (link instanceof HTMLAnchorElement) link.hash = fragment || location.hash;
    });
  }
}
