// Words of mail that are looked up: header fields by what they are for, daemons, subjects. The lists come with the index.
// May import nothing. Knows no word by itself, and never decides what follows from one.

/**
 * @import { FieldRole, FieldWord, MailWords, SubjectWord, WordsData } from '../types.js'
 */

/** @type {ReadonlySet<FieldRole>} */
const NO_ROLES = new Set();
/** Units of a subject that are looked at: no reporter says more in front. */
const LONGEST_SUBJECT = 1000;
const NOT_LETTER = /[^\p{L}\p{N}]/u;

/** Text in which case, white space and hyphens don't matter. @param {string} text */
function squeezed(text) {
  return text.toLowerCase().replace(/[\s\u2010-\u2015-]+/g, '');
}

/** A subject or a phrase of one: plain letters, single spaces, hyphens as spaces. @param {string} text */
function folded(text) {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .trim();
}

/**
 * The words of an index, ready to be looked up.
 * @param {WordsData} data
 * @returns {MailWords}
 */
export function mailWords(data) {
  /** @type {Map<string, FieldWord>} */
  const fields = new Map();
  /** @type {Map<string, FieldWord>} */
  const labels = new Map();
  const families = [];
  for (const { name, roles, labels: shown } of data.fields) {
    const field = { name, roles: new Set(roles) };
    const star = name.indexOf('*');
    if (star >= 0) families.push({ start: name.slice(0, star), end: name.slice(star + 1), field });
    // `x-*-error` is `x-error` too; a field that has a name of its own goes before.
    const exact = name.replace('-*-', '-');
    if (!exact.includes('*') && (star < 0 || !fields.has(exact))) fields.set(exact, field);
    for (const label of shown) labels.set(label.toLowerCase(), field);
  }
  families.sort((a, b) => b.start.length - a.start.length);
  return {
    fields,
    families,
    labels,
    daemons: {
      addresses: data.daemons.addresses.map(squeezed),
      names: data.daemons.names.map(squeezed),
    },
    subjects: data.subjects.map(({ text, says, start }) => ({ text: folded(text), says: new Set(says), start })),
  };
}

/**
 * What a header field is for.
 * @param {MailWords} words
 * @param {string} name in lower case
 * @returns {ReadonlySet<FieldRole>}
 */
export function rolesOf(words, name) {
  const field = words.fields.get(name);
  if (field) return field.roles;
  for (const family of words.families) {
    const { start, end } = family;
    if (name.length >= start.length + end.length && name.startsWith(start) && name.endsWith(end))
      return family.field.roles;
  }
  return NO_ROLES;
}

/** Does a sender's name or address belong to a machine that reports? @param {MailWords} words @param {string} from */
export function isDaemon(words, from) {
  const { addresses, names } = words.daemons;
  const said = squeezed(from);
  return names.some((name) => said.includes(name)) || addresses.some((address) => said.includes(address));
}

// Scripts without spaces have no word boundaries.
/** @param {string} edge @param {string} neighbour */
function isBoundary(edge, neighbour) {
  return edge >= '\u0530' || NOT_LETTER.test(edge) || NOT_LETTER.test(neighbour);
}

/** @param {string} subject @param {number} at @param {string} text */
function isWhole(subject, at, text) {
  const end = at + text.length;
  return isBoundary(text[0], subject[at - 1] || ' ') && isBoundary(text[text.length - 1], subject[end] || ' ');
}

/**
 * The phrases that a subject holds.
 * @param {MailWords} words
 * @param {string} subject
 * @returns {SubjectWord[]}
 */
export function subjectsIn(words, subject) {
  const said = folded(subject.slice(0, LONGEST_SUBJECT)).replace(/^[[(【]+/, '');
  return words.subjects.filter(({ text, start }) => {
    for (let at = said.indexOf(text); at >= 0; at = start ? -1 : said.indexOf(text, at + 1)) {
      if ((at === 0 || !start) && isWhole(said, at, text)) return true;
    }
    return false;
  });
}
