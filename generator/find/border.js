// Features for those who aren't JavaScript: JSON in, JSON out. May import its siblings.
import { featuresOf } from './features.js';
import { plain } from './fold.js';

/** The features of texts, as they are written in an index. @param {string} json {texts, stop}: texts as they were written, and Latin words that say nothing */
export function features(json) {
  const { texts, stop } = JSON.parse(json);
  const left = new Set(stop);
  return JSON.stringify(texts.map((/** @type {string} */ text) => featuresOf(plain(text), left)));
}
