// The structure of a mail: messages, parts, multipart bodies, and what a part's bytes say. Newlines are LF once parsed.
// May import limits.js, headers.js, transfer.js and charset.js. Never decides what a part is for: sections.js does.
import { LONGEST_ORIGINAL_PART, LONGEST_PART, MOST_PARTS } from '../limits.js';
import { readBytes, readText } from './charset.js';
import { fieldValue, parseParams, plainValue, readValue, splitHeaders } from './headers.js';
import { base64Runs, decodeBase64, decodeQuoted } from './transfer.js';

/**
 * @import { MailKit, Piece } from '../types.js'
 * @import { Field, Split } from './headers.js'
 */

/** `left`: parts beyond the limit. @typedef {{before: string, parts: string[], after: string, left: number}} Cut */
/** @typedef {{parts: Entity[], spare: Entity[], left: number}} Parts */

const GUESSED_BOUNDARY = /^--(\S[^\n]{0,98}\S)[ \t]*\n(?:content-[a-z-]+|mime-version)[ \t]*:/im;
/** White space that may stand behind a boundary. */
const BLANK_END = 200;
/** Units of a page in which its own charset is looked for; browsers look at 1024. */
const META_HEAD = 4000;
// A body that begins like this is a multipart one, even where the header block that says so is gone.
const BARE_MULTIPART = /^\s*(?:This is a (?:multi-?part|MIME)[^\n]*\n\s*)?--(\S[^\n]{0,98}\S|\S)[ \t]*\n/i;

/** Newlines of any kind as LF. @param {string} text */
export function cleanNewlines(text) {
  if (!text.includes('\r')) return text;
  const usual = text.replaceAll('\r\n', '\n');
  if (!usual.includes('\r')) return usual;
  return usual.replace(/\r+\n?/g, (run) => (run.endsWith('\n') ? '\n' : '\n'.repeat(run.length)));
}

/** A message or a part. */
export class Entity {
  /**
   * @param {MailKit} kit
   * @param {Split} split its header block and its body
   * @param {boolean} isBytes one character a byte; otherwise the text is decoded already
   * @param {{value: string, params: Map<string, string>}} content its Content-Type
   */
  constructor(kit, { fields, body, unread }, isBytes, content) {
    this.kit = kit;
    this.fields = fields;
    this.body = body;
    /** Lines of its header block that are left to the body. */
    this.unread = unread;
    this.isBytes = isBytes;
    /** Its type in lower case, such as 'text/plain'. */
    this.type = content.value === 'text' ? 'text/plain' : content.value;
    this.params = content.params;
    /** Its transfer encoding, in lower case. */
    this.encoding = plainValue(fieldValue(fields, 'content-transfer-encoding'));
    /** The name of the file that it is, in lower case. */
    this.name = (content.params.get('name') || nameIn(fieldValue(fields, 'content-disposition'))).toLowerCase();
    /** @type {Parts | null | undefined} */
    this.split = undefined;
    /** @type {Entity | undefined} */
    this.held = undefined;
  }

  get isEncoded() {
    return this.encoding === 'base64' || this.encoding === 'quoted-printable';
  }

  /**
   * The parts of a multipart entity, by its boundary or, where that is missing or wrong, by a line that looks like one.
   * `spare`: the text before and behind the parts, which mail programs don't show; `left`: how many parts are beyond the
   * limit; null when there are no parts.
   */
  get parts() {
    if (this.split === undefined) this.split = partsOf(this);
    return this.split;
  }

  /** The message that a part of type message/rfc822 (or a header block) holds. */
  get message() {
    if (!this.held) {
      const { text, isBytes } = decodedBody(this);
      const split = splitHeaders(text, true, this.kit.words);
      this.kit.meter.take(text.length - split.body.length);
      this.held = messageOf(split, isBytes, this.kit);
    }
    return this.held;
  }

  /** A field's value as pieces; each is read once. @param {Field} field */
  read(field) {
    if (!field.pieces) field.pieces = readValue(field.value, this.isBytes, this.params.get('charset') || '');
    return field.pieces;
  }

