// Recipient blocks as ranking needs them: the answer on one line, codes, stage, who refused.
// May import places.js and stream.js. Takes what was dealt to each block; reads nothing again.
import { valueText } from './places.js';
import { GAP_NONE, GAP_SPACE } from '../pattern/stream.js';

const LONGEST_DIAGNOSTIC = 1000;
const LONGEST_ANSWER = 5000;

function textOfSpan(doc, stream, span) {
  return doc.text
    .slice(stream.starts[span.from], stream.ends[span.to - 1])
    .replace(/\s+(?:>\s*)*/g, ' ')
    .trim();
}

/** A span for finding hosts in: as folded for matching, once with its line breaks as spaces, once without them. */
function hostsText(stream, span) {
  let spaced = '';
  let joined = '';
  for (let i = span.from; i < Math.min(span.to, span.from + LONGEST_ANSWER); i++) {
    const unit = String.fromCharCode(stream.units[i]);
    spaced += (stream.gaps[i] === GAP_NONE ? '' : ' ') + unit;
    joined += (stream.gaps[i] === GAP_SPACE ? ' ' : '') + unit;
  }
  return `${spaced}\n${joined}`;
}

function diagnosticOf(doc, stream, block) {
  const answers = block.spans.filter((span) => span.response);
  const fields = new Set(block.signatures.filter((hit) => hit.entry.signature.diagnostic).map((hit) => hit.to));
  const coded = new Set(block.codes.map((code) => code.from));
  const holdsCode = (span) => block.codes.some((code) => code.from >= span.from && code.from < span.to);
  const field = answers.findIndex((span) => fields.has(span.from));
  // "X-Postfix; host mx.example.jp said: 550 ...": the field's words lead to the server's, which follow at once.
  const next = field >= 0 && !holdsCode(answers[field]) && answers[field + 1];
  const chosen =
    (next && next.from === answers[field].to && next) ||
    answers[field] ||
    answers.find((span) => coded.has(span.from)) ||
    answers.find(holdsCode) ||
    answers[0];
  if (!chosen) return null;
  const said = textOfSpan(doc, stream, chosen).replace(/^(?:smtp|x-[\w-]+)\s*;\s*/i, '');
  // Exchange quotes the answer.
  return (/^'[^']*'$/.test(said) ? said.slice(1, -1) : said.replace(/^'(?=[245]\d\d\b)/, '')).slice(
    0,
    LONGEST_DIAGNOSTIC,
  );
}

/** The host that signatures name last (`name` = remote or reporting), or null; one that is merely mentioned (`faint`) only where no other is, and the first. */
export function hostOf(doc, stream, signatures, name) {
  const said = signatures.filter((hit) => hit.entry.signature[name] && hit.values[name]);
  const sure = said.filter((hit) => !hit.entry.signature.faint);
  const chosen = sure.length ? sure.find((hit) => hit.from === sure[sure.length - 1].from) : said[0];
  return chosen ? valueText(doc, stream, chosen.values[name]) : null;
}

/** How long the server keeps trying, in its own words, or null. */
function retryOf(doc, stream, signatures) {
  const hit = signatures.find((one) => one.entry.signature.until);
  if (!hit) return null;
  const start = hit.entry.signature.until === 'here' ? stream.starts[hit.from] : stream.ends[hit.to - 1];
  return /^[ \t]*([^\r\n]{0,120})/.exec(doc.text.slice(start, start + 200))[1].trim() || null;
}

/** What a transcript that several recipients share said before a block's last words: who was talked to, at which command. */
function contextOf(block, common) {
  const last = block.spans[block.spans.length - 1];
  return common.signatures
    .filter((hit) => hit.from < last.from && (hit.entry.signature.remote || hit.entry.signature.stage))
    .reverse();
}

/** A block as ranking needs it; `common` is what the report says about no recipient in particular, or null. */
function described(doc, stream, block, common, context = []) {
  const both = (name) => (common ? block[name].concat(common[name]) : block[name]);
  const answered = (codes) => codes.filter((code) => code.response).concat(codes.filter((code) => !code.response));
  const staged = both('signatures')
    .concat(context)
    .find((hit) => hit.entry.signature.stage);
  const around = common
    ? common.signatures
    : context.slice(0, context.findIndex((hit) => hit.entry.signature.remote) + 1);
  return {
    address: block.address,
    hits: both('hits').sort((a, b) => a.from - b.from),
    codes: answered(block.codes).concat(common ? answered(common.codes) : []),
    diagnostic: diagnosticOf(doc, stream, block) || (common ? diagnosticOf(doc, stream, common) : null),
    stage: staged ? staged.entry.signature.stage : null,
    remote: hostOf(doc, stream, block.signatures, 'remote') || hostOf(doc, stream, around, 'remote'),
    retry: retryOf(doc, stream, both('signatures')),
    named: both('names').map((hit) => hit.entry.provider),
    answer: both('spans')
      .map((span) => hostsText(stream, span))
      .join('\n'),
  };
}

/** The recipient blocks of a swept report, as ranking needs them; a report that names nobody has one, with address null. */
export function blocksOf(doc, stream, found, swept) {
  const { common } = swept;
  if (!swept.blocks.length) return [{ ...described(doc, stream, common, null), address: found.failed }];
  const full = swept.blocks.filter(
    (block) => block.hits.length || block.codes.length || block.spans.some((span) => span.response),
  );
  const answered = full.some((block) => block.hits.length || block.spans.some((span) => span.response));
  if (full.length > 1 && answered)
    return full.map((block) => described(doc, stream, block, null, contextOf(block, common)));
  // One recipient, or addresses listed in one place and the answer in another: the common words hold for each.
  return (full.length ? full : swept.blocks).map((block) => described(doc, stream, block, common));
}
