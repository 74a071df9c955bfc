// What is given where no matcher is, a paste or a file, goes to the home page, which looks it up. May import keep.js.
import { keep } from './keep.js';

/** @import { Given } from './types' */

/** Keep what was given in the tab, and go to the home page; with nothing that could be read, only go. @param {Given | null} given @param {string} home its address */
export function takeHome(given, home) {
  // Where a browser keeps nothing, the home page asks for it again.
  if (given) keep(given, '');
  location.href = home || './';
}
