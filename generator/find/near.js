// Latin words that were meant: a word begun, a slip of one letter, two words run together.
// May import nothing. A digit is no slip: 5.7.1 and mail2 mean what they say.

const SHORTEST_SLIP = 4;
const SHORTEST_START = 2;
const MOST = 12;

/** The known words that begin like this one. @param {string} word @param {Iterable<string>} known */
export function begunWords(word, known) {
  if (word.length < SHORTEST_START) return [];
  return some(known, (one) => one.length > word.length && one.startsWith(word));
}

/** The known words that are one slip away. @param {string} word @param {Iterable<string>} known */
export function slippedWords(word, known) {
  if (word.length < SHORTEST_SLIP || /[^a-z]/.test(word)) return [];
  return some(known, (one) => isOneSlip(word, one));
}

/** The two known words that were written as one, or none. @param {string} word @param {{has(word: string): boolean}} known */
export function splitWord(word, known) {
  for (let at = word.length - 3; at >= 3; at--) {
    const [first, second] = [word.slice(0, at), word.slice(at)];
    if (known.has(first) && known.has(second)) return [first, second];
  }
  return [];
}

/** @param {Iterable<string>} known @param {(word: string) => boolean} fits */
function some(known, fits) {
  const found = [];
  for (const one of known) if (fits(one) && found.push(one) === MOST) break;
  return found;
}

/** Is one word the other with a letter too many, missing or wrong, or with two neighbours swapped? @param {string} a @param {string} b */
export function isOneSlip(a, b) {
  if (a === b || Math.abs(a.length - b.length) > 1 || Math.min(a.length, b.length) < SHORTEST_SLIP - 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [long, short] = a.length > b.length ? [a, b] : [b, a];
  if (long.length > short.length) return long.slice(at + 1) === short.slice(at);
  if (a.slice(at + 1) === b.slice(at + 1)) return true;
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
