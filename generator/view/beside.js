// What is said whatever the cause: to what the reader asks, who refused, and of a likely slip in an address.
// May import dom.js and limits.js. Draws what the engine says and decides nothing.
import { el } from './dom.js';
import { MOST_NAMED } from './limits.js';

/** @import { Recipient, Result } from '../engine/types' */
/** @import { Say } from './types' */

/** Whose decision it was, or nothing where nobody can tell. @param {Recipient} recipient @param {Say} say */
export function refusedBy({ refused_by: by, remote_mta: host }, say) {
  if (by === 'unknown') return null;
  const who = say(`refused_by.${by}`);
  return el(
    'p',
    { class: 'refused', 'data-refused-by': by },
    el('span', { class: 'soft' }, say('refused_by.label')),
    ' ',
    host && by !== 'own-program' ? say('refused_by.at', { who, host }) : who,
  );
}

/** What a reader asks beside the bounce, answered before all else. @param {Result} result @param {Say} say */
export function asked({ asks }, say) {
  return asks.map((ask) =>
    el(
      'section',
      { class: 'sec note asked', 'data-ask': ask },
      el('h2', null, say(`asks.${ask}`)),
      el('p', null, say(`asks.${ask}_do`)),
    ),
  );
}

/** Likely slips in the domains of addresses, each once. @param {Recipient[]} recipients @param {Say} say */
export function slips(recipients, say) {
  const said = recipients.flatMap(({ recipient, meant_domain: meant }) =>
    meant && recipient ? say('slip.domain', { written: recipient.slice(recipient.lastIndexOf('@') + 1), meant }) : [],
  );
  return [...new Set(said)].slice(0, MOST_NAMED).map((sentence) => el('p', { class: 'note slip' }, sentence));
}
