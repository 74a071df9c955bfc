// From a readable view to recipient blocks: who was refused, by whom, and in which words.
// May import its own kind (lines, places, original, recipients, kind). Never ranks.
import { addressOf, answeredOf, linesOf, loggedAs, namedOf, subjectsOf } from './lines.js';
import { insideAny, merged, standsAlone, unitAt, valueText } from './places.js';
import { findOriginal } from './original.js';
import { deal, sweep } from './recipients.js';
import { kindOf, looksLikeReport } from './kind.js';

const LONGEST_DIAGNOSTIC = 1000;
const LONG_LINE = 300;
const USUAL_SUBJECT = 80;
const NEXT_FIELD = /\s(?:Date|From|To|Cc|Sent|Message-ID|MIME-Version|Content-Type|差出人|宛先|日時|日付|送信日時)\s?[:：]/i;
const SUBJECT = /^(?:returned mail|delivery failure|mail delivery failed|undeliverable mail|warning|failure notice)\s*:/i;

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
  const pick = (wanted) => found.signatures.filter((hit) => wanted(hit.entry.signature)).map((hit) => stream.starts[hit.from]);
  const inOrder = (offsets) => offsets.sort((a, b) => a - b);
  const said = pick((s) => s.kind || s.response || s.recipient).concat(found.codes.map((code) => stream.starts[code.from]));
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
    }
    else waiting.push(address);
  }
  return aliases;
}

/** Where the paragraph of a notification starts that has something at `at`; `blanks` ascending. */
function paragraphStart(blanks, at, floor) {
  let low = 0;
  let high = blanks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blanks[middle] <= at) low = middle + 1;
    else high = middle;
  }
  return low === 0 || blanks[low - 1] < floor || at - blanks[low - 1] > 400 ? at : blanks[low - 1];
}

