// A paste on a page without a box of its own: it is kept in the tab and looked up on the home page.
// May import keep.js and paste.js of the view.
import { keep } from '../keep.js';
import { takePastesAnywhere } from '../paste.js';

/** Take what is pasted while no field has the focus. @param {string} base the way to the home page */
export function takePastes(base) {
  if (document.querySelector('#bounce, [data-desk]')) return;
  takePastesAnywhere((text) => {
    // Where a browser keeps nothing, the home page asks for the paste again.
    keep({ input: { text } }, '');
    location.href = `${base || './'}${location.protocol === 'file:' ? 'index.html' : ''}`;
  });
}
