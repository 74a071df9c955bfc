// A page's side of what is kept on this device: has the service worker started, and gives it orders.
// May import scripts.js of the view. A page from a disk has no worker and needs none.
import { buildOfPage } from '../scripts.js';

/** @import { Place } from '../place.js' */
/** @import { Lang } from '../types' */
/** @import { News, Order } from './worker.js' */

/** The way to the site's root. @param {string} base the way to the root of the page's language @param {Lang} lang */
export function rootOf(base, lang) {
  return lang === 'en' ? `${base}../` : base;
}

/** Can anything be kept from here? */
export function canKeep() {
  return location.protocol.startsWith('http') && 'serviceWorker' in navigator && buildOfPage().id !== '';
}

/** The site's worker, if it was started before. @param {string} root */
export async function startedAt(root) {
  const found = await navigator.serviceWorker.getRegistration(root);
  // Another site may live above this one, with a worker of its own.
  return found?.scope === new URL(root, location.href).href ? found : null;
}

/** Give the site's worker an order; starts it if need be. @param {string} root @param {Order} order @returns {Promise<News>} */
export async function tellWorker(root, order) {
  const { serviceWorker } = navigator;
  const started = (await startedAt(root)) || (await serviceWorker.register(`${root}sw.js`, { scope: root }));
  const { waiting, active } = started.active ? started : await serviceWorker.ready;
  // What is put up for a build that waits is there when it takes over.
  const worker = waiting || active;
  if (!worker) throw new Error('The service worker is not there.');
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }) => resolve(data);
    worker.postMessage(order, [port2]);
  });
}

/** Keep the matcher and its data, once they have been loaded: later they answer without a network. @param {Place} place */
export async function keepMatcher(place) {
  if (!canKeep()) return;
  await Promise.allSettled([place.loadLetters(), place.loadSearch()]);
  // A browser that keeps nothing, as in a private window, answers as long as there is a network.
  await tellWorker(rootOf(place.base, place.lang), { keep: place.lang }).catch(() => {});
}
