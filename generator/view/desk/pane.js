// The answer to the mail that is looked at, with its letters. May import the view's helpers and the answer's parts.
// Draws what is kept and decides nothing.
import { composer } from '../answer/compose.js';
import { delayOf } from '../answer/delay.js';
import { fraudOf, rangesOfSigns } from '../answer/fraud.js';
import { factsOfArticle, statusLine, sureOf } from '../answer/head.js';
import { caseOf, fold, marked } from '../answer/one.js';
import { icon, wayOf } from '../answer/picture.js';
import { CUSTOMER } from '../answer/post.js';
import { unknownOf } from '../answer/unknown.js';
import { asked, slips } from '../beside.js';
import { copyPlace } from '../copy.js';
import { el } from '../dom.js';
import { echoNodes, rangesOf } from '../echo.js';
import { keepShown } from '../keep.js';
import { shownOf } from '../shown.js';
import { leftOutNote, stateOf } from '../status.js';
import { firstMatches } from '../values.js';
import { groupsOf, saidBy, timeOf } from './said.js';
import { severalParts } from './several.js';

/** @import { Copying } from '../copy.js' */
/** @import { Place } from '../place.js' */
/** @import { Child, Say } from '../types' */
/** @import { Group } from '../values.js' */
/** @import { Row, State } from './types' */
/** @typedef {{copied: () => void, mark: (state: State) => void, remove: () => void}} Tools what the desk does with a mail */

/** @type {State[]} */
const STATES = ['new', 'replied', 'closed', 'open'];

/** The answer to a mail. @param {Row} row @param {Place} place @param {Tools} tools */
export function paneOf(row, place, tools) {
  const { result } = row;
  const node = el('div', { class: 'answer__main' }, mainOf(row, place, tools));
  lower(node);
  node.append(
    el(
      'div',
      { class: 'acts pane__acts' },
      stateChoice(row, place, tools),
      el('button', { type: 'button', class: 'btn bare', onclick: tools.remove }, place.say('desk.remove')),
    ),
  );
  for (const one of [...asked(result, place.say), leftOutNote(result, place), textOf(row, place)])
    if (one) node.append(one);
  return node;
}

/** @param {Row} row @param {Place} place @param {Tools} tools @returns {Child} */
function mainOf(row, place, tools) {
  const { result } = row;
  const { say } = place;
  const { kind } = stateOf(result, say);
  const groups = groupsOf(row, place);
  const which = `${timeOf(row.at, place)}　${saidBy(row, place).who}`;
  const head = el('p', { class: 'soft small' }, which);
  const listened = (/** @type {Child} */ nodes) => listening(el('div', { class: 'min0' }, nodes), tools.copied, say);
  if (kind === 'suspicious') return [head, listened(fraudOf(result, place))];
  if (kind === 'delay') return [head, listened(delayOf(result, groups, place))];
  if (kind) {
    const what = say(`other_kind.${kind}_do`);
    return [statusLine(which, 'is-unsure'), el('h1', null, say(`other_kind.${kind}`)), el('p', { class: 'mt3' }, what)];
  }
  if (groups.length > 1 || groups[0].recipients.length > 1) {
    const means = { copyingOf: () => copyingOf(say, tools.copied), lettersOf };
    return [statusLine(which), severalParts(groups, row, place, means)];
  }
  if (!groups[0].match) {
    return [head, listened(unknownOf(groups[0].recipients[0], place, say('status.unmatched')).head)];
  }
  const isSure = groups[0].match.confidence !== 'possible';
  return [statusLine(which, isSure ? '' : 'is-unsure'), oneOf(groups[0], row, place, tools.copied)];
}

/** One cause. @param {Group} group @param {Row} row @param {Place} place @param {() => void} copied */
function oneOf(group, row, place, copied) {
  const { article } = caseOf(group, row.result.text, place);
  return el(
    'div',
    { class: 'min0', ...marked(group) },
    el('h1', null, article.headline),
    group.match && sureOf(group.match, place.say),
    factsOfArticle(article, group.recipients, place),
    slips(group.recipients, place.say),
    wayOf(group.recipients, article, place, 'back'),
    lettersOf(group, row, place, copyingOf(place.say, copied)),
  );
}

