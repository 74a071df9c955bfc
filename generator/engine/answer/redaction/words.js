// Words that redaction goes by: header fields by what they hold, a reporter's subjects, daemons, and words that name nobody.
// May import scripts.js and the mail room's fieldnames.js. Knows no word by itself: the lists come from kb/words/redaction.yaml.
import { FieldNames } from '../../mail/fieldnames.js';
import { UNSPACED } from './scripts.js';

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
 * How programs name what follows: a person, a machine or an identifier in a log; a person
 * also in JSON (`quoted`: only there).
 * @typedef {{person: string[], machine: string[], identifier: string[], quoted: string[]}} Keys
 * What stands around a machine's name without dots.
 * @typedef {{called: string[], speaks: string[], before: string[], behind: string[]}} AroundMachines
 * What stands around a name: before it (`user unknown: taro`), in it (`van`), behind it (`様`).
 * @typedef {{called: string[], unknown: string[], particles: string[], honorifics: string[]}} AroundNames
 * Last labels of names: usual top-level domains, and what is none although it looks so (`index.html`).
 * @typedef {{usual: string[], none: string[]}} TopLevel
 * The lists as they come (generator/compiled/redaction.py). `reply_marks`: what mail programs put before a subject.
 * @typedef {{fields: Fields, keys: Keys, machines: AroundMachines, names: AroundNames, top_level: TopLevel, reply_marks: string[],
 *   daemons: string[], reported: string[], telling: string[], ordinary: string[]}} RedactionData
 */

/** One of some words, as a regular expression; none of no words. @param {string[]} words */
function oneOf(words) {
  if (!words.length) return '(?!)';
  return `(?:${words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|')})`;
}

/** Words, ready to be looked up; texts are in lower case. */
export class RedactionWords {
  /** @param {RedactionData} data @param {Fields} [fields] other fields than the usual ones */
  constructor(data, fields = data.fields) {
    const { fields: usual, keys, machines, names, daemons, reported, telling, ordinary } = data;
    /** How reporters start a subject. */
    this.reported = reported;
    this.telling = telling;
    this.daemons = new Set(daemons);
    /** What a field holds. @type {FieldNames<FieldRole>} */
    this.roles = new FieldNames();
    for (const role of /** @type {FieldRole[]} */ (['sender', 'person', 'subject', 'identifier', 'machine'])) {
      for (const name of fields[role] || []) this.roles.add(name, role);
    }
    /** What stands before a value, each kind as a regular expression. */
    this.before = {
      person: oneOf(keys.person),
      machine: oneOf(keys.machine),
      identifier: oneOf(keys.identifier),
      quoted: oneOf(keys.person.concat(keys.quoted)),
      subject: oneOf(usual.subject),
      called: oneOf(names.called.filter((word) => !UNSPACED.test(word))),
      unknown: oneOf(names.unknown),
      calledUnspaced: oneOf(names.called.filter((word) => UNSPACED.test(word))),
    };
    /** What stands around a machine's name, each kind as a regular expression. */
    this.aroundMachines = {
      called: oneOf(machines.called),
      speaks: oneOf(machines.speaks),
      before: oneOf(machines.before),
      behind: oneOf(machines.behind),
    };
    this.particles = new Set(names.particles);
    this.honorific = new RegExp(`${oneOf(names.honorifics)}$`);
    this.topLevel = new Set(data.top_level.usual);
    this.noTopLevel = new Set(data.top_level.none);
    /** `Re: [list] ` before a subject. */
    this.tags = new RegExp(`^(?:\\[[^\\]]{1,80}\\]|${oneOf(data.reply_marks)}\\s?[:：]|\\s)+`);
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
