// What a matcher does to the page around it, where the page is the site's own. view/embed/guest.js has the same for the
// pages of others. May import the view's modules.
import { leadBar } from './bar.js';
import { acceptDrops } from './drop.js';
import { keep, keepShown, kept } from './keep.js';
import { keepMatcher } from './offline/keep.js';
import { takePastesAnywhere } from './paste.js';
import { shownOf } from './shown.js';

/** @import { Result } from '../engine/types' */
/** @import { Place } from './place.js' */
/** @import { Given } from './types' */

/**
 * @typedef {object} Around
 * @property {(given: Given) => boolean} keep what was given, for as long as the tab is open; false if that can't be
 * @property {() => Given | null} kept what was given before on a page of this tab
 * @property {() => void} loaded all that an answer needs is there
 * @property {(result: Result) => void} shown an answer is shown
 * @property {(root: HTMLElement, takeFiles: (files: File[]) => void, takeText: (text: string) => void) => void} listen
 *   take what is dropped and pasted
 * @property {() => void} toTop show the start of the answer
 * @property {() => boolean} isIdle has no element of the page the focus?
 * @property {(answer: HTMLElement, early: boolean) => Element | null} bar what follows an answer over the page
 */

/** The site's own page. @param {Place} place @returns {Around} */
export function ownPage(place) {
  return {
    keep: (given) => keep(given, place.here),
    kept: () => kept()?.given || null,
    loaded: () => keepMatcher(place),
    shown: (result) => keepShown(shownOf(result, place)),
    listen(root, takeFiles, takeText) {
      acceptDrops(root, takeFiles);
      takePastesAnywhere(takeText);
    },
    toTop: () => scrollTo({ top: 0 }),
    isIdle: () => document.activeElement === document.body,
    bar: (answer, early) => leadBar(answer, place, early),
  };
}
