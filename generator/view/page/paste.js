// A paste on a page without a box of its own: it is kept in the tab and looked up on the home page.
// May import keep.js and paste.js of the view.
import { keep } from '../keep.js';
import { pastedText } from '../paste.js';

const EDITABLE = 'input, textarea, select, [contenteditable]';

/** Take what is pasted while no field has the focus. @param {string} base the way to the home page */
export function takePastes(base) {
  if (document.querySelector('#bounce, [data-desk]')) return;
  document.addEventListener('paste', (event) => {
    if (event.target instanceof Element && event.target.closest(EDITABLE)) return;
    const pasted = event.clipboardData && pastedText(event.clipboardData);
    if (!pasted || pasted.text.trim() === '') return;
    event.preventDefault();
    // Where a browser keeps nothing, the home page asks for the paste again.
    keep({ input: { text: pasted.text } }, '');
    location.href = `${base || './'}${location.protocol === 'file:' ? 'index.html' : ''}`;
  });
}
