// Is the domain of an address misspelt: one slip away from one that everybody knows, or from another in the text?
// May import limits.js. Only hints: no article depends on it.
import { LONGEST_COMPARED, MOST_DOMAINS } from '../limits.js';

/** Letters of a domain's first name that may hold a slip; shorter names are all alike. */
const SHORTEST_NAME = 5;
const DOMAIN_OF = /@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/g;

/** How many units two words have in common from their start. @param {string} a @param {string} b */
function commonStart(a, b) {
  let at = 0;
  while (at < a.length && at < b.length && a[at] === b[at]) at++;
  return at;
}

/** Is one word another with a letter too many, missing or wrong, or with two neighbours swapped? A digit is no slip: mail1, mail2. @param {string} a @param {string} b */
function isOneSlip(a, b) {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  const at = commonStart(a, b);
  if (/\d/.test(a.slice(at, at + 1) + b.slice(at, at + 1))) return false;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/** @param {string} domain @param {string} right */
function isMeant(domain, right) {
  return right.indexOf('.') >= SHORTEST_NAME && isOneSlip(domain, right);
}

/** Domains of addresses in a text. @param {string} text @returns {string[]} */
export function domainsIn(text) {
  const found = new Set();
  for (const [, domain] of text.slice(0, LONGEST_COMPARED).toLowerCase().matchAll(DOMAIN_OF)) {
    if (found.add(domain).size === MOST_DOMAINS) break;
  }
  return Array.from(found);
}

/**
 * The domain that is probably meant, or null.
 * @param {string} written in small letters
 * @param {Set<string>} known domains that everybody knows
 * @param {string[]} others in the text, where they may tell
 * @returns {string | null}
 */
export function meantDomain(written, known, others) {
  if (known.has(written)) return null;
  for (const right of known) if (isMeant(written, right)) return right;
  return others.find((right) => isMeant(written, right)) || null;
}
