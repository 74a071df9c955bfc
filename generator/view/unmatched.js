// When no article fits, or the mail is no bounce: what was understood, what the codes mean, what helps in most cases.
// May import dom.js and steps.js. Guesses nothing: every sentence says something that stands in the result.
import { el, treeNodes } from './dom.js';
import { fillingOf } from './steps.js';

/** What was read for a recipient, as sentences, and the meaning of its codes with links to their pages. */
export function understood(recipient, place) {
  const reply = [recipient.reply_code, recipient.status].filter(Boolean).join(' ');
  const from = recipient.remote_mta || (recipient.provider && place.contents.providers[recipient.provider]);
  const sentences = [
    recipient.recipient && place.say('unmatched.for_recipient', { recipient: recipient.recipient }),
    reply && from && place.say('unmatched.said', { host: from, reply }),
    reply && !from && place.say('unmatched.said_nobody', { reply }),
    recipient.reporting_mta && place.say('unmatched.reporter', { host: recipient.reporting_mta }),
    recipient.provider &&
      place.say('unmatched.provider', { provider: place.contents.providers[recipient.provider] || recipient.provider }),
  ].filter(Boolean);
  const codes = codesOf(recipient, place);
  return el(
    'div',
    { class: 'bounce-understood' },
    el('h2', { class: 'bounce-title' }, place.say('unmatched.understood')),
    el(
      'ul',
      null,
      (sentences.length > 0 ? sentences : [place.say('unmatched.nothing')]).map((sentence) => el('li', null, sentence)),
    ),
    recipient.diagnostic && el('blockquote', { class: 'bounce-quote' }, recipient.diagnostic.slice(0, 600)),
    codes && [el('h3', null, place.say('unmatched.codes')), codes],
  );
}

/** Did the reader give nothing but codes of the catalogue (`codes`), which say too little to name a cause? */
export function isBareCode({ text, recipients: [recipient, ...others] }, codes) {
  if (others.length > 0 || recipient.matches.length > 0) return false;
  const given = [recipient.reply_code, recipient.status].filter(Boolean);
  return (
    given.join(' ') === text.normalize('NFKC').trim() &&
    given.length > 0 &&
    given.every((code) => codeEntry(code, codes))
  );
}

/** What a code means that somebody gave by itself, and how to learn more. */
export function bareCode(recipient, place) {
  return el(
    'section',
    { class: 'bounce-answer' },
    el('h2', { class: 'bounce-title' }, place.say('unmatched.codes')),
    codesOf(recipient, place),
    el('p', null, place.say('unmatched.code_more')),
  );
}

function codesOf(recipient, place) {
  const known = [recipient.reply_code, recipient.status]
    .filter(Boolean)
    .map((code) => ({ code, entry: codeEntry(code, place.contents.codes) }))
    .filter((found) => found.entry);
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

/** A code's entry, looked for by itself and then inside the ranges (`5.7.606-5.7.649`). */
export function codeEntry(code, codes) {
  if (Object.hasOwn(codes, code)) return codes[code];
  const wanted = code.split('.').map(Number);
  if (wanted.length !== 3) return null;
  for (const [range, entry] of Object.entries(codes)) {
    const [low, high] = range.split('-').map((end) => end.split('.').map(Number));
    if (high && low[0] === wanted[0] && low[1] === wanted[1] && low[2] <= wanted[2] && wanted[2] <= high[2])
      return entry;
  }
  return null;
}

/** Three things that help in most cases. */
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

/** What an automatic mail that is no bounce is, and whether anything must be done; for a delay until when the server tries. */
export function otherKind(kind, recipients, place) {
  const { say, lang } = place;
  const { retry_until: until } = recipients.find((recipient) => recipient.retry_until) || {};
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
function untilWhen(until, say, lang) {
  const date = MAIL_DATE.test(until) ? new Date(until) : null;
  if (!date || Number.isNaN(date.getTime())) return say('other_kind.delay_words', { words: until });
  return say('other_kind.delay_until', {
    date: new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeStyle: 'short' }).format(date),
  });
}
