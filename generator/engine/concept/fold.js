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

/** A word without the ending of a plural, or of "he does". @param {string} word */
function singular(word) {
  if (!word.endsWith('s')) return word;
  if (/(?:x|s|ch|sh)es$/.test(word)) return without(word, 2);
  if (word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  return /[^sui]s$/.test(word) ? without(word, 1) : word;
}

/** A bare word's stem: exceeded, exceeds and exceeding are one, and so are mailboxes and mailbox. @param {string} word */
export function stem(word) {
  if (word.length <= SHORTEST_STEM || word.length > LONGEST_STEM || !LATIN.test(word)) return word;
  let end = singular(word);
  if (end.endsWith('ing')) end = without(end, 3);
  else if (end.endsWith('ed')) end = without(end, 2);
  if (end.endsWith('e')) end = without(end, 1);
  return end[end.length - 1] === end[end.length - 2] ? without(end, 1) : end;
}
