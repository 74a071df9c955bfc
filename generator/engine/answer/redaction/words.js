// Words that redaction goes by: header fields by what they hold, a reporter's subjects, daemons, and words that name nobody.
// May import nothing. Knows no word by itself: the lists come from kb/words/redaction.yaml.

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
 * The lists as they come (generator/compiled/redaction.py).
 * @typedef {{fields: Fields, daemons: string[], reported: string[], telling: string[], ordinary: string[]}} RedactionData
 */

/** Words, ready to be looked up; texts are in lower case. */
export class RedactionWords {
  /** @param {RedactionData} data @param {Fields} [fields] other fields than the usual ones */
  constructor({ fields: usual, daemons, reported, telling, ordinary }, fields = usual) {
    /** How reporters start a subject. */
    this.reported = reported;
    this.telling = telling;
    this.daemons = new Set(daemons);
    this.roleOf = fieldRoles(fields);
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
/** @typedef {(name: string) => FieldRole | undefined} RoleOf what a field holds, by its name in lower case */

/**
 * What a field holds, by its name: exact names before those with `*`.
 * @param {Fields} fields
 * @returns {RoleOf}
 */
function fieldRoles(fields) {
  /** @type {Map<string, FieldRole>} */
  const exact = new Map();
  /** @type {{start: string, end: string, role: FieldRole}[]} */
  const open = [];
  for (const role of /** @type {FieldRole[]} */ (['sender', 'person', 'subject', 'identifier', 'machine'])) {
    for (const name of fields[role] || []) {
      const star = name.indexOf('*');
      if (star >= 0) open.push({ start: name.slice(0, star), end: name.slice(star + 1), role });
      else if (!exact.has(name)) exact.set(name, role);
    }
  }
  return (name) => {
    const found = exact.get(name);
    if (found) return found;
    const fits = open.find(
      ({ start, end }) => name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end),
    );
    return fits?.role;
  };
}
