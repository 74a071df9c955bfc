// Two bars: the folded paste in the box's place, and on phones the lead action once it has scrolled away.
// May import dom.js. Never decides what leads.

import { icon } from './answer/picture.js';
import { el } from './dom.js';

/** @import { Place } from './place.js' */

/**
 * What was given, in a line: `label` says how much, `see` shows it, `clear` ends it.
 * @param {Place} place
 * @param {() => void} clear
 */
export function pastedBar({ say }, clear) {
  const size = el('span', { class: 'soft' });
  const title = el('span', null, icon('paste'), say('bar.title'), ' ', size);
  const see = el('a', { class: 'btn bare', href: '#letter' }, say('bar.see'));
  const end = el('button', { type: 'button', class: 'btn bare', 'data-clear': true, onclick: clear }, say('bar.clear'));
  const bar = el('div', { class: 'pasted', hidden: true }, title, see, end);
  return {
    bar,
    /** @param {string} text */
    measure(text) {
      size.textContent = text;
    },
  };
}

/**
 * The lead action of `answer` again, below the screen, while it has scrolled off the top; with `early` also before it is
 * reached. One that does nothing else than the lead.
 * @param {HTMLElement} answer
 * @param {Place} place
 * @param {boolean} early
 */
export function leadBar(answer, { say }, early) {
  const lead = answer.querySelector('[data-lead]');
  if (!(lead instanceof HTMLElement)) return null;
  const again = el('button', { type: 'button', class: 'btn', onclick: () => lead.click() }, lead.textContent || '');
  const letters = answer.querySelector('[id$="-letters"]');
  const more = letters && el('a', { class: 'btn quiet', href: `#${letters.id}` }, say('bar.letters'));
  const note = el('p', { class: 'bar__note', 'aria-hidden': 'true' });
  const bar = el('div', { class: 'bar', hidden: true, 'data-early': early }, note, again, more);
  // What became of a copy is said beside the lead action, which is out of sight here.
  const said = lead.closest('.next')?.querySelector('.say');
  if (said) {
    const tell = () => {
      note.textContent = said.textContent;
    };
    new MutationObserver(tell).observe(said, { childList: true, characterData: true, subtree: true });
  }
  new IntersectionObserver(([entry]) => {
    bar.hidden = entry.isIntersecting || (entry.boundingClientRect.top > 0 && !early);
  }).observe(lead);
  return bar;
}
