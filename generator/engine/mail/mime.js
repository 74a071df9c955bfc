// The structure of a mail: messages, parts, multipart bodies, and what a part's bytes say. Newlines are LF once parsed.
// May import headers.js, transfer.js and charset.js. Never decides what a part is for: sections.js does.
import { parseParams, splitHeaders, valueOf } from './headers.js';
import { base64Runs, decodeBase64, decodeQuoted } from './transfer.js';
import { readBytes, readText } from './charset.js';

/** Parts that are looked at, in one body and in one message. */
export const MAX_PARTS = 100;
const MAX_BYTES = 256 * 1024;
// base64 and quoted-printable make four characters of three bytes and three of one; what lies beyond is not looked at.
const MAX_ENCODED = { base64: MAX_BYTES * 1.5, 'quoted-printable': MAX_BYTES * 3 };
const GUESSED_BOUNDARY = /^--(\S[^\n]{0,98}\S)[ \t]*\n(?:content-[a-z-]+|mime-version)[ \t]*:/im;
// A body that begins like this is a multipart one, even where the header block that says so is gone.
const BARE_MULTIPART = /^\s*(?:This is a (?:multi-?part|MIME)[^\n]*\n\s*)?--(\S[^\n]{0,98}\S|\S)[ \t]*\n/i;

function cleanNewlines(text) {
  return text.replace(/\r+\n?/g, (run) => (run.endsWith('\n') ? '\n' : '\n'.repeat(run.length)));
}

function undeclared(body) {
  const found = BARE_MULTIPART.exec(body);
  const isMultipart =
    found && (/^content-/i.test(body.slice(found[0].length)) || body.includes('\n--' + found[1], found[0].length - 1));
  return { value: isMultipart ? 'multipart/mixed' : '', params: new Map(isMultipart ? [['boundary', found[1]]] : []) };
}

// `fields`, `body`, `type` and `encoding` (lower case), `params`, `name` (of the file, if it is one), `isBytes`.
function parseEntity(text, isBytes, isMessage, usualType) {
  const { fields, body } = splitHeaders(text, isMessage);
  const declared = parseParams(valueOf(fields, 'content-type'));
  const content = isMessage && !declared.value ? undeclared(body) : declared;
  const named =
    content.params.get('name') || parseParams(valueOf(fields, 'content-disposition')).params.get('filename') || '';
  return {
    fields,
    body,
    isBytes,
    params: content.params,
    name: named.toLowerCase(),
    type: (content.value === 'text' ? 'text/plain' : content.value) || usualType,
    encoding: parseParams(valueOf(fields, 'content-transfer-encoding')).value,
  };
}

/**
 * Take apart a whole message; newlines of any kind.
 * @param {boolean} isBytes one character a byte; otherwise the text is decoded already
 * @returns {object} an entity: fields, body, type, params, encoding, name, isBytes
 */
export function parseMessage(text, isBytes) {
  return parseEntity(cleanNewlines(text), isBytes, true, 'text/plain');
}

function parsePart(text, isBytes, usualType) {
  const entity = parseEntity(text, isBytes, false, usualType);
  // Fields without any of MIME's are no header block but the beginning of the text.
  const isBlock = !entity.fields.length || entity.fields.some(({ name }) => /^(?:content-|mime-|x-)/.test(name));
  return isBlock ? entity : { ...entity, fields: [], body: text };
}

/** The message that a part of type message/rfc822 (or a header block) holds. */
export function innerMessage(entity) {
  const { text, isBytes } = decodedBody(entity);
  return parseEntity(text, isBytes, true, 'text/plain');
}

/**
 * Cut a multipart body at its boundary.
 * @returns {{before: string, parts: string[], after: string}|null} null when the boundary does not occur
 */
