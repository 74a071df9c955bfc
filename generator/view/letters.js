// What a reader sends about a bounce: the reply to a customer and what others are asked, as text, their values filled in.
// May import dom.js. Never sends anything, never knows a result.
import { valuesIn } from './dom.js';

/** @import { Filling, Tree } from './types' */

/**
 * A letter: a frame with the article's parts in their places, in some voices. Lines whose value isn't known are left out.
 * @param {Tree} frame
 * @param {{body: Tree, how_long: Tree}} parts
 * @param {Filling} filling
 * @param {string[]} voices what is said: by one of both sides ('ask', 'we'), and the greeting ('greet')
 */
export function letterText(frame, parts, filling, voices) {
  /** @param {Tree} tree @returns {string} */
  const said = (tree) => tree.map((node) => (typeof node === 'string' ? node : saidBy(node))).join('');
  /** @param {Tree} node @returns {string} */
  const saidBy = (node) => {
    const [kind, name] = node;
    if (kind === 'value') return filling.words(String(name));
    if (kind === 'part') return said(name === 'body' ? parts.body : parts.how_long);
    if (kind === 'voice') return voices.includes(String(name)) ? said(node.slice(2)) : '';
    return valuesIn(node).some(filling.lacks) ? '' : said(node.slice(1));
  };
  return said(frame)
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
