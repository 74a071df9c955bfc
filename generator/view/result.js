// An answer: for each recipient the article that fits, why, who can act, what to do first, and what to take along.
// May import the view's helpers. Draws what the engine says and decides nothing.
import { refusedBy, slips } from './beside.js';
import { el, treeNodes } from './dom.js';
import { evidenceList, quoteOf } from './echo.js';
import { hostsOf } from './hosts.js';
import { MOST_NAMED, MOST_OTHERS } from './limits.js';
import { lettersOf, nextOf } from './send.js';
import { fillingOf, stepsOf } from './steps.js';
import { understood } from './unmatched.js';

/** @import { Match, Recipient } from '../engine/types' */
/** @import { Place } from './place.js' */
/** @import { Article, Say } from './types' */
/** @import { Group } from './values.js' */

/**
 * One answer as a section. `place` is the page: its words, contents, language and addresses; `several` names recipients.
 * While a mail is only `delayed`, the server still tries: what to do is folded away until it comes back after all.
 * @param {Group} group
 * @param {string} text the result's
 * @param {Place} place
 * @param {() => string} redacted the text with everything personal replaced
 * @param {boolean} several
 * @param {boolean} delayed
 */
export function answerOf(group, text, place, redacted, several, delayed) {
  const heading = several ? whoFor(group.recipients, place.say) : null;
  if (!group.match) {
    return el(
      'section',
      { class: 'bounce-answer' },
      heading,
      el('p', null, place.say('result.no_match_here')),
      understood(group.recipients[0], place),
    );
  }
  const { match, values } = group;
  const article = place.contents.articles[match.article];
  const filling = fillingOf(values, place.contents.placeholders, place.lang);
  const steps = stepsOf(article, place.contents, place.say, filling);
  return el(
    'section',
    { class: 'bounce-answer', 'data-article': match.article, 'data-confidence': match.confidence },
    heading,
    refusedBy(group.recipients[0], place.say),
    slips(group.recipients, place.say),
    el('h2', { class: 'bounce-title' }, article.headline),
    whyOf(match, place.say),
    el('p', { class: 'bounce-summary' }, treeNodes(article.summary, filling)),
    quoted(text, group.recipients[0], match, place.say),
    evidenceList(text, match, place.say),
    badgesOf(article, place),
    !delayed && nextOf(group, article, place),
    delayed
      ? el('details', { class: 'bounce-more bounce-later' }, el('summary', null, place.say('result.later')), steps)
      : steps,
    hostsOf(article, place, filling),
    el('p', { class: 'bounce-note' }, place.say('result.if_not'), ' ', treeNodes(article.if_not, filling)),
    lettersOf(group, article, place, redacted),
    othersOf(group.recipients[0], place),
  );
}

/** @param {Recipient[]} recipients @param {Say} say */
function whoFor(recipients, say) {
  const addresses = recipients.flatMap((recipient) => recipient.recipient || []);
  const shown = addresses.slice(0, MOST_NAMED);
  const label = addresses.length > 1 ? say('result.recipients', { n: addresses.length }) : say('result.recipient');
  return el(
    'p',
    { class: 'bounce-for' },
    el('span', { class: 'bounce-label' }, label),
    shown.map((address) => el('code', null, address)),
    addresses.length > shown.length &&
      el('span', null, say('result.more_recipients', { n: addresses.length - shown.length })),
  );
}

/** How sure the answer is, and why, in a sentence. @param {Match} match @param {Say} say */
export function whyOf(match, say) {
  return el(
    'p',
    { class: 'bounce-why' },
    el('strong', { class: 'bounce-sure', 'data-sure': match.confidence }, say(`confidence.${match.confidence}`)),
    ' ',
    reasonOf(match, say),
  );
}

/** @param {Match} match @param {Say} say */
function reasonOf({ why, confidence, evidence }, say) {
  if (why !== 'code') return say(`why.${why}_${confidence}`);
  // Hundreds of recipients share what a result holds of evidence.
  return evidence.length ? say(`why.code_${confidence}`, { code: evidence[0].text }) : say('why.unknown_code');
}

/** @param {string} text @param {Recipient} recipient @param {Match} match @param {Say} say */
function quoted(text, recipient, match, say) {
  const quote = quoteOf(text, recipient, match);
  if (!quote) return null;
  const label = recipient.diagnostic && match.confidence === 'certain' ? 'result.quote' : 'result.quote_report';
  return el('figure', { class: 'bounce-said-by' }, el('figcaption', { class: 'bounce-label' }, say(label)), quote);
}

/** @param {Article} article @param {Place} place */
function badgesOf(article, place) {
  const titleOf = (/** @type {string} */ who) => place.contents.actors[who].title;
  const first = article.acts === 'sender' ? place.say('result.you') : titleOf(article.acts);
  const others = article.fixers.filter((who) => who !== 'wait' && who !== article.acts);
  return el(
    'dl',
    { class: 'bounce-badges' },
    el(
      'div',
      { class: 'bounce-badge' },
      el('dt', null, place.say('result.fixers')),
      el(
        'dd',
        null,
        el('span', { class: 'bounce-who' }, place.say('result.first', { who: first })),
        others.map((who) => el('span', { class: 'bounce-who bounce-then' }, titleOf(who))),
      ),
    ),
    el(
      'div',
      { class: 'bounce-badge', 'data-permanence': article.permanence },
      el('dt', null, place.say('result.permanence')),
      el('dd', null, place.contents.permanence[article.permanence]),
    ),
  );
}

/** @param {Recipient} recipient @param {Place} place */
function othersOf(recipient, place) {
  const all = recipient.matches.length - 1;
  const others = recipient.matches.slice(1, 1 + MOST_OTHERS);
  if (others.length === 0) return null;
  const label = others.length < all ? 'result.others_of' : 'result.others';
  return el(
    'details',
    { class: 'bounce-more' },
    el('summary', null, place.say(label, { n: others.length, all })),
    others.map((match) => {
      const article = place.contents.articles[match.article];
      const { values } = match;
      return el(
        'section',
        { class: 'bounce-other', 'data-article': match.article, 'data-confidence': match.confidence },
        el('h3', null, el('a', { href: place.articleUrl(match.article, values) }, article.title)),
        whyOf(match, place.say),
        el('p', null, treeNodes(article.summary, fillingOf(values, place.contents.placeholders, place.lang))),
      );
    }),
  );
}
