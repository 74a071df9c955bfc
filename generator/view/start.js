// Starts the matcher of a page. May import the view's modules.
import { PageEngine } from './engine.js';
import { Matcher } from './matcher.js';
import { Place } from './place.js';

/** @import { Settings } from './types' */

/**
 * Start the matcher of this page.
 * @param {Settings} settings
 */
export function start(settings) {
  const begin = () => {
    const root = /** @type {HTMLElement | null} */ (document.querySelector('.bounce-matcher'));
    if (root) new Matcher(root, new Place(root, settings.words), new PageEngine()).start();
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
