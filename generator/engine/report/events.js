// Where recipients' blocks and servers' answers start and end in a report.
// May import lines.js and places.js. Gives each event its place; recipients.js says what follows from it.
import { addressOf, answeredOf, namedOf } from './lines.js';
import { unitAt, valueText } from './places.js';

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

/** In a transcript the reporter's own line follows what a server answered (`<<<`), often with another code and cause. */
function isEcho(doc, stream, { transcripts }, code) {
  const at = stream.starts[code.from];
  const transcript = transcripts.find((one) => one.from <= at && at < one.to);
  return transcript !== undefined && /[\r\n][ \t>]*$/.test(doc.text.slice(Math.max(0, at - 40), at));
}

/**
 * What happens in a report, in the order of the stream, for `sweep`.
 * @param {object[]} lines that count
 * @param {object} found `signatures` and `codes` that count, `bounce`: this is a report, `transcripts`: ranges of the text
 *   with `<<<` answers in them
 * @param {object[]} ranges that don't count
 */
export function eventsOf(doc, stream, lines, found, ranges) {
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
      list.push({
        at,
        type: 'anchor',
        to: hit.values.recipient.to,
        address: valueText(doc, stream, hit.values.recipient),
        paragraph: !!signature.block,
        fallback: signature.fallback,
      });
    }
    if (signature.stop) list.push({ at: hit.from, type: 'stop' });
    if (signature.shared) list.push({ at: hit.from, type: 'shared' });
    if (signature.answer) list.push({ at: hit.from, type: 'response', weak: true });
    if (signature.response && !(signature.bounceOnly && !found.bounce)) list.push({ at: hit.to, type: 'response' });
  }
  const answers = found.codes.filter((code) => code.kind === 'reply');
  for (const code of answers)
    list.push({ at: code.from, type: 'response', weak: true, echo: isEcho(doc, stream, found, code) });
  const codeEnds = new Set(found.codes.map((code) => code.to));
  const firstAnswer = list.reduce(
    (first, event) => (event.type === 'response' ? Math.min(first, event.at) : first),
    Infinity,
  );
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
