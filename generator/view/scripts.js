// The site's own scripts that a page fetches when it needs them. May import dom.js. Never looks at what a script holds.
import { el } from './dom.js';

/** @import { Shelf } from './types' */

// A script element rather than a request, since pages on a disk may not ask for anything.
/** Load a script of the site's own. @param {string} address @param {Partial<Shelf>} [shelf] where it is to leave what it brings */
export function fetchScript(address, shelf = globalThis) {
  return new Promise((resolve, reject) => {
    const script = el('script', {
      src: address,
      onload: resolve,
      onerror: () => reject(new Error(`${address} could not be loaded`)),
    });
    // The script looks for it on its own element (generator/hosts/link.py).
    document.head.append(Object.assign(script, { shelf }));
  });
}