/** The letters about a cause, its link and its page. @param {Group} group @param {Row} row @param {Place} place @param {Copying} copying @returns {Child} */
function lettersOf(group, row, place, copying) {
  const { say } = place;
  const { article, post } = caseOf(group, row.result.text, place);
  const letters = composer(post, place, copying, CUSTOMER);
  // There may be several of them, one for each cause.
  letters.querySelector('pre')?.setAttribute('aria-label', say('desk.preview', { cause: article.headline }));
  // At the desk one copies all day: the button stands where the eye begins.
  const tabs = letters.querySelector('.tabs');
  const copy = letters.querySelector('[data-copy-letter]');
  if (tabs && copy) {
    const old = copy.parentElement;
    copy.className = 'btn';
    copy.replaceChildren(icon('copy'), say('desk.copy'));
    letters.prepend(el('div', { class: 'bar-top' }, tabs, copy), copying.said);
    if (old?.childElementCount === 0) old.remove();
  }
  const names = Object.values(post.linkValues).join(', ');
  // Of a link nobody says that it was answered: it goes by its own way of copying.
  const plain = copyPlace(say);
  const link = plain.button(
    say('desk.copy_link'),
    () => post.url(),
    names ? say('copied.link_values', { names }) : say('copied.link'),
  );
  link.className = 'btn quiet';
  link.setAttribute('data-copy-link', '');
  const open = el(
    'a',
    {
      class: 'btn bare',
      href: place.articleUrl(post.id, post.linkValues),
      onclick: () => keepShown(shownOf(row.result, place)),
    },
    say('desk.open'),
  );
  return el('div', { class: 'mt4' }, letters, el('div', { class: 'acts mt2' }, link, open), plain.said);
}

/** What copies a letter and says so to the desk. @param {Say} say @param {() => void} copied @returns {Copying} */
function copyingOf(say, copied) {
  const place = copyPlace(say);
  /** @type {Copying['button']} */
  const button = (label, text, done) =>
    place.button(label, text, () => {
      copied();
      return typeof done === 'string' ? done : done();
    });
  return { ...place, button };
}

/** Hear of what is copied in a part that has its own way of copying. @param {HTMLElement} node @param {() => void} copied @param {Say} say */
function listening(node, copied, say) {
  for (const line of node.querySelectorAll('.next .say'))
    new MutationObserver(() => {
      if (line.textContent && line.textContent !== say('copied.failed')) copied();
    }).observe(line, { childList: true });
  return node;
}

/** The choice of a state. @param {Row} row @param {Place} place @param {Tools} tools */
function stateChoice(row, { say }, tools) {
  const choice = el(
    'select',
    { 'data-state-choice': true },
    STATES.map((state) => el('option', { value: state, selected: state === row.state }, say(`desk.state_${state}`))),
  );
  choice.addEventListener('change', () => tools.mark(/** @type {State} */ (choice.value)));
  return el('label', { class: 'pane__state' }, say('desk.state'), choice);
}

/** The mail's own text, folded, with the words that decided. @param {Row} row @param {Place} place */
function textOf({ result, cut }, place) {
  const { say } = place;
  const { text } = result;
  const decided = firstMatches(result.recipients);
  const all = result.kind === 'suspicious' ? rangesOfSigns(result) : rangesOf(decided);
  // In a part of a text only some of its marks have a place.
  const ranges = all.filter(([, end]) => end <= text.length);
  const body = el(
    'pre',
    { class: 'echo', tabindex: '0', role: 'region', 'aria-label': say('bar.title'), translate: 'no' },
    echoNodes(text, ranges, say),
  );
  return fold(say('bar.title'), [
    text === '' ? el('p', null, say('desk.text_gone')) : body,
    cut && text !== '' && el('p', { class: 'soft small' }, say('desk.text_cut')),
  ]);
}

/** Put an answer's headings a level lower: the desk has a heading of its own. @param {HTMLElement} node */
function lower(node) {
  for (const heading of node.querySelectorAll('h2, h3'))
    heading.setAttribute('aria-level', `${Number(heading.tagName[1]) + 1}`);
  const first = node.querySelector('h1');
  const title = el('h2', { class: 't2', id: 'p-h' });
  title.append(...(first?.childNodes || []));
  first?.replaceWith(title);
}
