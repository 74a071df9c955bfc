// Codes as people write and copy them: full-width, "#5.1.1", "5,1,1", "550-5.7.26", "AS(1430)". May import nothing.

const STATUS = /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/g;
const REPLY = /(?<![\d.])[2-5]\d\d(?![\d.])/g;

/** What was typed, as plain as it gets: half-width, in small letters, dots for commas. @param {string} typed */
export function plainly(typed) {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(\d)\s*[,。．]\s*(?=\d)/g, '$1.')
    .replace(/[‐‑–—−〜~]/g, '-')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A code as its page's address writes it, in small letters; the same rule as `code_slug` of generator/pages/urls.py. @param {string} code */
export function slugOf(code) {
  return plainly(code)
    .replace(/[^a-z0-9._]+/g, '-')
    .replace(/^[-.]+|[-.]+$/g, '');
}

/**
 * The codes that may be meant, as slugs, what says most first: all of it, then codes with dots, then three digits.
 * @param {string} typed
 */
export function meantCodes(typed) {
  const plain = plainly(typed);
  return [...new Set([slugOf(plain), ...(plain.match(STATUS) || []), ...(plain.match(REPLY) || [])])].filter(Boolean);
}
