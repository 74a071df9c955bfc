// The site's own scripts that a page fetches when it needs them, under the names that this page's build gave them.
// May import dom.js. Never looks at what a script holds: each says its mark (generator/site/marked.py).
import { el } from './dom.js';

/** @typedef {{id: string, marks: Record<string, string>}} Build */

/** A script is there, but of another build than this page: together they would give wrong answers, or none. */
export class OtherBuild extends Error {}

/** The build of this page; none while somebody writes (`bouncekb serve`). @returns {Build} */
export function buildOfPage() {
  const told = document.getElementById('bounce-build')?.textContent;
  return told ? JSON.parse(told) : { id: '', marks: {} };
}

/** Where a script lives. @param {string} assets @param {string} name such as "engine.js" */
export function addressOf(assets, name) {
  const mark = buildOfPage().marks[name];
  return assets + (mark ? name.replace(/(?=\.js$)/, `.${mark}`) : name);
}

/** Fetch a script, and see that it fits this page. @param {string} assets the folder @param {string} name */
export async function fetchScript(assets, name) {
  await appended(addressOf(assets, name));
  const mark = buildOfPage().marks[name];
  if (mark && globalThis.BounceMarks?.[name] !== mark)
    throw new OtherBuild(`${name} is of another build than this page`);
}

/** What is said when a script could not be had: a name of the matcher's words. @param {unknown} problem */
export function saidOf(problem) {
  return problem instanceof OtherBuild ? 'status.other_build' : 'status.contents_failed';
}

// A script element rather than a request, since pages on a disk may not ask for anything.
/** @param {string} address */
function appended(address) {
  return new Promise((resolve, reject) => {
    const onerror = () => reject(new Error(`${address} could not be loaded`));
    document.head.append(el('script', { src: address, onload: resolve, onerror }));
  });
}
