// When no article fits, or the mail is no bounce: what was understood, what the codes mean, what helps in most cases.
// May import beside.js, dom.js, echo.js and steps.js. Guesses nothing: every sentence says something that stands in the result.
import { CodeMap } from '../engine/answer/codes.js';
import { refusedBy, slips } from './beside.js';
import { el, treeNodes } from './dom.js';
import { plainQuote } from './echo.js';
import { fillingOf } from './steps.js';
/** @import { Kind, Recipient, Result } from '../engine/types' */
/** @import { Place } from './place.js' */
/** @import { Code, Lang, Say } from './types' */

/**
 * What was read for a recipient, as sentences, and the meaning of its codes with links to their pages.
 * @param {Recipient} recipient
 * @param {Place} place
 */
export function understood(recipient, place) {
  const reply = [recipient.reply_code, recipient.status].filter(Boolean).join(' ');
  const from = recipient.remote_mta || (recipient.provider && place.contents.providers[recipient.provider]);
  const sentences = present([
    recipient.recipient && place.say('unmatched.for_recipient', { recipient: recipient.recipient }),
    reply && from && place.say('unmatched.said', { host: from, reply }),
    reply && !from && place.say('unmatched.said_nobody', { reply }),
    recipient.reporting_mta && place.say('unmatched.reporter', { host: recipient.reporting_mta }),
    recipient.provider &&
      place.say('unmatched.provider', { provider: place.contents.providers[recipient.provider] || recipient.provider }),
  ]);
  const codes = codesOf(recipient, place);
  return el(
    'div',
    { class: 'bounce-understood' },
    refusedBy(recipient, place.say),
    slips([recipient], place.say),
    el('h2', { class: 'bounce-title' }, place.say('unmatched.understood')),
    el(
      'ul',
      null,
      (sentences.length > 0 ? sentences : [place.say('unmatched.nothing')]).map((sentence) => el('li', null, sentence)),
    ),
    recipient.diagnostic && plainQuote(recipient.diagnostic),
    codes && [el('h3', null, place.say('unmatched.codes')), codes],
  );
}

/** What is there. @param {(string | null | undefined | false)[]} list @returns {string[]} */
function present(list) {
  return list.flatMap((one) => one || []);
}

// A reply code and a status code with a space between, and white space around.
const LONGEST_BARE = 40;

/**
 * Did the reader give nothing but codes of the catalogue (`codes`), which say too little to name a cause?
 * @param {Result} result
 * @param {Record<string, Code>} codes
 */
export function isBareCode({ text, recipients: [recipient, ...others] }, codes) {
  if (others.length > 0 || recipient.matches.length > 0 || text.length > LONGEST_BARE) return false;
  const given = present([recipient.reply_code, recipient.status]);
  return (
    given.join(' ') === text.normalize('NFKC').trim() &&
    given.length > 0 &&
    given.every((code) => codeEntry(code, codes))
  );
}

/** What a code means that somebody gave by itself, and how to learn more. @param {Recipient} recipient @param {Place} place */
export function bareCode(recipient, place) {
  return el(
    'section',
    { class: 'bounce-answer' },
    el('h2', { class: 'bounce-title' }, place.say('unmatched.codes')),
    codesOf(recipient, place),
    el('p', null, place.say('unmatched.code_more')),
  );
}

/** @param {Recipient} recipient @param {Place} place */
function codesOf(recipient, place) {
  const known = present([recipient.reply_code, recipient.status]).flatMap((code) => {
    const entry = codeEntry(code, place.contents.codes);
    return entry ? [{ code, entry }] : [];
  });
  return known.length === 0
    ? null
    : el(
        'dl',
        { class: 'bounce-codes' },
        known.map(({ code, entry }) => [
          el('dt', null, el('code', null, code), ' ', entry.title),
          el(
            'dd',
            null,
            treeNodes(entry.meaning, fillingOf({}, place.contents.placeholders, place.lang)),
            ' ',
            el('a', { href: place.codeUrl(code) }, place.say('unmatched.code_page', { code })),
          ),
        ]),
      );
}

/** A code's entry, looked for by itself and then inside the ranges (`5.7.606-5.7.649`). @param {string} code @param {Record<string, Code>} codes */
export function codeEntry(code, codes) {
  return new CodeMap(Object.entries(codes)).get(code) || null;
}

/** Three things that help in most cases. @param {Say} say */
export function generalHelp(say) {
  return el(
    'div',
    null,
    el('h3', null, say('unmatched.help')),
    el(
      'ul',
      null,
      ['address', 'wait', 'ask'].map((which) => el('li', null, say(`unmatched.help_${which}`))),
    ),
  );
}

/**
 * What an automatic mail that is no bounce is, and whether anything must be done; for a delay until when the server tries.
 * @param {Kind} kind
 * @param {Recipient[]} recipients
 * @param {Place} place
 */
export function otherKind(kind, recipients, place) {
  const { say, lang } = place;
  const until = recipients.find((recipient) => recipient.retry_until)?.retry_until;
  return el(
    'section',
    { class: 'bounce-answer', 'data-kind': kind },
    el('h2', { class: 'bounce-title' }, say(`other_kind.${kind}`)),
    el('p', null, say(`other_kind.${kind}_do`)),
    kind === 'delay' && until && el('p', null, untilWhen(until, say, lang)),
    kind === 'delay' && el('p', null, say('other_kind.delay_then')),
  );
}

const MAIL_DATE = /^(?:[A-Z][a-z]{2}, *)?\d{1,2} [A-Z][a-z]{2} \d{4} \d/;

// A date as mails write it is told in the reader's own way and time zone, anything else in the server's words.
/** @param {string} until @param {Say} say @param {Lang} lang */
function untilWhen(until, say, lang) {
  const date = MAIL_DATE.test(until) ? new Date(until) : null;
  if (!date || Number.isNaN(date.getTime())) return say('other_kind.delay_words', { words: until });
  return say('other_kind.delay_until', {
    date: new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(date),
  });
}
