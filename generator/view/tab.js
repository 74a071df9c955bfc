// What the tab remembers until it is closed: the browser's session storage, which may be full, or closed to the page.
// May import nothing. What is kept, and for whom, is its callers' business; no other tab and no server sees it.

/** @type {Map<string, string> | null} */
let inPage = null;

/** From now on remember things as long as this page is open only, and leave nothing in the browser: it is somebody else's page. */
export function rememberInPage() {
  inPage = inPage || new Map();
}

/** What is remembered under a key; nothing where there is nothing, or the storage is closed. @param {string} key */
export function remembered(key) {
  try {
    return (inPage ? inPage.get(key) : sessionStorage.getItem(key)) || '';
  } catch {
    return '';
  }
}

/** Remember something; false where there is no room, or the storage is closed. @param {string} key @param {string} value */
export function remember(key, value) {
  try {
    if (inPage) inPage.set(key, value);
    else sessionStorage.setItem(key, value);
    return true;
  } catch {
    return false;
  }
}

/** @param {string[]} keys */
export function forget(keys) {
  try {
    for (const key of keys) {
      if (inPage) inPage.delete(key);
      else sessionStorage.removeItem(key);
    }
  } catch {
    // Closed to this page: then nothing was remembered either.
  }
}

/** The keys that start so. @param {string} start */
export function keysUnder(start) {
  try {
    return (inPage ? [...inPage.keys()] : Object.keys(sessionStorage)).filter((key) => key.startsWith(start));
  } catch {
    return [];
  }
}
