// What is known for codes, some of which stand for a range of status codes. May import ranges.js. Knows no code's meaning.
import { covers, rangeOf } from './ranges.js';

/** @import { CodeRange } from './ranges.js' */

/**
 * What is known for codes: looked up by the code itself, else by the first range around it.
 * @template T
 */
export class CodeMap {
  /** @param {Iterable<[string, T]>} entries codes or ranges */
  constructor(entries) {
    /** @type {Map<string, T>} */
    this.exact = new Map();
    /** @type {{range: CodeRange, value: T}[]} */
    this.ranges = [];
    for (const [written, value] of entries) {
      const range = rangeOf(written);
      if (range) this.ranges.push({ range, value });
      else this.exact.set(written, value);
    }
    /** @type {Map<string, T | undefined>} */
    this.met = new Map();
  }

  /** @param {string} code @returns {T | undefined} */
  get(code) {
    const exact = this.exact.get(code);
    if (exact !== undefined || !this.ranges.length) return exact;
    if (!this.met.has(code)) this.met.set(code, this.ranges.find(({ range }) => covers(range, code))?.value);
    return this.met.get(code);
  }
}
