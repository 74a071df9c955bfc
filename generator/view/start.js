// Starts everything on a page. May import the view's modules.
import { PageEngine } from './engine.js';
import { Matcher } from './matcher.js';
import { startPage } from './page.js';
import { Place } from './place.js';

/** @import { Settings } from './types' */

/**
 * Start everything on this page. `index` is the match index as JSON.
 * @param {Settings} settings
 * @param {string} index
 */
export function start(settings, index) {
  const begin = () => {
    startPage(settings);
    const root = /** @type {HTMLElement | null} */ (document.querySelector('.bounce-matcher'));
    if (root) new Matcher(root, new Place(root, settings.words), new PageEngine(index)).start();
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
