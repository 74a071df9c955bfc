// The list as a table for spreadsheets: a line for each recipient, and never a mail's text. May import the view's helpers.
import { Post } from '../answer/post.js';
import { codeRead } from '../reply.js';
import { stateOf } from '../status.js';
import { groupsOf, saidBy } from './said.js';

/** @import { Recipient } from '../../engine/types' */
/** @import { Place } from '../place.js' */
/** @import { Group } from '../values.js' */
/** @import { Row } from './types' */

const COLUMNS = [
  'time',
  'file',
  'recipient',
  'domain',
  'id',
  'cause',
  'sure',
  'code',
  'who',
  'wait',
  'address',
  'state',
  'link',
];
// What a spreadsheet would run as a formula.
const FORMULA = /^[=+\-@\t\r\n]/;

/** The table, and how many lines it has below its head. @param {Row[]} rows @param {Place} place */
export function csvOf(rows, place) {
  const lines = rows.flatMap((row) => linesOf(row, place));
  const head = COLUMNS.map((name) => place.say(`desk.csv_${name}`));
  // Spreadsheets take a file for UTF-8 by the mark at its start.
  const text = `\ufeff${[head, ...lines].map((line) => line.map(cellOf).join(',')).join('\r\n')}\r\n`;
  return { text, count: lines.length };
}

/** A cell: nothing in it is ever run, and what separates cells is quoted. @param {string} text */
export function cellOf(text) {
  const tame = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
}

/** @param {Row} row @param {Place} place @returns {string[][]} */
function linesOf(row, place) {
  const { kind } = stateOf(row.result, place.say);
  const groups = kind && kind !== 'delay' ? [] : groupsOf(row, place);
  const lines = groups.flatMap((group) => group.recipients.map((one) => lineOf(row, one, group, place)));
  return lines.length > 0 ? lines : [lineOf(row, null, null, place)];
}

/** @param {Row} row @param {Recipient | null} recipient @param {Group | null} group @param {Place} place */
function lineOf(row, recipient, group, place) {
  const { say, contents } = place;
  const match = recipient?.matches[0] || null;
  const article = match ? contents.articles[match.article] : null;
  const post =
    match && article && group
      ? new Post({ ...group, recipients: [recipient || group.recipients[0]], values: match.values }, article, place)
      : null;
  const address = recipient?.recipient || '';
  return [
    localTime(row.at),
    row.file,
    address,
    address.slice(address.lastIndexOf('@') + 1),
    match?.article || '',
    article ? article.headline : saidBy(row, place).cause,
    match ? say(`confidence.${match.confidence}`) : '',
    recipient ? codeRead(recipient) : '',
    article ? say(`facts.who_${article.acts}`) : '',
    article ? say(`facts.wait_${article.permanence}`) : '',
    recipient?.meant_domain ? say('facts.address_slip') : article ? say(`facts.address_${article.address}`) : '',
    say(`desk.state_${row.state}`),
    post ? post.url() : '',
  ];
}

/** A time that spreadsheets know and that sorts. @param {number} at */
function localTime(at) {
  const date = new Date(at);
  const two = (/** @type {number} */ n) => String(n).padStart(2, '0');
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-');
  return `${day} ${[date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':')}`;
}
