// Begins when all of a page's elements are there. May import nothing.

/** @param {() => void} begin */
export function whenParsed(begin) {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
