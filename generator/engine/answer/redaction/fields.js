// Finds names, subjects and ids by where they stand: in header fields, in any language.
// May import words.js and scripts.js. Sees a reading in which addresses, hosts and IPs are hidden already.
import { UNSPACED } from './scripts.js';

/** @import { Reading } from './reading.js' */
/** @import { Add } from './values.js' */
/** @import { FieldRole, RedactionWords } from './words.js' */
/** @typedef {{role: FieldRole, indent: number, from: number, to: number}} Field its value in [from, to) */

const LONGEST_NAME = 60;
const BEFORE_NAME = /[\s>|*_"'<#■□●○◆◇・※【「[-]{0,20}/y;
const AFTER_NAME = /[\s*_"'】」\]]+$/;
// `件名: x`, `件名\tx`, `件名  x`, `【件名】x`
const MARK = /[:\t】\]]| {2}/;
const BEFORE_VALUE = /[ \t*_:】\]]*/y;
const GOES_ON = /(?:[ \t]{0,8}>){0,9}([ \t]+)(?=[^\s])/y;
const OTHER_FIELD = /^[\s>]{0,20}[a-z][a-z0-9-]{1,40}:/;
// An answer, not a name.
const CODE = /(?:^|[^\d.])[245]\d\d(?:[ -]|$)|[245]\.\d{1,3}\.\d{1,3}/;
const BEHIND_REPORTED = /(?:\s?\([a-z -]{1,20}\))?[\s:\-–]*/y;
const PIECE = /(?:(?!&(?:lt|gt|quot|amp|nbsp|#\d{1,4});)[^,;<>()[\]"|:\uffff\r\n])+/g;

const AROUND = /[\s'*_]/;

/** The line at `at`: its end, and where the next one starts. @param {string} text @param {number} at */
function lineAt(text, at) {
  const end = text.indexOf('\n', at);
  if (end < 0) return { from: at, to: text.length, next: text.length };
  return { from: at, to: end > at && text[end - 1] === '\r' ? end - 1 : end, next: end + 1 };
}

/** Does a line end with a soft break of quoted-printable? Those come late in a line, and `==` ends base64. */
function isSoftBroken(/** @type {string} */ text, /** @type {{from: number, to: number}} */ { from, to }) {
  return to - from >= 60 && text[to - 1] === '=' && text[to - 2] !== '=';
}

/** @param {string} text @param {number} at @param {number} end */
function looksLikeAnswer(text, at, end) {
  return CODE.test(text.slice(at, Math.min(end, at + 200)));
}

/** The fields of a reading, line by line. */
class FieldReader {
  /** @param {Reading} reading */
  constructor(reading) {
    this.text = reading.lower;
    this.written = reading.text;
    this.words = reading.words;
  }

  /** The field whose name stands at the start of the line [at, end). @returns {Field | null} */
  fieldAt(/** @type {number} */ at, /** @type {number} */ end) {
    BEFORE_NAME.lastIndex = at;
    BEFORE_NAME.test(this.text);
    const start = Math.min(BEFORE_NAME.lastIndex, end);
    const near = this.text.slice(start, Math.min(end, start + LONGEST_NAME));
    let found = near.search(MARK);
    // `User  unknown` is no field.
    if (near[found] === ' ' && !/[^\0-\x7f]/.test(near.slice(0, found))) found = near.search(/[:\t]/);
    // A name alone on its line: the value is the next one.
    const mark = found < 0 ? near.length : found;
    const role = mark < LONGEST_NAME ? this.words.roles.find(near.slice(0, mark).replace(AFTER_NAME, '')) : undefined;
    if (!role || (mark < 4 && !this.isLabel(start, start + mark))) return null;
    BEFORE_VALUE.lastIndex = Math.min(start + mark + 1, end);
    BEFORE_VALUE.test(this.text);
    const indent = (/[ \t]*$/.exec(this.text.slice(Math.max(at, start - 20), start)) || [''])[0].length;
    return { role, indent, from: Math.min(BEFORE_VALUE.lastIndex, end), to: end };
  }

  /** Is a word of a few letters a label, not a word of a sentence? Mail programs write `Da:`, a German report `da:`. */
  isLabel(/** @type {number} */ at, /** @type {number} */ end) {
    return (
      /^(?:to|cc|bcc)$/.test(this.text.slice(at, end)) ||
      this.written[at] !== this.text[at] ||
      UNSPACED.test(this.text[at])
    );
  }

  /** Does the line [at, end) go on with a field's value? @param {Field} field @param {number} at @param {number} end */
  goesOn(field, at, end) {
    GOES_ON.lastIndex = at;
    const found = GOES_ON.exec(this.text);
    if (!found || GOES_ON.lastIndex >= end || found[1].length <= field.indent) return false;
    return field.role === 'identifier' || !this.isOwnLine(at, end);
  }

  /** Does a line say something of its own? @param {number} at @param {number} end */
  isOwnLine(at, end) {
    const line = this.text.slice(at, Math.min(end, at + 200));
    return (
      line.trim() === '' ||
      OTHER_FIELD.test(line) ||
      this.fieldAt(at, end) !== null ||
      looksLikeAnswer(this.text, at, end)
    );
  }

  /** All fields, each with the lines it goes on over. @returns {Generator<Field, void>} */
  *all() {
    const { text } = this;
    for (let at = 0; at < text.length; ) {
      let line = lineAt(text, at);
      at = line.next;
      const field = this.fieldAt(line.from, line.to);
      if (!field) continue;
      let empty = field.from === line.to;
      while (at < text.length) {
        const next = lineAt(text, at);
        const more = empty
          ? !this.isOwnLine(next.from, next.to)
          : isSoftBroken(text, line) || this.goesOn(field, next.from, next.to);
        if (!more) break;
        empty = false;
        line = next;
        at = next.next;
      }
      field.to = line.to;
      yield* this.split(field);
    }
  }

  /** Fields that were run together on one line: `From: A <..> To: B <..> Subject: C`. @returns {Generator<Field, void>} */
  *split(/** @type {Field} */ field) {
    let { from, role } = field;
    if (role === 'person' || role === 'sender') {
      for (const { index } of this.text.slice(from, field.to).matchAll(/:/g)) {
        const at = field.from + index;
        const words = /(?:^|[\s>)])((?:[\p{L}-]+ )?[\p{L}-]+)$/u.exec(this.text.slice(Math.max(from, at - 40), at));
        const name = words
          ? [words[1], words[1].split(' ').pop() || ''].find((one) => this.words.roles.find(one))
          : undefined;
        if (!name) continue;
        yield { ...field, role, from, to: at - name.length };
        role = this.words.roles.find(name) || role;
        from = at + 1;
      }
    }
    yield { ...field, role, from, to: field.to };
  }
}

/** A stretch without white space and marks around it. @returns {[number, number]} */
function trimmed(/** @type {string} */ text, /** @type {number} */ from, /** @type {number} */ to) {
  while (from < to && AROUND.test(text[from])) from++;
  while (to > from && AROUND.test(text[to - 1])) to--;
  return [from, to];
}

/** Names in the value of a field that names people. @param {Reading} reading @param {Field} field @param {Add} add */
function findNames({ lower, words }, field, add) {
  const value = lower.slice(field.from, field.to);
  for (const found of value.matchAll(PIECE)) {
    if (CODE.test(found[0].slice(0, 200))) return;
    // Other addresses are hidden already: this is a daemon's.
    if (found[0].includes('@')) continue;
    const start = field.from + found.index;
    const [from, to] = trimmed(lower, start, start + found[0].length);
    const name = lower.slice(from, to);
    if (/[\p{L}\p{N}]/u.test(name) && !words.isAllOrdinary(name)) add(from, to, 'name', name);
  }
}

/** How much of a subject is a reporter's own. @param {RedactionWords} words @param {string} subject in lower case */
function reportedLength(words, subject) {
  const tags = (words.tags.exec(subject) || [''])[0].length;
  const rest = subject.slice(tags, tags + 200);
  if (words.isTelling(rest)) return subject.length;
  let longest = 0;
  for (const phrase of words.reported) if (phrase.length > longest && rest.startsWith(phrase)) longest = phrase.length;
  if (!longest || (/^\p{L}/u.test(rest.slice(longest)) && !UNSPACED.test(rest[longest - 1]))) return 0;
  BEHIND_REPORTED.lastIndex = tags + longest;
  BEHIND_REPORTED.test(subject);
  return BEHIND_REPORTED.lastIndex;
}

/** @param {Reading} reading @param {Field} field @param {Add} add */
function findSubject({ lower, words }, field, add) {
  const kept = reportedLength(words, lower.slice(field.from, field.to));
  const [from, to] = trimmed(lower, field.from + kept, field.to);
  const subject = lower.slice(from, to);
  if (/[\p{L}\p{N}]/u.test(subject)) add(from, to, 'subject', subject.replace(words.tags, ''));
}

/** @param {Reading} reading @param {Field} field @param {Add} add */
function findMachine({ lower, words }, field, add) {
  const found = /^(?:[a-z0-9-]+;\s?)?\s?([\p{L}\p{N}_-]{2,63})(?![\p{L}\p{N}_.;-])/u.exec(
    lower.slice(field.from, Math.min(field.to, field.from + 120)),
  );
  if (!found || words.isOrdinary(found[1])) return;
  const from = field.from + found[0].length - found[1].length;
  add(from, from + found[1].length, 'host', found[1]);
}

/** @param {string} lower @param {Field} field @param {Add} add */
function findIdentifier(lower, field, add) {
  const [from, to] = trimmed(lower, field.from, field.to);
  const value = lower.slice(from, to);
  if (/[\p{L}\p{N}]/u.test(value)) add(from, to, 'id', value);
}

/**
 * @param {Reading} reading @param {Add} add
 * @param {(from: number, to: number) => void} addSender called with each stretch that says who sent the mail
 */
export function findFields(reading, add, addSender) {
  if (reading.guessed) return;
  for (const field of new FieldReader(reading).all()) {
    if (field.role === 'sender') addSender(field.from, field.to);
    if (field.role === 'subject') findSubject(reading, field, add);
    else if (field.role === 'identifier') findIdentifier(reading.lower, field, add);
    else if (field.role === 'machine') findMachine(reading, field, add);
    else findNames(reading, field, add);
  }
}
