// The signature that goes below letters, in a fold. May import dom.js and choices.js, which keeps it in the tab.
import { keepSignature, keptSignature } from '../choices.js';
import { el } from '../dom.js';

/** @import { Say } from '../types' */

// A redrawn answer is a new one under the pointer: soon after the last letter, not at the click that follows.
const TYPING_PAUSE = 300;

/** The fold. @param {Say} say @param {() => void} changed */
export function signatureFold(say, changed) {
  const area = el('textarea', {
    rows: 4,
    id: 'desk-signature',
    'aria-describedby': 'desk-signature-note',
    autocomplete: 'off',
  });
  area.value = keptSignature();
  let timer = 0;
  area.addEventListener('input', () => {
    keepSignature(area.value);
    clearTimeout(timer);
    timer = setTimeout(changed, TYPING_PAUSE);
  });
  return el(
    'details',
    { class: 'fold signature' },
    el('summary', null, say('desk.signature')),
    el(
      'div',
      null,
      el('label', { class: 'vh', for: 'desk-signature' }, say('desk.signature_label')),
      area,
      el('p', { class: 'small soft', id: 'desk-signature-note' }, say('desk.signature_note')),
    ),
  );
}
