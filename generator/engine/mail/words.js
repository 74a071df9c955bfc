// Words of mail that are looked up: header fields by what they are for, daemons, subjects. The lists come with the index.
// May import fieldnames.js. Knows no word by itself, and never decides what follows from one.

/**
 * @import { FieldRole, FieldWord, MailWords, SubjectWord, WordsData } from '../types.js'
 */

import { FieldNames } from './fieldnames.js';

/** @type {ReadonlySet<FieldRole>} */
const NO_ROLES = new Set();
/** Units of a subject that are looked at: no reporter says more in front. */
const LONGEST_SUBJECT = 1000;
/** Units of a line in front of its colon in which a field's name can stand. */
const LONGEST_LABEL = 100;
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
    .replace(/ :/g, ':')
    .trim();
}

/** Texts by their last letter. @param {string[]} texts */
function byLastLetter(texts) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const text of texts) found.set(text.slice(-1), (found.get(text.slice(-1)) || []).concat(text));
  return found;
}

/**
 * The words of an index, ready to be looked up.
 * @param {WordsData} data
 * @returns {MailWords}
 */
export function mailWords(data) {
  /** @type {FieldNames<FieldWord>} */
  const fields = new FieldNames();
  /** @type {Map<string, FieldWord>} */
  const labels = new Map();
  for (const { name, roles, labels: shown } of data.fields) {
    const field = { name, roles: new Set(roles) };
    fields.add(name, field);
    for (const label of shown) labels.set(label.toLowerCase(), field);
  }
  return {
    fields,
    labels,
    subjectLabels: byLastLetter(Array.from(labels.keys()).filter((label) => labels.get(label)?.roles.has('subject'))),
    daemons: {
      addresses: data.daemons.addresses.map(squeezed),
      names: data.daemons.names.map(squeezed),
    },
    subjects: data.subjects.map(({ text, says, start }) => ({ text: folded(text), says: new Set(says), start })),
    mentionedBehind: new Set(data.mentioned_behind),
    logMarks: new Map(data.log_marks),
  };
}

/**
 * What a header field is for.
 * @param {MailWords} words
 * @param {string} name in lower case
 * @returns {ReadonlySet<FieldRole>}
 */
export function rolesOf(words, name) {
  return words.fields.find(name)?.roles || NO_ROLES;
}

/** Where the first colon stands, plain or wide; -1 if there is none. @param {string} text */
function firstColon(text) {
  const plain = text.indexOf(':');
  const wide = text.indexOf('：');
  return plain < 0 || (wide >= 0 && wide < plain) ? wide : plain;
}

/**
 * The field that a line starts with, by its name or as mail programs show it, and where its value starts; or null.
 * @param {MailWords} words
 * @param {string} line
 * @returns {{field: FieldWord, to: number} | null}
 */
export function shownField(words, line) {
  const colon = firstColon(line.slice(0, LONGEST_LABEL));
  if (colon <= 0) return null;
  const written = line.slice(0, line[colon - 1] === ' ' ? colon - 1 : colon);
  const label = written.toLowerCase();
  // In small letters `da:` and `an:` are words of a sentence. A name is one word, a label may be several.
  const isLabel = written[0] !== label[0] || label[0] === label[0].toUpperCase();
  const field = (isLabel && words.labels.get(label)) || (/\s/.test(label) ? undefined : words.fields.find(label));
  return field ? { field, to: colon + 1 } : null;
}

/**
 * Where a field starts within a text whose lines are lost, behind white space; or -1.
 * @param {MailWords} words
 * @param {string} text short
 * @param {(field: FieldWord) => boolean} wanted
 */
export function fieldWithin(words, text, wanted) {
  for (const { index } of text.matchAll(/\s(?=\S)/g)) {
    const shown = shownField(words, text.slice(index + 1));
    if (shown && wanted(shown.field)) return index;
  }
  return -1;
}

/**
 * Where subjects start that a line quotes: behind the field's name at its start, or behind a label anywhere.
 * @param {MailWords} words
 * @param {string} line
 */
export function subjectsShown(words, line) {
  /** @type {number[]} */
  const starts = [];
  if (firstColon(line) < 0) return starts;
  for (const { index: colon } of line.matchAll(/[:：]/g)) {
    const index = colon > 0 && /\s/.test(line[colon - 1]) ? colon - 1 : colon;
    const before = line.slice(Math.max(0, index - LONGEST_LABEL), index).toLowerCase();
    const labels = words.subjectLabels.get(before.slice(-1)) || [];
    const fits = labels.some((label) => {
      if (!before.endsWith(label)) return false;
      const at = index - label.length;
      return isBoundary(line[at], at > 0 ? line[at - 1] : ' ');
    });
    if (fits || (starts.length === 0 && before === 'subject')) starts.push(colon + 1);
  }
  return starts;
}

/**
 * Is the subject of which `before` is the name a mere word of a sentence, as in "your mail has no Subject:"?
 * @param {MailWords} words
 * @param {string} before
 */
export function isMentioned(words, before) {
  const found = /(?:^|[^\p{L}\p{N}])(\p{L}+)\s+["']?([\w-]+)\s?:\s*$/u.exec(before);
  if (!found) return false;
  return words.mentionedBehind.has(found[1].toLowerCase()) && rolesOf(words, found[2].toLowerCase()).has('subject');
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

/** Does the reporter go on in its own words behind the start of this subject? @param {MailWords} words @param {string} subject */
export function isTelling(words, subject) {
  const lead = /^\s*([^:\n]*?)\s*(?::|--)/.exec(subject.slice(0, LONGEST_SUBJECT));
  if (!lead) return false;
  const said = folded(lead[1]);
  return words.subjects.some(({ text, says }) => says.has('telling') && text === said);
}
