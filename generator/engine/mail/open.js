// Raw mail source and other files: what a person would read of them, and which stretch of that is what.
// May import mime.js, sections.js, headers.js, charset.js, unicode.js and html.js. Never looks for recipients or causes.
import { parseMessage, readPart } from './mime.js';
import { Walker, findReport, isAutomatic } from './sections.js';
import { readValue, splitHeaders } from './headers.js';
import { readBytes } from './charset.js';
import { readUtf16, utf16Kind } from './unicode.js';
import { htmlToText, looksLikeHtml } from './html.js';

const MAX_ORIGINAL = 20000;
const MAX_HEADERS = 500;
const MAX_PLAIN = 1024 * 1024;
// Fields that only the source of a mail shows; a mail program's copy of a mail has none of them.
const TECHNICAL = new Set([
  'received',
  'return-path',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'message-id',
  'delivered-to',
  'x-original-to',
  'x-received',
  'authentication-results',
  'arc-seal',
  'dkim-signature',
  'auto-submitted',
]);
const TRANSPORT = new Set(['from', 'received', 'return-path', 'delivered-to']);
const MBOX_LINE = /^\s*From \S[^\n]{0,200} \d\d:\d\d/;
// Fields that people see, and those that say what happened. X-MS-Exchange-..., X-Spam-... and their like say nothing.
const SHOWN = new Set(['from', 'to', 'cc', 'subject', 'date', 'auto-submitted', 'final-recipient', 'diagnostic-code']);
const TELLING =
  /^x-(?!ms-|microsoft-|spam-)(?:.*-)?(?:errors?|failed-recipients|failure|reject(?:ed|ion)?|reason|bounced?|bounced-address|diagnostic-code)$/;
const SHOWN_OF_ORIGINAL = new Set(['from', 'sender', 'reply-to', 'to', 'cc', 'subject', 'date', 'message-id']);
// Fields of a status part (RFC 3464): copied out of a report, they look much like a header block.
const STATUS_FIELDS = new Set([
  'reporting-mta',
  'final-recipient',
  'original-recipient',
  'x-actual-recipient',
  'action',
  'status',
  'diagnostic-code',
  'remote-mta',
  'arrival-date',
  'last-attempt-date',
  'received-from-mta',
  'original-envelope-id',
  'dsn-gateway',
]);
const STATUS_MARK = /^(?:reporting-mta|final-recipient|original-recipient|diagnostic-code):/im;

/** Byte strings for the host to decode, each once. */
class Needs {
  constructor() {
    this.list = [];
    this.places = new Map();
  }

  /** Pieces with the index of what is needed instead of [charset, bytes]. */
  take(pieces) {
    return pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      const key = piece.join('\0');
      if (!this.places.has(key)) this.places.set(key, this.list.push(piece) - 1);
      return this.places.get(key);
    });
  }

  /** The text of such pieces, once the host's answers are there. */
  join(taken, texts) {
    return taken
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        return typeof texts[piece] === 'string' ? texts[piece] : this.list[piece][1];
      })
      .join('');
  }
}

// UTF-16 has zero bytes everywhere: it is decoded before anything can be seen in it.
function openBytes(input, isBytes) {
  const really = isBytes && !/[^\x00-\xff]/.test(input);
  const kind = really && /^(?:\xff\xfe|\xfe\xff)/.test(input) ? utf16Kind(input) : '';
  if (!kind) return { text: input, isBytes: really };
  return { text: readUtf16(input, kind === 'utf-16be').replace(/^\ufeff/, ''), isBytes: false };
}

/** Is this paste (or file, one character a byte) the source of a mail: a header block as servers write it, from the start? */
export function looksLikeSource(input) {
  const { text } = openBytes(input, true);
  const head = text.slice(0, 64 * 1024).replace(/\r\n?/g, '\n');
  if (/^\s*--\S[^\n]*\ncontent-[a-z-]+:/i.test(head)) return true;
  const { fields } = splitHeaders(head, true);
  const has = (names) => fields.some(({ name }) => names.has(name));
  if (has(STATUS_FIELDS) && !has(TRANSPORT)) return false;
  return fields.length > 1 && (MBOX_LINE.test(head) || has(TECHNICAL));
}