  /** The same body as nothing but text in this transfer encoding. @param {string} encoding */
  asText(encoding) {
    const text = new Entity(this.kit, bodyOnly(this.body), this.isBytes, { value: 'text/plain', params: this.params });
    text.encoding = encoding;
    text.name = '';
    return text;
  }
}

/** A part without a header block. @param {string} body @returns {Split} */
function bodyOnly(body) {
  return { fields: [], body, unread: 0 };
}

/** @param {string} disposition */
function nameIn(disposition) {
  return disposition ? parseParams(disposition).params.get('filename') || '' : '';
}

/** The Content-Type of a message that declares none. @param {string} body */
function undeclared(body) {
  const found = BARE_MULTIPART.exec(body);
  const isMultipart =
    found && (/^content-/i.test(body.slice(found[0].length)) || body.includes(`\n--${found[1]}`, found[0].length - 1));
  return isMultipart
    ? { value: 'multipart/mixed', params: new Map([['boundary', found[1]]]) }
    : { value: 'text/plain', params: new Map() };
}

/**
 * A whole message.
 * @param {Split} split its header block and its body, newlines LF
 * @param {boolean} isBytes one character a byte; otherwise the text is decoded already
 * @param {MailKit} kit
 */
export function messageOf(split, isBytes, kit) {
  const declared = parseParams(fieldValue(split.fields, 'content-type'));
  return new Entity(kit, split, isBytes, declared.value ? declared : undeclared(split.body));
}

/** @param {string} text @param {boolean} isBytes @param {string} usualType @param {MailKit} kit */
function parsePart(text, isBytes, usualType, kit) {
  const split = splitHeaders(text, false, kit.words);
  const { fields } = split;
  kit.meter.take(text.length - split.body.length);
  // Fields without any of MIME's are no header block but the beginning of the text.
  const isBlock = !fields.length || fields.some(({ name }) => /^(?:content-|mime-|x-)/.test(name));
  if (!isBlock) return new Entity(kit, bodyOnly(text), isBytes, { value: usualType, params: new Map() });
  const { value, params } = parseParams(fieldValue(fields, 'content-type'));
  return new Entity(kit, split, isBytes, { value: value || usualType, params });
}

/**
 * Where a boundary stands alone on its line: {at, next, closes}, as many as there are.
 * @param {string} body
 * @param {string} delimiter
 */
function cutsOf(body, delimiter) {
  const cuts = [];
  let at = body.startsWith(delimiter) ? 0 : body.indexOf(`\n${delimiter}`);
  while (at >= 0) {
    const start = body[at] === '\n' ? at + 1 : at;
    const lineEnd = body.indexOf('\n', start);
    const end = lineEnd < 0 ? body.length : lineEnd;
    const rest = body.slice(start + delimiter.length, Math.min(end, start + delimiter.length + BLANK_END)).trim();
    if (rest === '' || rest === '--') cuts.push({ at, next: Math.min(end + 1, body.length), closes: rest === '--' });
    at = body.indexOf(`\n${delimiter}`, end);
  }
  return cuts;
}

/**
 * Cut a multipart body at its boundary.
 * @param {string} body
 * @param {string} boundary
 * @param {MailKit} kit
 * @returns {Cut | null} null when the boundary does not occur
 */
function cutAt(body, boundary, kit) {
  // A search is quick; parts nested to the limit are searched as often as they are deep.
  kit.meter.take(body.length >> 2);
  const cuts = cutsOf(body, `--${boundary}`);
  if (!cuts.length) return null;
  /** @type {Cut} */
  const found = { before: body.slice(0, cuts[0].at), parts: [], after: '', left: 0 };
  cuts.forEach((cut, index) => {
    const end = index + 1 < cuts.length ? cuts[index + 1].at : body.length;
    if (cut.closes) found.after = body.slice(cut.next, end);
    else if (found.parts.length < MOST_PARTS) found.parts.push(body.slice(cut.next, end));
    else found.left++;
  });
  return found;
}

