// The values that a link brings in its fragment: which are taken, and that a page says of each where it comes from.
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
const UNSEEN = /[\s\p{C}\p{Default_Ignorable_Code_Point}\u2800]/u;
// What a link may say by itself. A page or a word could hold any message, and letters that look like others any name.
const PLAIN = ['ip', 'email', 'host', 'number'];
const PRINTABLE = /^[!-~]+$/;

/**
 * The values in a link's fragment (`#sender_ip=203.0.113.7&...`) that are what their placeholder takes, and how many
 * were not. What the reader pasted may be of any kind.
 * @param {string} fragment
 * @param {Judge} judge
 */
export function valuesInFragment(fragment, { kinds, pasted }) {
  /** @type {Values} */
  const values = {};
  let refused = 0;
  for (const [id, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    if (!Object.hasOwn(kinds, id)) continue;
    const isOurs = pasted.includes(value) || (PLAIN.includes(kinds[id]) && PRINTABLE.test(value));
    if (isOurs && isValue(kinds[id], value)) values[id] = value;
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
 * Fill every `<span data-value>` below `root` whose value is known, and answer those that have a place there. What only a
 * link says is marked.
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
    span.setAttribute('data-filled', '');
    if (span.nextElementSibling?.matches('[data-from-link]')) span.nextElementSibling.remove();
    if (!pasted.includes(values[id])) span.after(el('span', { 'data-from-link': kinds[id] }, say('link.mark')));
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
