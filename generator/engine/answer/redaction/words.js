// Words that redaction goes by: header fields by what they hold, a reporter's subjects, daemons, and words that name nobody.
// May import the mail room's fieldnames.js. Knows no word by itself: the lists come from kb/words/redaction.yaml.
import { FieldNames } from '../../mail/fieldnames.js';

/**
 * Names of header fields, also as mail programs show them, in lower case; one `*` stands for any letters, or none.
 * @typedef {object} Fields
 * @property {string[]} person what they hold names people
 * @property {string[]} [sender] those of them that say who sent the mail
 * @property {string[]} subject they hold a subject
 * @property {string[]} identifier they hold what identifies a message or a machine, and tells a reader nothing
 * @property {string[]} [machine] they hold the name of a machine
 */

/**
 * The lists as they come (generator/compiled/redaction.py). `keys`: how logs name a person, a machine or an identifier
 * in front of a value.
 * @typedef {{fields: Fields, keys: {person: string[], machine: string[], identifier: string[]}, daemons: string[],
 *   reported: string[], telling: string[], ordinary: string[]}} RedactionData
 */

/** One of some words, as a regular expression; none of no words. @param {string[]} words */
function oneOf(words) {
  if (!words.length) return '(?!)';
  return `(?:${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')})`;
}

/** Words, ready to be looked up; texts are in lower case. */
export class RedactionWords {
  /** @param {RedactionData} data @param {Fields} [fields] other fields than the usual ones */
  constructor({ fields: usual, keys, daemons, reported, telling, ordinary }, fields = usual) {
    /** How reporters start a subject. */
    this.reported = reported;
    this.telling = telling;
    this.daemons = new Set(daemons);
    /** What a field holds. @type {FieldNames<FieldRole>} */
    this.roles = new FieldNames();
    for (const role of /** @type {FieldRole[]} */ (['sender', 'person', 'subject', 'identifier', 'machine'])) {
      for (const name of fields[role] || []) this.roles.add(name, role);
    }
    /** Keys of logs and names of a subject, each kind as a regular expression. */
    this.keys = {
      person: oneOf(keys.person),
      machine: oneOf(keys.machine),
      identifier: oneOf(keys.identifier),
      subject: oneOf(usual.subject),
    };
    // What names a field names nobody.
    const labels = Object.values(usual).flatMap((names) =>
      names.flatMap((/** @type {string} */ name) => name.split(/[^\p{L}\p{M}]+/u)),
    );
    this.ordinary = new Set([...ordinary, ...labels]);
  }

  /** Is this a word of everyday mail, which names nobody wherever it stands? @param {string} word */
  isOrdinary(word) {
    return word.length < 30 && (this.ordinary.has(word) || this.ordinary.has(word.replace(/[-_\d]+$/, '')));
  }

  /** @param {string} text */
  isAllOrdinary(text) {
    const words = text.match(/[\p{L}\p{M}\p{N}]+/gu) || [];
    return words.every((word) => this.isOrdinary(word) || /^[\d]*.$/u.test(word));
  }

  /** Is this the local part of a reporter's address? @param {string} local */
  isDaemon(local) {
    return this.daemons.has(local);
  }

  /** Does a reporter go on in its own words behind the start of this subject? @param {string} subject */
  isTelling(subject) {
    return this.telling.some((phrase) => subject.startsWith(phrase) && !/^\w/.test(subject.slice(phrase.length)));
  }
}

/** @typedef {'person' | 'sender' | 'subject' | 'identifier' | 'machine'} FieldRole */
