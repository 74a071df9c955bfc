// The head of an answer: its state, the cause, how sure that is and which words decided, and three facts.
// May import dom.js and limits.js. Draws what the engine says and decides nothing.
import { el, isWebAddress } from '../dom.js';
import { LONGEST_DECIDING, LONGEST_TOGETHER, MOST_DECIDING } from '../limits.js';

/** @import { Match, Recipient } from '../../engine/types' */
/** @import { Place } from '../place.js' */
/** @import { Article, Child, Say } from '../types' */

/** A state in a line. @param {string} text @param {'' | 'is-unsure' | 'is-warn' | 'is-wait'} [tone] */
export function statusLine(text, tone = '') {
  return el('p', { class: `status ${tone}`.trim() }, text);
}

/** The cause. It takes the focus after a paste. @param {string} text */
export function cause(text) {
  return el('h1', { tabindex: '-1' }, text);
}

/** Whose cause it is, where an organisation's own catalogue has it. @param {Article} article @param {Say} say */
export function byLine({ by }, say) {
  if (!by) return null;
  const { name, contact } = by;
  const link = contact && isWebAddress(contact) && el('a', { href: contact, rel: 'noopener' }, say('answer.contact'));
  return el('p', { class: 'small mt2' }, el('span', { class: 'by' }, say('answer.by', { name })), link && [' ', link]);
}

/** How sure an answer is, and the words that decided. @param {Match} match @param {Say} say */
export function sureOf(match, say) {
  const words = decidingWords(match);
  return el(
    'p',
    { class: 'sure' },
    el('b', { 'data-sure': match.confidence }, say(`sure.${match.confidence}`)),
    say(match.why === 'code' ? 'sure.code' : 'sure.words'),
    words.map((word, index) => [index > 0 && say('sure.and'), el('mark', { class: 'mono' }, word)]),
  );
}

/** What the answer rests on, shortened: sentences before codes, and nothing twice. @param {Match} match */
export function decidingWords({ evidence }) {
  const sentences = evidence.filter(({ kind }) => kind !== 'code');
  /** @type {typeof evidence} */
  const apart = [];
  let units = 0;
  for (const one of sentences.length > 0 ? sentences : evidence) {
    const overlaps = apart.some(({ start, end }) => one.start < end && start < one.end);
    const fits = apart.length === 0 || units + one.text.length <= LONGEST_TOGETHER;
    if (overlaps || !fits || apart.length === MOST_DECIDING || apart.some(({ text }) => text === one.text)) continue;
    apart.push(one);
    units += one.text.length;
  }
  return apart.map(({ text }) => shortened(text.replace(/\s+/g, ' ').trim()));
}

/** @param {string} text */
function shortened(text) {
  return text.length > LONGEST_DECIDING ? `${text.slice(0, LONGEST_DECIDING - 1)}…` : text;
}

/** Three facts, as words. @param {[name: string, value: Child][]} list */
export function factsOf(list) {
  return el(
    'dl',
    { class: 'facts' },
    list.map(([name, value]) => el('div', null, el('dt', null, name), el('dd', null, value))),
  );
}

/** Who acts, whether waiting helps, and what is said of the address. @param {Article} article @param {Recipient[]} recipients @param {Place} place */
export function factsOfArticle(article, recipients, place) {
  const { say } = place;
  const slipped = recipients.some(({ meant_domain: meant }) => meant);
  return factsOf([
    [say('facts.who'), say(`facts.who_${article.acts}`)],
    [say('facts.wait'), say(`facts.wait_${article.permanence}`)],
    [say('facts.address'), say(slipped ? 'facts.address_slip' : `facts.address_${article.address}`)],
  ]);
}
