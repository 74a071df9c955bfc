// The engine: an input goes in, a result comes out, the same in every host.
// May import its rooms. No DOM, no network, no callback, no clock, nothing kept between two inputs.
/** @import { Document, Findings, Hit, Input, MailWords, Need, Range, Refusal, Report, Result } from './types.js' */
/** @import { Concept } from './concept/rules.js' */
/** @import { IndexData, What } from './index.js' */
/** @import { Found } from './pattern/filter.js' */
import { nearHits } from './answer/near.js';
import { recipientsOf } from './answer/result.js';
import { smooth, smoothHits } from './answer/smooth.js';
import { Index } from './index.js';
import { LONGEST_NEAR, Meter, MOST_UNITS } from './limits.js';
import { open } from './mail/open.js';
import { isTelling, shownField } from './mail/words.js';
import { plain, Text } from './pattern/text.js';
import { findCodes } from './report/codes.js';
import { linesOf } from './report/lines.js';
import { readReport } from './report/read.js';

/**
 * An input taken apart: what the host must decode, or why it is no mail.
 * @typedef {{need: Need[], refused: Refusal | null, finish: (texts: string[]) => Document, meter: Meter}} Opened
 * An input read: the result, and what it came from, for `explain` and `redact`.
 * @typedef {{result: Result, text: Text, found: Findings, report: Report, concepts: (Concept | null)[],
 *   meter: Meter}} Reading
 */

/** Units of an answer's first word that are looked at. */
const LONGEST_WORD = 200;

/** The subject, where a mail system puts the cause there; others repeat the original's. @param {string} flat @param {Range} region @param {MailWords} words */
function subjectPart(flat, region, words) {
  const told = linesOf(flat, region.start, region.end).find(({ text }) => {
    const shown = shownField(words, text);
    return shown?.field.name === 'subject' && isTelling(words, text.slice(shown.to));
  });
  return told || { start: region.start, end: region.start };
}

/** The parts of a document that are searched. @param {Document} doc @param {string} flat its text, plain @param {MailWords} words @param {Meter} meter */
function searched(doc, flat, words, meter) {
  const parts = [];
  let left = MOST_UNITS;
  let cut = 0;
  for (const whole of doc.regions) {
    if (whole.role === 'original' || whole.role === 'attachment') continue;
    const region = whole.role === 'header' ? subjectPart(flat, whole, words) : whole;
    const end = Math.min(region.end, region.start + left);
    if (end > region.start) parts.push({ start: region.start, end });
    left -= end - region.start;
    cut += region.end - end;
  }
  meter.leaveOut('units', cut);
  return parts;
}

/** Does the answer behind these words of a log have underscores for its spaces? @param {Text} text @param {Found & {what: What}} found */
function isUnspaced(text, { what, to }) {
  if (what.is !== 'frame' || !what.frame.says.has('unspaced')) return false;
  const end = text.endOf(to);
  return /^\s*[^\s_]+_/.test(text.text.slice(end, end + LONGEST_WORD));
}

/** What was found, sorted by kind and into the order of the stream. @param {(Found & {what: What})[]} found @param {Text} text @param {Meter} meter @param {string} [only] @returns {Findings} */
function sorted(found, text, meter, only) {
  /** @type {Findings} */
  const findings = { frames: [], hits: [], names: [], codes: findCodes(text, meter) };
  for (const { what, from, to, size, values } of found) {
    if (what.is === 'frame') findings.frames.push({ frame: what.frame, from, to, size, values });
    else if (what.is === 'name') findings.names.push({ provider: what.provider, from, to, size, values });
    else if (only === undefined || only === what.hit.article) {
      findings.hits.push({ ...what.hit, from, to, size, values });
    }
  }
  // Where it was anchored must not show: the same findings in the same order, whatever else is in the index.
  findings.frames.sort(
    (a, b) =>
      a.from - b.from || b.to - a.to || compare(a.frame.reporter, b.frame.reporter) || a.frame.index - b.frame.index,
  );
  findings.hits.sort(hitsInOrder);
  findings.names.sort((a, b) => a.from - b.from || a.to - b.to || compare(a.provider, b.provider));
  return findings;
}

/** @param {Hit} a @param {Hit} b */
function hitsInOrder(a, b) {
  return a.from - b.from || a.to - b.to || compare(a.article, b.article) || (a.pattern ?? -1) - (b.pattern ?? -1);
}

/** Is a text short enough for sentences that are nearly there, and was none found that is? @param {Text} text @param {Findings} found */
function isWithoutSentence({ length }, { hits }) {
  return length <= LONGEST_NEAR && hits.every(({ summary }) => summary);
}

/** @param {Findings} found @param {Hit[]} hits @param {string} [only] */
function addHits(found, hits, only) {
  found.hits = found.hits
    .concat(hits.filter(({ article }) => only === undefined || only === article))
    .sort(hitsInOrder);
}

/** @param {string} a @param {string} b */
function compare(a, b) {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * An engine over a match index. It keeps nothing between two inputs: `explain` (answer/explain.js) and `redact`
 * (answer/redact.js), which not every page needs, take its index and a reading.
 * @param {IndexData} data the match index (generator/compiled makes it)
 */
export function createEngine(data) {
  const index = new Index(data);
  return {
    index,

    /** First step: take an input apart. @param {Input} input @returns {Opened} */
    read(input) {
      const meter = new Meter();
      const { needs, refused, finish } = open(input, index.words, meter);
      return { need: needs, refused, finish, meter };
    },

    /**
     * Second step: `texts` are the host's answers to `need`, in its order. `only`: the one article whose patterns count.
     * @param {Opened} opened @param {string[]} texts @param {string} [only] @returns {Reading}
     */
    match({ finish, meter }, texts, only) {
      const doc = finish(texts);
      meter.allow(doc.text.length);
      const flat = plain(doc.text);
      const parts = searched(doc, flat, index.words, meter);
      const textOf = (/** @type {string} */ said) => {
        const made = new Text(doc, parts, flat, said);
        meter.take(2 * made.length);
        return made;
      };
      let text = textOf(flat);
      let raw = index.filter.find(text, meter);
      if (raw.some((one) => isUnspaced(text, one))) {
        text = textOf(flat.replaceAll('_', ' '));
        raw = index.filter.find(text, meter);
      }
      const found = sorted(raw, text, meter, only);
      if (text.length <= LONGEST_NEAR) {
        const said = smooth(flat, parts, index.fillers);
        if (said !== flat) addHits(found, smoothHits(index, text, textOf(said), found.hits, meter), only);
      }
      if (isWithoutSentence(text, found)) addHits(found, nearHits(index, text, meter), only);
      const report = readReport(text, found, index, meter);
      const { kind, recipients, concepts } = recipientsOf(index, text, report, meter);
      /** @type {Result} */
      const result = {
        kind,
        asks: report.asks,
        signs: report.signs.map(({ sign, from, to }) => ({ sign, start: text.startOf(from), end: text.endOf(to) })),
        claimed_domain: report.claimed,
        reporter: report.reporter,
        truncated: meter.truncated,
        left_out: Object.fromEntries(meter.dropped),
        text: doc.text,
        recipients,
      };
      return { result, text, found, report, concepts, meter };
    },
  };
}
