// What is answered to recipients: the first matches, which of them can share one answer, and with which values.
// May import limits.js. Nothing of the page.
import { MOST_NAMED } from './limits.js';

/** @import { Match, Recipient } from '../engine/types' */
/** @import { Values } from './types' */
/** @typedef {{recipients: Recipient[], match: Match | null, values: Values}} Group */

// What differs between recipients who were refused for the same reason.
const OWN = ['recipient', 'recipient_domain', 'remote_mta'];

/** What is answered to each recipient first, of those who have an answer. @param {Pick<Recipient, 'matches'>[]} recipients */
export function firstMatches(recipients) {
  return recipients.flatMap(({ matches }) => matches.slice(0, 1));
}

/**
 * Recipients with one cause and the same values are answered together, in their order.
 * @param {Recipient[]} recipients
 * @returns {Group[]}
 */
export function groupedAnswers(recipients) {
  /** @type {Map<string, Group>} */
  const groups = new Map();
  for (const recipient of recipients) {
    const match = recipient.matches[0] || null;
    const values = match ? { ...match.values } : {};
    const shared = Object.entries(values).filter(([id]) => !OWN.includes(id));
    const key = JSON.stringify([match ? match.article : recipient.diagnostic, match?.confidence, shared]);
    const group = groups.get(key);
    if (!group) groups.set(key, { recipients: [recipient], match, values });
    else group.recipients.push(recipient);
  }
  for (const group of groups.values()) nameAll(group);
  return [...groups.values()];
}

/** The values that differ between a group's recipients, as a list of them all. @param {Group} group */
function nameAll({ recipients, values }) {
  if (recipients.length < 2) return;
  const known = recipients.map((recipient) => recipient.matches[0]?.values || {});
  for (const id of OWN) {
    if (known.every((one) => Object.hasOwn(one, id))) values[id] = named([...new Set(known.map((one) => one[id]))]);
  }
}

/** @param {string[]} list */
function named(list) {
  return list.length <= MOST_NAMED ? list.join(', ') : `${list.slice(0, MOST_NAMED).join(', ')}, …`;
}
