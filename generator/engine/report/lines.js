// The lines of a report: where they start, what they say without quoting, which of them are header lines.
// May import the pattern room's text.js. Works on the text, not on the stream.
import { LONGEST_LINE } from '../limits.js';
import { plain } from '../pattern/text.js';

/**
 * A line: offsets of what is left once quoting and outer white space are gone, that text with full-width letters as plain
 * ones, and how much white space stood in front.
 * @typedef {{start: number, end: number, text: string, indent: number}} Line
 */

const QUOTING = /^[ \t]*(?:>[ \t]?)+/;
const ARROWS = /^[ \t]*(?:>[ \t]?)*?>>> ?(?:RCPT|MAIL|DATA|EHLO|HELO|QUIT|\.\s*$)/;
const HEADER_LINE =
  /^(?:From|To|Cc|Subject|Date|Sent|Reply-To|Sender|差出人|宛先|件名|日付|日時|送信日時|送信者|返信先|Von|An|Betreff|Gesendet|Datum|De|À|Objet|Envoyé|Asunto|Para|Enviado)\s?[:：]/i;
const TECHNICAL_LINE =
  /^(?:Return-Path|Received|Message-ID|DKIM-Signature|DomainKey-Signature|X-Received|X-Google-[\w-]+|ARC-[\w-]+|Authentication-Results|Delivered-To|X-Mailer|References|In-Reply-To|X-Originating-IP|Received-SPF|X-MS-[\w-]+|Thread-[\w-]+|X-Apparently-From|List-[\w-]+|User-Agent)\s?:/i;
const PART_LINE = /^(?:MIME-Version|Content-[A-Za-z-]+)\s?:/i;
const OTHER_FIELD = /^[A-Za-z][\w-]{1,40}\s?:/;
const STATUS_LINE =
  /^(?:Reporting-MTA|Final-Recipient|Original-Recipient|X-Actual-Recipient|Action|Status|Diagnostic-Code|Remote-MTA|Arrival-Date|Last-Attempt-Date|Received-From-MTA|X-Failed-Recipients)\s?:/i;
const ADDRESS = '([^\\s<>()\\[\\],;:"@]{1,64}@[^\\s<>()\\[\\],;:"\'@]{1,250}?)';
const ADDRESS_LINE = new RegExp(
  `^(?:[*•・-]\\s{0,4}|(?:Recipient|To|宛先)\\s?[:：]\\s?)?["']?(?:<${ADDRESS}>|\\[${ADDRESS}\\]|${ADDRESS})["']?\\.?(?=$|[:;](?:\\s|$)|\\s*\\[|\\s*<mailto|\\s*\\((?!expanded)|\\s+on\\s|\\s*、|\\s+-\\s|\\s*\\.\\.\\.)`,
);
// `550 5.1.1 <taro@example.jp>... User unknown` in a transcript.
const ANSWER_LINE = new RegExp(
  `^(?:<<< ?)?[45]\\d\\d[ -](?:#?[45]\\.\\d{1,3}\\.\\d{1,3} )?(?:<${ADDRESS}>|${ADDRESS})(?=\\.\\.\\.|[:\\s])`,
);
// `Taro Suzuki (taro@example.jp)<mailto:taro@example.jp>`, as Exchange shows a recipient.
const MAILTO_LINE = new RegExp(
  `^[^<>@]{0,80}(?:[^\\s<>()@]{1,64}@[^\\s<>()@]{1,250}\\)?)?\\s?<mailto:${ADDRESS}>$`,
  'i',
);
// `Taro Suzuki <taro@example.jp>`, as Active!hunter shows a recipient, and as people sign.
const NAMED_LINE = new RegExp(`^[^<>@:;,()]{1,60}<${ADDRESS}>$`);
const SUBJECT =
  /^(?:Subject|Тема)\s?:|(?:件名|Betreff|Objet|Asunto|Oggetto|Assunto|Onderwerp|主题|主旨|제목)\s?[:：]/gi;
const LOG_LINE = new RegExp(`(\\*\\*|==)\\s${ADDRESS}(?:\\s|:)`);
const QMAIL_LOG = /delivery \d+: (?:failure|deferral): \S+_/i;

/** Lines of [start, end) of a text. @param {string} text @param {number} start @param {number} end @returns {Line[]} */
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

/** @param {string} text @param {number} start @param {number} end @returns {Line} */
function lineAt(text, start, end) {
  const raw = plain(text.slice(start, Math.min(end, start + LONGEST_LINE)));
  const quoting = ARROWS.test(raw) ? null : QUOTING.exec(raw);
  const from = quoting ? quoting[0].length : 0;
  const rest = raw.slice(from);
  const said = rest.trimStart();
  const indent = rest.length - said.length;
  return { start: start + from + indent, end, indent, text: said.trimEnd() };
}

/**
 * 'technical' (Received ...), 'shown' (From, Subject ...), 'part' (Content-Type ..., which a part of a report has too),
 * 'status' (a field of a notification, RFC 3464), 'field' (any other name with a colon) or '' for a line.
 * @param {Line} line
 */
export function headerKind(line) {
  if (!line.text.includes(':')) return '';
  if (STATUS_LINE.test(line.text)) return 'status';
  if (TECHNICAL_LINE.test(line.text)) return 'technical';
  if (HEADER_LINE.test(line.text)) return 'shown';
  if (PART_LINE.test(line.text)) return 'part';
  return OTHER_FIELD.test(line.text) ? 'field' : '';
}

/** The address that a line names as a recipient, by standing first and alone or before a colon, or null. @param {Line} line */
export function addressOf(line) {
  const logged = LOG_LINE.exec(line.text);
  const found = (line.text.includes('<mailto:') && MAILTO_LINE.exec(line.text)) || ADDRESS_LINE.exec(line.text);
  if (!found && !logged) return null;
  const address = (found ? found[1] || found[2] || found[3] : /** @type {RegExpExecArray} */ (logged)[2]).replace(
    /[.:;]+$/,
    '',
  );
  return /@[^@]*[^.\s]$/.test(address) ? address : null;
}

/** The address behind a name on a line of their own, or null. @param {Line} line */
export function namedOf(line) {
  const found = line.text.endsWith('>') && NAMED_LINE.exec(line.text);
  return found ? found[1] : null;
}

/** Where subjects of another mail start in a line, as offsets of the text: behind `件名:`. @param {Line} line */
export function subjectsOf(line) {
  return Array.from(line.text.matchAll(SUBJECT), (found) => line.start + found.index + found[0].length);
}

/** What a line of Exim's log says about its recipient: 'bounce' (`**`), 'delay' (`==`) or null. @param {Line} line */
export function loggedAs(line) {
  const found = LOG_LINE.exec(line.text);
  return found ? (found[1] === '**' ? 'bounce' : 'delay') : null;
}

/**
 * The text that is searched, offsets unchanged: full-width letters as plain ones, so that quoting and reply prefixes are
 * seen, and in a log of qmail, which writes answers without any space, white space for underscores.
 * @param {string} text
 */
export function searchable(text) {
  const flat = plain(text);
  return QMAIL_LOG.test(flat.slice(0, 100000).replace(/[\r\n]+/g, '')) ? flat.replace(/_/g, ' ') : flat;
}

/** The address that a server's answer names first, or null: `550 5.1.1 <taro@example.jp>... User unknown`. @param {Line} line */
export function answeredOf(line) {
  const found = ANSWER_LINE.exec(line.text);
  return found ? found[1] || found[2] : null;
}
