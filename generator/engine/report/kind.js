// What kind of mail this is: not every automatic mail is a bounce.
// May import nothing. Takes what was found in the mail and answers with one word.

const DAEMON =
  /^\s*<>\s*$|m(?:ailer-?)?daemon|post-?master|mail ?delivery|delivery ?subsystem|microsoftexchange|mail ?system|system ?administrator|システム管理者/i;
const BOUNCE_SUBJECT =
  /undeliver|returned mail|user unknown|delivery (?:status|failure|has failed|problem|notification)|failure notice|mail(?: delivery)? (?:fail|error)|could not be delivered|non[- ]remis|unzustellbar|no se puede entregar|配信不能|配信でき|配送(?:エラー|でき|不能)|不達|送信でき|届けられ/i;
// An answer to somebody, who may have written about a report.
const ANSWERING = /^\s*(?:re|aw|antw|sv|返信)\s?[:：]/i;
const DELAY_SUBJECT = /delayed|\(delay\)|warning: could not send|still being retried|配信の?遅延|遅延のお知らせ/i;
const REPLY_SUBJECT =
  /^(?:auto(?:matic)?[- :]?(?:reply|response|re\b)?\b|out of (?:the )?office|away from|vacation|abwesenheit|automatische antwort|réponse automatique|respuesta automática|\[?自動(?:返信|応答))/i;

function header(headers, name) {
  const found = headers.find(([key]) => key === name);
  return found ? found[1] : '';
}

/** Does a mail with these headers come from a machine that reports, or say in its subject that it does? */
export function looksLikeReport(headers, contentType) {
  return (
    contentType === 'multipart/report' ||
    DAEMON.test(header(headers, 'from')) ||
    (BOUNCE_SUBJECT.test(header(headers, 'subject')) && !ANSWERING.test(header(headers, 'subject'))) ||
    header(headers, 'x-failed-recipients') !== ''
  );
}

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
 * @param {object} seen `headers`, `contentType`, `reportType`, `kinds` (Set of signatures' kinds), `actions` (Set of
 *   Action fields, RFC 3464, 2.3.3), `refused` (a 4xx or 5xx code in a server's answer), `telling` (a pattern matched),
 *   `bare` (a paste without any header)
 * @returns {'bounce' | 'delay' | 'abuse-report' | 'auto-reply' | 'delivered' | 'other'}
 */
export function kindOf(seen) {
  const { headers, contentType, kinds, actions } = seen;
  const subject = header(headers, 'subject');
  if (seen.reportType === 'feedback-report' || kinds.has('abuse-report')) return 'abuse-report';
  if (actions.has('failed')) return 'bounce';
  if (actions.has('delayed')) return 'delay';
  if (seen.reportType === 'disposition-notification') return 'delivered';
  const report = looksLikeReport(headers, contentType) || kinds.has('bounce');
  if (actions.has('delivered') || (kinds.has('delivered') && !seen.refused)) return 'delivered';
  if (isAutoReply(headers, contentType) && !report && !seen.refused) return 'auto-reply';
  if (kinds.has('delay') || DELAY_SUBJECT.test(subject)) return 'delay';
  if (kinds.has('auto-reply') && !report && !seen.refused) return 'auto-reply';
  if (report || seen.refused) return 'bounce';
  return seen.telling && seen.bare ? 'bounce' : 'other';
}
