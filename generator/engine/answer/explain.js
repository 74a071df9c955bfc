// Why a text was answered as it was, for editors: how it was read, which patterns were found, which came near.
// May import the pattern room and concept/explain.js. Not part of what a reader's browser loads.
/** @import { Hit, Span } from '../types.js' */
/** @import { Alternative } from '../pattern/compile.js' */
/** @import { Filter } from '../pattern/filter.js' */
/** @import { Text } from '../pattern/text.js' */
/** @import { Reading } from '../engine.js' */
/** @import { Concepts } from '../concept/rules.js' */
/** @import { Index, What } from '../index.js' */
import { explainConcepts } from '../concept/explain.js';
import { compilePattern, GRAM } from '../pattern/compile.js';

const MOST_NEAR = 8;
const MOST_EXPLAINED = 20;
const NEAR_SHARE = 0.6;

/** @param {Text} text @param {Span} span */
function placed(text, span) {
  return { start: text.startOf(span.from), end: text.endOf(span.to), text: text.slice(span) };
}

/** @param {Reading} reading */
function pieces({ text, report }) {
  return report.pieces
    .filter((piece) => piece.to > piece.from)
    .map((piece) => ({
      ...placed(text, piece),
      recipients: piece.owners.map((block) => block.address).filter((address) => address !== null),
      response: piece.response,
    }));
}

/** @param {Reading} reading */
function frames({ text, found }) {
  return found.frames.map((hit) => ({
    reporter: hit.frame.reporter,
    frame: hit.frame.index,
    says: Array.from(hit.frame.says),
    kind: hit.frame.kind,
    stage: hit.frame.stage,
    ...placed(text, hit),
  }));
}

/** A hit counts unless its words stand in the returned original or its `when` isn't met. @param {Reading} reading */
function patterns({ text, found, report }) {
  const inside = (/** @type {Hit} */ hit) =>
    report.pieces.some((piece) => hit.from >= piece.from && hit.from < piece.to);
  return found.hits.map((hit) => ({
    article: hit.article,
    pattern: hit.pattern,
    kind: hit.kind,
    when: hit.when || null,
    summary: hit.summary,
    counted: inside(hit),
    ...placed(text, hit),
  }));
}

/** The returned message, as ranges of the text: parts of their own, and what a paste shows of it. @param {Reading} reading */
function originals({ text, report }) {
  const quoted = report.originals.filter((span) => span.from < span.to).map((span) => placed(text, span));
  const parts = text.doc.regions.filter((region) => region.role === 'original');
  return quoted
    .concat(parts.map(({ start, end }) => ({ start, end, text: text.text.slice(start, end) })))
    .sort((a, b) => a.start - b.start);
}

/** The share of an alternative's words that stand in a text. @param {Alternative} alternative @param {Set<string>} present */
function share({ elements }, present) {
  let total = 0;
  let there = 0;
  for (const element of elements) {
    if (!('units' in element)) continue;
    for (let at = 0; at + GRAM <= element.run.length; at++) {
      total++;
      if (present.has(element.run.slice(at, at + GRAM))) there++;
    }
  }
  return there / total;
}

/** Patterns most of whose words stand in the text, without having been found. @param {Filter<What>} filter @param {Reading} reading */
function near(filter, { text, found }) {
  const present = new Set();
  const { folded } = text;
  for (let at = 0; at + GRAM <= folded.length; at++) present.add(folded.slice(at, at + GRAM));
  const matched = new Set(found.hits.map((hit) => `${hit.article} ${hit.pattern}`));
  const close = [];
  for (const { text: pattern, what } of filter.sources) {
    if (what.is !== 'hit' || what.hit.kind !== 'pattern') continue;
    const { article, pattern: index } = what.hit;
    if (index === undefined || matched.has(`${article} ${index}`)) continue;
    const best = Math.max(...compilePattern(pattern).map((one) => share(one, present)));
    if (best >= NEAR_SHARE) close.push({ article, pattern: index, share: Math.round(best * 100) / 100 });
  }
  return close
    .sort((a, b) => b.share - a.share || (a.article < b.article ? -1 : 1) || a.pattern - b.pattern)
    .slice(0, MOST_NEAR);
}

/**
 * How an input was read: `pieces` (how the text was divided), `originals` (the returned message in it), `frames` (what
 * reporters' words were found), `patterns` (found, and whether they counted) and `rules` (that each recipient's answer fired).
 * @param {Reading} reading
 */
export function trace(reading) {
  return {
    pieces: pieces(reading),
    originals: originals(reading),
    frames: frames(reading),
    patterns: patterns(reading),
    rules: reading.concepts.map((concept) => concept?.rule.id ?? null),
  };
}

/** What each clause of the answers means by its words. @param {Concepts} known @param {Reading} reading */
function concepts(known, { text, report, found }) {
  const noise = found.frames.map(({ from, to }) => ({ from, to })).sort((a, b) => a.from - b.from);
  const answers = report.pieces.filter((piece) => piece.response);
  return (answers.length ? answers : report.pieces)
    .slice(0, MOST_EXPLAINED)
    .flatMap((piece) => explainConcepts(known, text, piece, noise))
    .map(({ span, ...clause }) => ({ ...placed(text, span), ...clause }));
}

/**
 * `trace`, and `near`: patterns most of whose words are there; `concepts`: the clauses of the answers, with what stands in
 * them and which rules that fires.
 * @param {Index} index
 * @param {Reading} reading
 */
export function explain(index, reading) {
  return { ...trace(reading), near: near(index.filter, reading), concepts: concepts(index.concepts, reading) };
}
