// Copying, and the truth about it: what is said afterwards is what happened, and when it failed the text is laid out.
// May import dom.js. Never copies without the reader's click.
import { el } from './dom.js';

/** @import { Child, Say } from './types' */

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
 * @typedef {object} Copying
 * @property {HTMLElement} said where it is said what became of a copy
 * @property {(button: HTMLElement, text: TextOf, done: string | (() => string)) => void} attach make a button copy
 * @property {(label: Child, text: TextOf, done: string | (() => string)) => HTMLButtonElement} button a new one
 * @typedef {() => string | Promise<string>} TextOf what is to be copied, made when it is asked for
 */

/**
 * A place that says what became of a copy, and buttons that write to it.
 * @param {Say} say the words of the page
 * @returns {Copying}
 */
export function copyPlace(say) {
  const line = el('p', { class: 'say', role: 'status' });
  const manual = el('div', { class: 'manual', hidden: true });
  /** @type {Copying['attach']} */
  const attach = (button, text, done) => {
    button.addEventListener('click', async () => {
      const wanted = await textOf(text);
      if (wanted === null) return sayAgain(line, say('copied.failed'));
      const copied = (await copyText(wanted)) || copyBySelection(manual, wanted, say);
      if (copied) button.focus();
      manual.hidden = copied;
      sayAgain(line, copied ? (typeof done === 'string' ? done : done()) : say('copied.failed'));
    });
  };
  return {
    said: el('div', { class: 'outcome' }, line, manual),
    attach,
    button: (label, text, done) => {
      const button = el('button', { type: 'button', class: 'btn' }, label);
      attach(button, text, done);
      return button;
    },
  };
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
