// The values that a link brings in its fragment: which are taken, and that a page says where they come from.
// May import dom.js and limits.js, and of the engine what judges a value. Anybody can write a link, so
// what comes in one is never shown as the site's own word, unless it stands in what the reader pasted.
import { Meter } from '../engine/limits.js';
import { holeEnds } from '../engine/pattern/holes.js';
import { streamOfLiteral } from '../engine/pattern/stream.js';
import { el, inARow } from './dom.js';
import { LONGEST_LINK_VALUE } from './limits.js';

/** @import { Say, Values } from './types' */
/** @typedef {{kinds: Record<string, string>, pasted: string, say: Say}} Judge kinds of holes, what the reader pasted, words */

// White space, and what can't be seen or turns writing around: no value holds it, and the folding of the engine drops it.
const UNSEEN = /[\s\p{C}]/u;
// What can hold a message of its own, where an address or a number can't.
const SPEAKING = ['url', 'word'];

/**
 * The values in a link's fragment (`#sender_ip=203.0.113.7&...`) that are what their placeholder takes, and how many
 * were not.
 * @param {string} fragment
 * @param {Record<string, string>} kinds the kind of hole of each placeholder
 */
export function valuesInFragment(fragment, kinds) {
  /** @type {Values} */
  const values = {};
  let refused = 0;
  for (const [id, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    if (!Object.hasOwn(kinds, id)) continue;
    if (isValue(kinds[id], value)) values[id] = value;
    else refused++;
  }
  return { values, refused };
}

/** Is the whole of `text` one value of this kind of hole? @param {string} kind @param {string} text */
export function isValue(kind, text) {
  if (text === '' || text.length > LONGEST_LINK_VALUE || UNSEEN.test(text)) return false;
  const stream = streamOfLiteral(text);
  return holeEnds(stream, kind, 0, undefined, new Meter())[0] === stream.length;
}

/**
 * Fill every `<span data-value>` below `root` whose value is known, and answer those that have a place there. What a link
 * could use to say something is marked.
 * @param {ParentNode} root
 * @param {Values} values
 * @param {Judge} judge
 */
export function fillValues(root, values, { kinds, pasted, say }) {
  /** @type {Values} */
  const filled = {};
  for (const span of root.querySelectorAll('span[data-value]')) {
    const id = span.getAttribute('data-value') || '';
    if (!Object.hasOwn(values, id)) continue;
    span.textContent = values[id];
    filled[id] = values[id];
    const slot = span.closest('[data-slot]');
    if (slot instanceof HTMLElement) slot.hidden = false;
    const isMarked = SPEAKING.includes(kinds[id]) && !pasted.includes(values[id]);
    if (isMarked && !span.hasAttribute('data-filled'))
      span.after(el('span', { 'data-from-link': true }, say('link.mark')));
    span.setAttribute('data-filled', '');
  }
  return filled;
}

/**
 * What a page says about the values of a link that stand on it; nothing where there are none.
 * @param {Values} values
 * @param {number} refused
 * @param {Judge} judge
 */
export function linkNote(values, refused, { pasted, say }) {
  const all = Object.values(values);
  const saying = (/** @type {string} */ key, /** @type {string[]} */ some) =>
    some.length > 0 ? say(key, { values: some.join(say('link.comma')) }) : '';
  const said = inARow(
    saying(
      'link.pasted',
      all.filter((value) => pasted.includes(value)),
    ),
    saying(
      'link.values',
      all.filter((value) => !pasted.includes(value)),
    ),
    refused > 0 ? say('link.refused', { n: refused }) : '',
  );
  return said && el('p', { class: 'note', 'data-link-note': true }, said);
}
