// The values known for a recipient, and which recipients can share one answer.
// May import limits.js. Nothing of the page.
import { MOST_NAMED } from './limits.js';

/** @import { Match, Recipient } from '../engine/types' */
/** @import { Values } from './types' */
/** @typedef {{recipients: Recipient[], match: Match | null, values: Values}} Group */

// What differs between recipients who were refused for the same reason.
const OWN = ['recipient', 'recipient_domain', 'remote_mta'];

/**
 * What is known for a recipient: the match's values, and what the report itself says where the match has none.
 * @param {Recipient} recipient
 * @param {Match} match
 */
export function valuesFor(recipient, match) {
  /** @type {Values} */
  const values = {};
  if (recipient.recipient) {
    values.recipient = recipient.recipient;
    values.recipient_domain = recipient.recipient.slice(recipient.recipient.lastIndexOf('@') + 1);
  }
  if (recipient.remote_mta) values.remote_mta = recipient.remote_mta;
  return Object.assign(values, match.values);
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
    const values = match ? valuesFor(recipient, match) : {};
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
function nameAll({ recipients, match, values }) {
  if (recipients.length < 2 || !match) return;
  const known = recipients.map((recipient) => valuesFor(recipient, match));
  for (const id of OWN) {
    if (known.every((one) => Object.hasOwn(one, id))) values[id] = named([...new Set(known.map((one) => one[id]))]);
  }
}

/** @param {string[]} list */
function named(list) {
  return list.length <= MOST_NAMED ? list.join(', ') : `${list.slice(0, MOST_NAMED).join(', ')}, …`;
}
