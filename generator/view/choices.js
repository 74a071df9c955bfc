// How the reader wants things: as whose provider, by which host, in which manner letters are written. Kept in the tab.
// May import tab.js.
import { remember, remembered } from './tab.js';

const PROVIDER = 'bouncekb.provider';
const HOST = 'bouncekb.host';

/** Does the reader answer as the customer's own provider? Kept in the tab. */
export function isProvider() {
  return remembered(PROVIDER) === 'yes';
}

/** @param {boolean} provider */
export function keepProvider(provider) {
  remember(PROVIDER, provider ? 'yes' : '');
}

/** The id of the host that the reader picked, or nothing. Kept in the tab. */
export function keptHost() {
  return remembered(HOST);
}

/** @param {string} host */
export function keepHost(host) {
  remember(HOST, host);
}

const MANNER = 'bouncekb.manner.';
const SIGNATURE = 'bouncekb.signature';
/** @typedef {{to: string, lang: string, link: string, greeting: string}} KeptManner how the reader last wanted letters; '' is usual */

/** Kept in the tab. @returns {KeptManner} */
export function keptManner() {
  const of = (/** @type {string} */ name) => remembered(MANNER + name);
  return { to: of('to'), lang: of('lang'), link: of('link'), greeting: of('greeting') };
}

/** @param {KeptManner} manner */
export function keepManner(manner) {
  for (const [name, value] of Object.entries(manner)) remember(MANNER + name, value);
}

/** What the reader writes below letters. Kept in the tab. */
export function keptSignature() {
  return remembered(SIGNATURE);
}

/** @param {string} text */
export function keepSignature(text) {
  remember(SIGNATURE, text);
}
