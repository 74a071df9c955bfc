// The site's own scripts that a page fetches when it needs them, under the names that this page's build gave them.
// May import dom.js. Never looks at what a script holds: each says its mark (generator/site/marked.py).
import { el } from './dom.js';

/** @import { Shelf } from './types' */
/** @typedef {{id: string, marks: Record<string, string>}} Build */
/**
 * What an element on somebody else's page has of its own: where scripts leave what they bring, and the marks of its build.
 * @typedef {{shelf: Shelf, marks: Record<string, string>}} Own
 */

/** A script is there, but of another build than this page: together they would give wrong answers, or none. */
export class OtherBuild extends Error {}

/** The build of this page; none while somebody writes (`bouncekb serve`). @returns {Build} */
export function buildOfPage() {
  const told = document.getElementById('bounce-build')?.textContent;
  return told ? JSON.parse(told) : { id: '', marks: {} };
}

/** Where a script lives. @param {string} assets @param {string} name such as "engine.js" @param {Record<string, string>} [marks] */
export function addressOf(assets, name, marks = buildOfPage().marks) {
  const mark = marks[name];
  return assets + (mark ? name.replace(/(?=\.js$)/, `.${mark}`) : name);
}

/** Fetch a script, and see that it fits. @param {string} assets the folder @param {string} name @param {Own} [own] */
export async function fetchScript(assets, name, own) {
  const { marks } = own || buildOfPage();
  await appended(addressOf(assets, name, marks), own?.shelf);
  const said = own ? own.shelf.BounceMarks : globalThis.BounceMarks;
  if (marks[name] && said?.[name] !== marks[name]) throw new OtherBuild(`${name} is of another build than this page`);
}

/** What is said when a script could not be had: a name of the matcher's words. @param {unknown} problem */
export function saidOf(problem) {
  return problem instanceof OtherBuild ? 'status.other_build' : 'status.contents_failed';
}

// A script element rather than a request, since pages on a disk may not ask for anything.
/** @param {string} address @param {Shelf} [shelf] */
export function appended(address, shelf) {
  return new Promise((resolve, reject) => {
    const onerror = () => reject(new Error(`${address} could not be loaded`));
    const script = el('script', { src: address, onload: resolve, onerror });
    // A script that finds a shelf on its own element leaves there what it brings (generator/hosts/link.py).
    document.head.append(Object.assign(script, { shelf }));
  });
}
