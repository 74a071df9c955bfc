// What stands below the box for a result.
// May import the view's modules that draw a part of it. Asks nobody and announces nothing.
import { asked } from './beside.js';
import { el } from './dom.js';
import { echoOf } from './echo.js';
import { MOST_ANSWERS } from './limits.js';
import { reportOffer } from './report.js';
import { answerOf } from './result.js';
import { leftOutNote, stateOf } from './status.js';
import { bareCode, generalHelp, isBareCode, otherKind, understood } from './unmatched.js';
import { groupedAnswers } from './values.js';

/** @import { Result } from '../engine/types' */
/** @import { Place } from './place.js' */
/** @import { Child, Drawn, Say } from './types' */

/** Who wrote the report, with the page about how theirs are read. @param {Result} result @param {Place} place */
function writerOf({ reporter, kind }, place) {
  const title = reporter && (kind === 'bounce' || kind === 'delay') ? place.contents.reporters[reporter] : undefined;
  if (!title || !reporter) return null;
  return el(
    'p',
    { class: 'bounce-note' },
    place.say('result.reporter', { reporter: title }),
    ' ',
    el('a', { href: place.page(`reporter/${reporter}/`) }, place.say('result.reporter_page')),
  );
}

/**
 * A result as the page shows it.
 * @param {Result} result
 * @param {Place} place
 * @param {() => string} redacted the text with everything personal replaced
 * @returns {Drawn}
 */
export function drawResult(result, place, redacted) {
  const { state, line, kind } = stateOf(result, place.say);
  if (isBareCode(result, place.contents.codes)) {
    return { state, line: place.say('status.code_only'), nodes: [bareCode(result.recipients[0], place)] };
  }
  const first = result.recipients.flatMap((recipient) => recipient.matches.slice(0, 1));
  const unread = !kind && first.length < result.recipients.length;
  const nodes = [
    leftOutNote(result, place),
    asked(result, place.say),
    kind && otherKind(kind, result.recipients, place),
    !kind || kind === 'delay' ? answers(result, place, redacted) : null,
    writerOf(result, place),
    echoOf(result.text, first, place.say),
    unread || kind === 'other' ? reportOffer(redacted, place) : null,
  ];
  return { state, line, nodes };
}

/** @param {Result} result @param {Place} place @param {() => string} redacted @returns {Child} */
function answers(result, place, redacted) {
  const delayed = result.kind === 'delay';
  const groups = groupedAnswers(result.recipients);
  const shown = groups.slice(0, MOST_ANSWERS);
  const several = result.recipients.length > 1;
  const more = moreAnswers(groups.slice(MOST_ANSWERS).flatMap((group) => group.recipients).length, place.say);
  if (groups.some((group) => group.match)) {
    return [
      delayed && el('p', { class: 'bounce-label' }, place.say('other_kind.delay_cause')),
      shown.map((group) => answerOf(group, result.text, place, redacted, several, delayed)),
      more,
    ];
  }
  return el(
    'section',
    { class: 'bounce-answer' },
    shown.map((group) => understood(group.recipients[0], place)),
    more,
    !delayed && generalHelp(place.say),
  );
}

/** @param {number} n @param {Say} say */
function moreAnswers(n, say) {
  return n > 0 ? el('p', { class: 'bounce-note' }, say('result.more_answers', { n })) : null;
}

/** How to get a mail out of Outlook's own format. @param {Say} say */
export function msgHelp(say) {
  return el(
    'section',
    { class: 'bounce-answer' },
    el('h2', { class: 'bounce-title' }, say('file.msg_title')),
    el(
      'ul',
      null,
      ['copy', 'new', 'classic'].map((which) => el('li', null, say(`file.msg_${which}`))),
    ),
  );
}
