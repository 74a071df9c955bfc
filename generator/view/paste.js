// The text of a paste or a drop, and putting it into the box with an undo of our own.
// May import field.js, limits.js, and html.js of the engine to read what a clipboard holds as HTML: as text, never as a document.
import { htmlToText } from '../engine/mail/html.js';
import { isInField } from './field.js';
import { LONGEST_IN_BOX } from './limits.js';

/**
 * The text on a clipboard; `isRich` where its HTML says more than its plain text (a table's cells, say).
 * @param {DataTransfer} clipboard
 */
export function pastedText(clipboard) {
  const plain = clipboard.getData('text/plain');
  const html = clipboard.getData('text/html');
  const text = html && htmlToText(html).trim();
  return text && visibleLength(text) > visibleLength(plain) * 1.05 + 10
    ? { text, isRich: true }
    : { text: plain, isRich: false };
}

/** Take what is pasted anywhere on the page while no field has the focus. @param {(text: string) => void} take */
export function takePastesAnywhere(take) {
  document.addEventListener('paste', (event) => {
    if (event.defaultPrevented || isInField(event)) return;
    const pasted = event.clipboardData && pastedText(event.clipboardData);
    if (!pasted || pasted.text.trim() === '') return;
    event.preventDefault();
    take(pasted.text);
  });
}

/** @param {string} text */
function visibleLength(text) {
  return text.replace(/\s+/g, '').length;
}

/** A dropped text that is too long for the box, else null. @param {DragEvent} event */
export function longDrop(event) {
  const text = event.dataTransfer?.getData('text/plain') || '';
  return text.length > LONGEST_IN_BOX ? text : null;
}

// What a box held before and after a text was put into it. A browser forgets its own undo when a script changes a box, and
// the one command that would keep it takes milliseconds for each line.
/** @type {WeakMap<HTMLTextAreaElement, {before: string, start: number, end: number, after: string}>} */
const inserted = new WeakMap();

/** Put a text where the cursor is, as a paste does. @param {HTMLTextAreaElement} area @param {string} text */
export function insertAsPaste(area, text) {
  const { value: before, selectionStart: start, selectionEnd: end } = area;
  area.setRangeText(text, start, end, 'end');
  inserted.set(area, { before, start, end, after: area.value });
  area.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste', bubbles: true }));
}

/** Take back what `insertAsPaste` put in, if nothing has changed since; answers whether it did. @param {HTMLTextAreaElement} area */
export function undoOf(area) {
  const last = inserted.get(area);
  if (!last || area.value !== last.after) return false;
  inserted.delete(area);
  area.value = last.before;
  area.setSelectionRange(last.start, last.end);
  area.dispatchEvent(new InputEvent('input', { inputType: 'historyUndo', bubbles: true }));
  return true;
}
