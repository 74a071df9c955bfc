// A mail to several recipients at the desk: who and why in a table, a summary for all, and the letters of each cause.
// May import the answer's parts.
import { sureOf } from '../answer/head.js';
import { caseOf, fold, marked } from '../answer/one.js';
import { summaryCopy, titleOf, waitTag } from '../answer/several.js';
import { recipientTable } from '../answer/table.js';
import { understood } from '../answer/unknown.js';
import { el } from '../dom.js';
import { MOST_ANSWERS } from '../limits.js';

/** @import { Copying } from '../copy.js' */
/** @import { Place } from '../place.js' */
/** @import { Child } from '../types' */
/** @import { Group } from '../values.js' */
/** @import { Row } from './types' */
/** @typedef {(group: Group, row: Row, place: Place, copying: Copying) => Child} LettersOf */

/**
 * The parts of such an answer.
 * @param {Group[]} groups
 * @param {Row} row
 * @param {Place} place
 * @param {{copyingOf: () => Copying, lettersOf: LettersOf}} means
 */
export function severalParts(groups, row, place, { copyingOf, lettersOf }) {
  const copying = copyingOf();
  const summary = summaryCopy(groups, place, copying);
  // With one cause its letter leads; with several only the summary speaks of them all.
  if (groups.length > 1) summary.setAttribute('data-main', '');
  else summary.className = 'btn quiet';
  return [
    el('h1', null, titleOf(groups, place.say)),
    el('div', { class: 'mt4' }, tableOf(groups, place)),
    el('div', { class: 'acts mt4' }, summary),
    copying.said,
    el(
      'div',
      { class: 'folds' },
      groups.slice(0, MOST_ANSWERS).map((group, at) => causeOf(group, at, row, place, { copyingOf, lettersOf })),
    ),
  ];
}

/** @param {Group[]} groups @param {Place} place */
function tableOf(groups, place) {
  return recipientTable(groups, place, ['result.recipient', 'several.cause'], ({ group, recipient }) => {
    const article = group.match ? place.contents.articles[group.match.article] : null;
    const said = [
      el('p', null, article ? article.headline : place.say('desk.unknown')),
      waitTag(article ? article.permanence : recipient.permanence, place),
    ];
    return [[said, 'wide']];
  });
}

/** @param {Group} group @param {number} at @param {Row} row @param {Place} place @param {{copyingOf: () => Copying, lettersOf: LettersOf}} means */
function causeOf(group, at, row, place, { copyingOf, lettersOf }) {
  const { say } = place;
  const aside = say('several.people', { n: group.recipients.length });
  const attributes = { open: at === 0, ...marked(group) };
  if (!group.match) return fold(say('desk.unknown'), understood(group.recipients[0], place), aside, attributes);
  const { article } = caseOf(group, row.result.text, place);
  return fold(
    article.headline,
    [sureOf(group.match, say), lettersOf(group, row, place, copyingOf())],
    aside,
    attributes,
  );
}
