// What the dialog shows besides hits: before anything is typed, where nothing fits, and for a text that is a bounce.
// May import the view's dom.js and home.js. Never an empty page: there is always a way on.
import { el } from '../dom.js';
import { takeHome } from '../home.js';

/** @import { Finder } from './find.js' */
/** @typedef {{common: string[], common_codes: string[]}} Common addresses of pages, and codes */

const COMMON_WHERE_NONE = 3;

/** Before anything is typed. @param {Finder} finder @param {Common} common */
export function emptyPanel(finder, { common, common_codes }) {
  const { say } = finder;
  const causes = finder.pages(common);
  const codes = codeLinks(finder, common_codes);
  return el(
    'div',
    { class: 'search-panel' },
    causes.length ? [el('h2', null, say('common')), finder.hitsList(causes, '')] : null,
    codes.length ? [el('h2', null, say('common_codes')), el('ul', { class: 'search-ways' }, codes)] : null,
    browse(finder),
  );
}

/** Where nothing fits. @param {Finder} finder @param {Common} common */
export function nonePanel(finder, { common }) {
  const { say } = finder;
  return el(
    'div',
    { class: 'search-panel' },
    el(
      'section',
      { class: 'next' },
      el('h2', null, say('paste_title')),
      el('p', null, say('paste_text')),
      el('div', { class: 'acts' }, el('a', { class: 'btn', href: finder.address('') || './' }, say('paste_open'))),
    ),
    el('h2', null, say('common')),
    finder.hitsList(finder.pages(common).slice(0, COMMON_WHERE_NONE), ''),
    browse(finder),
  );
}

/** For a text that is a bounce. @param {Finder} finder @param {string} text */
export function longPanel(finder, text) {
  const { say } = finder;
  const look = () => takeHome({ input: { text } }, finder.address(''));
  return el(
    'section',
    { class: 'next search-panel', 'data-long': true },
    el('h2', null, say('long_title')),
    el('p', null, say('long_text')),
    el('div', { class: 'acts' }, el('button', { type: 'button', class: 'btn', onclick: look }, say('long_open'))),
  );
}

/** The lists, which need no index. @param {Finder} finder */
export function browse(finder) {
  const link = (/** @type {string} */ to) => el('a', { href: finder.address(`${to}/`) }, finder.say(`browse_${to}`));
  const ways = ['provider', 'reason', 'code'].map((to) => el('li', null, link(to)));
  return [el('h2', null, finder.say('browse')), el('ul', { class: 'search-ways' }, ways)];
}

/** @param {Finder} finder @param {string[]} codes */
function codeLinks(finder, codes) {
  return codes.flatMap((code) => {
    const [hit] = finder.find(code, 1);
    return hit ? el('li', null, el('a', { href: finder.address(hit.path) }, el('code', null, code))) : [];
  });
}
