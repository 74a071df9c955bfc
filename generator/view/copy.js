// Copying, and the truth about it: what is said afterwards is what happened, and when it failed the text is laid out.
// May import dom.js. Never copies without the reader's click.
import { el } from './dom.js';

/** @import { Say } from './types' */

/** What is to be copied; null if it could not be made. @param {() => string | Promise<string>} text */
async function textOf(text) {
  try {
    return await text();
  } catch {
    return null;
  }
}

/** Put text on the clipboard; answers whether it is there. Needs the reader's click. @param {string} text */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A place that says what became of a copy, and buttons that write to it.
 * @param {Say} say the words of the page
 */
export function copyPlace(say) {
  const line = el('p', { class: 'bounce-said', role: 'status' });
  const manual = el('div', { class: 'bounce-manual', hidden: true });
  /** @param {string} label @param {() => string | Promise<string>} text @param {string} done */
  const button = (label, text, done) =>
    el(
      'button',
      {
        type: 'button',
        class: 'bounce-button',
        onclick: async (/** @type {Event} */ event) => {
          const pressed = /** @type {HTMLElement} */ (event.currentTarget);
          const wanted = await textOf(text);
          if (wanted === null) return sayAgain(line, say('copied.failed'));
          const copied = (await copyText(wanted)) || copyBySelection(manual, wanted, say);
          if (copied) pressed.focus();
          manual.hidden = copied;
          sayAgain(line, copied ? done : say('copied.failed'));
        },
      },
      label,
    );
  return { said: el('div', { class: 'bounce-outcome' }, line, manual), button };
}

// Where the clipboard is closed to scripts (plain http, an embedded page), the text is shown and selected: the old way of
// copying may still work, and where it doesn't the reader finds the text ready to be copied by hand.
/** @param {HTMLElement} manual @param {string} text @param {Say} say */
function copyBySelection(manual, text, say) {
  const box = el('textarea', { readonly: true, rows: 6, 'aria-label': say('copied.manual') });
  box.value = text;
  manual.replaceChildren(box);
  manual.hidden = false;
  box.focus();
  box.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

/** Set a live region's text so that it is announced even when it says the same as before. @param {Element} line @param {string} text */
export function sayAgain(line, text) {
  line.textContent = '';
  setTimeout(() => {
    line.textContent = text;
  }, 60);
}
