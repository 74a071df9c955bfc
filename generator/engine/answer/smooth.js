// Sentences that stand in a text but for what says nothing: a mark for a space, an adverb more.
// May import nothing but types; the index and its filter are handed over. Ranks nothing.
/** @import { Hit, Range, Span } from '../types.js' */
/** @import { Index } from '../index.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Text } from '../pattern/text.js' */

/** Units of a name on one side of a mark in it that are looked at. */
const LONGEST_NAME = 64;

/** A span of one text as a span of another with the same offsets. @param {Text} from @param {Span} span @param {Text} to @returns {Span} */
function moved(from, span, to) {
  return { from: to.unitAt(from.startOf(span.from)), to: to.unitAt(from.endOf(span.to)) };
}

/** Spaces as long as some words, so that offsets stay; a line's end stays too. @param {string} words */
function blank(words) {
  return words.replace(/\S/g, ' ');
}

/** Does a mark in a text belong to a name: an address, a host, a link, or what a line's field is called? @param {string} text @param {number} at */
function isInName(text, at) {
  const before = /\S*$/.exec(text.slice(Math.max(0, at - LONGEST_NAME), at))?.[0] || '';
  const token = before + /^\S*/.exec(text.slice(at, at + LONGEST_NAME))?.[0];
  const start = at - before.length;
  return /[@/]|[a-z]\.[a-z]/i.test(token) || (token.endsWith(':') && (start === 0 || text[start - 1] === '\n'));
}

/**
 * A text without its fillers and with spaces for the marks between its words, as in over-quota; same offsets.
 * @param {string} flat @param {Range[]} parts of it that are searched @param {RegExp | null} fillers
 */
export function smooth(flat, parts, fillers) {
  let said = '';
  for (const { start, end } of parts) {
    const part = flat.slice(start, end);
    const spaced = part.replace(/[a-z][-_](?=[a-z])/gi, (mark, /** @type {number} */ at) =>
      isInName(part, at) ? mark : `${mark[0]} `,
    );
    said += flat.slice(said.length, start) + (fillers ? spaced.replace(fillers, blank) : spaced);
  }
  return said + flat.slice(said.length);
}

/**
 * Hits of patterns that stand in a text once it is smooth, beside those known; they are as good as any.
 * @param {Index} index
 * @param {Text} text
 * @param {Text} said the same, smooth
 * @param {Hit[]} known
 * @param {Meter} meter
 * @returns {Hit[]}
 */
export function smoothHits(index, text, said, known, meter) {
  const keyOf = (/** @type {Pick<Hit, 'article' | 'pattern'>} */ hit, /** @type {number} */ from) =>
    `${hit.article} ${hit.pattern} ${from}`;
  const there = new Set(known.map((hit) => keyOf(hit, hit.from)));
  return index.filter.find(said, meter).flatMap(({ what, size, values, ...span }) => {
    if (what.is !== 'hit' || what.hit.kind !== 'pattern') return [];
    const place = moved(said, span, text);
    if (there.has(keyOf(what.hit, place.from))) return [];
    const moves = Object.entries(values).map(([name, value]) => [name, moved(said, value, text)]);
    return [{ ...what.hit, ...place, size, values: Object.fromEntries(moves) }];
  });
}
