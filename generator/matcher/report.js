// From a readable view to recipient blocks: who was refused, by whom, and in which words.
// May import its own kind (stream, scan, lines, original, recipients, codes, kind, providers). Never ranks.
import { linesOf, addressOf } from './lines.js';
import { findOriginal } from './original.js';
import { deal, sweep } from './recipients.js';
import { kindOf, looksLikeReport } from './kind.js';

const LONGEST_DIAGNOSTIC = 1000;
const SUBJECT = /^(?:returned mail|delivery failure|mail delivery failed|undeliverable mail|warning|failure notice)\s*:/i;

/** First unit of the stream that stands at or after an offset of the text. */
function unitAt(stream, offset) {
  let low = 0;
  let high = stream.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stream.starts[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function insideAny(ranges, at) {
  return ranges.some((range) => at >= range.from && at < range.to);
}

/** The value of a hole as it stands in the text, without the white space that a wrap put into it. */
export function valueText(doc, stream, value) {
  return doc.text.slice(stream.starts[value.from], stream.ends[value.to - 1]).replace(/[\s\u200b]+(?:>\s*)*/g, '');
}

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
  const offset = (hit) => stream.starts[hit.from];
  const signs = found.signatures.filter((h) => h.entry.signature.kind || h.entry.signature.response || h.entry.signature.recipient)
    .concat(found.codes, found.hits).map(offset).sort((a, b) => a - b);
  const pick = (name) => found.signatures.filter((h) => h.entry.signature[name]).map(offset).sort((a, b) => a - b);
  const parts = findOriginal(lines, signs, pick('original'), pick('resumes'));
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
  const start = low > 0 ? blanks[low - 1] : -1;
  return start <= floor || at - start > 400 ? at : start;
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
      list.push({ at, type: 'anchor', to: hit.values.recipient.to, address: valueText(doc, stream, hit.values.recipient), paragraph: !!signature.block });
    }
    if (signature.stop) list.push({ at: hit.from, type: 'stop' });
    if (signature.shared) list.push({ at: hit.from, type: 'shared' });
    if (signature.answer) list.push({ at: hit.from, type: 'response', weak: true });
    if (signature.response && !(signature.bounceOnly && !found.bounce)) list.push({ at: hit.to, type: 'response' });
  }
  for (const code of found.codes) if (code.kind === 'reply') list.push({ at: code.from, type: 'response', weak: true });
  for (const line of lines) {
    const address = addressOf(line);
    if (!address) continue;
    const at = unitAt(stream, line.start);
    let to = at;
    while (to < stream.length && stream.starts[to] < line.start + line.text.indexOf(address) + address.length) to++;
    list.push({ at, type: 'anchor', to, address });
  }
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
  const chosen = answers.find((span) => fields.has(span.from)) || answers.find((span) => coded.has(span.from)) || answers[0];
  return chosen ? textOfSpan(doc, stream, chosen).replace(/^(?:smtp|x-[\w-]+)\s*;\s*/i, '').slice(0, LONGEST_DIAGNOSTIC) : null;
}

function hostOf(doc, stream, signatures, name) {
  const said = signatures.filter((hit) => hit.entry.signature[name] && hit.values[name]);
  return said.length ? valueText(doc, stream, said[said.length - 1].values[name]) : null;
}

/** A block as ranking needs it; `common` is what the report says about no recipient in particular, or null. */
function described(doc, stream, block, common) {
  const both = (name) => (common ? block[name].concat(common[name]) : block[name]);
  const answered = (codes) => codes.filter((code) => code.response).concat(codes.filter((code) => !code.response));
  const staged = both('signatures').find((hit) => hit.entry.signature.stage);
  return {
    address: block.address,
    hits: both('hits').sort((a, b) => a.from - b.from),
    codes: answered(block.codes).concat(common ? answered(common.codes) : []),
    diagnostic: diagnosticOf(doc, stream, block) || (common ? diagnosticOf(doc, stream, common) : null),
    stage: staged ? staged.entry.signature.stage : null,
    remote: hostOf(doc, stream, block.signatures, 'remote') || (common ? hostOf(doc, stream, common.signatures, 'remote') : null),
    named: both('names').map((hit) => hit.entry.provider),
    answer: both('spans').map((span) => textOfSpan(doc, stream, span)).join('\n'),
  };
}

function blocksOf(doc, stream, found, swept) {
  const { common } = swept;
  if (!swept.blocks.length) return [{ ...described(doc, stream, common, null), address: found.failed }];
  const full = swept.blocks.filter((block) => block.hits.length || block.codes.length || block.spans.some((span) => span.response));
  if (full.length > 1) return full.map((block) => described(doc, stream, block, null));
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
  const skipped = parts.originals.concat(SUBJECT.test(subject ? subject[1] : '') ? withoutSubject(doc, stream, parts.headers) : parts.headers);
  const keep = (list) => list.filter((hit) => !insideAny(skipped, hit.from));
  const found = { signatures: keep(raw.signatures), hits: keep(raw.hits), names: keep(raw.names), codes: keep(raw.codes) };
  found.bounce = looksLikeReport(headers, doc.contentType) || found.signatures.some((h) => h.entry.signature.kind === 'bounce');
  const failed = headers.find(([name]) => name === 'x-failed-recipients');
  const named = found.signatures.find((h) => h.entry.signature.failed);
  found.failed = failed ? failed[1].split(',')[0].trim() : named ? valueText(doc, stream, named.values.recipient) : null;
  const kept = lines.filter((line) => !insideAny(skipped, unitAt(stream, line.start)));
  const swept = sweep(events(doc, stream, kept, found, skipped), stream.length, aliasesOf(doc, stream, found.signatures));
  for (const name of ['signatures', 'hits', 'codes', 'names']) deal(swept.pieces, name, found[name]);
  const kinds = new Set(found.signatures.map((h) => h.entry.signature.kind).filter(Boolean));
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
    const at = text.search(/^(?:subject|件名)\s?[:：]/im);
    if (at < 0) return [range];
    const start = stream.starts[range.from] + at;
    const end = start + (text.slice(at).search(/[\r\n]/) + 1 || text.length - at);
    return [{ from: range.from, to: unitAt(stream, start) }, { from: unitAt(stream, end), to: range.to }];
  });
}
