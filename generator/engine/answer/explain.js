// Why a text was answered as it was, for editors: how it was read, which patterns were found, which came near.
// May import engine.js, scan.js and pattern.js. Not part of what a reader's browser loads.
import { lastMatch } from '../engine.js';
import { eachGram } from '../pattern/scan.js';

const MOST_NEAR = 8;
const NEAR_SHARE = 0.6;

function placed(doc, stream, from, to) {
  const start = stream.starts[from];
  const end = stream.ends[to - 1];
  return { start, end, text: doc.text.slice(start, end) };
}

function pieces({ doc, stream, report }) {
  return report.pieces
    .filter((piece) => piece.to > piece.from)
    .map((piece) => ({
      ...placed(doc, stream, piece.from, piece.to),
      recipients: piece.owners.map((block) => block.address).filter((address) => address !== null),
      response: piece.response,
    }));
}

function signatures({ doc, stream, raw }) {
  return raw.signatures.map((hit) => ({ ...placed(doc, stream, hit.from, hit.to), says: hit.entry.signature }));
}

/** A hit counts unless its words stand in the returned original or its `when` isn't met. */
function patterns({ doc, stream, raw, report }) {
  const inside = (hit) => report.pieces.some((piece) => hit.from >= piece.from && hit.from < piece.to);
  return raw.hits.map((hit) => ({
    article: hit.article,
    pattern: hit.pattern,
    kind: hit.kind,
    when: hit.when || null,
    summary: !!hit.summary,
    counted: inside(hit),
    ...placed(doc, stream, hit.from, hit.to),
  }));
}

function near({ stream, raw, index }) {
  const present = new Set();
  for (let at = 0; at + 4 <= stream.length; at++) {
    present.add(
      String.fromCharCode(stream.units[at], stream.units[at + 1], stream.units[at + 2], stream.units[at + 3]),
    );
  }
  const matched = new Set(raw.hits.map((hit) => `${hit.article} ${hit.pattern}`));
  const best = new Map();
  for (const entry of index.entries) {
    if (entry.pattern === undefined || matched.has(`${entry.article} ${entry.pattern}`)) continue;
    let total = 0;
    let there = 0;
    eachGram(entry, (element, at, units) => {
      total++;
      if (present.has(String.fromCharCode(units[at], units[at + 1], units[at + 2], units[at + 3]))) there++;
    });
    const share = there / total;
    const key = `${entry.article} ${entry.pattern}`;
    if (share >= NEAR_SHARE && (!best.has(key) || best.get(key).share < share)) {
      best.set(key, { article: entry.article, pattern: entry.pattern, share: Math.round(share * 100) / 100 });
    }
  }
  return Array.from(best.values())
    .sort((a, b) => b.share - a.share || (a.article < b.article ? -1 : 1) || a.pattern - b.pattern)
    .slice(0, MOST_NEAR);
}

/**
 * Explain the last match, as JSON: `pieces` (how the text was divided), `signatures` (what reporters' words were found),
 * `patterns` (found, and whether they counted), `near` (patterns most of whose words are there).
 */
export function explain() {
  const seen = lastMatch();
  return JSON.stringify({
    pieces: pieces(seen),
    signatures: signatures(seen),
    patterns: patterns(seen),
    near: near(seen),
  });
}
