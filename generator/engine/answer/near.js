// Sentences that a text nearly has, where it has none of those known: less sure, and none that could mean two things.
// May import nothing but types; the index and its filter are handed over. Ranks nothing.
/** @import { Hit, Span } from '../types.js' */
/** @import { Index, What } from '../index.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Text } from '../pattern/text.js' */

/** @typedef {{what: What, from: number, to: number, size: number, values: Record<string, Span>, filler: Span | null, cut: boolean}} Near */

/** @param {What} what */
function isSentence(what) {
  return what.is === 'hit' && what.hit.kind === 'pattern' && !what.hit.summary;
}

/** The reason of what was found. @param {Index} index @param {Near} near */
function reasonOf({ known }, { what }) {
  return what.is === 'hit' ? known.articles.get(what.hit.article)?.reason : undefined;
}

/** Can what is left of a sentence be the beginning of another, with another reason? @param {Index} index @param {Near[]} found @param {Near} one */
function isAmbiguous(index, found, one) {
  return found.some(
    (other) => one.cut && other.cut && one.to === other.to && reasonOf(index, one) !== reasonOf(index, other),
  );
}

/**
 * Hits of sentences of which a text has words more, or only the beginning.
 * @param {Index} index
 * @param {Text} text
 * @param {Meter} meter
 * @returns {Hit[]}
 */
export function nearHits(index, text, meter) {
  const found = index.filter
    .findNearly(text, meter, isSentence)
    .filter(({ filler }) => !filler || !index.concepts.denies(text, filler));
  return found.flatMap((one) => {
    const { what, from, to, size, values } = one;
    if (what.is !== 'hit' || isAmbiguous(index, found, one)) return [];
    return [{ ...what.hit, kind: /** @type {const} */ ('near'), from, to, size, values }];
  });
}
