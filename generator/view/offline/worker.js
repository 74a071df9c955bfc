// The site's service worker (sw.js): answers from the shelf where there is no network. May import shelf.js.
// Pages come from the network as long as there is one, so a reader never sees an old page that needn't be. A new build
// waits until no page of the old one is open. Looks at addresses only, never at what a reader pasted: no page sends that.
import { isMarked, Shelf } from './shelf.js';

/** @import { Listing, Part } from './shelf.js' */
/** @typedef {{keep?: Part, most?: number, forget?: boolean}} Order neither: only tell what is there */
/** @typedef {{parts?: Part[], done?: number, total?: number, failed?: boolean}} News */
/** @typedef {{waitUntil(work: Promise<unknown>): void}} Lasting */
/** @typedef {Lasting & {request: Request, respondWith(answer: Promise<Response>): void}} Asked */
/** @typedef {Lasting & {data: Order, ports: readonly MessagePort[]}} Told */
/**
 * @typedef {object} Scope what a service worker has of its browser
 * @property {{scope: string}} registration
 * @property {(type: string, heard: (event: any) => void) => void} addEventListener
 */

/** Serve the site. @param {Scope} scope @param {Listing} listing */
export function serve(scope, listing) {
  const root = scope.registration.scope;
  const shelf = new Shelf(root, listing);
  scope.addEventListener('install', (/** @type {Lasting} */ event) => event.waitUntil(shelf.takeOver()));
  scope.addEventListener('activate', (/** @type {Lasting} */ event) => event.waitUntil(shelf.clear()));
  scope.addEventListener('message', (/** @type {Told} */ event) => {
    event.waitUntil(obeyed(shelf, event.data).then((news) => event.ports[0]?.postMessage(news)));
  });
  scope.addEventListener('fetch', (/** @type {Asked} */ event) => {
    const { request } = event;
    if (request.method !== 'GET' || !request.url.startsWith(root)) return;
    if (request.mode === 'navigate') event.respondWith(pageFor(shelf, request));
    else if (isMarked(new URL(request.url).pathname)) event.respondWith(fileFor(shelf, request));
  });
}

/** @param {Shelf} shelf @param {Order} order @returns {Promise<News>} */
async function obeyed(shelf, { keep, most = Number.POSITIVE_INFINITY, forget }) {
  try {
    if (forget) await shelf.clear(true);
    const told = keep ? await shelf.put(keep, most) : {};
    return { ...told, parts: await shelf.parts() };
  } catch {
    return { failed: true };
  }
}

/** @param {Shelf} shelf @param {Request} request */
async function fileFor(shelf, request) {
  return (await shelf.find(request.url)) || fetch(request);
}

/** @param {Shelf} shelf @param {Request} request */
async function pageFor(shelf, request) {
  try {
    return await fetch(request);
  } catch (problem) {
    const { origin, pathname } = new URL(request.url);
    const kept = await shelf.find(origin + pathname.replace(/index\.html$/, ''));
    return kept || lostFor(shelf, pathname, problem);
  }
}

/** The page that says that a page isn't on this device. @param {Shelf} shelf @param {string} pathname @param {unknown} problem */
async function lostFor(shelf, pathname, problem) {
  const lang = pathname.startsWith(`${new URL(shelf.root).pathname}en/`) ? 'en/' : '';
  const page = (await shelf.find(`${shelf.root}${lang}503.html`)) || (await shelf.find(`${shelf.root}503.html`));
  if (!page) throw problem;
  return new Response(page.body, { status: 503, headers: page.headers });
}
