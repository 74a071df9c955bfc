// The inside of the element before anything is pasted: the box, its buttons, and the places of an answer.
// May import dom.js and the answer's picture.js. generator/templates/matcher.html is the same for the site's own page.
import { drawn, icon } from '../answer/picture.js';
import { el, sayer } from '../dom.js';

/** @import { Drawing } from '../../drawing/types' */
/** @import { Lang } from '../types' */

const ACCEPT = '.eml,.txt,.mbox,.msg,.log,message/rfc822,text/plain';

/**
 * The root of a matcher.
 * @param {Lang} lang
 * @param {Record<string, string>} words
 * @param {{base: string, assets: string}} where pages and scripts of that language live, with a slash at the end
 * @param {Drawing} sprite the icons, to be used by their ids in the same tree
 */
export function formOf(lang, words, { base, assets }, sprite) {
  const say = sayer(words);
  const area = el('textarea', {
    id: 'bounce',
    rows: 4,
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'off',
    translate: 'no',
    'aria-describedby': 'promise',
    placeholder: say('embed.placeholder'),
  });
  const choose = say('box.choose');
  const marks = { 'data-lang': lang, 'data-base': base, 'data-assets': assets };
  return el(
    'div',
    { class: 'bounce-matcher', lang, ...marks },
    drawn(sprite),
    el(
      'div',
      { class: 'hero' },
      el(
        'div',
        { class: 'box' },
        el('label', { class: 'vh', for: 'bounce' }, say('embed.label')),
        area,
        el(
          'div',
          { class: 'acts' },
          el(
            'button',
            { type: 'button', class: 'btn', 'data-read': true },
            icon('paste'),
            el('span', null, say('box.read')),
          ),
          el('button', { type: 'button', class: 'btn bare', 'data-choose': true }, icon('file'), choose),
          el('input', { type: 'file', multiple: true, accept: ACCEPT, hidden: true, 'aria-label': choose }),
        ),
      ),
      el(
        'p',
        { class: 'promise', id: 'promise' },
        icon('lock'),
        el('span', null, say('box.privacy'), ' ', el('a', { href: `${base}guide/privacy/` }, say('box.privacy_how'))),
      ),
    ),
    el('p', { id: 'bounce-status', class: 'bounce-status', role: 'status' }),
    el('div', { id: 'bounce-hits' }),
    el('section', { id: 'bounce-result', 'data-state': 'empty', tabindex: '-1', 'aria-label': say('box.result') }),
  );
}
