// What of the site stands on this device: one shelf (a cache) for each build, so that builds never mix.
// May import nothing. Takes only files that the build lists; nothing that a reader gave is ever among them.

/** @typedef {'ja' | 'en' | 'all'} Part the matcher in a language with its data, or the whole site */
/**
 * @typedef {object} Listing what a build has to be kept
 * @property {string} build its id
 * @property {Record<'ja' | 'en', string>} pages how its pages say which build they are of, by language
 * @property {Record<'ja' | 'en', string[]>} core addresses below the root: what the matcher needs
 * @property {string} all the address of a list of everything else
 */

const MARKED = /\.[0-9a-f]{8,10}\.(?:min\.)?(?:css|js|svg)$/;
const PAGE = /(?:^|\/|\.html)$/;
const AT_ONCE = 6;

/** Does the name of a file tell its content? @param {string} path */
export function isMarked(path) {
  return MARKED.test(path);
}

export class Shelf {
  /** @param {string} root the address of the site @param {Listing} listing */
  constructor(root, listing) {
    this.root = root;
    this.listing = listing;
    // Other sites may live below other paths of the same host.
    this.prefix = `bouncekb ${new URL(root).pathname} `;
    this.name = this.prefix + listing.build;
  }

  /** The shelves of this site's other builds. */
  async others() {
    return (await caches.keys()).filter((name) => name.startsWith(this.prefix) && name !== this.name);
  }

  /** Which parts stand there whole. @param {string} [name] of the shelf @returns {Promise<Part[]>} */
  async parts(name = this.name) {
    if (!(await caches.has(name))) return [];
    const shelf = await caches.open(name);
    const all = /** @type {Part[]} */ (['ja', 'en', 'all']);
    const found = await Promise.all(all.map((part) => shelf.match(this.noteOf(part))));
    return all.filter((_, at) => found[at]);
  }

  // An answer to a page is looked for without its query, so no page is ever taken for a note.
  /** @param {Part} part */
  noteOf(part) {
    return `${this.root}?kept=${part}`;
  }

  /** The files of a part. @param {Part} part @returns {Promise<string[]>} */
  async filesOf(part) {
    const { core, all } = this.listing;
    if (part !== 'all') return core[part];
    const listed = await this.fetched(all);
    return [...core.ja, ...core.en, ...(await listed.json())];
  }

  /**
   * Put up what is missing of a part, at most so many files, and note it when it is whole. Throws where a file can't be
   * had, or is of another build; what was put up by then stays.
   * @param {Part} part
   * @param {number} most
   * @returns {Promise<{done: number, total: number}>}
   */
  async put(part, most) {
    const shelf = await caches.open(this.name);
    const files = await this.filesOf(part);
    const there = new Set((await shelf.keys()).map(({ url }) => url));
    const missing = files.filter((path) => !there.has(new URL(path, this.root).href));
    const now = missing.slice(0, most);
    for (let at = 0; at < now.length; at += AT_ONCE) {
      const taken = now.slice(at, at + AT_ONCE);
      const answers = await Promise.all(taken.map((path) => this.had(path)));
      await Promise.all(taken.map((path, n) => shelf.put(new URL(path, this.root).href, answers[n])));
    }
    if (now.length === missing.length) await shelf.put(this.noteOf(part), new Response(''));
    return { done: files.length - missing.length + now.length, total: files.length };
  }

  /** A file, from another build's shelf where its name tells that it is the same. @param {string} path */
  async had(path) {
    const known = isMarked(path) && (await caches.match(new URL(path, this.root).href));
    return known || this.fetched(path);
  }

  /** @param {string} path */
  async fetched(path) {
    const answer = await fetch(new URL(path, this.root).href, { cache: isMarked(path) ? 'default' : 'no-cache' });
    if (!answer.ok) throw new Error(`${path} cannot be had: ${answer.status}`);
    if (PAGE.test(path) && !(await answer.clone().text()).includes(this.signOf(path)))
      throw new Error(`${path} is of another build`);
    // A host may know a page by another address; a browser takes no redirected answer for a page.
    return answer.redirected ? new Response(answer.body, { headers: answer.headers }) : answer;
  }

  /** @param {string} path */
  signOf(path) {
    return this.listing.pages[path.startsWith('en/') ? 'en' : 'ja'];
  }

  /** What stands there for an address. @param {string} address */
  async find(address) {
    return (await caches.open(this.name)).match(address, { ignoreVary: true });
  }

  /** Put up all that other builds have whole. */
  async takeOver() {
    const parts = await Promise.all((await this.others()).map((name) => this.parts(name)));
    for (const part of new Set(parts.flat())) await this.put(part, Number.POSITIVE_INFINITY);
  }

  /** Throw away the shelves of other builds, or all. @param {boolean} [all] */
  async clear(all = false) {
    const names = await this.others();
    await Promise.all([...names, ...(all ? [this.name] : [])].map((name) => caches.delete(name)));
  }
}
