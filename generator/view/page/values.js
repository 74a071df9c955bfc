// What a page does with the values its link brings, with its texts to copy and with the reader's host.
// May import the view's helpers. Never draws an answer.
import { copyPlace } from '../copy.js';
import { makePickable } from '../hosts.js';
import { isProvider, keepProvider, keptText } from '../keep.js';
import { fillValues, linkNote, valuesInFragment } from '../link.js';
/** @import { Say, Values } from '../types' */

/**
 * Fill a page's value spans from its fragment, keep that over a switch of language, and make its copy buttons work
 * (`data-copy` names the element to copy).
 * @param {Record<string, string>} kinds the kind of hole of each placeholder
 * @param {Say} say
 */
export function startValues(kinds, say) {
  takeLinkValues(kinds, say);
  for (const button of document.querySelectorAll('button[data-copy]')) makeCopying(button, say);
  const box = document.querySelector('input[data-provider]');
  if (box instanceof HTMLInputElement) chooseVoice(box);
  for (const fold of document.querySelectorAll('details[data-hosts]')) makePickable(fold, say);
}

/** Letters speak as the reader chose, here or on another page of the tab. @param {HTMLInputElement} box */
function chooseVoice(box) {
  const speak = () => {
    for (const words of document.querySelectorAll('[data-voice]')) {
      words.toggleAttribute('hidden', (words.getAttribute('data-voice') === 'we') !== box.checked);
    }
  };
  box.checked = isProvider();
  box.closest('[hidden]')?.removeAttribute('hidden');
  box.addEventListener('change', () => {
    keepProvider(box.checked);
    speak();
  });
  speak();
}

/** @param {Record<string, string>} kinds @param {Say} say */
function takeLinkValues(kinds, say) {
  // What a link brought stays known when the reader then follows the page's own table of contents.
  /** @type {Values} */
  const values = {};
  const fill = () => {
    if (!document.querySelector('span[data-value]')) return;
    const brought = valuesInFragment(location.hash, kinds);
    const judge = { kinds, pasted: keptText(), say };
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

/** @param {Element} button @param {Say} say */
function makeCopying(button, say) {
  const source = document.getElementById(button.getAttribute('data-copy') || '');
  if (!source) return;
  const { said, button: copyButton } = copyPlace(say);
  const working = copyButton(button.textContent || '', () => shownText(source).trim(), say('copied.text'));
  working.className = button.className;
  button.replaceWith(working);
  working.after(said);
}

/** @param {HTMLElement} source */
function shownText(source) {
  const shown = /** @type {HTMLElement} */ (source.cloneNode(true));
  for (const unseen of shown.querySelectorAll('[hidden], [data-from-link]')) unseen.remove();
  return shown.textContent || '';
}
