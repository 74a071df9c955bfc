// From a readable view to recipient blocks: who was refused, by whom, and in which words.
// May import its own kind (blocks, events, lines, places, original, recipients, kind). Never ranks.
import { blocksOf, hostOf } from './blocks.js';
import { eventsOf } from './events.js';
import { linesOf, loggedAs, subjectsOf } from './lines.js';
import { insideAny, merged, standsAlone, unitAt, valueText } from './places.js';
import { findOriginal } from './original.js';
import { deal, sweep } from './recipients.js';
import { kindOf, looksLikeReport } from './kind.js';

const LONG_LINE = 300;
const USUAL_SUBJECT = 80;
// "Your message has a Subject: header that ..." is a server's sentence.
const MENTIONED =
  /\b(?:an?|the|your|its|no|of|in|with|without|empty|missing|invalid|blank|this)\s+["']?Subject\s?:\s*$/i;
const NEXT_FIELD =
  /\s(?:Date|From|To|Cc|Sent|Message-ID|MIME-Version|Content-Type|差出人|宛先|日時|日付|送信日時)\s?[:：]/i;
const SUBJECT =
  /^(?:returned mail|delivery failure|mail delivery failed|undeliverable mail|warning|failure notice)\s*(?::|--)/i;

function shownHeaders(doc, lines) {
  if (doc.headers.length) return doc.headers;
  const shown = [];
  for (const line of lines.slice(0, 12)) {
    const found = /^(from|subject|auto-submitted|x-failed-recipients|差出人|件名)\s?[:：]\s*(.*)$/i.exec(line.text);
    if (found) shown.push([{ 差出人: 'from', 件名: 'subject' }[found[1]] || found[1].toLowerCase(), found[2]]);
  }
  return shown;
}

function split(doc, stream, lines, found) {
  const pick = (wanted) =>
    found.signatures.filter((hit) => wanted(hit.entry.signature)).map((hit) => stream.starts[hit.from]);
  const inOrder = (offsets) => offsets.sort((a, b) => a - b);
  const said = pick((s) => s.kind || s.response || s.recipient).concat(
    found.codes.map((code) => stream.starts[code.from]),
  );
  const parts = findOriginal(lines, {
    signs: inOrder(said.concat(found.hits.map((hit) => stream.starts[hit.from]))),
    said: inOrder(said),
    frames: inOrder(pick((s) => s.kind === 'bounce' || s.kind === 'delay')),
    markers: inOrder(pick((s) => s.original)),
    resumes: inOrder(pick((s) => s.resumes)),
  });
  const ranges = (list) => list.map((range) => ({ from: unitAt(stream, range.start), to: unitAt(stream, range.end) }));
  return { headers: ranges(parts.headers), originals: ranges(parts.originals) };
}

/** Final-Recipient and Original-Recipient of one paragraph name the same person (RFC 3464, 2.3.1 and 2.3.2). */
function aliasesOf(doc, stream, signatures) {
  const aliases = new Map();
  let final = null;
  let finalAt = 0;
  let waiting = [];
  for (const hit of signatures) {
    const { signature } = hit.entry;
    if (!signature.block) continue;
    const value = hit.values.recipient || hit.values.original;
    const address = value ? valueText(doc, stream, value).toLowerCase() : null;
    if (!address) continue;
    if (signature.recipient) {
      final = address;
      finalAt = hit.from;
      for (const other of waiting) if (other !== final) aliases.set(other, final);
      waiting = [];
    } else if (final && hit.from - finalAt < 400) {
      if (address !== final) aliases.set(address, final);
    } else waiting.push(address);
  }
  return aliases;
}

/** Where transcripts with a server's answer stand: from the first `<<<` to the blank line after the last. */
function transcriptsIn(text) {
  const first = text.search(/<<< ?[45]\d\d[ -]/);
  if (first < 0) return [];
  const last = text.lastIndexOf('<<<');
  const blank = text.slice(last).search(/\n[ \t>]*\r?\n/);
  return [{ from: first, to: blank < 0 ? text.length : last + blank }];
}

/** Where a quoted subject ends that starts at the beginning of `rest`: with its line, or sooner where the lines are lost. */
function subjectLength(rest) {
  const line = /^[ \t]*(?:\r\n|\r|\n)?.*/.exec(rest)[0];
  if (line.length < LONG_LINE) return line.length;
  const next = line.search(NEXT_FIELD);
  return next < 0 ? USUAL_SUBJECT : next;
}

/** Where the returned mail's subject is quoted: to its end, or to the next words of the reporter or of a server. */
function subjects(doc, stream, lines, { signatures, codes }) {
  const starts = signatures
    .filter((hit) => hit.entry.signature.subject)
    .map((hit) => stream.ends[hit.to - 1])
    .concat(lines.flatMap(subjectsOf))
    .sort((a, b) => a - b);
  const marks = signatures
    .concat(codes.filter((code) => code.kind === 'reply'))
    .map((hit) => hit.from)
    .sort((a, b) => a - b);
  let next = 0;
  return starts.flatMap((start) => {
    const rest = doc.text.slice(start, start + LONG_LINE);
    if (SUBJECT.test(rest.trimStart()) || MENTIONED.test(doc.text.slice(Math.max(0, start - 60), start))) return [];
    const from = unitAt(stream, start);
    while (next < marks.length && marks[next] < from) next++;
    const end = unitAt(stream, start + subjectLength(rest));
    return [{ from, to: next < marks.length ? Math.min(end, marks[next]) : end }];
  });
}

/**
 * Read a report.
 * @param {object} doc the readable view: `text`, `regions`, `headers`, `contentType`, `reportType`
 * @param {object} stream its stream
 * @param {object} raw `signatures`, `hits`, `names` (all from `findAll`) and `codes`, in the order of the stream
 * @returns {{kind: string, reporting: string | null, blocks: object[], pieces: object[], originals: object[]}} `pieces`
 *   says which stretch of the stream belongs to whom, `originals` where the returned message stands in the stream
 */
export function readReport(doc, stream, raw) {
  const lines = doc.regions
    .filter((region) => region.role !== 'original' && region.role !== 'header')
    .flatMap((region) => linesOf(doc.text, region.start, region.end));
  const headers = shownHeaders(doc, lines);
  const parts = split(doc, stream, lines, raw);
  const subject = headers.find(([name]) => name === 'subject');
  const own = SUBJECT.test(subject ? subject[1] : '') ? withoutSubject(doc, stream, parts.headers) : parts.headers;
  const skipped = merged(parts.originals.concat(own, subjects(doc, stream, lines, raw)));
  const keep = (list) => list.filter((hit) => !insideAny(skipped, hit.from));
  const machine = !headers.some(([name]) => name === 'from') || looksLikeReport(headers, doc.contentType);
  const telling = ({ entry: { signature }, ...hit }) =>
    (!signature.heading || standsAlone(doc, stream, hit)) && (!signature.broad || machine);
  const found = {
    signatures: keep(raw.signatures).filter(telling),
    hits: keep(raw.hits),
    names: keep(raw.names),
    codes: keep(raw.codes),
  };
  const kept = lines.filter((line) => !insideAny(skipped, unitAt(stream, line.start)));
  const kinds = new Set(
    found.signatures
      .map((h) => h.entry.signature.kind)
      .concat(kept.map(loggedAs))
      .filter(Boolean),
  );
  found.bounce = looksLikeReport(headers, doc.contentType) || kinds.has('bounce') || kinds.has('delay');
  const failed = headers.find(([name]) => name === 'x-failed-recipients');
  const named = found.signatures.find((h) => h.entry.signature.failed);
  found.failed = failed
    ? failed[1].split(',')[0].trim()
    : named
      ? valueText(doc, stream, named.values.recipient)
      : null;
  found.transcripts = transcriptsIn(doc.text);
  const swept = sweep(
    eventsOf(doc, stream, kept, found, skipped),
    stream.length,
    aliasesOf(doc, stream, found.signatures),
  );
  for (const name of ['signatures', 'hits', 'codes', 'names']) deal(swept.pieces, name, found[name]);
  // What is copied out of a mail program often starts with the subject, without a label.
  const firstLine = kept.find((line) => line.text !== '');
  const kind = kindOf({
    headers: headers.length || !firstLine ? headers : [['subject', firstLine.text]],
    contentType: doc.contentType,
    reportType: doc.reportType,
    kinds,
    actions: new Set(found.signatures.map((h) => h.entry.signature.action).filter(Boolean)),
    refused: found.codes.some((code) => code.code[0] !== '2'),
    telling: found.hits.length > 0,
    bare: headers.length === 0,
  });
  return {
    kind,
    reporting: hostOf(doc, stream, found.signatures, 'reporting'),
    blocks: blocksOf(doc, stream, found, swept),
    pieces: swept.pieces,
    originals: parts.originals,
  };
}

function withoutSubject(doc, stream, ranges) {
  return ranges.flatMap((range) => {
    const text = doc.text.slice(stream.starts[range.from] || 0, range.to ? stream.ends[range.to - 1] : 0);
    const at = text.search(/^[ \t>]*(?:subject|件名)\s?[:：]/im);
    if (at < 0) return [range];
    const start = stream.starts[range.from] + at;
    const end = start + (text.slice(at).search(/[\r\n]/) + 1 || text.length - at);
    return [
      { from: range.from, to: unitAt(stream, start) },
      { from: unitAt(stream, end), to: range.to },
    ];
  });
}
