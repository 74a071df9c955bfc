// Where recipients' blocks and servers' answers start and end in a report.
// May import lines.js and places.js. Gives each event its place; recipients.js says what follows from it.
/** @import { FrameHit, Findings, MailWords, Span, Range, CodeHit } from '../types.js' */
/** @import { Text } from '../pattern/text.js' */
/** @import { Line } from './lines.js' */
/** @import { Event } from './recipients.js' */
import { addressOf, answeredOf, namedOf } from './lines.js';
import { firstFrom } from './places.js';

// A notification's fields about one recipient are a short paragraph.
export const LONGEST_PARAGRAPH = 400;
const ORDER = { skip: 0, blank: 1, stop: 2, shared: 3, anchor: 4, response: 5 };

/** Where the paragraph of a notification starts that has something at `at`. @param {number[]} blanks ascending @param {number} at @param {number} floor */
function paragraphStart(blanks, at, floor) {
  const before = blanks[firstFrom(blanks, at + 1) - 1];
  return before === undefined || before < floor || at - before > LONGEST_PARAGRAPH ? at : before;
}

/** Where the words about an address start: behind its colon, or below it and indented deeper; or -1. @param {MailWords} words @param {Line[]} lines @param {number} index @param {string} rest @param {number} end */
function answerBehind(words, lines, index, rest, end) {
  const colon = /^[>"']*\s*(?::|\.\.\.|[[(])\s*/.exec(rest);
  if (colon && colon[0].length < rest.length) return end + colon[0].length;
  const next = lines[index + 1];
  if (!next || next.text === '' || addressOf(words, next) || !(colon || next.indent > lines[index].indent)) return -1;
  return next.start;
}

/** In a transcript the reporter's own line follows what a server answered (`<<<`), often with another code and cause. @param {Text} text @param {Range[]} transcripts @param {CodeHit} code */
function isEcho(text, transcripts, code) {
  const at = text.starts[code.from];
  const inside = transcripts.some((one) => one.start <= at && at < one.end);
  return inside && /[\r\n][ \t>]*$/.test(text.text.slice(Math.max(0, at - 40), at));
}

/**
 * @typedef {object} Situation what is known of the report so far
 * @property {MailWords} words
 * @property {boolean} isReport it is a report, not a mail that mentions one
 * @property {Range[]} transcripts stretches with `<<<` answers in them
 * @property {Span[]} skipped stretches that don't count
 */

/** Collects the events of one report. */
class Collector {
  /** @param {Text} text @param {Line[]} lines @param {Findings} found @param {Situation} situation */
  constructor(text, lines, found, situation) {
    this.text = text;
    this.lines = lines;
    this.found = found;
    this.situation = situation;
    /** @type {Event[]} */
    this.list = [];
    this.blanks = lines.filter((line) => line.text === '').map((line) => text.unitAt(line.end));
    // The paragraphs of a notification don't reach back over this.
    this.floor = -1;
  }

  collect() {
    for (const at of this.blanks) this.list.push({ at, type: 'blank' });
    for (const range of this.situation.skipped) this.list.push({ at: range.from, type: 'skip', ends: range.to });
    for (const hit of this.found.frames) this.frame(hit);
    for (const code of this.found.codes) {
      if (code.kind !== 'reply') continue;
      const echo = isEcho(this.text, this.situation.transcripts, code);
      this.list.push({ at: code.from, type: 'response', weak: true, echo });
    }
    this.addresses();
    return this.list.sort((a, b) => a.at - b.at || ORDER[a.type] - ORDER[b.type]);
  }

  /** @param {FrameHit} hit */
  frame(hit) {
    const { says, only } = hit.frame;
    const { recipient } = hit.values;
    const field = says.has('recipient-field');
    if ((field || says.has('recipient')) && recipient) {
      this.list.push({
        at: field ? paragraphStart(this.blanks, hit.from, this.floor) : hit.from,
        type: 'anchor',
        to: recipient.to,
        address: this.text.value(recipient),
        paragraph: field,
        fallback: only === 'otherwise',
      });
      if (field) this.floor = hit.to;
    }
    if (says.has('answer-ends')) this.list.push({ at: hit.from, type: 'stop' });
    if (says.has('common')) this.list.push({ at: hit.from, type: 'shared' });
    if (says.has('answer-here')) this.list.push({ at: hit.from, type: 'response', weak: true });
    const starts = says.has('answer') || says.has('diagnostic');
    if (starts && !(only === 'report' && !this.situation.isReport)) this.list.push({ at: hit.to, type: 'response' });
  }

  /** Addresses that stand where a recipient is named. */
  addresses() {
    const { text, lines } = this;
    const { words } = this.situation;
    const codeEnds = new Set(this.found.codes.map((code) => code.to));
    let firstAnswer = Infinity;
    for (const event of this.list) if (event.type === 'response') firstAnswer = Math.min(firstAnswer, event.at);
    lines.forEach((line, index) => {
      if (!line.text.includes('@')) return;
      const at = text.unitAt(line.start);
      const named = addressOf(words, line);
      // Above the first answer a name with an address is a recipient; below it somebody may sign so.
      const signed = !named && this.situation.isReport && at < firstAnswer ? namedOf(line) : null;
      const address = named || signed || answeredOf(line);
      if (!address) return;
      const end = line.start + line.text.indexOf(address) + address.length;
      const rest = line.text.slice(end - line.start);
      // "550 5.1.1", and on the next line "<hanako@example.jp>: Sender address rejected": still the answer.
      if (named && codeEnds.has(at) && /[^\W_]/.test(rest)) return;
      const to = text.unitAt(end);
      const { indent } = line;
      this.list.push({ at, type: 'anchor', to, address, indent, known: !named && !signed, fallback: !!signed });
      const said = named && this.situation.isReport ? answerBehind(words, lines, index, rest, end) : -1;
      if (said >= 0) this.list.push({ at: text.unitAt(said), type: 'response', weak: true });
    });
  }
}

/**
 * What happens in a report, in the order of the stream, for `sweep`.
 * @param {Text} text
 * @param {Line[]} lines that count
 * @param {Findings} found that counts
 * @param {Situation} situation
 * @returns {Event[]}
 */
export function eventsOf(text, lines, found, situation) {
  return new Collector(text, lines, found, situation).collect();
}
