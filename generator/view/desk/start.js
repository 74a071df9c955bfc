// Starts the desk, and its worker. May import its siblings and the view's modules.
import { PageEngine } from '../engine.js';
import { Place } from '../place.js';
import { Desk } from './desk.js';
import { serve as serveFiles } from './worker.js';

/** @import { Settings } from '../types' */
/** @import { Scope } from './worker.js' */

/** Start the desk of this page; in a worker there is none. @param {Pick<Settings, 'words'>} settings */
export function start(settings) {
  if (typeof document === 'undefined') return;
  const begin = () => {
    const root = /** @type {HTMLElement | null} */ (document.querySelector('[data-desk]'));
    if (root) new Desk(root, new Place(root, settings.words), new PageEngine()).start();
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}

/** Serve a page from a worker. @param {Scope} scope */
export function serve(scope) {
  serveFiles(scope);
}
