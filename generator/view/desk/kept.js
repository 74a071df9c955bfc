// What the desk keeps of an answer: the first cause of each recipient, and of a long text the part
// around what decided.
// May import limits.js and values.js. Draws nothing.
import { AROUND_EVIDENCE, LONGEST_DESK_TEXT, MOST_DESK_EVIDENCE } from '../limits.js';
import { firstMatches } from '../values.js';

/** @import { Recipient, Result } from '../../engine/types' */
/** @import { Kept } from './types' */

/** An answer as it is kept. @param {Result} result @returns {Kept} */
export function keptOf(result) {
  const [from, to] = stretchOf(result);
  const inside = (/** @type {{start: number, end: number}} */ { start, end }) => start >= from && end <= to;
  /** @template {{start: number, end: number}} T @param {T} one @returns {T} */
  const moved = (one) => ({ ...one, start: one.start - from, end: one.end - from });
  /** @param {Recipient} recipient @returns {Recipient} */
  const recipientOf = (recipient) => ({
    ...recipient,
    matches: recipient.matches.slice(0, 1).map((match) => ({
      ...match,
      evidence: match.evidence.filter(inside).slice(0, MOST_DESK_EVIDENCE).map(moved),
    })),
  });
  return {
    result: {
      ...result,
      text: result.text.slice(from, to),
      signs: result.signs.filter(inside).map(moved),
      recipients: result.recipients.map(recipientOf),
    },
    cut: to - from < result.text.length,
  };
}

/** The part of the text that is kept: its start, unless what decided stands further on. @param {Result} result */
function stretchOf({ text, recipients }) {
  if (text.length <= LONGEST_DESK_TEXT) return [0, text.length];
  const decided = firstMatches(recipients).flatMap(({ evidence }) => evidence);
  const first = decided.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
  const isNear = decided.length === 0 || first + AROUND_EVIDENCE <= LONGEST_DESK_TEXT;
  const from = isNear ? 0 : first - AROUND_EVIDENCE;
  return [from, Math.min(text.length, from + LONGEST_DESK_TEXT)];
}
