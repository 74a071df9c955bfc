// Search for whoever shows hits: the dialog, the home page's box.
//
//   const finder = BounceSearch.finder({ lang: 'ja', base: '../../', assets: '../../assets/bouncekb/' });
//   await finder.ready();                            // when a reader turns to the field; fetches the index once
//   finder.find('ドコモ 容量', 10)                   // hits, best first; at once, in a few milliseconds
//   finder.hitsList(finder.find(text), text)         // an element: a list of links, `a[data-hit]`
//
// `base` leads to the root of the page's language, `assets` to the folder of the scripts; both end in a slash unless empty.
// May import find/, hits.js and scripts.js of the view. The index is one script, whatever is typed: a request tells the server.
import { Search } from '../../find/search.js';
import { fetchScript } from '../scripts.js';
import { hitsList } from './hits.js';

/** @import { Hit } from '../../find/types' */
/** @import { Lang, Say } from '../types' */
/** @typedef {{lang: Lang, base: string, assets: string}} Where */

export class Finder {
  /** @param {Where} where @param {Say} say */
  constructor({ lang, base, assets }, say) {
    this.lang = lang;
    this.base = base;
    this.assets = assets;
    this.say = say;
    /** @type {Promise<void> | null} */
    this.loading = null;
    /** @type {Search | null} */
    this.search = null;
  }

  /** Fetch the index, once however often it is asked for; again after it could not be fetched. @returns {Promise<void>} */
  async ready() {
    this.loading = this.loading || this.load();
    try {
      await this.loading;
    } catch (problem) {
      this.loading = null;
      throw problem;
    }
  }

  async load() {
    await fetchScript(this.assets, `search.${this.lang}.js`);
    this.search = new Search(globalThis.BounceSearchIndex);
  }

  /** Is the index there? */
  get isReady() {
    return this.search !== null;
  }

  /** What fits, best first; nothing before the index is there. @param {string} text @param {number} [most] @returns {Hit[]} */
  find(text, most = 10) {
    return this.search ? this.search.find(text, most) : [];
  }

  /** The hits of these pages, those that there are. @param {string[]} paths @returns {Hit[]} */
  pages(paths) {
    return this.search ? this.search.pagesAt(paths) : [];
  }

  /** Hits as a list of links. @param {Hit[]} hits @param {string} query */
  hitsList(hits, query) {
    return hitsList(hits, query, this.say, (path) => this.address(path));
  }

  // On a disk there is no server that turns an address ending in a slash into its page.
  /** The address of a page. @param {string} path below the root of its language */
  address(path) {
    return `${this.base}${path}${location.protocol === 'file:' ? 'index.html' : ''}`;
  }
}
