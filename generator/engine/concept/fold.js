// Words as concepts compare them: without accents, plurals and endings that a sentence gives them.
// May import nothing. Works on words of the stream, which are in small letters and compatibility forms already.

const MARKS = /[\u0300-\u036f]/g;
const LATIN = /^[a-z]+$/;
const SHORTEST_STEM = 3;
/** No word of a lexicon is longer. */
const LONGEST_STEM = 40;

/** A word without accents. @param {string} word */
export function bare(word) {
  return /^[\x00-\x7f]*$/.test(word) ? word : word.normalize('NFD').replace(MARKS, '').normalize('NFC');
}

/** @param {string} word @param {number} cut letters to take from its end */
function without(word, cut) {
  return word.length - cut >= SHORTEST_STEM ? word.slice(0, -cut) : word;
}

/** A bare word's stem: exceeded, exceeds and exceeding are one, and so are mailboxes and mailbox. @param {string} word */
export function stem(word) {
  if (word.length <= SHORTEST_STEM || word.length > LONGEST_STEM || !LATIN.test(word)) return word;
  let end = word;
  if (/(?:x|s|ch|sh)es$/.test(end)) end = without(end, 2);
  else if (/ies$/.test(end)) end = `${end.slice(0, -3)}y`;
  else if (/[^sui]s$/.test(end)) end = without(end, 1);
  if (/ing$/.test(end)) end = without(end, 3);
  else if (/ed$/.test(end)) end = without(end, 2);
  if (/e$/.test(end)) end = without(end, 1);
  return /([a-z])\1$/.test(end) ? without(end, 1) : end;
}
