// Several recipients: a table first, one text for all, then a fold for each cause. May import the view's helpers.
import { copyPlace } from '../copy.js';
import { el, treeNodes, treeOf } from '../dom.js';
import { MOST_ANSWERS } from '../limits.js';
import { fillingOf } from '../steps.js';
import { byLine, cause, statusLine, sureOf } from './head.js';
import { panel } from './next.js';
import { caseOf, deedsOf, fold, marked, restOf } from './one.js';
import { icon, wayOf } from './picture.js';
import { recipientTable } from './table.js';
import { understood } from './unknown.js';

/** @import { Result } from '../../engine/types' */
/** @import { Copying } from '../copy.js' */
/** @import { Place } from '../place.js' */
/** @import { Say } from '../types' */
/** @import { Group } from '../values.js' */

/**
 * The answer to a report about several recipients.
 * @param {Group[]} groups
 * @param {Result} result
 * @param {Place} place
 * @param {string} status
 * @param {() => string} redacted
 */
export function severalOf(groups, result, place, status, redacted) {
  const { say } = place;
  const copying = copyPlace(say);
  const lead = summaryCopy(groups, place, copying);
  const known = groups.filter(({ match }) => match);
  const shown = groups.slice(0, MOST_ANSWERS);
  const left = peopleOf(groups.slice(MOST_ANSWERS));
  return [
    statusLine(status, known.length < groups.length ? 'is-unsure' : ''),
    cause(titleOf(groups, say)),
    surenessOf(groups, place),
    tableOf(groups, place),
    panel({
      place,
      title: say('several.title', { n: groups.length }),
      text: say('several.text'),
      lead,
      said: copying.said,
    }),
    el(
      'div',
      { class: 'folds wide' },
      shown.map((group, index) => causeOf(group, index, result, place, redacted)),
    ),
    left > 0 && el('p', { class: 'soft' }, say('result.more_answers', { n: left })),
  ];
}

/** How many recipients there are. @param {Group[]} groups */
function peopleOf(groups) {
  return groups.reduce((sum, { recipients }) => sum + recipients.length, 0);
}

/** How many recipients, for how many causes, and for how many of them none is known. @param {Group[]} groups @param {Say} say */
export function titleOf(groups, say) {
  const causes = new Set(groups.flatMap(({ match }) => (match ? [match.article] : [])));
  const unknown = groups.filter(({ match }) => !match);
  const counts = { n: peopleOf(groups), m: causes.size, u: peopleOf(unknown) };
  if (causes.size === 0) return say('several.none', counts);
  return say(`several.${causes.size > 1 ? 'causes' : 'one'}${unknown.length > 0 ? '_partly' : ''}`, counts);
}

/** The button that copies one text about all recipients. @param {Group[]} groups @param {Place} place @param {Copying} copying */
export function summaryCopy(groups, place, copying) {
  const n = peopleOf(groups);
  return copying.button(
    [icon('copy'), place.say('several.copy', { n })],
    () => summaryOf(groups, place),
    place.say('copied.summary', { n }),
  );
}

/** @param {Group[]} groups @param {Place} place */
function surenessOf(groups, { say }) {
  const certain = groups.every(({ match }) => match?.confidence === 'certain');
  const named = groups.length === 1 && groups[0].match;
  if (named) return sureOf(named, say);
  return certain ? el('p', { class: 'sure' }, el('b', null, say('sure.certain')), say('several.sure')) : null;
}

/** @param {number} index */
function idOf(index) {
  return `cause-${index + 1}`;
}

/** @param {Group} group @param {Place} place */
function headlineOf({ match }, place) {
  return match ? place.contents.articles[match.article].headline : place.say('unknown.title');
}

/** Every recipient with the cause, whether waiting helps, and what to do. @param {Group[]} groups @param {Place} place */
function tableOf(groups, place) {
  const keys = ['facts.address', 'several.cause', 'facts.wait', 'several.deed'];
  return recipientTable(groups, place, keys, ({ group, index, recipient }) => {
    const article = group.match ? place.contents.articles[group.match.article] : null;
    const open = (/** @type {Event} */ { currentTarget }) =>
      treeOf(/** @type {Element} */ (currentTarget))
        .getElementById(idOf(index))
        ?.setAttribute('open', '');
    const link = el('a', { href: `#${idOf(index)}`, onclick: open }, headlineOf(group, place));
    return [
      [index < MOST_ANSWERS ? link : headlineOf(group, place), 'wide'],
      [waitTag(article ? article.permanence : recipient.permanence, place)],
      [article ? article.next.title : ''],
    ];
  });
}

/** Whether waiting helps, as a tag. @param {string | null} permanence @param {Place} place */
export function waitTag(permanence, { say }) {
  if (!permanence) return null;
  const tone = permanence === 'permanent' ? 'stop' : 'wait';
  return el('span', { class: `tag ${tone}` }, say(`several.wait_${permanence}`));
}

/** @param {Group} group @param {number} index @param {Result} result @param {Place} place @param {() => string} redacted */
function causeOf(group, index, result, place, redacted) {
  const { say } = place;
  const aside = say('several.people', { n: group.recipients.length });
  const attributes = { id: idOf(index), open: index === 0, ...marked(group) };
  if (!group.match) return fold(say('unknown.title'), understood(group.recipients[0], place), aside, attributes);
  const one = caseOf(group, result.text, place);
  const copying = copyPlace(say);
  const addresses = group.recipients.flatMap(({ recipient }) => recipient || []);
  const copy = copying.button(
    say('several.addresses', { n: addresses.length }),
    () => addresses.join(', '),
    say('copied.text'),
  );
  copy.className = 'btn quiet';
  const steps = `${idOf(index)}-steps`;
  return fold(
    one.article.headline,
    [
      byLine(one.article, say),
      sureOf(group.match, say),
      wayOf(group.recipients, one.article, place, 'back'),
      el('h3', null, one.article.next.title),
      el('p', null, treeNodes(one.article.next.text, one.filling)),
      el('div', { class: 'acts' }, addresses.length > 0 && copy),
      copying.said,
      deedsOf(one, steps),
      el('div', { class: 'folds' }, restOf(one, redacted)),
    ],
    aside,
    attributes,
  );
}

/** @param {Group[]} groups @param {Place} place */
function summaryOf(groups, place) {
  const { say } = place;
  const parts = groups.map((group) => {
    const names = group.recipients.map(({ recipient }) => recipient || say('several.unnamed')).join(say('link.comma'));
    const article = group.match ? place.contents.articles[group.match.article] : null;
    const filling = fillingOf(group.values, place.contents.placeholders, place.lang);
    const deed = article
      ? `${article.headline}${say('several.stop')}${plain(treeNodes(article.next.text, filling))}`
      : '';
    return say('several.item', { names, text: deed || `${say('unknown.title')}${say('several.stop')}` });
  });
  return `${say('several.summary', { n: peopleOf(groups) })}\n\n${parts.join('\n')}`;
}

/** @param {Node[]} nodes */
function plain(nodes) {
  return nodes.map((node) => node.textContent || '').join('');
}
