// When no cause is known: what was read, what it means, who can tell, and three experiments that tell the cause.
// May import the view's helpers. Guesses nothing: every sentence says something that stands in the result.
import { CodeMap } from '../../engine/answer/codes.js';
import { refusedBy, slips } from '../beside.js';
import { copyPlace } from '../copy.js';
import { el, treeNodes } from '../dom.js';
import { plainQuote } from '../echo.js';
import { codeRead, codesRead } from '../reply.js';
import { fillingOf, NO_VALUES, stepList } from '../steps.js';
import { cause, factsOf, statusLine } from './head.js';
import { panel } from './next.js';
import { icon, wayOf } from './picture.js';

/** @import { Recipient, Result } from '../../engine/types' */
/** @import { Place } from '../place.js' */
/** @import { Code, Marked } from '../types' */

/**
 * The answer to a bounce whose cause isn't known.
 * @param {Recipient} recipient
 * @param {Place} place
 * @param {string} status
 */
export function unknownOf(recipient, place, status) {
  const { say } = place;
  const own = recipient.refused_by === 'own-service' || recipient.refused_by === 'own-program';
  const copying = copyPlace(say);
  const to = own ? 'admin' : 'recipient';
  const lead = copying.button(
    [icon('copy'), say(`unknown.${to}_copy`)],
    letterOf(recipient, place, to),
    say('copied.letter'),
  );
  const codes = codesOf(recipient, place);
  return {
    head: [
      statusLine(status, 'is-unsure'),
      cause(say('unknown.title')),
      readLine(recipient, place),
      factsOf([
        [say('facts.who'), say('facts.who_sender')],
        [say('facts.wait'), say(`unknown.wait_${recipient.permanence || 'unsaid'}`)],
        [say('facts.address'), say(recipient.meant_domain ? 'facts.address_slip' : 'facts.address_unknown')],
      ]),
      slips([recipient], say),
      (recipient.stage || recipient.remote_mta) && wayOf([recipient], null, place, 'back'),
      panel({ place, title: say(`unknown.${to}`), text: say(`unknown.${to}_text`), lead, said: copying.said }),
      el(
        'section',
        { class: 'sec' },
        el('h2', null, say('unknown.try')),
        stepList(
          ['short', 'other', 'log'].map((which) => ({
            who: 'sender',
            do: [say(`unknown.${which}`)],
            check: [say(`unknown.${which}_tells`)],
          })),
          'unknown',
          say,
          NO_VALUES,
          '',
        ),
      ),
    ],
    codes,
  };
}

/** Where the codes of a bounce without a known cause stand, for the letter. @param {Result} result @returns {Marked[]} */
export function rangesOfCodes({ recipients, text }) {
  const written = recipients.map(codesRead);
  return written.flatMap((codes) => {
    if (codes.length === 0) return [];
    const found = new RegExp(codes.map((code) => code.replaceAll('.', '\\.')).join('[ -]')).exec(text);
    return found ? [[found.index, found.index + found[0].length, { 'data-code': codes.join(' ') }]] : [];
  });
}

/** What the first code says, in a line. @param {Recipient} recipient @param {Place} place */
function readLine(recipient, place) {
  const { say } = place;
  const codes = codesRead(recipient).reverse();
  const known = codes.flatMap((code) => codeEntry(code, place.contents.codes) || []);
  if (known.length === 0) return null;
  const written = codeRead(recipient);
  return el(
    'p',
    { class: 'sure' },
    el('b', null, say('unknown.read')),
    el('mark', { class: 'mono' }, written),
    say('unknown.means', { title: known[0].title }),
  );
}

/** What is told to somebody who can find the cause out. @param {Recipient} recipient @param {Place} place @param {string} to */
function letterOf(recipient, { say }, to) {
  const line = (/** @type {string} */ key, /** @type {string | null} */ value) =>
    value && say(`unknown.line_${key}`, { value: value.replace(/\s+/g, ' ') });
  return () =>
    [
      say(`unknown.${to}_letter`),
      '',
      ...present([
        line('recipient', recipient.recipient),
        line('code', codeRead(recipient)),
        line('host', recipient.remote_mta),
        line('answer', recipient.diagnostic),
      ]),
    ].join('\n');
}

/**
 * What was read for a recipient, as sentences, and the meaning of its codes with links to their pages.
 * @param {Recipient} recipient
 * @param {Place} place
 */
export function understood(recipient, place) {
  const reply = codeRead(recipient);
  const from = recipient.remote_mta || (recipient.provider && place.contents.providers[recipient.provider]?.title);
  const sentences = present([
    recipient.recipient && place.say('unmatched.for_recipient', { recipient: recipient.recipient }),
    reply && from && place.say('unmatched.said', { host: from, reply }),
    reply && !from && place.say('unmatched.said_nobody', { reply }),
    recipient.reporting_mta && place.say('unmatched.reporter', { host: recipient.reporting_mta }),
    recipient.provider &&
      place.say('unmatched.provider', {
        provider: place.contents.providers[recipient.provider]?.title || recipient.provider,
      }),
  ]);
  const codes = codesOf(recipient, place);
  return el(
    'div',
    { class: 'stack' },
    refusedBy(recipient, place.say),
    slips([recipient], place.say),
    el(
      'ul',
      { class: 'dots' },
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
  const given = codesRead(recipient);
  return (
    given.join(' ') === text.normalize('NFKC').trim() &&
    given.length > 0 &&
    given.every((code) => codeEntry(code, codes))
  );
}

/** What a code means that somebody gave by itself, and how to learn more. @param {Recipient} recipient @param {Place} place */
export function bareCode(recipient, place) {
  return [
    statusLine(place.say('status.code_only'), 'is-unsure'),
    cause(place.say('unmatched.codes')),
    codesOf(recipient, place),
    el('p', { class: 'sec' }, place.say('unmatched.code_more')),
  ];
}

/** @param {Recipient} recipient @param {Place} place */
function codesOf(recipient, place) {
  const known = codesRead(recipient).flatMap((code) => {
    const entry = codeEntry(code, place.contents.codes);
    return entry ? [{ code, entry }] : [];
  });
  return known.length === 0
    ? null
    : el(
        'dl',
        { class: 'meanings' },
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
