// What a matcher does to the page around it, where the page is somebody else's: next to nothing. Nothing is kept, no paste
// and no file is taken but those on the element itself, and the page learns of an answer by an event.
// May import drop.js of the view.
import { acceptDrops } from '../drop.js';

/** @import { Around } from '../around.js' */

/** Told to the page whenever an answer is shown; its `detail` is the result (kb/schema/result.json). */
export const RESULT = 'bounce-result';

/** Somebody else's page, seen from the element on it. @param {HTMLElement} element @returns {Around} */
export function guestOf(element) {
  return {
    keep: () => true,
    kept: () => null,
    loaded: () => {},
    // A copy: whatever a page does to it, the answer stays as it is.
    shown: (result) => {
      const detail = structuredClone(result);
      element.dispatchEvent(new CustomEvent(RESULT, { detail, bubbles: true, composed: true }));
    },
    listen: (root, takeFiles) => acceptDrops(root, takeFiles, root),
    toTop: () => {
      if (element.getBoundingClientRect().top < 0) element.scrollIntoView();
    },
    isIdle: () => false,
    bar: () => null,
  };
}
