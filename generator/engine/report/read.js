// From a text and what was found in it to recipient blocks: who was refused, by whom, and in which words.
// May import its own room, limits.js, the mail room's words.js and the pattern room's text. Never ranks.
/** @import { FieldWord, FrameHit, Findings, Kind, MailWords, Range, Report, Span } from '../types.js' */
/** @import { Line } from './lines.js' */
/** @import { Headers } from './kind.js' */
/** @import { Concepts } from '../concept/rules.js' */
/** @import { Signals } from '../concept/signals.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Text } from '../pattern/text.js' */
import { Signs } from '../concept/signals.js';
import { fieldWithin, isMentioned, isTelling, shownField } from '../mail/words.js';
import { blocksOf, hostOf } from './blocks.js';
import { eventsOf, LONGEST_PARAGRAPH } from './events.js';
import { header, kindOf, looksLikeReport, valueFor } from './kind.js';
import { fieldOf, linesOf, loggedIn, subjectsOf } from './lines.js';
import { findOriginal } from './original.js';
import { insideAny, merged } from './places.js';
import { deal, sweep } from './recipients.js';
import { reporterOf } from './reporter.js';
import { isUnlike } from './unlike.js';

const LONG_LINE = 300;
const USUAL_SUBJECT = 80;
const LONGEST_NAME = 40;
/** Units of a sentence that somebody copied out of a window or a notice, with nothing around it. */
const LONGEST_SENTENCE = 110;
/** Units of somebody's whole notice that a mail did not arrive, in words of their own. */
const LONGEST_NOTICE = 1500;
/** Units of an answer: a code and a word or two. */
const SHORTEST_ANSWER = 10;
/** Kinds of mail beside which a reader's own words are answered; to a fraud there is nothing to add. @type {Set<Kind>} */
const ASKED = new Set(['bounce', 'delay', 'question', 'other']);
// A paste shows its header lines at its start.
const MOST_SHOWN_HEADERS = 12;

/** Does a header field tell what kind of mail this is? @param {FieldWord} field */
function tellsKind({ name, roles }) {
  return (
    name === 'from' || name === 'subject' || roles.has('failed') || roles.has('automatic') || roles.has('auto-reply')
  );
}

/** Can a field follow a subject? @param {FieldWord} field */
function isOther({ roles }) {
  return !roles.has('subject') && (roles.has('copied') || roles.has('technical') || roles.has('part'));
}

/** The header lines that a paste shows at its start, where it has no header block. @param {MailWords} words @param {Line[]} lines */
function shownHeaders(words, lines) {
  /** @type {Headers} */
  const shown = [];
  for (const line of lines.slice(0, MOST_SHOWN_HEADERS)) {
    const found = shownField(words, line.text);
    if (found && tellsKind(found.field)) shown.push([found.field.name, line.text.slice(found.to).trimStart()]);
  }
  return shown;
}

/** Does a paste start with header lines? Below a notice's first sentence they are its details: whom it was for, who wrote it. @param {MailWords} words @param {Line[]} lines */
function startsAsMail(words, lines) {
  const first = lines.find((line) => line.text !== '');
  return !!first && shownField(words, first.text) !== null;
}

/** Numbers of several lists in order. @param {number[]} numbers */
function ascending(numbers) {
  return numbers.sort((a, b) => a - b);
}

/** Header lines and returned originals of a paste. @param {MailWords} words @param {Text} text @param {Line[]} lines @param {Findings} found */
function split(words, text, lines, found) {
  const pick = (/** @type {(hit: FrameHit) => boolean} */ wanted) =>
    found.frames.filter(wanted).map((hit) => text.starts[hit.from]);
  const said = ascending(pick(isSaid).concat(found.codes.map((code) => text.starts[code.from])));
  return findOriginal(words, lines, {
    signs: ascending(said.concat(found.hits.map((hit) => text.starts[hit.from]))),
    said,
    frames: pick(({ frame }) => frame.kind === 'bounce' || frame.kind === 'delay'),
    markers: pick(({ frame }) => frame.says.has('original')),
    resumes: pick(({ frame }) => frame.says.has('report')),
  });
}

