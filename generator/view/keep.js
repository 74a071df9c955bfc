// What the reader gave and what became of it, kept in the tab until it is cleared or the tab closes: back, reload and the
// language switch find it. May import limits.js and tab.js.
import { LONGEST_KEPT } from './limits.js';
import { forget, keysUnder, remember, remembered } from './tab.js';

/** @import { Given, Shown } from './types' */
/** @typedef {{bytes: boolean, where: string, name?: string, size?: number, cut?: boolean}} About */

const CONTENT = 'bouncekb.given';
const ABOUT = 'bouncekb.given.about';
const SHOWN = 'bouncekb.shown';

/**
 * Keep what was given on the page `where`; a part of it where the whole doesn't fit. False if the browser keeps nothing.
 * @param {Given} given
 * @param {string} where
 */
export function keep({ input, name, size, cut }, where) {
  const content = input.bytes ?? input.text ?? '';
  const about = { bytes: input.bytes !== undefined, where, name, size, cut };
  if (store(content, about) || store(content.slice(0, LONGEST_KEPT), { ...about, cut: true })) return true;
  forgetGiven();
  return false;
}

/** @param {string} content @param {About} about */
function store(content, about) {
  // What stood there may be as long: it makes room first.
  forget([CONTENT]);
  return remember(CONTENT, content) && remember(ABOUT, JSON.stringify(about));
}

/** What is kept, and the page it was given on; null if nothing is. @returns {{given: Given, where: string} | null} */
export function kept() {
  /** @type {About | null} */
  const about = parsed(ABOUT);
  if (!about) return null;
  const { bytes, where, name, size, cut } = about;
  const content = remembered(CONTENT);
  return { given: { input: bytes ? { bytes: content } : { text: content }, name, size, cut }, where };
}

/** What is kept, as text or as the bytes of a file. */
export function keptText() {
  const input = kept()?.given.input;
  return input?.text ?? input?.bytes ?? '';
}

/** Keep nothing any more. */
export function forgetGiven() {
  // What is ticked off belongs to the mail that is gone, not to the next with the same cause.
  forget([CONTENT, ABOUT, SHOWN, ...keysUnder(STEP)]);
}

/** Keep which causes the answer shows, for their pages. @param {Shown} shown */
export function keepShown(shown) {
  remember(SHOWN, JSON.stringify(shown));
}

/** The causes that the answer in this tab shows; null if there is none. @returns {Shown | null} */
export function keptShown() {
  return parsed(SHOWN);
}

/** @param {string} key */
function parsed(key) {
  try {
    return JSON.parse(remembered(key) || 'null');
  } catch {
    // Not what was written here.
    return null;
  }
}

const STEP = 'bouncekb.step.';

/** Has the reader ticked a step off? Kept in the tab. @param {string} step its article and place, as `id/sender/1` */
export function isTicked(step) {
  return remembered(STEP + step) !== '';
}

/** @param {string} step @param {boolean} done */
export function keepTick(step, done) {
  remember(STEP + step, done ? 'yes' : '');
}
