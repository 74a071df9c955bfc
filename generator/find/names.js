// Whose name stands in a query: of a provider, a host, a server's domain. As people write it: short, in kana, misspelt.
// May import atoms.js, features.js, fold.js and near.js. A Latin name must stand as words of its own, a Japanese one may stand anywhere.
import { atomsOf } from './atoms.js';
import { isLatin } from './features.js';
import { plain, sounded, wordKey } from './fold.js';
import { isOneSlip } from './near.js';

/** @import { PageRow } from './types.js' */
/** @typedef {{pages: number[], text: string, others: string[], from: number, to: number}} Name pages of that name, what else they are called, and where it stands in the query */
/** @import { Atom } from './atoms.js' */

const NAMED = ['provider', 'host'];
const LONGEST = 24;
const SHORTEST_SLIP = 5;
const DOMAIN = /[a-z0-9-]+(?:\.[a-z0-9-]+)+/g;

/** The names of everybody, and the domains and servers that stand for somebody. */
export class Names {
  /** @param {PageRow[]} rows */
  constructor(rows) {
    /** @type {Map<string, number[]>} */
    this.names = new Map();
    /** @type {Map<string, number[]>} */
    this.domains = new Map();
    /** @type {Map<number, string[]>} by page */
    this.namesOf = new Map();
    for (const [page, [kind, , title, , , names, , hosts]] of rows.entries()) {
      if (NAMED.includes(kind))
        for (const name of [...(kind === 'provider' ? [title] : []), ...names]) this.learn(name, page);
      for (const host of hosts) file(this.domains, host, page);
    }
  }

  /** @param {string} name @param {number} page */
  learn(name, page) {
    const key = keyOf(atomsOf(plain(name)));
    if (key.length < 2) return;
    file(this.names, key, page);
    this.namesOf.set(page, [...(this.namesOf.get(page) || []), plain(name)]);
  }

  /**
   * Everybody who is named in a text, longest names first in each place.
   * @param {string} text plain
   * @param {{has(word: string): boolean}} words that are no slip of anybody's name
   * @returns {Name[]}
   */
  read(text, words) {
    const atoms = atomsOf(text);
    const found = [];
    for (let at = 0; at < atoms.length; ) {
      const name = this.longestAt(atoms, at, words);
      if (name) found.push(name.found);
      at += name ? name.atoms : 1;
    }
    return found;
  }

  /** @param {Atom[]} atoms @param {number} at @param {{has(word: string): boolean}} words */
  longestAt(atoms, at, words) {
    for (let many = Math.min(LONGEST, atoms.length - at); many > 0; many--) {
      const some = atoms.slice(at, at + many);
      const key = keyOf(some);
      const pages = this.names.get(key) || (many === 1 && !words.has(wordKey(key)) ? this.slip(key) : undefined);
      if (pages) return { atoms: many, found: this.named(pages, key, some[0].from, some[many - 1].to) };
    }
    return null;
  }

  /** @param {number[]} pages @param {string} text @param {number} from @param {number} to @returns {Name} */
  named(pages, text, from, to) {
    return { pages, text, others: pages.flatMap((page) => this.namesOf.get(page) || []), from, to };
  }

  /** @param {string} word */
  slip(word) {
    if (word.length < SHORTEST_SLIP || !isLatin(word)) return undefined;
    // The first letter is seldom wrong.
    for (const [name, pages] of this.names) if (name[0] === word[0] && isOneSlip(word, name)) return pages;
    return undefined;
  }

  /** Every domain or server in a text that stands for a page, the nearest that is known. @param {string} text plain @returns {Name[]} */
  readDomains(text) {
    const found = [];
    for (const match of text.matchAll(DOMAIN)) {
      const labels = match[0].split('.');
      for (let cut = 0; cut < labels.length - 1; cut++) {
        const pages = this.domains.get(labels.slice(cut).join('.'));
        if (!pages) continue;
        found.push(this.named(pages, match[0], match.index, match.index + match[0].length));
        break;
      }
    }
    return found;
  }
}

/** @param {Map<string, number[]>} map @param {string} key @param {number} page */
function file(map, key, page) {
  const known = map.get(key);
  if (!known) map.set(key, [page]);
  else if (!known.includes(page)) known.push(page);
}

/** @param {Atom[]} atoms */
function keyOf(atoms) {
  return sounded(atoms.map((one) => one.text).join(''));
}
