// Starts `bounce-matcher.js`, the one script that pages of others name. May import element.js.
import { BounceMatcher, NAME } from './element.js';

/** @import { Settings } from './element.js' */

/** Define the element; where the script of the other language has done so, teach it this one. @param {Settings} settings */
export function start(settings) {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) throw new Error(`${NAME}.js is a classic script: leave out type=module.`);
  const known = /** @type {typeof BounceMatcher | undefined} */ (customElements.get(NAME));
  // The build tells the script the marks of the others (generator/site/marked.py).
  const { marks = {} } = /** @type {{marks?: Record<string, string>}} */ (/** @type {unknown} */ (script));
  (known || BounceMatcher).learn({ ...settings, source: script.src, marks });
  if (!known) customElements.define(NAME, BounceMatcher);
}
