// The sheet that is printed of an answer, to take along: what happened, the clues, the server's words, room for notes.
// May import the view's helpers. Hidden on the screen; the page of the article has the same with a code to scan.
import { el, treeNodes } from '../dom.js';
import { quoteOf } from '../echo.js';
import { codeRead } from '../reply.js';
import { wayOf } from './picture.js';

/** @import { Case } from './one.js' */

/** The sheet. @param {Case} one */
export function sheetOf(one) {
  const { group, article, place, text, filling, post } = one;
  const { say, lang, contents } = place;
  const [recipient] = group.recipients;
  const steps = [...article.first, ...article.others.flatMap((group) => group.steps)];
  const heading = (/** @type {string} */ words) => el('p', { class: 'sheet__h' }, words);
  const date = new Intl.DateTimeFormat(lang, { dateStyle: 'long' }).format(new Date());
  const clues = Object.entries({
    sender_ip: group.values.sender_ip,
    code: codeRead(recipient),
    recipient: recipient.recipient,
    remote_mta: recipient.remote_mta,
  });
  const quote = group.match && quoteOf(text, recipient, group.match);
  return el(
    'section',
    { class: 'sheet', 'aria-label': say('sheet.title') },
    el('div', { class: 'top-line' }, el('span', null, say('sheet.title')), el('span', null, date)),
    el('p', { class: 'sheet__title' }, article.headline),
    wayOf(group.recipients, article, place, 'back'),
    heading(say('sheet.what')),
    el('p', null, treeNodes(article.summary, filling)),
    heading(say('sheet.ask', { who: contents.actors[article.asked].title })),
    el(
      'ol',
      { class: 'n' },
      steps.filter(({ who }) => who === article.asked).map((step) => el('li', null, treeNodes(step.do, filling))),
    ),
    heading(say('sheet.clues')),
    el(
      'dl',
      { class: 'vals' },
      clues.map(([id, value]) => value && [el('dt', null, say(`value.${id}`)), el('dd', { class: 'mono' }, value)]),
    ),
    quote && [heading(say('answer.quote')), quote],
    heading(say('sheet.memo')),
    el('div', { class: 'memo' }),
    el('div', { class: 'memo' }),
    el('p', { class: 'end' }, say('sheet.more', { url: post.url().split('#')[0] })),
  );
}
