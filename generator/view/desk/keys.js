// The desk's keys: single letters, only while no field has the focus, and only while they are on. May import dom.js.
import { el } from '../dom.js';
import { keepKeys, keptKeys } from './store.js';

/** @import { Say } from '../types' */

// Where a letter is a letter. Radio buttons and ticks take none.
const FIELDS = 'input:not([type=radio], [type=checkbox], [type=button]), textarea, select, [contenteditable]';

/** Run an action by its key. @param {Record<string, () => void>} actions @param {() => boolean} isOn */
export function listenToKeys(actions, isOn) {
  document.addEventListener('keydown', (event) => {
    if (!isOn() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented)
      return;
    if (event.target instanceof Element && event.target.closest(FIELDS)) return;
    const key = event.key.toLowerCase();
    if (!Object.hasOwn(actions, key)) return;
    event.preventDefault();
    actions[key]();
  });
}

/** The line that says which keys there are, with the tick that switches them off. @param {Say} say */
export function keyLine(say) {
  const tick = el('input', { type: 'checkbox', checked: keptKeys() });
  tick.addEventListener('change', () => keepKeys(tick.checked));
  const keys = (/** @type {string} */ name, /** @type {string[]} */ ...names) =>
    el(
      'span',
      null,
      names.map((one) => [el('kbd', null, one), ' ']),
      say(`desk.key_${name}`),
    );
  const node = el(
    'p',
    { class: 'keys' },
    el('label', null, tick, say('desk.keys')),
    keys('move', 'J', 'K'),
    keys('new', 'N'),
    keys('to', '1', '2', '3'),
    keys('copy', 'C'),
    keys('link', 'L'),
    el('span', null, el('kbd', null, 'Ctrl'), '+', el('kbd', null, 'V'), ' ', say('desk.key_paste')),
  );
  return { node, isOn: () => tick.checked };
}
