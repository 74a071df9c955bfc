// What kind of mail this is: not every automatic mail is a bounce.
// May import nothing. Takes what was found in the mail and answers with one word.
/** @import { Frame, Kind } from '../types.js' */

const DAEMON =
  /^\s*<>\s*$|m(?:ailer-?)?daemon|post-?master|mail ?delivery|delivery ?subsystem|microsoftexchange|mail ?system|system ?administrator|システム管理者/i;
const BOUNCE_SUBJECT =
  /undeliver|returned mail|user unknown|delivery (?:status|failure|has failed|problem|notification)|failure notice|mail(?: delivery)? (?:fail|error)|could not be delivered|non[- ]remis|unzustellbar|no se puede entregar|配信不能|配信でき|配送(?:エラー|でき|不能)|不達|送信でき|届けられ/i;
// An answer to somebody, who may have written about a report.
const ANSWERING = /^\s*(?:re|aw|antw|sv|返信)\s?[:：]/i;
const DELAY_SUBJECT = /delayed|\(delay\)|warning: could not send|still being retried|配信の?遅延|遅延のお知らせ/i;
const REPLY_SUBJECT =
  /^(?:auto(?:matic)?[- :]?(?:reply|response|re\b)?\b|out of (?:the )?office|away from|vacation|abwesenheit|automatische antwort|réponse automatique|respuesta automática|\[?自動(?:返信|応答))/i;

/** @typedef {[name: string, value: string][]} Headers */

/** @param {Headers} headers @param {string} name */
function header(headers, name) {
  const found = headers.find(([key]) => key === name);
  return found ? found[1] : '';
}

/** Does a mail with these headers come from a machine that reports, or say in its subject that it does? @param {Headers} headers @param {string} contentType */
export function looksLikeReport(headers, contentType) {
  const subject = header(headers, 'subject');
  return (
    contentType === 'multipart/report' ||
    DAEMON.test(header(headers, 'from')) ||
    (BOUNCE_SUBJECT.test(subject) && !ANSWERING.test(subject)) ||
    header(headers, 'x-failed-recipients') !== ''
  );
}

/** @param {Headers} headers @param {string} contentType */
function isAutoReply(headers, contentType) {
  const submitted = header(headers, 'auto-submitted').toLowerCase();
  return (
    contentType !== 'multipart/report' &&
    (submitted.startsWith('auto-replied') ||
      REPLY_SUBJECT.test(header(headers, 'subject')) ||
      /^(?:yes|auto[-_]?reply)/i.test(header(headers, 'x-autoreply') || header(headers, 'x-autorespond')))
  );
}

/**
 * What was found in a mail. `kinds` and `actions`: what frames say, the Action field (RFC 3464, 2.3.3) among them;
 * `refused`: a 4xx or 5xx code in a server's answer; `telling`: a pattern matched; `bare`: a paste without any header.
 * @typedef {{headers: Headers, contentType: string, reportType: string, kinds: Set<Kind | null>,
 *   actions: Set<Frame['action']>, refused: boolean, telling: boolean, bare: boolean}} Seen
 */

/** What the fields of a notification or the lines of a log say was done. @param {Seen} seen @returns {Kind | null} */
function kindOfActions({ actions, reportType }) {
  if (actions.has('failed')) return 'bounce';
  if (actions.has('delayed')) return 'delay';
  if (reportType === 'disposition-notification') return 'delivered';
  return actions.has('delivered') ? 'delivered' : null;
}

/** @param {Seen} seen @returns {Kind} */
function kindOfWords(seen) {
  const { headers, contentType, kinds, refused } = seen;
  const report = looksLikeReport(headers, contentType) || kinds.has('bounce');
  const unsolicited = !report && !refused;
  if (kinds.has('delivered') && !refused) return 'delivered';
  if (unsolicited && isAutoReply(headers, contentType)) return 'auto-reply';
  if (kinds.has('delay') || DELAY_SUBJECT.test(header(headers, 'subject'))) return 'delay';
  if (unsolicited && kinds.has('auto-reply')) return 'auto-reply';
  return report || refused || (seen.telling && seen.bare) ? 'bounce' : 'other';
}

/** @param {Seen} seen @returns {Kind} */
export function kindOf(seen) {
  if (seen.reportType === 'feedback-report' || seen.kinds.has('abuse-report')) return 'abuse-report';
  return kindOfActions(seen) || kindOfWords(seen);
}
