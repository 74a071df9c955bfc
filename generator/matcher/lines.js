// The lines of a report: where they start, what they say without quoting, which of them are header lines.
// May import nothing. Works on the text, not on the stream.

const QUOTING = /^[ \t]*(?:>[ \t]?)+/;
const ARROWS = /^[ \t]*(?:>[ \t]?)*?>>> ?(?:RCPT|MAIL|DATA|EHLO|HELO|QUIT|\.)/;
const HEADER_LINE = /^(?:From|To|Cc|Subject|Date|Sent|Reply-To|Sender|差出人|宛先|件名|日付|日時|送信日時|送信者|返信先|Von|An|Betreff|Gesendet|Datum|De|À|Objet|Envoyé|Asunto|Para|Enviado)\s?[:：]/i;
const TECHNICAL_LINE = /^(?:Return-Path|Received|Message-ID|DKIM-Signature|DomainKey-Signature|X-Received|X-Google-[\w-]+|ARC-[\w-]+|Authentication-Results|MIME-Version|Delivered-To|Content-Type|Content-Transfer-Encoding|X-Mailer|References|In-Reply-To|X-Originating-IP|Received-SPF|X-MS-[\w-]+|Thread-[\w-]+|X-Apparently-From|List-[\w-]+|User-Agent)\s?:/i;
const OTHER_FIELD = /^[A-Za-z][\w-]{1,40}\s?:/;
const STATUS_LINE = /^(?:Reporting-MTA|Final-Recipient|Original-Recipient|X-Actual-Recipient|Action|Status|Diagnostic-Code|Remote-MTA|Arrival-Date|Last-Attempt-Date|Received-From-MTA|X-Failed-Recipients)\s?:/i;
const ADDRESS = '([^\\s<>()\\[\\],;:"@]{1,64}@[^\\s<>()\\[\\],;:"\'@]{1,250}?)';
const ADDRESS_LINE = new RegExp(
  `^(?:[*•・-]\\s{0,4}|(?:Recipient|To|宛先)\\s?[:：]\\s?)?["']?(?:<${ADDRESS}>|${ADDRESS})["']?\\.?(?=$|[:;](?:\\s|$)|\\s*\\[|\\s*<mailto|\\s*\\((?!expanded)|\\s+on\\s|\\s+-\\s|\\s*\\.\\.\\.)`);
const LOG_LINE = new RegExp(`(?:\\*\\*|==)\\s${ADDRESS}(?:\\s|:)`);

/** Lines of [start, end) as {start, end, text}: offsets of what is left once quoting and outer white space are gone. */
export function linesOf(text, start, end) {
  const lines = [];
  let at = start;
  while (at < end) {
    let stop = at;
    while (stop < end && text.charCodeAt(stop) !== 10 && text.charCodeAt(stop) !== 13) stop++;
    lines.push(lineAt(text, at, stop));
    if (text.charCodeAt(stop) === 13 && text.charCodeAt(stop + 1) === 10) stop++;
    at = stop + 1;
  }
  return lines;
}

function lineAt(text, start, end) {
  // No line that means something to us is longer, and a file may be one line of megabytes.
  const raw = text.slice(start, Math.min(end, start + 2000));
  const quoting = ARROWS.test(raw) ? null : QUOTING.exec(raw);
  const from = quoting ? quoting[0].length : 0;
  const rest = raw.slice(from);
  const said = rest.trimStart();
  return { start: start + from + rest.length - said.length, end, indented: said !== rest, text: said.trimEnd() };
}

/**
 * 'technical' (Received ...), 'shown' (From, Subject ...), 'status' (a field of a notification, RFC 3464), 'field' (any
 * other name with a colon) or '' for a line.
 */
export function headerKind(line) {
  if (STATUS_LINE.test(line.text)) return 'status';
  if (TECHNICAL_LINE.test(line.text)) return 'technical';
  if (HEADER_LINE.test(line.text)) return 'shown';
  return OTHER_FIELD.test(line.text) ? 'field' : '';
}

/** The address that a line names as a recipient, by standing first and alone or before a colon, or null. */
export function addressOf(line) {
  const found = ADDRESS_LINE.exec(line.text) || LOG_LINE.exec(line.text);
  if (!found) return null;
  const address = (found[1] || found[2]).replace(/[.:;]+$/, '');
  return /@[^@]*[^.\s]$/.test(address) ? address : null;
}
