// How well a code answers what somebody types into the field: exact, begins so, a range around it, a word of its meaning.
// May import the spelling of codes, shelf.js, and the engine's ranges.
import { isWithin } from '../../engine/answer/ranges.js';
import { MISS } from '../lists/shelf.js';
import { meantCodes, plainly, slugOf } from '../lists/spelling.js';

/** From this rank on, what was typed isn't the code itself. */
export const INEXACT = 100;
const [PREFIX, RANGE, WORDS] = [INEXACT, INEXACT + 1, INEXACT + 2];

/**
 * A function from a row's code and meaning to its rank.
 * @param {string} typed
 * @returns {(code: string, meaning: string) => number}
 */
export function ranker(typed) {
  const meant = meantCodes(typed);
  const words = plainly(typed).split(' ').filter(Boolean);
  const isNumber = /^[\d.\s#-]*$/.test(plainly(typed));
  return (code, meaning) => {
    const slug = slugOf(code);
    const exact = meant.indexOf(slug);
    if (exact >= 0) return exact;
    // Who typed several codes typed them whole.
    if (meant.length > 0 && slug.startsWith(meant[0])) return PREFIX;
    if (meant.some((one) => isWithin(one, code))) return RANGE;
    if (isNumber || words.length === 0) return MISS;
    const text = plainly(`${code} ${meaning}`);
    return words.every((word) => text.includes(word)) ? WORDS : MISS;
  };
}
