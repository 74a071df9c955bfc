// How a result is announced and styled, and what the engine's limits left out of it, in words.
// May import dom.js and values.js. Draws no answer.
import { asSentence, el, inARow } from './dom.js';
import { firstMatches } from './values.js';

/** @import { Result } from '../engine/types' */
/** @import { Place } from './place.js' */
/** @import { Say } from './types' */

/**
 * How a result is announced and styled: `{state, line, kind}`; `kind` is set where the mail is no bounce.
 * @param {Result} result
 * @param {Say} say
 */
export function stateOf(result, say) {
  const { state, line, kind } = found(result, say);
  const rest = recipientsLeftOut(result);
  if (rest === 0) return { state, kind, line };
  const more = say('status.not_looked_at', { n: rest });
  return { state, kind, line: inARow(asSentence(line, say('answer.stop')), more) };
}

// Kinds of mail that have a page of their own; the others are only said to be no bounce.
const STATES = new Set(['delay', 'suspicious', 'question', 'notice']);

/** @param {Result} result @param {Say} say @returns {{state: string, line: string, kind?: Result['kind']}} */
function found(result, say) {
  const { recipients, kind } = result;
  if (STATES.has(kind)) return { state: kind, line: say(`status.${kind}`), kind };
  if (kind !== 'bounce' && kind !== 'other') return { state: 'not-a-bounce', line: say('status.not_a_bounce'), kind };
  const sure = firstMatches(recipients).map((match) => match.confidence);
  if (sure.length > 0) {
    const state = sure.every((word) => word === 'possible') ? 'possible' : 'matched';
    return { state, line: foundLine(result, sure, say) };
  }
  const anyRead = recipients.some((recipient) => recipient.reply_code || recipient.status || recipient.diagnostic);
  return kind === 'bounce' || anyRead
    ? { state: 'unmatched', line: say('status.unmatched') }
    : { state: 'not-a-bounce', line: say('status.not_a_bounce'), kind };
}

/** @param {Result} result @param {string[]} sure @param {Say} say */
function foundLine(result, sure, say) {
  const all = result.recipients.length + recipientsLeftOut(result);
  if (all === 1) return say(`status.${sure[0]}`);
  return say(sure.length === all ? 'status.several' : 'status.several_partly', { n: all, m: sure.length });
}

/** @param {Result} result */
function recipientsLeftOut(result) {
  return result.left_out?.recipients || 0;
}

/**
 * What was not looked at, and what to do about it; null where everything was.
 * @param {Result} result
 * @param {Place} place
 */
export function leftOutNote(result, place) {
  if (!result.truncated) return null;
  const count = new Intl.NumberFormat(place.lang);
  const items = Object.entries(result.left_out || {})
    .filter(([what, n]) => n > 0 && place.knows(`left_out.${what}`))
    .map(([what, n]) => el('li', null, place.say(`left_out.${what}`, { n: count.format(n) })));
  if (items.length === 0) return el('p', { class: 'sec note' }, place.say('result.truncated'));
  return el(
    'div',
    { class: 'sec note', 'data-left-out': true },
    el('p', null, place.say('result.left_out')),
    el('ul', null, items),
    el('p', null, place.say('result.left_out_do')),
  );
}
