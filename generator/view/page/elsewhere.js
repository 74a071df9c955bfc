// What is given on a page without a box, a paste or a file, is kept in the tab and looked up on the home page.
// May import the view's helpers.
import { acceptDrops } from '../drop.js';
import { nameOf, readFile } from '../files.js';
import { takeHome } from '../home.js';
import { takePastesAnywhere } from '../paste.js';

/** Take what is pasted while no field has the focus, and the first of the files dropped that can be read. @param {string} base the way to the home page */
export function takeElsewhere(base) {
  if (document.querySelector('#bounce, [data-desk]')) return;
  const home = `${base || './'}${location.protocol === 'file:' ? 'index.html' : ''}`;
  takePastesAnywhere((text) => takeHome({ input: { text } }, home));
  acceptDrops(document.body, async (files) => {
    for (const file of files) {
      const { input } = await readFile(file);
      if (!input) continue;
      takeHome({ input, name: nameOf(file), size: file.size }, home);
      return;
    }
    takeHome(null, home);
  });
}
