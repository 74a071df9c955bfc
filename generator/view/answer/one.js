// One cause: the answer as a page, in the order a reader needs it. May import the view's helpers.
// Draws what the engine says and decides nothing.
import { refusedBy, slips } from '../beside.js';
import { copyPlace } from '../copy.js';
import { el, treeNodes } from '../dom.js';
import { quoteOf } from '../echo.js';
import { hostsOf } from '../hosts.js';
import { MOST_OTHERS } from '../limits.js';
import { dotsOf, fillingOf, stepList } from '../steps.js';
import { composer } from './compose.js';
import { byLine, cause, factsOfArticle, statusLine, sureOf } from './head.js';
import { nextOf } from './next.js';
import { icon, wayOf } from './picture.js';
import { Post } from './post.js';

/** @import { Place } from '../place.js' */
/** @import { Article, Child, Filling } from '../types' */
/** @import { Group } from '../values.js' */
/** @typedef {{group: Group, article: Article, place: Place, text: string, filling: Filling, post: Post}} Case */

/**
 * What an answer about one cause is made from.
 * @param {Group} group one with a match
 * @param {string} text the result's
 * @param {Place} place
 * @returns {Case}
 */
export function caseOf(group, text, place) {
  const article = place.contents.articles[group.match ? group.match.article : ''];
  const filling = fillingOf(group.values, place.contents.placeholders, place.lang);
  return { group, article, place, text, filling, post: new Post(group, article, place) };
}

/** What an element about a cause says of itself, for those who read it by program. @param {Group} group */
export function marked({ match }) {
  return match ? { 'data-article': match.article, 'data-confidence': match.confidence } : {};
}

/** The head of an answer, down to its next step. @param {Case} one @param {string} status */
export function headOf({ group, article, place }, status) {
  const { match, recipients } = group;
  const tone = match?.confidence === 'possible' ? 'is-unsure' : '';
  return [
    statusLine(status, tone),
    cause(article.headline),
    byLine(article, place.say),
    match && sureOf(match, place.say),
    factsOfArticle(article, recipients, place),
    slips(recipients, place.say),
    wayOf(recipients, article, place, 'back'),
  ];
}

/** The next step. @param {Case} one @param {string} steps the id of the steps */
export function stepOf({ group, article, place, post }, steps) {
  return nextOf(group, article, place, { post, copying: copyPlace(place.say), steps });
}

/** What to do, in sections. @param {Case} one @param {string} steps the id of the steps */
export function deedsOf({ group, article, place, filling, post }, steps) {
  const { say } = place;
  const id = group.match ? group.match.article : '';
  const { prepare } = article;
  const firstLetter = article.next.copy && article.letters.includes(article.next.copy) ? article.next.copy : 'customer';
  return [
    el(
      'section',
      { class: 'sec', id: steps, tabindex: '-1' },
      el('h2', null, say('steps.title')),
      prepare.length > 0 &&
        el('div', { class: 'prepare' }, el('h3', null, say('steps.prepare')), dotsOf(prepare, filling)),
      stepList(article.first, `${id}/first`, say, filling),
    ),
    el(
      'section',
      { class: 'sec', id: `${steps}-letters`, tabindex: '-1' },
      el('h2', null, say('compose.title')),
      composer(post, place, copyPlace(say), firstLetter),
    ),
  ];
}

/** A fold. @param {Child} title @param {Child} inside @param {Child} [aside] @param {Record<string, unknown>} [attributes] */
export function fold(title, inside, aside, attributes) {
  return el(
    'details',
    { class: 'fold', ...attributes },
    el('summary', null, title, aside && [' ', el('span', null, aside)]),
    el('div', { class: 'stack' }, inside),
  );
}

/** What else there is to know, folded. @param {Case} one @param {() => string} redacted */
export function restOf({ group, article, place, text, filling, post }, redacted) {
  const { say, contents } = place;
  const [recipient] = group.recipients;
  const { match } = group;
  const quote = match && quoteOf(text, recipient, match);
  return [
    fold(say('answer.why'), [
      el('p', null, treeNodes(article.summary, filling)),
      refusedBy(recipient, say),
      quote && [el('p', { class: 'soft' }, say('answer.quote')), quote],
    ]),
    article.cautions.length > 0 &&
      fold(
        say('steps.cautions'),
        dotsOf(article.cautions, filling),
        say('answer.count', { n: article.cautions.length }),
      ),
    fold(say('steps.if_not'), el('p', null, treeNodes(article.if_not, filling))),
    hostsOf(article, place, filling),
    article.others.map(({ who, steps }) =>
      fold(
        contents.actors[who].title,
        [
          el('p', { class: 'soft' }, contents.actors[who].note),
          stepList(steps, `${match ? match.article : ''}/${who}`, say, filling),
        ],
        say('steps.count', { n: steps.length }),
        { 'data-role': who },
      ),
    ),
    othersOf(group, place),
    takeAlong(post, place, redacted),
  ];
}

/** Other causes, where the first isn't certain. @param {Group} group @param {Place} place */
function othersOf({ match, recipients: [recipient] }, place) {
  const [, ...all] = recipient.matches;
  const others = all.slice(0, MOST_OTHERS);
  if (!match || match.confidence === 'certain' || others.length === 0) return null;
  const { say, contents } = place;
  return fold(
    say('answer.others'),
    el(
      'ul',
      { class: 'dots' },
      others.map((other) =>
        el(
          'li',
          { 'data-article': other.article, 'data-confidence': other.confidence },
          el('a', { href: place.articleUrl(other.article, other.values) }, contents.articles[other.article].headline),
        ),
      ),
    ),
    say(others.length < all.length ? 'answer.count_of' : 'answer.count', { n: others.length, all: all.length }),
  );
}

/** The page with all of it, its link, the sheet to print, the text without names. @param {Post} post @param {Place} place @param {() => string} redacted */
function takeAlong(post, place, redacted) {
  const { say } = place;
  const copying = copyPlace(say);
  const values = post.linkValues;
  const names = Object.values(values).join(', ');
  const quiet = (/** @type {HTMLElement} */ button) => {
    button.className = 'btn quiet';
    return button;
  };
  return fold(say('answer.more'), [
    el('p', null, el('a', { href: place.articleUrl(post.id, values), 'data-open': true }, say('answer.open'))),
    el(
      'div',
      { class: 'acts' },
      !place.isGuest &&
        el(
          'button',
          { type: 'button', class: 'btn quiet', onclick: () => print() },
          icon('print'),
          say('answer.print'),
        ),
      quiet(
        copying.button(
          say('answer.link'),
          () => post.url(),
          names ? say('copied.link_values', { names }) : say('copied.link'),
        ),
      ),
      quiet(copying.button(say('answer.redacted'), redacted, say('copied.redacted'))),
    ),
    copying.said,
  ]);
}
