// Starts the matcher of a page. May import the view's modules.
import { ownPage } from './around.js';
import { PageEngine } from './engine.js';
import { Matcher } from './matcher.js';
import { whenParsed } from './parsed.js';
import { Place } from './place.js';

/** @import { Settings } from './types' */

/**
 * Start the matcher of this page.
 * @param {Settings} settings
 */
export function start(settings) {
  whenParsed(() => {
    const root = /** @type {HTMLElement | null} */ (document.querySelector('.bounce-matcher'));
    if (!root) return;
    const place = new Place(root, settings.words);
    new Matcher(root, place, new PageEngine(), ownPage(place)).start();
  });
}
