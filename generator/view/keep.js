// What the reader gave, kept in the tab until it is cleared or the tab closes: back, reload and the language switch find it.
// May import limits.js. Nothing else of the view is stored anywhere; no other tab and no server sees it.
import { LONGEST_KEPT } from './limits.js';

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
  forget();
  return false;
}

/** @param {string} content @param {About} about */
function store(content, about) {
  try {
    sessionStorage.removeItem(CONTENT);
    sessionStorage.setItem(CONTENT, content);
    sessionStorage.setItem(ABOUT, JSON.stringify(about));
    return true;
  } catch {
    // Full, or closed to this page.
    return false;
  }
}

/** What is kept, and the page it was given on; null if nothing is. @returns {{given: Given, where: string} | null} */
export function kept() {
  try {
    const content = sessionStorage.getItem(CONTENT);
    const about = JSON.parse(sessionStorage.getItem(ABOUT) || 'null');
    if (content === null || !about) return null;
    const { bytes, where, name, size, cut } = /** @type {About} */ (about);
    return { given: { input: bytes ? { bytes: content } : { text: content }, name, size, cut }, where };
  } catch {
    return null;
  }
}

/** What is kept, as text or as the bytes of a file. */
export function keptText() {
  const input = kept()?.given.input;
  return input?.text ?? input?.bytes ?? '';
}

/** Keep nothing any more. */
export function forget() {
  try {
    sessionStorage.removeItem(CONTENT);
    sessionStorage.removeItem(ABOUT);
    sessionStorage.removeItem(SHOWN);
    // What is ticked off belongs to the mail that is gone, not to the next with the same cause.
    for (const key of Object.keys(sessionStorage)) if (key.startsWith(STEP)) sessionStorage.removeItem(key);
  } catch {
    // Closed to this page: then nothing was kept either.
  }
}

/** Keep which causes the answer shows, for their pages. @param {Shown} shown */
export function keepShown(shown) {
  choose(SHOWN, JSON.stringify(shown));
}

/** The causes that the answer in this tab shows; null if there is none. @returns {Shown | null} */
export function keptShown() {
  try {
    return JSON.parse(choice(SHOWN) || 'null');
  } catch {
    return null;
  }
}

const PROVIDER = 'bouncekb.provider';
const HOST = 'bouncekb.host';

/** Does the reader answer as the customer's own provider? Kept in the tab. */
export function isProvider() {
  return choice(PROVIDER) === 'yes';
}

/** @param {boolean} provider */
export function keepProvider(provider) {
  choose(PROVIDER, provider ? 'yes' : '');
}

/** The id of the host that the reader picked, or nothing. Kept in the tab. */
export function keptHost() {
  return choice(HOST);
}

/** @param {string} host */
export function keepHost(host) {
  choose(HOST, host);
}

const MANNER = 'bouncekb.manner.';
const SIGNATURE = 'bouncekb.signature';
/** @typedef {{to: string, lang: string, link: string, greeting: string}} KeptManner how the reader last wanted letters; '' is usual */

/** Kept in the tab. @returns {KeptManner} */
export function keptManner() {
  const of = (/** @type {string} */ name) => choice(MANNER + name);
  return { to: of('to'), lang: of('lang'), link: of('link'), greeting: of('greeting') };
}

/** @param {KeptManner} manner */
export function keepManner(manner) {
  for (const [name, value] of Object.entries(manner)) choose(MANNER + name, value);
}

/** What the reader writes below letters. Kept in the tab. */
export function keptSignature() {
  return choice(SIGNATURE);
}

/** @param {string} text */
export function keepSignature(text) {
  choose(SIGNATURE, text);
}

const STEP = 'bouncekb.step.';

/** Has the reader ticked a step off? Kept in the tab. @param {string} step its article and place, as `id/sender/1` */
export function isTicked(step) {
  return choice(STEP + step) !== '';
}

/** @param {string} step @param {boolean} done */
export function keepTick(step, done) {
  choose(STEP + step, done ? 'yes' : '');
}

/** @param {string} key */
function choice(key) {
  try {
    return sessionStorage.getItem(key) || '';
  } catch {
    return '';
  }
}

/** @param {string} key @param {string} value */
function choose(key, value) {
  try {
    sessionStorage.setItem(key, value);
  } catch {
    // Closed to this page: then it is asked again.
  }
}
