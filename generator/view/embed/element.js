// The element `<bounce-matcher>`: the matcher on pages of others, in a tree of its own that neither style nor script of the
// page reaches by accident. May import its siblings and the view's modules. No name of ours is global but the element's.
import { PageEngine } from '../engine.js';
import { Matcher } from '../matcher.js';
import { Place } from '../place.js';
import { appended } from '../scripts.js';
import { rememberInPage } from '../tab.js';
import { formOf } from './form.js';
import { guestOf } from './guest.js';
import { leadLinks } from './links.js';

/** @import { Drawing } from '../../drawing/types' */
/** @import { Own } from '../scripts.js' */
/** @import { Lang, Shelf } from '../types' */

/**
 * What the script of one language brings: `source` is its own address, `marks` those of the scripts of its build, `root`
 * leads from its folder to the root of the site.
 * @typedef {{lang: Lang, words: Record<string, string>, root: string, style: string, sprite: Drawing}} Settings
 * @typedef {Settings & {source: string, marks: Record<string, string>}} Tongue
 */

export const NAME = 'bounce-matcher';
const FILE = `assets/embed/${NAME}.js`;
const TO_SCRIPTS = '../bouncekb/';

/** The element. */
export class BounceMatcher extends HTMLElement {
  static observedAttributes = ['lang', 'site'];
  /** @type {Partial<Record<Lang, Tongue>>} */
  static tongues = {};
  /** @type {Partial<Record<Lang, Own>>} */
  static own = {};

  /** Learn a language. @param {Tongue} tongue */
  static learn(tongue) {
    BounceMatcher.tongues[tongue.lang] = tongue;
    BounceMatcher.own[tongue.lang] = { shelf: /** @type {Shelf} */ ({}), marks: tongue.marks };
  }

  connectedCallback() {
    this.show();
  }

  attributeChangedCallback() {
    if (this.shadowRoot && this.isConnected) this.show();
  }

  /** Begin anew, in the language that is wanted. */
  async show() {
    const tongue = await tongueFor(wantedBy(this));
    if (!this.isConnected || !tongue) return;
    const inside = this.shadowRoot || this.opened();
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tongue.style);
    inside.adoptedStyleSheets = [sheet];
    const form = formOf(tongue.lang, tongue.words, placesOf(tongue, this.getAttribute('site')), tongue.sprite);
    inside.replaceChildren(form);
    const place = new Place(form, { [tongue.lang]: tongue.words }, BounceMatcher.own[tongue.lang]);
    new Matcher(form, place, new PageEngine(place.shelf), guestOf(this)).start();
  }

  opened() {
    rememberInPage();
    const inside = this.attachShadow({ mode: 'open' });
    leadLinks(inside);
    return inside;
  }
}

/** The language that an element is to speak: its own, or else that of what it stands in. @param {Element} element @returns {Lang} */
function wantedBy(element) {
  const told = element.closest('[lang]')?.getAttribute('lang') || '';
  return /^en\b/i.test(told) ? 'en' : 'ja';
}

/** What is known of a language, fetched if need be; another one where it can't be had. @param {Lang} lang */
async function tongueFor(lang) {
  const { tongues } = BounceMatcher;
  const [known] = Object.values(tongues);
  if (!tongues[lang] && known) {
    // A script that finds the element there already only teaches it (start.js).
    await appended(`${rootOf(known)}${lang === 'en' ? 'en/' : ''}${FILE}`).catch(() => {});
  }
  return tongues[lang] || known;
}

/** The root of the site that a script came from. @param {Tongue} tongue */
function rootOf({ root, source }) {
  return new URL(root, source).href;
}

/** Where pages and scripts live. @param {Tongue} tongue @param {string | null} site where pages live, if not beside the scripts */
function placesOf(tongue, site) {
  const root = site ? new URL(site.replace(/\/*$/, '/'), document.baseURI).href : rootOf(tongue);
  return { base: `${root}${tongue.lang === 'en' ? 'en/' : ''}`, assets: new URL(TO_SCRIPTS, tongue.source).href };
}