/** Is a frame a sign that here somebody reports? @param {FrameHit} hit */
function isSaid({ frame: { says, kind } }) {
  return (
    kind !== null ||
    says.has('answer') ||
    says.has('diagnostic') ||
    says.has('recipient') ||
    says.has('recipient-field')
  );
}

/** Finds which addresses name the same person: Final-Recipient and Original-Recipient of one paragraph (RFC 3464, 2.3.1 and 2.3.2). */
class Aliases {
  constructor() {
    /** @type {Map<string, string>} */
    this.map = new Map();
    /** Original recipients whose final one is still to come. @type {string[]} */
    this.waiting = [];
    this.final = '';
    this.finalAt = 0;
  }

  /** @param {string} address @param {number} at */
  addFinal(address, at) {
    this.final = address;
    this.finalAt = at;
    for (const other of this.waiting) if (other !== address) this.map.set(other, address);
    this.waiting = [];
  }

  /** @param {string} address @param {number} at */
  addOriginal(address, at) {
    if (!this.final || at - this.finalAt >= LONGEST_PARAGRAPH) this.waiting.push(address);
    else if (address !== this.final) this.map.set(address, this.final);
  }
}

/** Addresses by a better known one, in small letters. @param {Text} text @param {FrameHit[]} frames */
function aliasesOf(text, frames) {
  const aliases = new Aliases();
  for (const { frame, values, from } of frames) {
    if (frame.says.has('recipient-field')) {
      if (values.recipient) aliases.addFinal(text.value(values.recipient).toLowerCase(), from);
    } else if (frame.says.has('alias-field') && values.original) {
      aliases.addOriginal(text.value(values.original).toLowerCase(), from);
    }
  }
  return aliases.map;
}

/** Where transcripts with a server's answer stand: from the first `<<<` to the blank line after the last. @param {string} text @returns {Range[]} */
function transcriptsIn(text) {
  const start = text.search(/<<< ?[45]\d\d[ -]/);
  if (start < 0) return [];
  const last = text.lastIndexOf('<<<');
  const blank = text.slice(last).search(/\n[ \t>]*\r?\n/);
  return [{ start, end: blank < 0 ? text.length : last + blank }];
}

/** Where a quoted subject ends that starts at the beginning of `rest`: with its line, or sooner where the lines are lost. @param {MailWords} words @param {string} rest @param {number} most how far to look for what follows it */
function subjectLength(words, rest, most) {
  const line = /^[ \t]*(?:\r\n|\r|\n)?.*/.exec(rest)?.[0] ?? '';
  if (line.length < LONG_LINE) return line.length;
  const next = fieldWithin(words, line.slice(0, most), isOther);
  return next < 0 ? USUAL_SUBJECT : next;
}

/** Where the bracket ends in which a subject is quoted: あなたのメール（件名：ご案内）は. @param {string} before @param {string} rest @returns {number} */
function bracketEnd(before, rest) {
  const opened = /[（(](?=[^（(）)\r\n]{0,20}$)/.exec(before);
  return opened ? rest.search(/[）)]/) : -1;
}

/** Where the returned mail's subject is quoted: to its end, or to the next words of the reporter or of a server. @param {MailWords} words @param {Text} text @param {Line[]} lines @param {Findings} found @returns {Span[]} */
function subjects(words, text, lines, { frames, codes }) {
  const starts = ascending(
    frames
      .filter((hit) => hit.frame.says.has('subject'))
      .map((hit) => text.endOf(hit.to))
      .concat(lines.flatMap((line) => subjectsOf(words, line))),
  );
  if (!starts.length) return [];
  const marks = ascending(
    frames.map((hit) => hit.from).concat(codes.filter((code) => code.kind === 'reply').map((code) => code.from)),
  );
  let next = 0;
  return starts.flatMap((start) => {
    const rest = text.text.slice(start, start + LONG_LINE);
    if (isTelling(words, rest) || isMentioned(words, text.text.slice(Math.max(0, start - 60), start))) return [];
    const from = text.unitAt(start);
    while (next < marks.length && marks[next] < from) next++;
    // Behind the next mark only the end of a field's name is of use, which may start before it.
    const room = next < marks.length ? text.startOf(marks[next]) - start + LONGEST_NAME : LONG_LINE;
    const length = subjectLength(words, rest, room);
    const bracket = bracketEnd(text.text.slice(Math.max(0, start - 24), start), rest);
    const end = text.unitAt(start + (bracket >= 0 ? Math.min(bracket, length) : length));
    return [{ from, to: next < marks.length ? Math.min(end, marks[next]) : end }];
  });
}