// Only the first message of an mbox is read.
function firstMessage(text) {
  if (!/^\s*From \S/.test(text)) return { first: text, more: false };
  const next = /(?:\r\n\r\n|\n\n|\r\r)From \S[^\r\n]{0,200} \d\d:\d\d[^\r\n]{0,40}(?:\r\n?|\n)[!-9;-~]+:/.exec(text);
  return next ? { first: text.slice(0, next.index), more: true } : { first: text, more: false };
}

// A message of a type nobody knows is text as long as nothing in it says otherwise.
function unknownBody(message) {
  if (message.type.startsWith('multipart/') || /[\x00-\x08\x0e-\x1a]/.test(message.body)) return [];
  return [{ role: 'body', kind: 'text', pieces: readPart({ ...message, encoding: '' }) }];
}

function isShown(name, role) {
  return role === 'original' ? SHOWN_OF_ORIGINAL.has(name) : SHOWN.has(name) || TELLING.test(name);
}

// Sections with what the host must decode taken out of them; header blocks become lists of fields.
function takeNeeds(sections, needs) {
  return sections.map((section) => {
    if (section.options) return { options: section.options.map((list) => takeNeeds(list, needs)) };
    if (section.entity)
      return { role: section.role, fields: takeFields(section.entity, needs, (name) => isShown(name, section.role)) };
    return { ...section, pieces: needs.take(section.pieces) };
  });
}

function takeFields(entity, needs, isWanted) {
  return entity.fields
    .filter(({ name }) => isWanted(name))
    .slice(0, MAX_HEADERS)
    .map(({ name, label, value }) => ({
      name,
      label,
      pieces: needs.take(readValue(value, entity.isBytes, entity.params.get('charset') || '')),
    }));
}

function cleanText(text) {
  return text
    .replace(/\r+\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+/, '')
    .trimEnd();
}

function isStatus(text) {
  const head = text.slice(0, 4000);
  const lines = head.split('\n').filter((line) => line.trim() && !/^\s/.test(line));
  const fields = lines.filter(
    (line) => STATUS_FIELDS.has(line.split(':')[0].toLowerCase()) || /^x-[a-z-]+:/i.test(line),
  );
  return fields.length * 2 > lines.length && STATUS_MARK.test(head);
}

/** Puts the view together: sections to text with regions. */
class View {
  constructor(needs, texts, automatic) {
    this.needs = needs;
    this.texts = texts;
    this.automatic = automatic;
    this.text = '';
    this.regions = [];
    this.original = MAX_ORIGINAL;
  }

  has(roles) {
    return this.regions.some(({ role }) => roles.includes(role));
  }

  /** Sections with their text; of an alternative, those of its best option. */
  resolve(sections) {
    return sections.flatMap((section) => {
      if (section.options) return this.choose(section.options.map((list) => this.resolve(list)));
      const joined = section.fields
        ? section.fields.map(({ label, pieces }) => label + ': ' + this.needs.join(pieces, this.texts)).join('\n')
        : this.needs.join(section.pieces, this.texts);
      const isHtml = section.kind === 'html' || /^\s*<(?:!doctype html|html|head|body)\b/i.test(joined.slice(0, 500));
      const text = cleanText(isHtml ? htmlToText(joined) : joined);
      return text ? [{ role: section.role, isHtml, text }] : [];
    });
  }

  // Plain text is written for reading; but some mailers leave only a word of it beside the HTML.
  choose(options) {
    const isBody = (list) => list.some(({ role }) => role === 'body' || role === 'original');
    const size = (list) => list.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0);
    const plain = options.find((list) => isBody(list) && !list.some(({ isHtml }) => isHtml));
    const rich = options.find((list) => isBody(list) && list.some(({ isHtml }) => isHtml));
    const best = plain && (!rich || size(plain) * (size(plain) < 40 ? 2 : 8) >= size(rich)) ? plain : rich;
    return options.filter((list) => list === best || !isBody(list)).flat();
  }

  /** The role that the text itself shows: the status part without its type, or the original put in as plain text. */
  roleOf({ role, text }) {
    if (role !== 'body' && role !== 'attachment') return role;
    if (isStatus(text)) return 'status';
    return role === 'body' && this.automatic && this.has(['body', 'status']) && looksLikeSource(text)
      ? 'original'
      : role;
  }

  add(sections) {
    for (const section of this.resolve(sections)) {
      const role = this.roleOf(section);
      const text = role === 'original' ? section.text.slice(0, this.original) : section.text;
      if (role === 'original') this.original -= text.length;
      if (role === 'attachment' || !text) continue;
      if (this.text) this.text += '\n\n';
      this.regions.push({ start: this.text.length, end: this.text.length + text.length, role });
      this.text += text;
    }
  }
}

