// A matcher's page: its words, its contents once they are loaded, and where its pages live.
// May import dom.js and scripts.js. Draws nothing.
import { sayer } from './dom.js';
import { fetchScript } from './scripts.js';

/** @import { Finder } from './find/find.js' */
/** @import { Own } from './scripts.js' */
/** @import { Channels, Contents, Lang, Values } from './types' */

/** A matcher's page. */
export class Place {
  /**
   * @param {HTMLElement} root the matcher
   * @param {Partial<Record<Lang, Record<string, string>>>} words
   * @param {Own} [own] what the matcher has of its own, where the page is somebody else's
   */
  constructor(root, words, own) {
    const attribute = (/** @type {string} */ name) => root.getAttribute(name) || '';
    this.lang = /** @type {Lang} */ (attribute('data-lang'));
    this.base = attribute('data-base');
    this.assets = attribute('data-assets');
    /** @type {Channels} */
    this.channels = {
      mail: attribute('data-report-mail'),
      issue: attribute('data-report-issue'),
      version: attribute('data-version'),
    };
    /** Is the page somebody else's? */
    this.isGuest = own !== undefined;
    this.own = own;
    this.words = words[this.lang] || {};
    /** Where scripts leave what they bring. */
    this.shelf = own ? own.shelf : globalThis;
    this.say = sayer(this.words);
    /** @type {Promise<unknown> | null} */
    this.loading = null;
    /** @type {Promise<unknown> | null} */
    this.post = null;
    /** @type {Finder | null} */
    this.search = null;
    /** @type {Contents | null} */
    this.loaded = null;
  }

  /** Is there a phrase of this name? @param {string} key */
  knows(key) {
    return Object.hasOwn(this.words, key);
  }

  /** The phrases of a group, by their own names. @param {string} name @returns {Record<string, string>} */
  group(name) {
    const start = `${name}.`;
    const all = Object.entries(this.words).filter(([key]) => key.startsWith(start));
    return Object.fromEntries(all.map(([key, text]) => [key.slice(start.length), text]));
  }

  /** The page's own path below its language, the same in both. */
  get here() {
    return location.pathname.slice(new URL(this.base || '.', location.href).pathname.length);
  }

  // On a disk there is no server that turns an address ending in a slash into its page.
  /** @param {string} path */
  page(path) {
    const onDisk = new URL(this.base || '.', document.baseURI).protocol === 'file:';
    return `${this.base}${path}${onDisk ? 'index.html' : ''}`;
  }

  // English pages lie below the Japanese ones.
  /** @param {string} id @param {Values} values @param {Lang} [lang] the page's own, or the other */
  articleUrl(id, values, lang = this.lang) {
    const fragment = new URLSearchParams(values).toString();
    const way = lang === this.lang ? '' : lang === 'en' ? 'en/' : '../';
    return `${this.page(`${way}a/${id}/`)}${fragment ? `#${fragment}` : ''}`;
  }

  /** @param {string} code */
  codeUrl(code) {
    return this.page(`code/${code}/`);
  }

  /**
   * Everything that an answer needs, fetched once however often it is asked for: the contents of the page's language, the
   * engine, the match index, and redaction. All of it at once, and never a part chosen by what was pasted: a request tells the server.
   */
  async loadContents() {
    const scripts = [`contents.${this.lang}.js`, 'engine.js', 'patterns.js', 'redaction.js'];
    this.loading = this.loading || Promise.all(scripts.map((name) => fetchScript(this.assets, name, this.own)));
    // No answer waits for the letters, but they are asked for now all the same.
    this.loadLetters().catch(() => {});
    try {
      await this.loading;
    } catch (problem) {
      this.loading = null;
      throw problem;
    }
    this.loaded = this.shelf.BounceContents;
    return this.loaded;
  }

  /** The letters of all articles, fetched once, before anybody wants to copy one. */
  async loadLetters() {
    this.post = this.post || fetchScript(this.assets, `letters.${this.lang}.js`, this.own);
    try {
      await this.post;
    } catch (problem) {
      this.post = null;
      throw problem;
    }
    return this.shelf.BounceLetters;
  }

  /** The site's search, its index fetched once; null on a page without a search. */
  async loadSearch() {
    const { lang, base, assets } = this;
    if (this.isGuest) return null;
    this.search = this.search || globalThis.BounceSearch?.finder({ lang, base, assets }) || null;
    await this.search?.ready();
    return this.search;
  }

  /** The contents, for what is drawn after they were loaded. */
  get contents() {
    if (!this.loaded) throw new Error('Something is drawn before the contents are loaded.');
    return this.loaded;
  }
}