/** Where the words about an address start: behind its colon, or below it and indented deeper; or -1. */
function answerBehind(lines, index, rest, end) {
  const colon = /^[>"']*\s*(?::|\.\.\.|[[(])\s*/.exec(rest);
  if (colon && colon[0].length < rest.length) return end + colon[0].length;
  const next = lines[index + 1];
  if (!next || next.text === '' || addressOf(next) || !(colon || next.indent > lines[index].indent)) return -1;
  return next.start;
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
  const starts = signatures.filter((hit) => hit.entry.signature.subject).map((hit) => stream.ends[hit.to - 1])
    .concat(lines.flatMap(subjectsOf)).sort((a, b) => a - b);
  const marks = signatures.concat(codes.filter((code) => code.kind === 'reply')).map((hit) => hit.from).sort((a, b) => a - b);
  let next = 0;
  return starts.flatMap((start) => {
    const rest = doc.text.slice(start, start + LONG_LINE);
    if (SUBJECT.test(rest.trimStart())) return [];
    const from = unitAt(stream, start);
    while (next < marks.length && marks[next] < from) next++;
    const end = unitAt(stream, start + subjectLength(rest));
    return [{ from, to: next < marks.length ? Math.min(end, marks[next]) : end }];
  });
}

function events(doc, stream, lines, found, ranges) {
  const list = [];
  const blanks = [];
  for (const line of lines) if (line.text === '') blanks.push(unitAt(stream, line.end));
  for (const at of blanks) list.push({ at, type: 'blank' });
  for (const range of ranges) list.push({ at: range.from, type: 'skip', ends: range.to });
  let floor = -1;
  for (const hit of found.signatures) {
    const { signature } = hit.entry;
    if (signature.recipient && hit.values.recipient) {
      const at = signature.block ? paragraphStart(blanks, hit.from, floor) : hit.from;
      if (signature.block) floor = hit.to;
      list.push({ at, type: 'anchor', to: hit.values.recipient.to, address: valueText(doc, stream, hit.values.recipient), paragraph: !!signature.block, fallback: signature.fallback });
    }
    if (signature.stop) list.push({ at: hit.from, type: 'stop' });
    if (signature.shared) list.push({ at: hit.from, type: 'shared' });
    if (signature.answer) list.push({ at: hit.from, type: 'response', weak: true });
    if (signature.response && !(signature.bounceOnly && !found.bounce)) list.push({ at: hit.to, type: 'response' });
  }
  for (const code of found.codes) if (code.kind === 'reply') list.push({ at: code.from, type: 'response', weak: true });
  const codeEnds = new Set(found.codes.map((code) => code.to));
  const firstAnswer = list.reduce((first, event) => (event.type === 'response' ? Math.min(first, event.at) : first), Infinity);
  lines.forEach((line, index) => {
    const named = addressOf(line);
    // Above the first answer a name with an address is a recipient; below it somebody may sign so.
    const signed = !named && found.bounce && unitAt(stream, line.start) < firstAnswer ? namedOf(line) : null;
    const address = named || signed || answeredOf(line);
    if (!address) return;
    const at = unitAt(stream, line.start);
    const end = line.start + line.text.indexOf(address) + address.length;
    const rest = line.text.slice(end - line.start);
    // "550 5.1.1", and on the next line "<hanako@example.jp>: Sender address rejected": still the answer.
    if (named && codeEnds.has(at) && /[^\W_]/.test(rest)) return;
    const to = unitAt(stream, end);
    list.push({ at, type: 'anchor', to, address, indent: line.indent, known: !named && !signed, fallback: !!signed });
    const said = named && found.bounce ? answerBehind(lines, index, rest, end) : -1;
    if (said >= 0) list.push({ at: unitAt(stream, said), type: 'response', weak: true });
  });
  const order = { skip: 0, blank: 1, stop: 2, shared: 3, anchor: 4, response: 5 };
  return list.sort((a, b) => a.at - b.at || order[a.type] - order[b.type]);
}

function textOfSpan(doc, stream, span) {
  return doc.text.slice(stream.starts[span.from], stream.ends[span.to - 1]).replace(/\s+(?:>\s*)*/g, ' ').trim();
}

function diagnosticOf(doc, stream, block) {
  const answers = block.spans.filter((span) => span.response);
  const fields = new Set(block.signatures.filter((hit) => hit.entry.signature.diagnostic).map((hit) => hit.to));
  const coded = new Set(block.codes.map((code) => code.from));
  const chosen = answers.find((span) => fields.has(span.from)) || answers.find((span) => coded.has(span.from))
    || answers.find((span) => block.codes.some((code) => code.from >= span.from && code.from < span.to)) || answers[0];
  return chosen ? textOfSpan(doc, stream, chosen).replace(/^(?:smtp|x-[\w-]+)\s*;\s*/i, '').slice(0, LONGEST_DIAGNOSTIC) : null;
}

/** The host that signatures name last; one that is merely mentioned (`faint`) only where no other is, and the first. */
function hostOf(doc, stream, signatures, name) {
  const said = signatures.filter((hit) => hit.entry.signature[name] && hit.values[name]);
  const sure = said.filter((hit) => !hit.entry.signature.faint);
  const chosen = sure.length ? sure.find((hit) => hit.from === sure[sure.length - 1].from) : said[0];
  return chosen ? valueText(doc, stream, chosen.values[name]) : null;
}

/** What a transcript that several recipients share said before a block's last words: who was talked to, at which command. */
function contextOf(block, common) {
  const last = block.spans[block.spans.length - 1];
  return common.signatures.filter((hit) => hit.from < last.from && (hit.entry.signature.remote || hit.entry.signature.stage)).reverse();
}

/** A block as ranking needs it; `common` is what the report says about no recipient in particular, or null. */
function described(doc, stream, block, common, context = []) {
  const both = (name) => (common ? block[name].concat(common[name]) : block[name]);
  const answered = (codes) => codes.filter((code) => code.response).concat(codes.filter((code) => !code.response));
  const staged = both('signatures').concat(context).find((hit) => hit.entry.signature.stage);
  const around = common ? common.signatures : context.slice(0, context.findIndex((hit) => hit.entry.signature.remote) + 1);
  return {
    address: block.address,
    hits: both('hits').sort((a, b) => a.from - b.from),
    codes: answered(block.codes).concat(common ? answered(common.codes) : []),
    diagnostic: diagnosticOf(doc, stream, block) || (common ? diagnosticOf(doc, stream, common) : null),
    stage: staged ? staged.entry.signature.stage : null,
    remote: hostOf(doc, stream, block.signatures, 'remote') || hostOf(doc, stream, around, 'remote'),
    named: both('names').map((hit) => hit.entry.provider),
    answer: both('spans').map((span) => textOfSpan(doc, stream, span)).join('\n'),
  };
}

function blocksOf(doc, stream, found, swept) {
  const { common } = swept;
  if (!swept.blocks.length) return [{ ...described(doc, stream, common, null), address: found.failed }];
  const full = swept.blocks.filter((block) => block.hits.length || block.codes.length || block.spans.some((span) => span.response));
  const answered = full.some((block) => block.hits.length || block.spans.some((span) => span.response));
  if (full.length > 1 && answered) return full.map((block) => described(doc, stream, block, null, contextOf(block, common)));
  // One recipient, or addresses listed in one place and the answer in another: the common words hold for each.
  return (full.length ? full : swept.blocks).map((block) => described(doc, stream, block, common));
}

/**
 * Read a report.
 * @param {object} doc the readable view: `text`, `regions`, `headers`, `contentType`, `reportType`, `source`
 * @param {object} stream its stream
 * @param {object} raw `signatures`, `hits`, `names` (all from `findAll`) and `codes`, in the order of the stream
 * @returns {{kind: string, reporting: string | null, blocks: object[], pieces: object[], originals: object[]}} `pieces`
 *   says which stretch of the stream belongs to whom, `originals` where the returned message stands in the stream
 */
export function readReport(doc, stream, raw) {
  const lines = doc.regions.filter((region) => region.role !== 'original' && region.role !== 'header')
    .flatMap((region) => linesOf(doc.text, region.start, region.end));
  const headers = shownHeaders(doc, lines);
  const parts = split(doc, stream, lines, raw);
  const subject = headers.find(([name]) => name === 'subject');
  const own = SUBJECT.test(subject ? subject[1] : '') ? withoutSubject(doc, stream, parts.headers) : parts.headers;
  const skipped = merged(parts.originals.concat(own, subjects(doc, stream, lines, raw)));
  const keep = (list) => list.filter((hit) => !insideAny(skipped, hit.from));
  const machine = !headers.some(([name]) => name === 'from') || looksLikeReport(headers, doc.contentType);
  const telling = ({ entry: { signature }, ...hit }) => (!signature.heading || standsAlone(doc, stream, hit)) && (!signature.broad || machine);
  const found = { signatures: keep(raw.signatures).filter(telling), hits: keep(raw.hits), names: keep(raw.names), codes: keep(raw.codes) };
  const kept = lines.filter((line) => !insideAny(skipped, unitAt(stream, line.start)));
  const kinds = new Set(found.signatures.map((h) => h.entry.signature.kind).concat(kept.map(loggedAs)).filter(Boolean));
  found.bounce = looksLikeReport(headers, doc.contentType) || kinds.has('bounce') || kinds.has('delay');
  const failed = headers.find(([name]) => name === 'x-failed-recipients');
  const named = found.signatures.find((h) => h.entry.signature.failed);
  found.failed = failed ? failed[1].split(',')[0].trim() : named ? valueText(doc, stream, named.values.recipient) : null;
  const swept = sweep(events(doc, stream, kept, found, skipped), stream.length, aliasesOf(doc, stream, found.signatures));
  for (const name of ['signatures', 'hits', 'codes', 'names']) deal(swept.pieces, name, found[name]);
  const kind = kindOf({
    headers, contentType: doc.contentType, reportType: doc.reportType, kinds,
    actions: new Set(found.signatures.map((h) => h.entry.signature.action).filter(Boolean)),
    refused: found.codes.some((code) => code.code[0] !== '2'),
    telling: found.hits.length > 0,
    bare: headers.length === 0,
  });
  return { kind, reporting: hostOf(doc, stream, found.signatures, 'reporting'), blocks: blocksOf(doc, stream, found, swept), pieces: swept.pieces, originals: parts.originals };
}

function withoutSubject(doc, stream, ranges) {
  return ranges.flatMap((range) => {
    const text = doc.text.slice(stream.starts[range.from] || 0, range.to ? stream.ends[range.to - 1] : 0);
    const at = text.search(/^[ \t>]*(?:subject|件名)\s?[:：]/im);
    if (at < 0) return [range];
    const start = stream.starts[range.from] + at;
    const end = start + (text.slice(at).search(/[\r\n]/) + 1 || text.length - at);
    return [{ from: range.from, to: unitAt(stream, start) }, { from: unitAt(stream, end), to: range.to }];
  });
}
