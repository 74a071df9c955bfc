// Things by the name of a header field: exact names, and families whose names vary.
// May import nothing.

/**
 * @template T
 */
export class FieldNames {
  constructor() {
    /** @type {Map<string, T>} */
    this.exact = new Map();
    /** Names that vary between `start` and `end`, the most particular first. @type {{start: string, end: string, value: T}[]} */
    this.families = [];
    /** The first letters of those: most names have another. @type {Set<string>} */
    this.firsts = new Set();
  }

  /** @param {string} name in lower case; one `*` stands for any letters, or none @param {T} value */
  add(name, value) {
    const star = name.indexOf('*');
    if (star < 0) {
      this.exact.set(name, value);
      return;
    }
    this.families.push({ start: name.slice(0, star), end: name.slice(star + 1), value });
    this.firsts.add(name[0]);
    this.families.sort((a, b) => b.start.length - a.start.length);
    // `x-*-error` is `x-error` too; a field that has a name of its own goes before.
    const bare = name.replace('-*-', '-');
    if (bare !== name && !this.exact.has(bare)) this.exact.set(bare, value);
  }

  /** What was added for a name, an exact one before a family's. @param {string} name in lower case @returns {T | undefined} */
  find(name) {
    const known = this.exact.get(name);
    if (known !== undefined || !(this.firsts.has(name[0]) || this.firsts.has('*'))) return known;
    return this.families.find(
      ({ start, end }) => name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end),
    )?.value;
  }
}
