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

/** A span of one text as a span of another with the same offsets. @param {Text} from @param {Span} span @param {Text} to @returns {Span} */
function moved(from, span, to) {
  return { from: to.unitAt(from.startOf(span.from)), to: to.unitAt(from.endOf(span.to)) };
}

/**
 * Hits of sentences that stand in a text once marks within its words are spaces; they are as good as any.
 * @param {Index} index
 * @param {Text} text
 * @param {Text} spaced the same with those spaces
 * @param {Meter} meter
 * @returns {Hit[]}
 */
export function spacedHits(index, text, spaced, meter) {
  return index.filter.find(spaced, meter).flatMap(({ what, size, values, ...span }) => {
    if (what.is !== 'hit' || !isSentence(what)) return [];
    const moves = Object.entries(values).map(([name, value]) => [name, moved(spaced, value, text)]);
    return [{ ...what.hit, ...moved(spaced, span, text), size, values: Object.fromEntries(moves) }];
  });
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
