// The list of hits, the same in the dialog and under the home page's box: title, one sentence, kind and codes.
// May import the view's dom.js, and find/marks.js for what is marked. Decides nothing about their order.
import { markedRanges } from '../../find/marks.js';
import { el, markedNodes } from '../dom.js';

/** @import { Hit } from '../../find/types' */
/** @import { Marked, Say } from '../types' */

/**
 * Hits as a list of links (`a[data-hit]`), best first.
 * @param {Hit[]} hits
 * @param {string} query its words are marked in the titles
 * @param {Say} say
 * @param {(path: string) => string} address of a page below the root of its language
 */
export function hitsList(hits, query, say, address) {
  return el(
    'ol',
    { class: 'hits' },
    hits.map((hit) => el('li', null, hitLink(hit, query, say, address))),
  );
}

/** @param {Hit} hit @param {string} query @param {Say} say @param {(path: string) => string} address */
function hitLink({ kind, path, title: name, line: said, codes }, query, say, address) {
  const isCode = kind === 'code';
  const title = isCode ? `${codes[0]} ${name}` : name;
  const line = isCode && said ? say('usual', { title: said }) : said;
  const ranges = markedRanges(title, query).map(([start, end]) => /** @type {Marked} */ ([start, end, {}]));
  return el(
    'a',
    { 'data-hit': kind, href: address(path) || './' },
    el('span', { class: 'hit-title' }, markedNodes(title, ranges)),
    line ? [' ', el('span', { class: 'hit-line' }, line)] : null,
    ' ',
    el(
      'span',
      { class: 'hit-codes' },
      el('span', null, say(`kind_${kind}`)),
      isCode ? null : codes.map((code) => [' ', el('code', null, code)]),
    ),
  );
}
