// A text as single words: what names and the lexicon are looked for in. May import features.js. Knows no name and no word.
import { isLatin, piecesOf, wordsOf } from './features.js';

/** @typedef {{text: string, from: number, to: number}} Atom */

/** Latin words and single Japanese characters, with their places. @param {string} text plain @returns {Atom[]} */
export function atomsOf(text) {
  const atoms = [];
  let from = 0;
  for (const piece of piecesOf(text)) {
    from = text.indexOf(piece, from);
    const parts = isLatin(piece) ? wordsOf(piece) : Array.from(piece);
    for (const part of parts) {
      from = text.indexOf(part, from);
      atoms.push({ text: part, from, to: from + part.length });
      from += part.length;
    }
  }
  return atoms;
}
