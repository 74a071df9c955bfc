// A delay: the server keeps trying, until when, and that nothing is to be sent again. May import the view's helpers.
import { copyPlace } from '../copy.js';
import { el, treeNodes } from '../dom.js';
import { calendarFile, endOf } from './dates.js';
import { byLine, cause, factsOf, statusLine } from './head.js';
import { panel } from './next.js';
import { caseOf, deedsOf, fold, marked } from './one.js';
import { icon, wayOf } from './picture.js';

/** @import { Result } from '../../engine/types' */
/** @import { Place } from '../place.js' */
/** @import { Group } from '../values.js' */

/**
 * The answer to a delay.
 * @param {Result} result
 * @param {Group[]} groups
 * @param {Place} place
 */
export function delayOf(result, groups, place) {
  const { say, lang } = place;
  const { recipients } = result;
  const words = recipients.find(({ retry_until: until }) => until)?.retry_until || null;
  const end = endOf(words, result.text);
  const copying = copyPlace(say);
  const letter = copying.button(
    [icon('copy'), say('delay.copy')],
    () => say(end ? 'delay.letter_until' : 'delay.letter', { date: end ? dated(end, lang) : '' }),
    say('copied.letter'),
  );
  const calendar = end && calendarLink(end, place);
  if (calendar) letter.className = 'btn bare';
  return [
    statusLine(say('status.delay'), 'is-wait'),
    cause(say('delay.title')),
    words && el('p', { class: 'sure' }, el('b', null, say('delay.words')), el('mark', null, words)),
    factsOf([
      [say('facts.who'), say('delay.who')],
      [say('delay.wait'), say('delay.wait_may')],
      [say('delay.again'), say('delay.again_no')],
    ]),
    recipients.length > 0 && wayOf(recipients, null, place, 'wait'),
    panel({
      place,
      title: end ? say('delay.until', { date: dated(end, lang) }) : say('delay.just_wait'),
      text: say('delay.text'),
      lead: calendar || letter,
      more: calendar && letter,
      said: copying.said,
    }),
    el(
      'div',
      { class: 'folds' },
      fold(say('delay.then'), el('p', null, say('other_kind.delay_then'))),
      groups.filter(({ match }) => match).map((group, index) => whyOf(group, index, result, place)),
    ),
  ];
}

/** Why it is delayed, and what to do if it comes back after all. @param {Group} group @param {number} index @param {Result} result @param {Place} place */
function whyOf(group, index, result, place) {
  const one = caseOf(group, result.text, place);
  return fold(
    place.say('delay.why'),
    [
      el('p', null, el('b', null, one.article.headline)),
      byLine(one.article, place.say),
      el('p', null, treeNodes(one.article.summary, one.filling)),
      el('p', { class: 'soft' }, place.say('result.later')),
      deedsOf(one, index === 0 ? 'steps' : `steps-${index + 1}`),
    ],
    null,
    marked(group),
  );
}

/** @param {Date} date @param {string} lang */
function dated(date, lang) {
  const how = /** @type {const} */ ({ month: 'long', day: 'numeric', weekday: 'short', hour: 'numeric' });
  return new Intl.DateTimeFormat(lang, how).format(date);
}

/** The end in the reader's own calendar: a file made here. @param {Date} end @param {Place} place */
function calendarLink(end, { say }) {
  const file = calendarFile(end, say('delay.event'), say('delay.event_text'));
  const href = URL.createObjectURL(new Blob([file], { type: 'text/calendar' }));
  return el('a', { class: 'btn', href, download: 'bounce.ics' }, icon('cal'), say('delay.calendar'));
}
