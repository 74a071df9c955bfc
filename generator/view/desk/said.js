// What a mail on the list says in short: whom it was for, its cause, and whether waiting helps. May import the view's helpers.
import { stateOf } from '../status.js';
import { groupedAnswers } from '../values.js';

/** @import { Place } from '../place.js' */
/** @import { Group } from '../values.js' */
/** @import { Row, Said } from './types' */

/** @type {Record<string, string>} */
const KINDS = { suspicious: 'desk.fraud' };

// A list of thousands is counted again with each mail that is added.
/** @type {WeakMap<Row, Said>} */
const known = new WeakMap();

/** What a mail says in short. @param {Row} row @param {Place} place @returns {Said} */
export function saidBy(row, place) {
  const said = known.get(row) || shortOf(row, place);
  known.set(row, said);
  return said;
}

/** @param {Row} row @param {Place} place @returns {Said} */
function shortOf(row, place) {
  const who = whoOf(row, place);
  const { say } = place;
  const { kind } = stateOf(row.result, say);
  if (kind === 'delay') {
    const cause = say('desk.delay');
    return { who, cause, causes: [cause], tone: 'wait', known: 'known' };
  }
  if (kind) return { who, cause: say(KINDS[kind] || 'desk.no_bounce'), causes: [], tone: '', known: 'no-bounce' };
  const groups = groupsOf(row, place);
  const unknown = say('desk.unknown');
  const nameOf = (/** @type {Group} */ { match }) =>
    match ? place.contents.articles[match.article].headline : unknown;
  const causes = [...new Set(groups.map(nameOf))];
  const first = groups.find(({ match }) => match)?.match;
  if (!first) return { who, cause: unknown, causes, tone: '', known: 'unknown' };
  const { headline, permanence } = place.contents.articles[first.article];
  const tone = permanence === 'permanent' ? 'stop' : 'wait';
  const more = causes.length - 1;
  const cause = more === 0 ? headline : say('desk.more_causes', { cause: headline, n: more });
  return { who, cause, causes, tone, known: 'known' };
}

/** Recipients with one cause, of those causes that the contents know. @param {Row} row @param {Place} place @returns {Group[]} */
export function groupsOf({ result }, place) {
  const isKnown = (/** @type {{article: string}} */ { article }) => Object.hasOwn(place.contents.articles, article);
  // A browser may hold contents that are older or newer than a list in its tab.
  const recipients = result.recipients.map((one) => ({ ...one, matches: one.matches.filter(isKnown) }));
  return groupedAnswers(recipients);
}

/** The first recipient, and how many more. @param {Row} row @param {Place} place */
function whoOf({ result: { recipients }, file }, { say }) {
  const names = recipients.flatMap(({ recipient }) => recipient || []);
  if (names.length === 0) return file || say('desk.nobody');
  return recipients.length > 1 ? say('desk.more_people', { who: names[0], n: recipients.length - 1 }) : names[0];
}

// Making one takes longer than using it a hundred times.
/** @type {Map<string, Intl.DateTimeFormat>} */
const clocks = new Map();

/** A time of day. @param {number} at @param {Place} place */
export function timeOf(at, { lang }) {
  const how = /** @type {const} */ ({ hour: 'numeric', minute: '2-digit', hourCycle: 'h23' });
  const clock = clocks.get(lang) || new Intl.DateTimeFormat(lang, how);
  clocks.set(lang, clock);
  return clock.format(at);
}
