// Elements out of words and trees. The only way from a string to the page is a text node: nothing is ever parsed as HTML.
// May import nothing. Knows neither the engine nor the catalogue.
/** @import { Child, Filling, Marked, Say, Tree, TreeNode } from './types' */

/**
 * An element. Attributes that are null or false are left out, functions become listeners of the event they are named for
 * (`onclick`); children are nodes, strings or lists of these, null is skipped.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, unknown> | null} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (typeof value === 'function') node.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else if (value === true) node.setAttribute(name, '');
    else if (value === null || value === undefined || value === false) continue;
    else if (name === 'href') leadTo(node, String(value));
    else if (name === 'src') node.setAttribute(name, ownScript(String(value)));
    else node.setAttribute(name, String(value));
  }
  addChildren(node, children);
  return node;
}

// Whose scripts are the site's own: those from where this one came.
const HOME =
  /** @type {HTMLScriptElement | null} */ (globalThis.document?.currentScript)?.src || globalThis.location?.href;
/** @type {ReturnType<NonNullable<typeof trustedTypes>['createPolicy']> | undefined} */
let trusted;

/**
 * The address of one of the site's own scripts, as whatever runs it takes it: the policy of a page
 * (generator/site/policy.py) takes none from elsewhere.
 * @param {string} address
 * @returns {string}
 */
export function ownScript(address) {
  trusted = trusted || globalThis.trustedTypes?.createPolicy('bouncekb', { createScriptURL: checkedOwn });
  return /** @type {any} */ (trusted ? trusted.createScriptURL(address) : checkedOwn(address));
}

/** @param {string} address */
function checkedOwn(address) {
  const { protocol, host } = new URL(address, document.baseURI);
  const home = new URL(HOME);
  if (protocol === home.protocol && host === home.host) return address;
  throw new TypeError(`${address} is no script of this site`);
}

const WAYS = ['https:', 'http:', 'mailto:', 'blob:'];

/** The one place where a link gets its target: to the web, a mail, or another page of this site; else to nowhere. @param {Element} link @param {string} target */
export function leadTo(link, target) {
  const protocol = protocolOf(target);
  if (WAYS.includes(protocol) || protocol === location.protocol) link.setAttribute('href', target);
  else link.removeAttribute('href');
}

/** @param {string} target */
function protocolOf(target) {
  try {
    return new URL(target, document.baseURI).protocol;
  } catch {
    return '';
  }
}

/** The tree that an element stands in: the page's, or that of an element that hides its inside. @param {Element} node */
export function treeOf(node) {
  return /** @type {Document | ShadowRoot} */ (node.getRootNode());
}

/** Append nodes, strings (as text) and lists of these. @param {Node} node @param {Child[]} children */
export function addChildren(node, children) {
  for (const child of children) {
    if (Array.isArray(child)) addChildren(node, child);
    else if (typeof child === 'string') node.appendChild(document.createTextNode(child));
    else if (child) node.appendChild(child);
  }
}

const PLAIN = /** @type {const} */ (['p', 'ul', 'ol', 'li', 'strong', 'em', 'code', 'pre', 'blockquote', 'br']);

/**
 * Catalogue text (a tree, see generator/compiled/nodes.py) as nodes. Of the `filling`, `node(id)` makes what stands for a
 * value, and a slot whose value it `lacks(id)` is left out.
 * @param {Tree} tree
 * @param {Filling} filling
 * @returns {Node[]}
 */
export function treeNodes(tree, filling) {
  return tree.flatMap((node) => {
    if (typeof node === 'string') return document.createTextNode(node);
    const [kind, ...rest] = node;
    if (kind === 'value') return filling.node(String(rest[0]));
    if (kind === 'slot') return valuesIn(rest).some(filling.lacks) ? [] : treeNodes(rest, filling);
    if (kind === 'a') return link(String(rest[0]), treeNodes(rest.slice(1), filling));
    return el(PLAIN.find((tag) => tag === kind) || 'span', null, treeNodes(rest, filling));
  });
}

/** @param {string} target @param {Node[]} children */
function link(target, children) {
  return isWebAddress(target) ? el('a', { href: target, rel: 'noopener' }, children) : children;
}

// The same rule as in generator/compiled/nodes.py, for contents that didn't come from there.
/** Does it lead to the web, rather than into a script or a file? @param {string} target */
export function isWebAddress(target) {
  return /^(?:https?:\/\/|mailto:)[^\s<>{}"'\\]+$/i.test(target);
}

/** Ids of the values in a tree, or in a list of trees. @param {TreeNode[]} tree @returns {string[]} */
export function valuesIn(tree) {
  return tree.flatMap((node) => {
    if (!Array.isArray(node)) return [];
    return node[0] === 'value' ? [String(node[1])] : valuesIn(node);
  });
}

/**
 * A phrase with its `{names}` filled in. A name without a value stays as it is.
 * @param {string} phrase
 * @param {Record<string, string | number>} values
 */
export function fillWords(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(values, name) ? String(values[name]) : whole));
}

/** The words of one language as a function. @param {Record<string, string>} words @returns {Say} */
export function sayer(words) {
  return (key, values) => fillWords(words[key], values || {});
}

/** Words as a sentence, which ends with this stop. @param {string} words @param {string} stop */
export function asSentence(words, stop) {
  return words.endsWith(stop) ? words : words + stop;
}

/** Sentences in a row: with a space between, but for Japanese. @param {...string} sentences */
export function inARow(...sentences) {
  return sentences.filter(Boolean).join(' ').replace(/。 /g, '。');
}

/**
 * Text with some of its ranges in `<mark>`: they are sorted and apart.
 * @param {string} text
 * @param {Marked[]} ranges
 */
export function markedNodes(text, ranges) {
  /** @type {Child[]} */
  const nodes = [];
  let at = 0;
  for (const [start, end, attributes] of ranges) {
    nodes.push(text.slice(at, start), el('mark', attributes, text.slice(start, end)));
    at = end;
  }
  nodes.push(text.slice(at));
  return nodes;
}

/** Ranges sorted; those that touch or overlap become one, and the attributes of the first stay. @param {Marked[]} ranges */
export function joinedRanges(ranges) {
  /** @type {Marked[]} */
  const joined = [];
  for (const [start, end, attributes] of [...ranges].sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
    const last = joined[joined.length - 1];
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else joined.push([start, end, attributes]);
  }
  return joined;
}
