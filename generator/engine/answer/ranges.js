// Ranges of status codes (RFC 3463), such as 5.7.606-5.7.649, and which codes they hold. May import nothing.

/** @typedef {{prefix: string, low: number, high: number}} CodeRange */

/** A range of status codes that differ in their last number only, or null. @param {string} written @returns {CodeRange | null} */
export function rangeOf(written) {
  const found = /^([245]\.\d{1,3}\.)(\d{1,3})-\1(\d{1,3})$/.exec(written);
  return found ? { prefix: found[1], low: Number(found[2]), high: Number(found[3]) } : null;
}

/** @param {CodeRange} range @param {string} code */
export function covers({ prefix, low, high }, code) {
  if (!code.startsWith(prefix)) return false;
  const detail = Number(code.slice(prefix.length));
  return low <= detail && detail <= high;
}

/** Is a code the given one, or inside the given range? @param {string} code @param {string} written */
export function isWithin(code, written) {
  if (code === written) return true;
  const range = rangeOf(written);
  return range !== null && covers(range, code);
}
