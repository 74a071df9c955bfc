// Where the privacy page tells what is kept on this device: its buttons keep the whole site, or nothing any more.
// May import keep.js, and of the view copy.js and dom.js.
import { sayAgain } from '../copy.js';
import { el, sayer } from '../dom.js';
import { whenParsed } from '../parsed.js';
import { canKeep, rootOf, startedAt, tellWorker } from './keep.js';

/** @import { Lang, Say } from '../types' */
/** @import { News } from './worker.js' */

/** Files that are fetched by one order: so often the page says how far it is, and no order lasts long. */
const AT_ONCE = 120;
const MEGABYTE = 1e6;

/** Start it on this page. @param {{words: Record<Lang, Record<string, string>>}} settings */
export function start({ words }) {
  whenParsed(() => {
    const place = document.querySelector('[data-offline]');
    if (!(place instanceof HTMLElement)) return;
    const lang = document.documentElement.lang.startsWith('ja') ? 'ja' : 'en';
    const base = document.querySelector('script[data-base]')?.getAttribute('data-base') || '';
    new Offline(place, rootOf(base, lang), sayer(words[lang])).start();
  });
}

class Offline {
  /** @param {HTMLElement} place @param {string} root @param {Say} say */
  constructor(place, root, say) {
    this.root = root;
    this.say = say;
    this.keep = el('button', { type: 'button', class: 'btn', onclick: () => this.keepAll() });
    this.forget = el(
      'button',
      { type: 'button', class: 'btn quiet', onclick: () => this.forgetAll() },
      say('offline.forget'),
    );
    this.status = el('p', { role: 'status' });
    place.replaceChildren(this.status, el('p', { class: 'acts' }, this.keep, this.forget));
    this.keep.hidden = true;
    this.forget.hidden = true;
  }

  async start() {
    if (!canKeep()) return this.tell('offline.unable');
    try {
      this.show(await this.parts());
    } catch {
      return this.tell('offline.unable');
    }
    try {
      const { bytes } = await (await fetch(`${this.root}offline.json`)).json();
      this.keep.textContent = this.say('offline.keep', { size: Math.ceil(bytes / MEGABYTE) });
      this.show(await this.parts());
    } catch {
      // Without a network nothing more can be kept, but what is there can be told and removed.
    }
  }

  async parts() {
    return (await startedAt(this.root)) ? (await tellWorker(this.root, {})).parts : [];
  }

  /** @param {string} key @param {Record<string, string | number>} [values] */
  tell(key, values) {
    sayAgain(this.status, this.say(key, values));
  }

  /** Say what is there, and offer what can be done about it. @param {News['parts']} [parts] */
  show(parts = []) {
    const isAll = parts.includes('all');
    this.keep.hidden = isAll || this.keep.textContent === '';
    this.forget.hidden = parts.length === 0;
    this.tell(isAll ? 'offline.all' : parts.length > 0 ? 'offline.matcher' : 'offline.none');
  }

  async keepAll() {
    this.keep.disabled = true;
    try {
      for (;;) {
        const { done = 0, total = 0, failed, parts } = await tellWorker(this.root, { keep: 'all', most: AT_ONCE });
        if (failed) throw new Error('A file could not be kept.');
        if (done === total) return this.show(parts);
        // No two of these are alike, so none has to be cleared first for a screen reader: the buttons below would jump.
        this.status.textContent = this.say('offline.keeping', { done, total });
      }
    } catch {
      this.tell('offline.failed');
    } finally {
      this.keep.disabled = false;
    }
  }

  async forgetAll() {
    await tellWorker(this.root, { forget: true });
    await (await startedAt(this.root))?.unregister();
    this.show([]);
    this.tell('offline.forgotten');
  }
}
