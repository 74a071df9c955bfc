// Starts the desk, and its worker. May import its siblings and the view's modules.
import { PageEngine } from '../engine.js';
import { whenParsed } from '../parsed.js';
import { Place } from '../place.js';
import { Desk } from './desk.js';
import { serve as serveFiles } from './worker.js';

/** @import { Settings } from '../types' */
/** @import { Scope } from './worker.js' */

/** Start the desk of this page; in a worker there is none. @param {Pick<Settings, 'words'>} settings */
export function start(settings) {
  if (typeof document === 'undefined') return;
  whenParsed(() => {
    const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-desk]'));
    if (root) new Desk(root, new Place(root, atDesk(settings.words)), new PageEngine()).start();
  });
}

/**
 * The words as the desk says them: whoever reads there didn't send the mail.
 * @param {Settings['words']} words
 * @returns {Settings['words']}
 */
function atDesk({ ja, en }) {
  const mended = (/** @type {Record<string, string>} */ all) => ({
    ...all,
    'facts.who_sender': all['desk.who_sender'],
    'way.you': all['desk.way_you'],
  });
  return { ja: mended(ja), en: mended(en) };
}

/** Serve a page from a worker. @param {Scope} scope */
export function serve(scope) {
  serveFiles(scope);
}
