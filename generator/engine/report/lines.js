// The lines of a report: where they start, what they say without quoting, which of them are header lines.
// May import limits.js, the mail room's words.js and the pattern room's values.js. Works on the text, not on the stream.
/** @import { FieldWord, MailWords } from '../types.js' */
import { LONGEST_LINE } from '../limits.js';
import { shownField, subjectsShown } from '../mail/words.js';
import { untilProse } from '../pattern/values.js';

/**
 * A line: offsets of what is left once quoting and outer white space are gone, that text with full-width letters as plain
 * ones, and how much white space stood in front.
 * @typedef {{start: number, end: number, text: string, indent: number}} Line
 */

const QUOTED = /^[ \t]*>/;
const QUOTING = /^[ \t]*(?:>[ \t]?)+/;
const ARROWS = /^[ \t]*(?:>[ \t]?)*?>>> ?(?:RCPT|MAIL|DATA|EHLO|HELO|QUIT|\.\s*$)/;
const OTHER_FIELD = /^[A-Za-z][\w-]{1,40}\s?:/;
// Quotes of other scripts stand around an address, never in it.
const ADDRESS =
  '([^\\s<>()\\[\\]{},;:"@\u201c\u201d\u2018\u2019\u300c\u300d]{1,64}@[^\\s<>()\\[\\]{},;:"\'@\u201c\u201d\u2018\u2019\u300c\u300d]{1,250}?)';
const ADDRESS_LINE = new RegExp(
  `^(?:[*•・-]\\s{0,4})?{?["'\u201c\u2018\u300c]?(?:<${ADDRESS}>|\\[${ADDRESS}\\]|${ADDRESS})["'\u201d\u2019\u300d]?\\.?(?=$|[:;](?:\\s|$)|\\s*\\[|\\s*<mailto|\\s*\\((?!expanded)|\\s+on\\s|\\s*、|\\s+-\\s|\\s*\\.\\.\\.)`,
);
// `550 5.1.1 <taro@example.jp>... User unknown` in a transcript.
const ANSWER_LINE = new RegExp(
  `^(?:<<< ?)?[45]\\d\\d[ -](?:#?[45]\\.\\d{1,3}\\.\\d{1,3} )?(?:<${ADDRESS}>|${ADDRESS})(?=\\.\\.\\.|[:\\s])`,
);
// `Taro Suzuki (taro@example.jp)<mailto:taro@example.jp>` as mail programs show a recipient.
const MAILTO_LINE = new RegExp(
  `^[^<>@]{0,80}(?:[^\\s<>()@]{1,64}@[^\\s<>()@]{1,250}\\)?)?\\s?<mailto:${ADDRESS}>$`,
  'i',
);
// `Taro Suzuki <taro@example.jp>`: so recipients are shown, and so people sign.
const NAMED_LINE = new RegExp(`^[^<>@:;,()]{1,60}<${ADDRESS}>$`);
const COMMAND = /^[A-Z]+:/;
const LOGGED_ADDRESS = new RegExp(`\\s${ADDRESS}(?:\\s|:)`, 'y');

/** Lines of [start, end) of a text with full-width letters as plain ones. @param {string} text @param {number} start @param {number} end @returns {Line[]} */
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
  const raw = text.slice(start, Math.min(end, start + LONGEST_LINE));
  const quoting = QUOTED.test(raw) && !ARROWS.test(raw) ? QUOTING.exec(raw) : null;
  const from = quoting ? quoting[0].length : 0;
  const rest = raw.slice(from);
  const said = rest.trimStart();
  const indent = rest.length - said.length;
  return { start: start + from + indent, end, indent, text: said.trimEnd() };
}

/** The field that a line starts with, or null. @param {MailWords} words @param {Line} line @returns {FieldWord | null} */
export function fieldOf(words, line) {
  return shownField(words, line.text)?.field || null;
}

/**
 * 'technical' (Received ...), 'shown' (From, Subject ...), 'part' (Content-Type ..., which a part of a report has too),
 * 'status' (a field of a notification, RFC 3464), 'field' (any other name with a colon) or '' for a line.
 * @param {MailWords} words
 * @param {Line} line
 */
export function headerKind(words, line) {
  if (!line.text.includes(':')) return '';
  const roles = fieldOf(words, line)?.roles;
  if (roles?.has('status')) return 'status';
  // What a machine says of its own mail stands in a report's header rather than in an original's.
  if (roles?.has('technical') && !roles.has('automatic')) return 'technical';
  if (roles?.has('copied')) return 'shown';
  if (roles?.has('part')) return 'part';
  return OTHER_FIELD.test(line.text) ? 'field' : '';
}

/** The address that a line names as a recipient, by standing first and alone or before a colon, or null. @param {MailWords} words @param {Line} line */
export function addressOf(words, line) {
  const shown = shownField(words, line.text);
  // In capitals it is the end of a command, `RCPT TO:<taro@example.jp>`, that was wrapped.
  const isLabel = shown?.field.roles.has('recipient') && !COMMAND.test(line.text);
  const rest = shown && isLabel ? line.text.slice(shown.to).replace(/^\s/, '') : line.text;
  const found = (line.text.includes('<mailto:') && MAILTO_LINE.exec(line.text)) || ADDRESS_LINE.exec(rest);
  const said = found ? found[1] || found[2] || found[3] : loggedIn(words, line)?.address;
  if (!said) return null;
  const address = said.slice(0, untilProse(said)).replace(/[.:;]+$/, '');
  return /@[^@]*[^.\s]$/.test(address) ? address : null;
}

/** What a line of a server's log says by a mark before an address: of whom, and that it failed or waits; or null. @param {MailWords} words @param {Line} line */
export function loggedIn(words, line) {
  const { text } = line;
  for (const [mark, kind] of words.logMarks) {
    for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
      LOGGED_ADDRESS.lastIndex = at + mark.length;
      const found = LOGGED_ADDRESS.exec(text);
      if (found) return { kind, address: found[1] };
    }
  }
  return null;
}

/** The address behind a name on a line of their own, or null. @param {Line} line */
export function namedOf(line) {
  const found = line.text.endsWith('>') && NAMED_LINE.exec(line.text);
  return found ? found[1] : null;
}

/** Where subjects of another mail start in a line, as offsets of the text: behind the field's name. @param {MailWords} words @param {Line} line */
export function subjectsOf(words, line) {
  return subjectsShown(words, line.text).map((at) => line.start + at);
}

/** The address that a server's answer names first, or null: `550 5.1.1 <taro@example.jp>... User unknown`. @param {Line} line */
export function answeredOf(line) {
  const found = ANSWER_LINE.exec(line.text);
  return found ? found[1] || found[2] : null;
}
