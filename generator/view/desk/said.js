// What a mail on the list says in short: whom it was for, its cause, and whether waiting helps. May import the view's helpers.
import { stateOf } from '../status.js';
import { groupedAnswers } from '../values.js';

/** @import { Place } from '../place.js' */
/** @import { Group } from '../values.js' */
/** @import { Row, Said } from './types' */

/** @type {Record<string, string>} */
const KINDS = { delay: 'desk.delay', suspicious: 'desk.fraud' };

/** What a mail says in short. @param {Row} row @param {Place} place @returns {Said} */
export function saidBy(row, place) {
  const who = whoOf(row, place);
  const { say } = place;
  const { kind } = stateOf(row.result, say);
  if (kind === 'delay') return { who, cause: say('desk.delay'), tone: 'wait', known: 'known' };
  if (kind) return { who, cause: say(KINDS[kind] || 'desk.no_bounce'), tone: '', known: 'no-bounce' };
  const known = causesOf(row, place);
  if (known.length === 0) return { who, cause: say('desk.unknown'), tone: '', known: 'unknown' };
  const [{ headline, permanence }] = known;
  const tone = permanence === 'permanent' ? 'stop' : 'wait';
  const cause = known.length === 1 ? headline : say('desk.more_causes', { cause: headline, n: known.length - 1 });
  return { who, cause, tone, known: 'known' };
}

/** Recipients with one cause, of those causes that the contents know. @param {Row} row @param {Place} place @returns {Group[]} */
export function groupsOf({ result }, place) {
  const known = (/** @type {{article: string}} */ { article }) => Object.hasOwn(place.contents.articles, article);
  // A browser may hold contents that are older or newer than a list in its tab.
  const recipients = result.recipients.map((one) => ({ ...one, matches: one.matches.filter(known) }));
  return groupedAnswers(recipients);
}

/** The articles of the causes that are known, each once. @param {Row} row @param {Place} place */
function causesOf(row, place) {
  const ids = groupsOf(row, place).flatMap(({ match }) => match?.article || []);
  return [...new Set(ids)].map((id) => place.contents.articles[id]);
}

/** The first recipient, and how many more. @param {Row} row @param {Place} place */
function whoOf({ result: { recipients }, file }, { say }) {
  const names = recipients.flatMap(({ recipient }) => recipient || []);
  if (names.length === 0) return file || say('desk.nobody');
  return recipients.length > 1 ? say('desk.more_people', { who: names[0], n: recipients.length - 1 }) : names[0];
}

/** A time of day. @param {number} at @param {Place} place */
export function timeOf(at, place) {
  return new Intl.DateTimeFormat(place.lang, { hour: 'numeric', minute: '2-digit', hourCycle: 'h23' }).format(at);
}
