// What kind of mail this is: not every automatic mail is a bounce.
// May import the mail room's words.js. Takes what was found in the mail and answers with one word.
/** @import { Signs } from '../concept/signals.js' */
/** @import { FieldRole, Frame, Kind, MailWords } from '../types.js' */
import { isDaemon, rolesOf, subjectsIn } from '../mail/words.js';

/** @typedef {[name: string, value: string][]} Headers */

/** Points of a fraud (concept/signals.js), and of one that imitates a known reporter: measured on texts nobody tuned for. */
const SUSPICIOUS = 5;
const SUSPICIOUS_REPORT = 6;

/** What a field says, or ''. @param {Headers} headers @param {string} name */
export function header(headers, name) {
  const found = headers.find(([key]) => key === name);
  return found ? found[1] : '';
}

/** What the first field that is for something says, or ''. @param {MailWords} words @param {Headers} headers @param {FieldRole} role */
export function valueFor(words, headers, role) {
  const found = headers.find(([name, value]) => value !== '' && rolesOf(words, name).has(role));
  return found ? found[1] : '';
}

/** Everything that the subject of a mail says about it. @param {MailWords} words @param {Headers} headers */
function saidBySubject(words, headers) {
  return new Set(subjectsIn(words, header(headers, 'subject')).flatMap(({ says }) => Array.from(says)));
}

/** Does a mail with these headers come from a machine that reports, or say in its subject that it does? @param {MailWords} words @param {Headers} headers @param {string} contentType */
export function looksLikeReport(words, headers, contentType) {
  const from = header(headers, 'from');
  const subject = saidBySubject(words, headers);
  return (
    contentType === 'multipart/report' ||
    // Reports have no sender (RFC 5321, 4.5.5).
    from.trim() === '<>' ||
    isDaemon(words, from) ||
    // An answer is written to somebody, perhaps about a report.
    (subject.has('bounce') && !subject.has('answer')) ||
    valueFor(words, headers, 'failed') !== ''
  );
}

/** @param {MailWords} words @param {Headers} headers @param {string} contentType */
function isAutoReply(words, headers, contentType) {
  return (
    contentType !== 'multipart/report' &&
    (/^auto-replied/i.test(valueFor(words, headers, 'automatic')) ||
      saidBySubject(words, headers).has('auto-reply') ||
      /^(?:yes|auto[-_]?reply)/i.test(valueFor(words, headers, 'auto-reply')))
  );
}

/**
 * What was found in a mail. `kinds` and `actions`: what frames say, the Action field (RFC 3464, 2.3.3) among them;
 * `refused`: a 4xx or 5xx code in a server's answer; `telling`: a pattern matched; `bare`: a paste without any header;
 * `reported`: a known reporter's words stand in it; `named`: a recipient is; `answered`: a server's words do; `isLong`: more
 * than a sentence; `errors`: it names several unlike causes of one mail; `signs`: what its words want of the reader.
 * @typedef {{words: MailWords, headers: Headers, contentType: string, reportType: string, kinds: Set<Kind | null>,
 *   actions: Set<Frame['action']>, refused: boolean, telling: boolean, bare: boolean, reported: boolean, named: boolean,
 *   answered: boolean, isLong: boolean, errors: boolean, signs: Signs}} Seen
 */

/** What the fields of a notification or the lines of a log say was done, with a mail or for one recipient. @param {Set<Frame['action']>} actions */
export function kindOfActions(actions) {
  if (actions.has('failed')) return 'bounce';
  if (actions.has('delayed')) return 'delay';
  return actions.has('delivered') ? 'delivered' : null;
}

/** @param {Seen} seen @param {ReturnType<typeof saidBySubject>} subject @returns {Kind} */
function kindOfWords(seen, subject) {
  const { words, headers, contentType, kinds, refused } = seen;
  const report = looksLikeReport(words, headers, contentType) || kinds.has('bounce');
  const unsolicited = !report && !refused;
  if (kinds.has('delivered') && !refused) return 'delivered';
  if (unsolicited && isAutoReply(words, headers, contentType)) return 'auto-reply';
  // An order may be delayed, too: the subject alone proves nothing.
  const signs = report || refused || seen.telling || subject.has('telling');
  if (kinds.has('delay') || (signs && subject.has('delay'))) return 'delay';
  if (unsolicited && kinds.has('auto-reply')) return 'auto-reply';
  return report || refused || (seen.telling && (seen.bare || (seen.reported && seen.named))) ? 'bounce' : 'other';
}

/** What a mail is by its form and its reporter's words. @param {Seen} seen @returns {Kind} */
function kindOfForm(seen) {
  const { kinds, reportType, actions, words, headers } = seen;
  const subject = saidBySubject(words, headers);
  if (kinds.has('machine-report') || subject.has('machine-report')) return 'machine-report';
  if (reportType === 'feedback-report' || kinds.has('abuse-report')) return 'abuse-report';
  const done = kindOfActions(actions);
  return done || (reportType === 'disposition-notification' ? 'delivered' : kindOfWords(seen, subject));
}

/** @param {Seen} seen @returns {Kind} */
export function kindOf(seen) {
  const { signs, kinds } = seen;
  // Said before anything else: a fraud quotes codes, too.
  if (signs.points >= (seen.reported ? SUSPICIOUS_REPORT : SUSPICIOUS)) return 'suspicious';
  const kind = kindOfForm(seen);
  const isLoose = (kind === 'bounce' && !kinds.has('bounce')) || kind === 'delay' || kind === 'other';
  if (isLoose && !seen.answered && signs.isQuestion) return 'question';
  if (kind === 'bounce' && seen.errors) return 'errors-in-text';
  const isUnsaid = kind === 'bounce' && !kinds.has('bounce') && !seen.answered && !seen.refused;
  if (isUnsaid && signs.isElsewhere) return 'other';
  const isText = seen.isLong || !seen.bare;
  return (kind === 'other' || isUnsaid) && isText && signs.isNotice ? 'notice' : kind;
}