function splitParts(body, boundary) {
  const delimiter = '--' + boundary;
  const cuts = [];
  for (
    let at = body.startsWith(delimiter) ? 0 : body.indexOf('\n' + delimiter);
    at >= 0 && cuts.length <= MAX_PARTS;
  ) {
    const start = body[at] === '\n' ? at + 1 : at;
    const lineEnd = body.indexOf('\n', start);
    const end = lineEnd < 0 ? body.length : lineEnd;
    const rest = body.slice(start + delimiter.length, Math.min(end, start + delimiter.length + 200)).trim();
    if (rest === '' || rest === '--') cuts.push({ at, next: Math.min(end + 1, body.length), closes: rest === '--' });
    at = body.indexOf('\n' + delimiter, end);
  }
  if (!cuts.length) return null;
  const found = { before: body.slice(0, cuts[0].at), parts: [], after: '' };
  cuts.forEach((cut, index) => {
    const text = body.slice(cut.next, index + 1 < cuts.length ? cuts[index + 1].at : body.length);
    if (!cut.closes) found.parts.push(text);
    else found.after = text;
  });
  return found;
}

function isEncoded(entity) {
  return entity.encoding === 'base64' || entity.encoding === 'quoted-printable';
}

// The body of an entity that holds entities: these may not be encoded, but some are.
function decodedBody(entity) {
  if (!isEncoded(entity)) return { text: entity.body, isBytes: entity.isBytes };
  return { text: cleanNewlines(decodeBody(entity)), isBytes: true };
}

/**
 * The parts of a multipart entity, by its boundary or, where that is missing or wrong, by a line that looks like one.
 * @returns {{parts: object[], spare: object[]}|null} entities; `spare`: the text before and behind the parts, which
 *   mail programs don't show; null when there are no parts
 */
export function partsOf(entity) {
  const declared = (entity.params.get('boundary') || '').trim();
  const found = declared && splitParts(entity.body, declared);
  if (found && found.parts.length) return asEntities(found, entity, entity.isBytes, false);
  const { text, isBytes } = decodedBody(entity);
  const guessed = GUESSED_BOUNDARY.exec(text);
  const again =
    (isEncoded(entity) && declared && splitParts(text, declared)) || (guessed && splitParts(text, guessed[1]));
  return again && again.parts.length ? asEntities(again, entity, isBytes, Boolean(guessed)) : null;
}

function asEntities(split, entity, isBytes, guessed) {
  const usual = entity.type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const spare = [split.before, split.after]
    .filter((text) => text.trim())
    .map((body) => ({ ...parsePart('', isBytes, 'text/plain'), body }));
  const parts = split.parts.slice(0, MAX_PARTS).map((text) => parsePart(text, isBytes, usual));
  // Before a boundary that was only guessed may stand what the mail has to say.
  return guessed && split.before.trim() ? { parts: [spare[0], ...parts], spare: spare.slice(1) } : { parts, spare };
}

function decodeBody(entity) {
  const limit = MAX_ENCODED[entity.encoding] || MAX_BYTES;
  const body = entity.body.slice(0, limit);
  if (entity.encoding === 'quoted-printable') return decodeQuoted(body);
  if (entity.encoding !== 'base64') return body;
  return base64Runs(body)
    .map((run) => (run.encoded ? decodeBase64(run.text) : '\n' + run.text))
    .join('');
}

/** The part's text as pieces (see `readBytes`): transfer encoding undone, charset told by label and bytes. */
export function readPart(entity) {
  const label = entity.params.get('charset') || labelInside(entity);
  if (entity.isBytes) return readBytes(decodeBody(entity), label);
  if (!isEncoded(entity)) return readText(decodeBody(entity));
  // Of a paste, only the encoded stretches are bytes; what somebody decoded already stays.
  const limited = { ...entity, body: entity.body.slice(0, MAX_ENCODED[entity.encoding]) };
  return limited.body
    .split(/([^\x00-\x7f]+)/)
    .flatMap((run, index) => (index & 1 ? [run] : readBytes(decodeBody({ ...limited, body: run }), label)));
}

function labelInside(entity) {
  if (!entity.type.includes('html')) return '';
  const found = /<meta[^>]{0,200}charset\s{0,9}=(?:3D)?\s{0,9}["']?([\w.:-]+)/i.exec(entity.body.slice(0, 4000));
  return found ? found[1] : '';
}
