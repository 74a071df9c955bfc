// Sets of codes that may hold ranges of status codes (RFC 3463), such as 5.7.606-5.7.649.
// May import nothing. Knows no code's meaning.

/** @typedef {{prefix: string, low: number, high: number}} CodeRange */

/** A range of status codes that differ in their last number only, or null. @param {string} written @returns {CodeRange | null} */
function rangeOf(written) {
  const found = /^([245]\.\d{1,3}\.)(\d{1,3})-\1(\d{1,3})$/.exec(written);
  return found ? { prefix: found[1], low: Number(found[2]), high: Number(found[3]) } : null;
}

/** @param {CodeRange} range @param {string} code */
function covers({ prefix, low, high }, code) {
  if (!code.startsWith(prefix)) return false;
  const detail = Number(code.slice(prefix.length));
  return low <= detail && detail <= high;
}

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

/** Is a code the given one, or inside the given range? @param {string} code @param {string} written */
export function isWithin(code, written) {
  const range = rangeOf(written);
  return range ? covers(range, code) : code === written;
}
