// A fraud that imitates a bounce: what gives it away, what not to do, and what to do if it is done. Its links are dead text.
// May import the view's helpers. Never a cause beside it.
import { copyPlace } from '../copy.js';
import { el } from '../dom.js';
import { MOST_DECIDING } from '../limits.js';
import { NO_VALUES, stepList } from '../steps.js';
import { cause, factsOf, statusLine } from './head.js';
import { panel } from './next.js';
import { fold } from './one.js';
import { icon, wayOfFraud } from './picture.js';

/** @import { Result, Sign } from '../../engine/types' */
/** @import { Marked } from '../types' */
/** @import { Place } from '../place.js' */

// What tells a reader most comes first.
/** @type {Sign[]} */
const ORDER = ['demand', 'deadline', 'threat', 'held', 'own', 'link'];
const QUOTED = new Set(['demand', 'deadline', 'threat', 'held']);

/** The signs with their words, the most telling first. @param {Result} result */
function signsOf({ signs, text }) {
  return ORDER.flatMap((sign) => signs.filter((one) => one.sign === sign)).map(({ sign, start, end }) => ({
    sign,
    words: text.slice(start, end).replace(/\s+/g, ' '),
  }));
}

/** The signs as ranges for the letter. @param {Result} result @returns {Marked[]} */
export function rangesOfSigns({ signs }) {
  return [...signs]
    .sort((a, b) => a.start - b.start)
    .map(({ sign, start, end }) => [start, end, { 'data-sign': sign }]);
}

/** The answer to a fraud. @param {Result} result @param {Place} place */
export function fraudOf(result, place) {
  const { say } = place;
  const signs = signsOf(result);
  const links = signs.filter(({ sign }) => sign === 'link').flatMap(({ words }) => hostOf(words));
  const copying = copyPlace(say);
  const told = say('fraud.letter', {
    signs: signs
      .map(({ sign, words }) => say('fraud.item', { text: say(`fraud.sign_${sign}`), words: dead(words) }))
      .join('\n'),
  });
  const lead = copying.button([icon('copy'), say('fraud.copy')], () => told, say('copied.fraud'));
  const quoted = signs.filter(({ sign }) => QUOTED.has(sign)).slice(0, MOST_DECIDING);
  return [
    statusLine(say('fraud.status'), 'is-warn'),
    cause(say('fraud.title')),
    el(
      'p',
      { class: 'sure' },
      el('b', null, say('fraud.signs', { n: signs.length })),
      quoted.map(({ sign, words }, at) => [
        at > 0 && say('sure.and'),
        el('mark', null, words),
        say(`fraud.short_${sign}`),
      ]),
    ),
    factsOf([
      [say('fraud.links'), say('fraud.links_not')],
      [say('fraud.password'), say('fraud.password_not')],
      [say('fraud.mail'), say('fraud.mail_not')],
    ]),
    wayOfFraud(result.claimed_domain ? [result.claimed_domain] : [], links.slice(0, 1), place),
    panel({
      place,
      title: say('fraud.next'),
      text: say('fraud.next_text'),
      lead,
      more: el('a', { class: 'btn bare', href: '#done' }, say('fraud.done_short')),
      said: copying.said,
    }),
    el(
      'section',
      { class: 'sec', id: 'done', tabindex: '-1' },
      el('h2', null, say('fraud.done')),
      stepList(
        ['password', 'same', 'tell'].map((which) => ({ who: 'sender', do: [say(`fraud.done_${which}`)], check: [] })),
        'fraud/done',
        say,
        NO_VALUES,
      ),
    ),
    el(
      'div',
      { class: 'folds' },
      fold(say('fraud.real'), el('p', null, say('fraud.real_text'))),
      fold(say('fraud.seen'), [
        el(
          'ul',
          { class: 'dots' },
          signs.map(({ sign, words }) =>
            el('li', null, say(`fraud.sign_${sign}`), say('fraud.says', { words: dead(words) })),
          ),
        ),
        el('p', { class: 'soft' }, say('fraud.may_be')),
      ]),
    ),
  ];
}

/** @param {string} link */
function hostOf(link) {
  const found = /^(?:https?:\/\/)?([^/?#]+)/i.exec(link);
  return found ? [found[1]] : [];
}

/** A link that no program takes for one. @param {string} words */
function dead(words) {
  return words.replace(/^http/i, 'hxxp').replace(/(\w)\.(?=\w)/g, '$1[.]');
}