/**
 * Read the source of a mail.
 * @param {string} input the source; newlines of any kind, an mbox's first message
 * @param {boolean} isBytes one character a byte; otherwise a paste, decoded but for its encoded parts
 * @returns {{needs: [string, string][], finish: function(string[]): object}} `needs`: [WHATWG charset, bytes] to decode;
 *   `finish` takes the answers in order and gives {text, regions: {start, end, role}[], headers: [name, value][],
 *   contentType, reportType, more}. `regions` are in order and don't overlap; offsets are UTF-16 units. `headers` and
 *   `contentType` are those of the message that matters (a report forwarded as an attachment before its forwarder).
 *   `more`: the input holds more than was read, such as the further messages of an mbox
 */
export function openSource(input, isBytes) {
  const opened = openBytes(input, isBytes);
  const { first, more } = firstMessage(opened.text);
  const { message, notes } = findReport(parseMessage(first, opened.isBytes));
  const needs = new Needs();
  const walker = new Walker();
  const noted = notes.flatMap((note) => walker.walk(note, false)).filter(({ role }) => role !== 'original');
  const walked = walker.walk(message, false);
  const sections = takeNeeds(
    [{ role: 'header', entity: message }, ...noted, ...(walked.length ? walked : unknownBody(message))],
    needs,
  );
  const spare = takeNeeds(
    walker.spare.map((entity) => ({ role: 'body', kind: 'text', pieces: readPart(entity) })),
    needs,
  );
  const headers = takeFields(message, needs, () => true);

  const finish = (texts) => {
    const view = new View(needs, texts, isAutomatic(message));
    view.add(sections);
    if (!view.has(['body', 'status', 'feedback'])) view.add(spare);
    return {
      text: view.text,
      regions: view.regions,
      contentType: message.type,
      reportType: walker.reportType,
      more,
      headers: headers.map(({ name, pieces }) => [name, needs.join(pieces, texts)]),
    };
  };
  return { needs: needs.list, finish };
}

/**
 * Read a file that is no mail source: its charset is guessed, HTML becomes text.
 * @param {string} bytes one character a byte
 * @returns {{needs: [string, string][], finish: function(string[]): object}} as `openSource`; all text is one body
 */
export function openPlain(bytes) {
  const { text, isBytes } = openBytes(bytes.slice(0, MAX_PLAIN), true);
  const needs = new Needs();
  const sections = takeNeeds([{ role: 'body', kind: 'text', pieces: isBytes ? readBytes(text, '') : [text] }], needs);
  const finish = (texts) => {
    const view = new View(needs, texts, false);
    view.add(sections);
    const { text: read, regions } = view;
    return {
      text: read,
      regions,
      headers: [],
      contentType: 'text/plain',
      reportType: '',
      more: bytes.length > MAX_PLAIN,
    };
  };
  return { needs: needs.list, finish };
}

function plainDocument(text) {
  return {
    text,
    regions: [{ start: 0, end: text.length, role: 'body' }],
    headers: [],
    contentType: '',
    reportType: '',
    more: false,
  };
}

/** A document that is the source of an HTML page, as a reader would see it. */
function readable(doc) {
  return looksLikeHtml(doc.text) ? { ...doc, ...plainDocument(htmlToText(doc.text)) } : doc;
}

function opened(input) {
  if (typeof input.bytes === 'string') {
    if (looksLikeSource(input.bytes)) return openSource(input.bytes, true);
    const { needs, finish } = openPlain(input.bytes);
    return { needs, finish: (texts) => readable(finish(texts)) };
  }
  const text = String(input.text === undefined ? '' : input.text);
  if (looksLikeSource(text)) return openSource(text, false);
  return { needs: [], finish: () => readable(plainDocument(text)) };
}

/** Take an input apart. */
export function open(input, meter) {
  const { needs, finish } = opened(input);
  return {
    needs,
    refused: null,
    finish: (texts) => {
      const doc = finish(texts);
      if (doc.more) meter.leaveOut('messages', 1);
      return doc;
    },
  };
}
