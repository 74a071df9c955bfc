// Is a text about errors in general: does it name several unlike causes, as no server does of one mail?
// May import limits.js. Asks the concept room for what clauses mean; decides no kind.
/** @import { CodeHit, Findings, Hit } from '../types.js' */
/** @import { Concepts } from '../concept/rules.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Text } from '../pattern/text.js' */
import { LONGEST_ANSWER } from '../limits.js';

/** Unlike codes and articles of a text that is about errors in general, and of one that has a reporter's words, too. */
const UNLIKE = 5;
const UNLIKE_IN_REPORT = 6;
/** Unlike codes, and causes by the words of its clauses, of one that says it in words of its own. */
const UNLIKE_CODES = 2;
const UNLIKE_CAUSES = 3;
/** Units of a text that can list errors: one sentence may be worded like several. */
const SHORTEST_LIST = 200;

/** How many articles' sentences stand in a text, each apart from the others and no two the same. @param {Text} text @param {Hit[]} hits */
function causesApart(text, hits) {
  const articles = new Set();
  const sentences = new Set();
  let end = 0;
  for (const hit of hits) {
    // Whether a condition holds, only a recipient's block can tell.
    if (hit.summary || hit.when || hit.from < end || articles.has(hit.article)) continue;
    end = hit.to;
    const said = text.folded.slice(hit.from, hit.to);
    if (sentences.has(said)) continue;
    sentences.add(said);
    articles.add(hit.article);
  }
  return articles.size;
}

/** How many unlike codes of one kind stand in a text. @param {CodeHit[]} codes */
function unlikeCodes(codes) {
  const of = (/** @type {CodeHit['kind']} */ kind) =>
    new Set(codes.filter((code) => code.kind === kind && code.code[0] !== '2').map(({ code }) => code)).size;
  return Math.max(of('reply'), of('status'));
}

/** Does a text name several unlike causes, as no server does of one mail? @param {Text} text @param {Findings} found @param {boolean} isReport a reporter's words stand in it @param {Concepts} concepts @param {Meter} meter */
export function isUnlike(text, { codes, hits, frames }, isReport, concepts, meter) {
  const unlike = unlikeCodes(codes);
  const causes = causesApart(text, hits);
  if (unlike + causes >= (isReport ? UNLIKE_IN_REPORT : UNLIKE)) return true;
  if (isReport) return false;
  if (causes >= UNLIKE_CAUSES && text.length >= SHORTEST_LIST) return true;
  if (unlike < UNLIKE_CODES) return false;
  const start = { from: 0, to: Math.min(text.length, LONGEST_ANSWER) };
  return concepts.causesIn(text, start, frames, meter).size >= UNLIKE_CAUSES;
}
