// How a text reads while a value isn't known: what only leads up to the value goes with it, so "Server: {remote_mta}" is
// "Server" and "your server ({sender_ip})" is "your server". generator/pages/prose.py does the same for pages.
// May import nothing. Works on trees and plain text, never on the page.
/** @import { Tree, TreeNode } from './types' */
/** @typedef {(id: string) => boolean} Knows */

const LABEL = /[：:]\s*$/;
const OPENING = /\s?[（(][^（()）\n]{0,30}$/;
const CLOSING = /^[)）]/;
// What carries an id or an address before its children.
const HEADED = ['value', 'a'];
const WRAPS = ['strong', 'em', 'code'];

/** A tree of the contents without the slots of values that `knows(id)` denies. @param {Tree} tree @param {Knows} knows */
export function settledTree(tree, knows) {
  /** @type {Tree} */
  const settled = [];
  let closes = false;
  for (const [index, node] of tree.entries()) {
    if (typeof node === 'string') {
      settled.push(closes ? node.slice(1) : node);
      closes = false;
      continue;
    }
    const last = settled.length - 1;
    const before = textOf(settled[last]);
    const after = textOf(tree[index + 1]);
    if (isUnknown(node, knows) && OPENING.test(before) && CLOSING.test(after)) {
      settled[last] = before.replace(OPENING, '');
      closes = true;
    } else if (isUnknown(node, knows) && LABEL.test(before)) {
      settled[last] = before.replace(LABEL, '');
    } else {
      const head = HEADED.includes(String(node[0])) ? 2 : 1;
      settled.push([...node.slice(0, head), ...settledTree(node.slice(head), knows)]);
    }
  }
  return settled;
}

/** @param {TreeNode | undefined} node */
function textOf(node) {
  return typeof node === 'string' ? node : '';
}

/** @param {TreeNode} node @param {Knows} knows @returns {boolean} */
function isUnknown(node, knows) {
  if (!Array.isArray(node)) return false;
  return node[0] === 'value'
    ? !knows(String(node[1]))
    : WRAPS.includes(String(node[0])) && node.length === 2 && isUnknown(node[1], knows);
}

/** The same for plain text with its placeholders in braces. @param {string} text @param {Knows} knows */
export function settledText(text, knows) {
  return text.replace(
    / ?[（(][^（()）{}\n]{0,30}\{([a-z][a-z0-9_]*)\}[)）]|[：:] ?\{([a-z][a-z0-9_]*)\}/g,
    (slot, aside, labelled) => (knows(aside || labelled) ? slot : ''),
  );
}
