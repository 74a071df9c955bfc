// Texts of the catalogue as plain words. May import nothing. generator/compiled/words.py does the same for the command line.
/** @import { Tree, TreeNode } from '../../view/contents.js' */

/** Elements that stand on lines of their own. */
const APART = new Set(['p', 'ul', 'ol', 'li', 'pre', 'blockquote', 'br']);

/**
 * A text on one line. A value is what is known of it, or the wording that stands for it where nothing is; then what only
 * leads up to it is left out. Where a link leads stands behind its words.
 * @param {Tree} tree
 * @param {{placeholders: Record<string, string>}} contents those of the text's language
 * @param {Record<string, string>} [values] of a match
 */
export function plainText(tree, { placeholders }, values = {}) {
  const has = (/** @type {Record<string, string>} */ words, /** @type {string} */ id) => Object.hasOwn(words, id);
  /** @param {TreeNode} node @returns {string} */
  const said = (node) => {
    if (typeof node === 'string') return node;
    const [kind, ...inside] = node;
    if (kind === 'value') {
      const id = String(inside[0]);
      return has(values, id) ? values[id] : has(placeholders, id) ? placeholders[id] : `{${id}}`;
    }
    if (kind === 'slot') return valuesIn(inside).every((id) => has(values, id)) ? all(inside) : '';
    if (kind === 'a') return `${all(inside.slice(1))} (${inside[0]})`;
    return APART.has(String(kind)) ? ` ${all(inside)} ` : all(inside);
  };
  const all = (/** @type {Tree} */ nodes) => nodes.map(said).join('');
  return all(tree).replace(/\s+/g, ' ').trim();
}

/** @param {Tree} tree @returns {string[]} */
function valuesIn(tree) {
  return tree.flatMap((node) => {
    if (typeof node === 'string') return [];
    return node[0] === 'value' ? [String(node[1])] : valuesIn(node);
  });
}
