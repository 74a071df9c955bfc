// Starts search on a page: the button in its head, the key `/`, and a link that asks (`#q=...`). What others use of it is `BounceSearch.finder`.
// May import its siblings, dom.js and field.js of the view. Until somebody turns to it, nothing is fetched and nothing is drawn.
import { sayer } from '../dom.js';
import { isInField } from '../field.js';
import { takeAsked } from './asked.js';
import { Dialog } from './dialog.js';
import { Finder } from './find.js';

/** @import { Lang } from '../types' */
/** @import { Where } from './find.js' */
/** @import { Common } from './panels.js' */
/** @typedef {{words: Record<Lang, Record<string, string>>} & Common} SearchSettings */

const FROM_ASSETS_TO_BASE = '../../';

/** @type {SearchSettings | null} */
let known = null;
/** @type {Map<string, Finder>} one for each language, whoever asks, so that its index is read once */
const finders = new Map();

/** The search of a language; see find.js. @param {Where} where */
export function finder(where) {
  if (!known) throw new Error('search.js was not started.');
  const found = finders.get(where.lang) || new Finder(where, sayer(known.words[where.lang]));
  finders.set(where.lang, found);
  return found;
}

/** Serve this page. @param {SearchSettings} settings */
export function start(settings) {
  known = settings;
  const where = placeOf(document.currentScript);
  /** @type {Dialog | null} */
  let dialog = null;
  const open = (words = '') => {
    dialog = dialog || new Dialog(finder(where), settings);
    dialog.open(words);
  };
  const asked = () => {
    const words = takeAsked();
    if (words) open(words);
  };
  asked();
  addEventListener('hashchange', asked);
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-search-open]')) return;
    event.preventDefault();
    open();
  });
  document.addEventListener('keydown', (event) => {
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.isComposing;
    if (event.key !== '/' || !isPlain || event.defaultPrevented) return;
    if (isInField(event)) return;
    event.preventDefault();
    open();
  });
}

/** Where the pages and scripts live, as told by the script's element or by its address. @param {HTMLOrSVGScriptElement | null} script @returns {Where} */
function placeOf(script) {
  const lang = document.documentElement.lang.startsWith('ja') ? 'ja' : 'en';
  const told = (/** @type {string} */ name) => script?.getAttribute(`data-${name}`);
  const source = script instanceof HTMLScriptElement ? script.src : document.baseURI;
  const assets = told('assets') ?? new URL('./', source).href;
  return { lang, assets, base: told('base') ?? new URL(FROM_ASSETS_TO_BASE, new URL(assets, document.baseURI)).href };
}