/** Header ranges without the line of the subject, where it is the reporter's own and tells the cause. @param {MailWords} words @param {Text} text @param {Line[]} lines @param {Span[]} ranges @returns {Span[]} */
function withoutSubject(words, text, lines, ranges) {
  const told = lines.filter((line) => fieldOf(words, line)?.name === 'subject');
  return ranges.flatMap((range) => {
    const line = told.find(({ start }) => insideAny([range], text.unitAt(start)));
    if (!line) return [range];
    return [
      { from: range.from, to: text.unitAt(line.start) },
      { from: text.unitAt(line.end), to: range.to },
    ];
  });
}

/** What counts: outside the skipped stretches, and under the conditions of its frame. @param {Text} text @param {Findings} raw @param {Span[]} skipped @param {boolean} machine @returns {Findings} */
function counting(text, raw, skipped, machine) {
  const kept = (/** @type {Span} */ hit) => !insideAny(skipped, hit.from);
  const telling = (/** @type {FrameHit} */ hit) =>
    (hit.frame.only !== 'alone' || text.standsAlone(hit)) && (hit.frame.only !== 'machine' || machine);
  // A port or a line of a program looks like a reply code.
  const numbers = merged(
    raw.frames.filter(({ frame }) => frame.says.has('number')).map(({ from, to }) => ({ from, to: to + 1 })),
  );
  return {
    frames: raw.frames.filter((hit) => kept(hit) && telling(hit)),
    hits: raw.hits.filter(kept),
    names: raw.names.filter(kept),
    codes: raw.codes.filter((code) => kept(code) && !insideAny(numbers, code.from)),
  };
}

/** Who failed, as the mail says once for all of it, or null. @param {MailWords} words @param {Text} text @param {Headers} headers @param {FrameHit[]} frames */
function failedOf(words, text, headers, frames) {
  const said = valueFor(words, headers, 'failed');
  if (said) return said.split(',')[0].trim();
  const named = frames.find((hit) => hit.frame.says.has('failed'));
  return named ? text.value(named.values.recipient) : null;
}

/** The stretches of a paste that are no report's words, and where the original stands. @param {MailWords} words @param {Text} text @param {Line[]} lines @param {Headers} headers @param {Findings} raw */
function skippedIn(words, text, lines, headers, raw) {
  const spans = (/** @type {Range[]} */ list) =>
    list.map((range) => ({ from: text.unitAt(range.start), to: text.unitAt(range.end) }));
  const parts = split(words, text, lines, raw);
  const originals = spans(parts.originals);
  const shown = spans(parts.headers);
  const own = isTelling(words, header(headers, 'subject')) ? withoutSubject(words, text, lines, shown) : shown;
  return { originals, skipped: merged(originals.concat(own, subjects(words, text, lines, raw))) };
}

/** Does a text without a letter's header lines say what happened to a mail, without a known reporter's form? @param {Text} text @param {FrameHit[]} frames @param {string | null} reporter @param {Signs} signs @param {boolean} refused */
function isPlain(text, frames, reporter, signs, refused) {
  // A way of naming a recipient, all that was found of a reporter, is one that others share.
  const reports = reporter !== null && frames.some(({ frame }) => frame.kind !== null || frame.says.has('answer'));
  return !reports && text.length < LONGEST_NOTICE && (signs.has('undelivered') || refused);
}

/** The domain of the address in a field; of several, of the last. @param {string} value */
function domainIn(value) {
  return /.*@([\w.-]+)/.exec(value)?.[1] || null;
}

/** May a text that looks like no report be somebody's sentence about a mail that failed? @param {Text} text @param {Signs} signs */
function isSentence(text, signs) {
  if (signs.isElsewhere || !signs.has('mailing')) return false;
  return signs.has('undelivered') || (signs.points === 0 && text.length < LONGEST_SENTENCE);
}

