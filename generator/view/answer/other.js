// What is no bounce, or is no mail at all: what it is, and whether anything must be done. May import the view's helpers.
import { el } from '../dom.js';
import { cause, statusLine } from './head.js';
import { panel } from './next.js';

/** @import { Kind } from '../../engine/types' */
/** @import { Place } from '../place.js' */

// Where the reader has to give something else.
const ASKS_AGAIN = new Set(['question', 'errors-in-text', 'other']);

/**
 * The answer to a text that is no bounce.
 * @param {Kind} kind
 * @param {Place} place
 * @param {{edit: (() => void) | null, clear: () => void}} tools
 */
export function otherOf(kind, place, { edit, clear }) {
  const { say } = place;
  const again = edit && ASKS_AGAIN.has(kind);
  const lead = el(
    'button',
    { type: 'button', class: 'btn', onclick: again ? edit : clear },
    say(again ? 'other.edit' : 'other.clear'),
  );
  return [
    statusLine(say(kind === 'question' ? 'status.question' : 'status.not_a_bounce'), 'is-unsure'),
    el('div', { 'data-kind': kind }, cause(say(`other_kind.${kind}`))),
    panel({ place, title: say(again ? 'other.next' : 'other.means'), text: say(`other_kind.${kind}_do`), lead }),
  ];
}
