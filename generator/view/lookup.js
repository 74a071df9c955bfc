// A few words in the box are looked up among the site's pages, in place. May import dom.js and values.js.
// The search itself is a script of its own (find/find.js), loaded when a reader turns to the box.
import { el } from './dom.js';
import { firstMatches } from './values.js';

/** @import { Result } from '../engine/types' */
/** @import { Place } from './place.js' */
/** @import { Finder } from './find/find.js' */

/** Units of a line that may be a query; whatever is longer is a text to be read. */
const LONGEST_QUERY = 80;
const MOST_HITS = 6;

/** The pages that fit what stands in the box. */
export class Lookup {
  /** @param {Place} place @param {HTMLElement} root where hits are shown */
  constructor(place, root) {
    this.place = place;
    this.root = root;
  }

  /** Load the search, if that isn't done yet. */
  prepare() {
    return this.place.loadSearch().catch(() => null);
  }

  hide() {
    this.root.replaceChildren();
  }

  /** @param {Node} node */
  show(node) {
    this.root.replaceChildren(node);
  }

  /**
   * The pages for a short text that no server wrote; null where the answer of the engine stands.
   * @param {string | null} text
   * @param {Result} result
   */
  async hitsFor(text, result) {
    if (text === null || !isQuery(text) || isAnswered(result)) return null;
    const search = await this.prepare();
    if (!search) return null;
    const query = text.trim();
    return this.found(search, search.find(query, MOST_HITS), query);
  }

  /** Show pages below an answer to a text that no server wrote, where there are any. @param {HTMLElement} output @param {string} text */
  async beside(output, text) {
    const search = await this.prepare();
    const main = output.querySelector('.answer__main');
    const query = text.trim().slice(0, LONGEST_QUERY);
    const hits = search && main ? search.find(query, MOST_HITS) : [];
    if (search && main && hits.length > 0) main.append(this.found(search, hits, query).node);
  }

  /** @param {Finder} search @param {ReturnType<Finder['find']>} hits @param {string} query */
  found(search, hits, query) {
    const { say } = this.place;
    const line = say(hits.length > 0 ? 'lookup.found' : 'lookup.none', { n: hits.length });
    const node = el(
      'section',
      { class: 'lookup', 'aria-label': say('lookup.title') },
      el('p', { class: 'small soft' }, line),
      search.hitsList(hits, query),
      el('p', { class: 'small soft' }, say('lookup.paste')),
    );
    return { line, node };
  }
}

/** @param {string} text */
function isQuery(text) {
  const trimmed = text.trim();
  return trimmed.length < LONGEST_QUERY && !/[\r\n]/.test(trimmed);
}

/** Does a sentence, and not a bare code, tell the cause? @param {Result} result */
function isAnswered({ recipients }) {
  return firstMatches(recipients).some(({ confidence, why }) => confidence !== 'possible' && why !== 'code');
}
