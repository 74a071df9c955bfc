// Patterns of which a text has all words but in one place a few more, or breaks off within them.
// May import compile.js, units.js and verify.js. Never searches, and never judges what the words between mean.
/** @import { Element, LiteralElement } from './compile.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Span } from '../types.js' */
/** @import { Filed, Found } from './filter.js' */
/** @import { Text } from './text.js' */
import { GRAM } from './compile.js';
import { GAP_NONE } from './units.js';
import { CUT, FILLER, verify } from './verify.js';

/** Literal units of a pattern in which more words may stand, and of what is left of one that breaks off. */
const SHORTEST = 14;
const SHORTEST_CUT = 20;
/** How much of a pattern must be left. */
const LEFT = 0.6;

/** A literal's part. @param {LiteralElement} element @param {number} from @param {number} to @returns {LiteralElement} */
function part({ units, gaps, run }, from, to) {
  return { units: units.slice(from, to), gaps: gaps.slice(from, to), run: run.slice(from, to) };
}

/** An alternative with a filler where one of its literals has a space, and where its anchor stands then; or null where the anchor lies across that. @param {Filed} filed @param {number} index of the literal @param {number} at of the space @returns {Filed | null} */
function withFiller({ alternative, element, at: lead }, index, at) {
  const literal = /** @type {LiteralElement} */ (alternative.elements[index]);
  if (index === element && lead < at && at < lead + GRAM) return null;
  /** @type {Element[]} */
  const elements = [
    ...alternative.elements.slice(0, index),
    part(literal, 0, at),
    { filler: true },
    part(literal, at, literal.run.length),
    ...alternative.elements.slice(index + 1),
  ];
  const isBehind = index < element || (index === element && at <= lead);
  return {
    alternative: { ...alternative, elements },
    element: isBehind ? element + 2 : element,
    at: index === element && isBehind ? lead - at : lead,
  };
}

/** An alternative that ends within one of its literals. @param {Filed} filed @param {number} index of the literal @returns {Filed} */
function cutIn({ alternative, element, at }, index) {
  const literal = /** @type {LiteralElement} */ (alternative.elements[index]);
  /** @type {Element[]} */
  const elements = [...alternative.elements.slice(0, index), { ...literal, cut: true }];
  return { alternative: { ...alternative, elements }, element, at };
}

/** Literal units of elements. @param {Element[]} elements */
function sizeOf(elements) {
  return elements.reduce((sum, one) => sum + ('units' in one ? one.units.length : 0), 0);
}

/** @param {Text} text @param {Filed} filed @param {number} at @param {Meter} meter */
function spread(text, filed, at, meter) {
  const { elements, size } = filed.alternative;
  if (size < SHORTEST) return null;
  for (const [index, literal] of elements.entries()) {
    if (!('units' in literal)) continue;
    for (let space = 1; space < literal.run.length; space++) {
      if (literal.gaps[space] === GAP_NONE || !meter.take(elements.length + literal.run.length)) continue;
      const changed = withFiller(filed, index, space);
      const found = changed && verify(text, changed, at, false, meter);
      if (found) return found;
    }
  }
  return null;
}

/** @param {Text} text @param {Filed} filed @param {number} at @param {Meter} meter */
function brokenOff(text, filed, at, meter) {
  const { elements, size } = filed.alternative;
  for (let index = elements.length - 1; index >= filed.element; index--) {
    if (!('units' in elements[index]) || !meter.take(1)) continue;
    const found = verify(text, cutIn(filed, index), at, true, meter);
    if (!found) continue;
    const { [CUT]: last = { from: at - filed.at, to: found.to }, ...values } = found.values;
    const left = sizeOf(elements.slice(0, index)) + last.to - last.from;
    if (left >= SHORTEST_CUT && left >= LEFT * size) return { ...found, values, size: left, cut: true };
  }
  return null;
}

/**
 * Does an alternative nearly stand where its anchor was met?
 * @param {Text} text
 * @param {Filed} filed
 * @param {number} at where the anchor stands in the stream
 * @param {Meter} meter
 * @returns {(Found & {filler: Span | null, cut: boolean}) | null} `filler`: the words between; `cut`: it breaks off
 */
export function verifyNearly(text, filed, at, meter) {
  const found = spread(text, filed, at, meter) || brokenOff(text, filed, at, meter);
  if (!found) return null;
  const { [FILLER]: filler = null, ...values } = found.values;
  return { ...found, values, filler, cut: 'cut' in found };
}