/**
 * Read a report.
 * @param {Text} text
 * @param {Findings} raw everything that was found in it, each list in the order of the stream
 * @param {{words: MailWords, signals: Signals, concepts: Concepts}} index
 * @param {Meter} meter
 * @returns {Report}
 */
export function readReport(text, raw, { words, signals, concepts }, meter) {
  const { doc } = text;
  const lines = doc.regions
    .filter((region) => region.role !== 'original' && region.role !== 'header')
    .flatMap((region) => linesOf(text.plain, region.start, region.end));
  meter.take(doc.text.length);
  const headers = doc.headers.length ? doc.headers : shownHeaders(words, lines);
  const { originals, skipped } = skippedIn(words, text, lines, headers, raw);
  const fromMachine = looksLikeReport(words, headers, doc.contentType);
  const machine = fromMachine || !headers.some(([name]) => name === 'from');
  const found = counting(text, raw, skipped, machine);
  const kept = lines.filter((line) => !insideAny(skipped, text.unitAt(line.start)));
  /** @type {Set<Kind | null>} */
  const kinds = new Set(found.frames.map((hit) => hit.frame.kind));
  for (const line of kept) kinds.add(loggedIn(words, line)?.kind || null);
  const situation = {
    words,
    isReport: fromMachine || kinds.has('bounce') || kinds.has('delay'),
    transcripts: transcriptsIn(doc.text),
    skipped,
  };
  const events = eventsOf(text, kept, found, situation);
  const swept = sweep(events, text.length, aliasesOf(text, found.frames), meter);
  deal(swept.pieces, found, meter);
  // What is copied out of a mail program often starts with the subject, without a label.
  const firstLine = kept.find((line) => line.text !== '');
  const reporter = reporterOf(found.frames);
  const refused = found.codes.some((code) => code.code[0] !== '2');
  // A real notification is what it says, whatever else stands in it; so is a known reporter, whatever it returns.
  const notified = doc.reportType === 'delivery-status' && doc.regions.some(({ role }) => role === 'status');
  const signs = notified
    ? new Signs()
    : signals.read(text, header(headers, 'subject'), originals, reporter !== null, meter);
  const isLetter = doc.headers.length > 0 || (headers.length > 0 && startsAsMail(words, lines));
  // Words that are all somebody pasted are read more kindly than words of a letter.
  const isOneSentence = headers.length === 0 && text.length < LONGEST_SENTENCE;
  const kind = kindOf({
    words,
    headers: headers.length || !firstLine ? headers : [['subject', firstLine.text]],
    contentType: doc.contentType,
    reportType: doc.reportType,
    kinds,
    actions: new Set(found.frames.map((hit) => hit.frame.action)),
    refused,
    telling: found.hits.some(({ kind }) => kind !== 'near' || isOneSentence),
    bare: headers.length === 0,
    reported: reporter !== null,
    named: swept.blocks.some(({ address }) => address !== null),
    answered: swept.pieces.some((piece) => piece.response && piece.to - piece.from > SHORTEST_ANSWER),
    isLong: text.length >= LONGEST_SENTENCE,
    errors: swept.blocks.length < 2 && !fromMachine && isUnlike(text, found, kinds.has('bounce'), concepts, meter),
    signs,
  });
  return {
    kind,
    // A report as it came has nothing of the reader's in it.
    signs: kind === 'suspicious' ? signs.places : [],
    claimed: kind === 'suspicious' ? domainIn(header(headers, 'from')) : null,
    asks: ASKED.has(kind) && !(doc.headers.length > 0 && fromMachine) ? signs.asked : [],
    isPlain: !isLetter && isPlain(text, found.frames, reporter, signs, refused),
    isSentence: !isLetter && kind === 'other' && isSentence(text, signs),
    reporter,
    reporting: hostOf(text, found.frames, 'reporting'),
    blocks: blocksOf(text, failedOf(words, text, headers, found.frames), swept, meter),
    pieces: swept.pieces,
    originals,
  };
}
