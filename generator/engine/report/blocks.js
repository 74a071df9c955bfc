// Recipient blocks as ranking needs them: the answer on one line, codes, stage, who refused.
// May import kind.js, places.js and limits.js. Takes what was dealt to each block; reads nothing again.
/** @import { Block, CodeHit, Described, FrameHit, Stretch, Span } from '../types.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Text } from '../pattern/text.js' */
import { LONGEST_DIAGNOSTIC } from '../limits.js';
import { kindOfActions } from './kind.js';
import { firstFrom } from './places.js';

/** @param {Text} text @param {Span} span */
function textOfSpan(text, span) {
  // Twice the diagnostic's length: white space may go.
  const raw = text.slice({ from: span.from, to: Math.min(span.to, span.from + 2 * LONGEST_DIAGNOSTIC) });
  return raw.replace(/\s+(?:>\s*)*/g, ' ').trim();
}

/** Does one of some places, ascending, stand in a span? @param {number[]} places @param {Span} span */
function holdsAny(places, span) {
  const next = places[firstFrom(places, span.from)];
  return next !== undefined && next < span.to;
}

/** The span of a block that is the server's answer: the one a notification's field calls the diagnostic, else the first with a code. @param {Block} block */
function answerSpan({ spans, frames, codes }) {
  const answers = spans.filter((span) => span.response);
  const fields = new Set(frames.filter((hit) => hit.frame.says.has('diagnostic')).map((hit) => hit.to));
  const places = codes.map((code) => code.from);
  const field = answers.findIndex((span) => fields.has(span.from));
  if (field >= 0) {
    // "X-Server; host mx.example.jp said: 550 ...": the field's words lead to the server's, which follow at once.
    const next = answers[field + 1];
    return next && next.from === answers[field].to && !holdsAny(places, answers[field]) ? next : answers[field];
  }
  const starts = new Set(places);
  const first = answers.find((span) => starts.has(span.from));
  return first || answers.find((span) => holdsAny(places, span)) || answers[0] || null;
}

// The end of a quote that was opened before the answer: of a sentence, or of a value in JSON.
const QUOTE_ENDS = [/^([^"]*?)\\?"\s*[,}\]].*$/, /^([^']*)'\s*(?:[,)}\]].*)?$/];

/** A block's own diagnostic and where it stands, or null. @param {Text} text @param {Block} block */
function ownOf(text, block) {
  const span = answerSpan(block);
  if (!span) return null;
  const said = textOfSpan(text, span).replace(/^(?:smtp|x-[\w-]+)\s*;\s*/i, '');
  // Some reporters quote the answer, and go on behind the quote.
  const bare = said.replace(/^\(?([245]\d\d), b?["']/, '$1 ').replace(/^b?'(?=[245]\d\d\b|[^']*'$)/, '');
  const ended = QUOTE_ENDS.reduce((text, end) => text.replace(end, '$1'), bare).trimEnd();
  return ended ? { span, diagnostic: ended.slice(0, LONGEST_DIAGNOSTIC) } : null;
}

/** The host that frames name last (`name` = remote or reporting), or null; one that is merely mentioned only where no other is, and the first. @param {Text} text @param {FrameHit[]} frames @param {'remote' | 'reporting'} name */
export function hostOf(text, frames, name) {
  const said = frames.filter((hit) => Object.hasOwn(hit.values, name));
  const sure = said.filter((hit) => hit.frame.only !== 'otherwise');
  const chosen = sure.length ? sure.find((hit) => hit.from === sure[sure.length - 1].from) : said[0];
  return chosen ? text.value(chosen.values[name]) : null;
}

/** How long the server keeps trying, in its own words, or null. @param {Text} text @param {FrameHit[]} frames */
function retryOf(text, frames) {
  const hit = frames.find((one) => one.frame.until);
  if (!hit) return null;
  const start = hit.frame.until === 'here' ? text.startOf(hit.from) : text.endOf(hit.to);
  const words = /^[ \t]*([^\r\n]{0,120})/.exec(text.text.slice(start, start + 200));
  return words?.[1].trim() || null;
}

/** @param {FrameHit} hit */
function namesRemote(hit) {
  return Object.hasOwn(hit.values, 'remote');
}

/** What a transcript that several recipients share said before a block's last words: who was talked to, at which command. @param {Block} block @param {Block} common */
function contextOf(block, common) {
  const last = block.spans[block.spans.length - 1];
  return common.frames.filter((hit) => hit.from < last.from && (namesRemote(hit) || hit.frame.stage)).reverse();
}

/** @param {CodeHit[]} codes those of answers first */
function answeredFirst(codes) {
  return codes.filter((code) => code.response).concat(codes.filter((code) => !code.response));
}

/** @template {Span} T @param {T[]} places */
function inOrder(places) {
  return places.sort((a, b) => a.from - b.from);
}

/**
 * A block as ranking needs it.
 * @param {Text} text
 * @param {Block} block
 * @param {Block | null} common what the report says about no recipient in particular, where that holds for this one too
 * @param {FrameHit[]} context
 * @param {Meter} meter
 * @returns {Described}
 */
function described(text, block, common, context, meter) {
  const frames = common ? block.frames.concat(common.frames) : block.frames;
  const hits = common ? block.hits.concat(common.hits) : block.hits.slice();
  const names = common ? block.names.concat(common.names) : block.names;
  /** @type {Stretch[]} */
  const spans = common ? block.spans.concat(common.spans) : block.spans;
  meter.take(8 * (frames.length + hits.length + names.length + spans.length));
  const staged = frames.concat(context).find((hit) => hit.frame.stage);
  const own = ownOf(text, block) || (common && ownOf(text, common));
  const around = common ? common.frames : context.slice(0, context.findIndex(namesRemote) + 1);
  return {
    address: block.address,
    // A log holds a recipient whose mail was delivered beside one whose was not.
    kind: kindOfActions(new Set(block.frames.map((hit) => hit.frame.action))),
    hits: inOrder(hits),
    codes: answeredFirst(block.codes).concat(common ? answeredFirst(common.codes) : []),
    diagnostic: own?.diagnostic ?? null,
    own: own?.span ?? null,
    stage: staged ? staged.frame.stage : null,
    remote: hostOf(text, block.frames, 'remote') || hostOf(text, around, 'remote'),
    retry: retryOf(text, frames),
    named: names.map((hit) => hit.provider),
    spans,
    noise: inOrder(frames.slice()),
  };
}

/**
 * The recipient blocks of a swept report, as ranking needs them; a report that names nobody has one, with address null.
 * @param {Text} text
 * @param {string | null} failed who failed, as the whole mail says
 * @param {{blocks: Block[], common: Block}} swept
 * @param {Meter} meter
 */
export function blocksOf(text, failed, { blocks, common }, meter) {
  if (!blocks.length) return [{ ...described(text, common, null, [], meter), address: failed }];
  const answers = (/** @type {Block} */ block) => block.spans.some((span) => span.response);
  const full = blocks.filter((block) => block.hits.length || block.codes.length || answers(block));
  const answered = full.some((block) => block.hits.length || answers(block));
  if (full.length > 1 && answered) {
    return full.map((block) => described(text, block, null, contextOf(block, common), meter));
  }
  // One recipient, or addresses listed in one place and the answer in another: the common words hold for each.
  return (full.length ? full : blocks).map((block) => described(text, block, common, [], meter));
}
