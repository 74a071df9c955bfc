// The reader's own mail as a letter beside the answer, with the words that decided marked.
// May import dom.js and echo.js.
import { el } from '../dom.js';
import { echoNodes, marksNote } from '../echo.js';

/** @import { Marked } from '../types' */
/** @import { Place } from '../place.js' */

export const LETTER = 'letter';

/**
 * The letter. `edit` puts the text back into the box, `clear` clears everything.
 * @param {string} text
 * @param {Marked[]} ranges
 * @param {Place} place
 * @param {{edit: (() => void) | null, clear: () => void}} tools
 * @param {string} note the key of what is said of the marks
 */
export function paperOf(text, ranges, place, { edit, clear }, note) {
  const { say } = place;
  const heading = el('h2', { id: 'letter-h' }, say('bar.title'));
  const body = el(
    'pre',
    { class: 'echo', tabindex: '0', role: 'region', 'aria-labelledby': 'letter-h', translate: 'no' },
    echoNodes(text, ranges, say),
  );
  return el(
    'aside',
    { class: 'aside', id: LETTER, 'aria-labelledby': 'letter-h', tabindex: '-1' },
    el(
      'div',
      { class: 'letter' },
      el(
        'header',
        null,
        heading,
        el(
          'span',
          { class: 'acts' },
          edit &&
            el('button', { type: 'button', class: 'btn bare', onclick: edit, 'data-edit': true }, say('bar.edit')),
          el('button', { type: 'button', class: 'btn bare', onclick: clear, 'data-clear': true }, say('bar.clear')),
        ),
      ),
      body,
      ranges.length > 0 && el('p', null, say(note)),
      marksNote(ranges, say),
    ),
  );
}
