// What pages of articles need to know of the answer that led there: the reader's own words and values. Kept in the tab.
// May import echo.js and reply.js. Draws nothing.
import { quotedParts } from './echo.js';
import { codeRead } from './reply.js';

/** @import { Result } from '../engine/types' */
/** @import { Place } from './place.js' */
/** @import { Shown } from './types' */

/** The causes that are shown, each with its quote and values. @param {Result} result @param {Place} place @returns {Shown} */
export function shownOf(result, place) {
  /** @type {Shown} */
  const shown = { where: place.here, cases: {} };
  for (const recipient of result.recipients) {
    const [match] = recipient.matches;
    if (!match || Object.hasOwn(shown.cases, match.article)) continue;
    shown.cases[match.article] = {
      quote: quotedParts(result.text, recipient, match),
      values: match.values,
      code: codeRead(recipient),
    };
  }
  return shown;
}