/** The body of an entity that holds entities: these may not be encoded, but some are. @param {Entity} entity */
function decodedBody(entity) {
  if (!entity.isEncoded) return { text: entity.body, isBytes: entity.isBytes };
  return { text: cleanNewlines(decode(entity.body, entity.encoding, entity.kit)), isBytes: true };
}

/** @param {Entity} entity @returns {Parts | null} */
function partsOf(entity) {
  const declared = (entity.params.get('boundary') || '').trim();
  const found = declared ? cutAt(entity.body, declared, entity.kit) : null;
  if (found?.parts.length) return asEntities(found, entity, entity.isBytes, false);
  const { text, isBytes } = decodedBody(entity);
  entity.kit.meter.take(text.length >> 1);
  const guessed = GUESSED_BOUNDARY.exec(text);
  const again =
    (entity.isEncoded && declared && cutAt(text, declared, entity.kit)) ||
    (guessed && cutAt(text, guessed[1], entity.kit));
  return again?.parts.length ? asEntities(again, entity, isBytes, Boolean(guessed)) : null;
}

/** @param {Cut} cut @param {Entity} entity @param {boolean} isBytes @param {boolean} isGuess @returns {Parts} */
function asEntities(cut, entity, isBytes, isGuess) {
  const { kit } = entity;
  const usual = entity.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const plain = (/** @type {string} */ text) =>
    new Entity(kit, bodyOnly(text), isBytes, { value: 'text/plain', params: new Map() });
  const parts = cut.parts.map((text) => parsePart(text, isBytes, usual, kit));
  const spare = [cut.before, cut.after].filter((text) => text.trim()).map(plain);
  // Before a boundary that was only guessed may stand what the mail has to say.
  const isLead = isGuess && cut.before.trim() !== '';
  const { left } = cut;
  return isLead ? { parts: [spare[0], ...parts], spare: spare.slice(1), left } : { parts, spare, left };
}

/** @param {string} body @param {string} encoding @param {MailKit} kit */
function decode(body, encoding, kit) {
  kit.meter.take(body.length);
  if (encoding === 'quoted-printable') return decodeQuoted(body);
  if (encoding !== 'base64') return body;
  return base64Runs(body)
    .map((run) => (run.encoded ? decodeBase64(run.text) : `\n${run.text}`))
    .join('');
}

/** Units of an encoding for each unit of what it encodes: base64 makes four of three, quoted-printable three of one. @param {string} encoding */
function unitsOf(encoding) {
  if (encoding === 'base64') return 1.5;
  return encoding === 'quoted-printable' ? 3 : 1;
}

/**
 * The part's text as pieces (see `readBytes`): transfer encoding undone, charset told by label and bytes.
 * @param {Entity} entity
 * @param {boolean} isOriginal of a returned original less is read, and nothing is missed
 * @returns {Piece[]}
 */
export function readPart(entity, isOriginal) {
  const { encoding, kit } = entity;
  const body = entity.body.slice(0, unitsOf(encoding) * (isOriginal ? LONGEST_ORIGINAL_PART : LONGEST_PART));
  if (!isOriginal) kit.meter.leaveOut('units', entity.body.length - body.length);
  // Once to tell its charset, once to be decoded, once to be put into the view.
  kit.meter.take(3 * body.length);
  const label = entity.params.get('charset') || labelInside(entity);
  if (entity.isBytes) return readBytes(decode(body, encoding, kit), label);
  if (!entity.isEncoded) return readText(body);
  // Of a paste, only the encoded stretches are bytes; what somebody decoded already stays.
  return body
    .split(/([^\x00-\x7f]+)/)
    .flatMap((run, index) => (index & 1 ? [run] : readBytes(decode(run, encoding, kit), label)));
}

/** @param {Entity} entity */
function labelInside(entity) {
  if (!entity.type.includes('html')) return '';
  const found = /<meta[^>]{0,200}charset\s{0,9}=(?:3D)?\s{0,9}["']?([\w.:-]+)/i.exec(entity.body.slice(0, META_HEAD));
  return found ? found[1] : '';
}
