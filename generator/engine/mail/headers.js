// The header block of a message or a part: fields, encoded words (RFC 2047), parameters (RFC 2045, RFC 2231).
// May import transfer.js and charset.js. Never asks what a field is for, but for those that tell a header block from text.
import { decodeBase64, decodeQWord } from './transfer.js';
import { readBytes, readText } from './charset.js';

// Narrower than RFC 5322, 2.2: a folded `(192.0.2.1:25)` that lost its indentation is no field.
const FIELD = /^([A-Za-z0-9][\w.+/-]*)[ \t]*:[ \t]*/;
const MIME_FIELD = /^(?:content-[a-z-]+|mime-version)[ \t]*:/gim;
const KNOWN_FIELD =
  /^(?:content-|mime-|x-|from|to|cc|subject|date|message-id|received|return-path|reply-to|references)[a-z-]*:/i;
const MAX_LINES = 2000;
const MAX_VALUE = 20000;
const WORD = /=\?([^?\s]+)\?([bq])\?([^?]*)\?=/gi;

function lineAt(text, at) {
  const end = text.indexOf('\n', at);
  return text.slice(at, end < 0 ? text.length : end);
}

function skipLead(text) {
  const blank = /(?:[ \t]*\n)*/y;
  blank.lastIndex = /^(?:\xef\xbb\xbf|\ufeff)?/.exec(text)[0].length;
  blank.test(text);
  const at = blank.lastIndex;
  return /^>?From /.test(lineAt(text, at)) ? at + lineAt(text, at).length + 1 : at;
}

function lastMimeField(text, at) {
  const end = text.indexOf('\n\n', at);
  const block = text.slice(at, Math.min(end < 0 ? text.length : end, at + 100000));
  let last = -1;
  for (const found of block.matchAll(MIME_FIELD)) last = at + found.index;
  return last;
}

/**
 * Split a message (`isMessage`) or a part into its header block and its body. Newlines are LF.
 * A message may begin with blank lines, a byte order mark and an mbox line; its block may hold lines that lost their
 * indentation, as long as MIME fields follow. What is not a header block is the body.
 * @returns {{fields: {label: string, name: string, value: string}[], body: string}} `name` is the label in lower case; values
 *   are unfolded, not decoded
 */
export function splitHeaders(text, isMessage) {
  const fields = [];
  const start = isMessage ? skipLead(text) : 0;
  const lastMime = isMessage ? lastMimeField(text, start) : -1;
  let at = start;
  for (let count = 0; at < text.length && count < MAX_LINES; count++) {
    const line = lineAt(text, at);
    const next = at + line.length + 1;
    const last = fields[fields.length - 1];
    const field = FIELD.exec(line);
    if (!line.trim()) {
      if (!line || !last || !KNOWN_FIELD.test(lineAt(text, next)))
        return { fields: joinValues(fields), body: text.slice(next) };
    } else if (field) {
      fields.push({ label: field[1], lines: [line.slice(field[0].length)] });
    } else if (
      last &&
      (/^[ \t]/.test(line) || at < lastMime || /[;,]$/.test(last.lines[last.lines.length - 1].trim()))
    ) {
      last.lines.push(line.trim());
    } else if (!/^>?From /.test(line)) {
      break;
    }
    at = next;
  }
  return { fields: joinValues(fields), body: text.slice(at) };
}

function joinValues(fields) {
  return fields.map(({ label, lines }) => ({
    label,
    name: label.toLowerCase(),
    value: lines.join(' ').slice(0, MAX_VALUE).trim(),
  }));
}

/** The value of the first field of that name (lower case), or ''. */
export function valueOf(fields, name) {
  const found = fields.find((field) => field.name === name);
  return found ? found.value : '';
}

// Neighbouring words of one charset, so that a character cut in two by them is whole again.
function wordRuns(value) {
  const runs = [];
  let at = 0;
  for (const found of value.matchAll(WORD)) {
    const [all, label, coding, encoded] = found;
    const between = value.slice(at, found.index);
    const bytes = coding.toLowerCase() === 'b' ? decodeBase64(encoded) : decodeQWord(encoded);
    const last = runs[runs.length - 1];
    const follows = last && last.label && !between.trim();
    if (follows && last.label.toLowerCase() === label.toLowerCase()) last.parts.push(bytes);
    else runs.push(...(between && !follows ? [{ label: '', parts: [between] }] : []), { label, parts: [bytes] });
    at = found.index + all.length;
  }
  if (at < value.length) runs.push({ label: '', parts: [value.slice(at)] });
  return runs;
}

/**
 * Read a header value: encoded words decoded, each run with its own charset, broken ones kept; raw 8-bit bytes guessed.
 * @param {string} charset the label that raw bytes are tried with, '' for none
 * @returns {(string|[string, string])[]} pieces, as `readBytes` answers them
 */
export function readValue(value, isBytes, charset) {
  return wordRuns(value).flatMap(({ label, parts }) => {
    const text = parts.join('');
    if (label)
      return readBytes(text, label).map((piece) => (typeof piece === 'string' ? piece.replace(/\n+/g, ' ') : piece));
    return isBytes ? readBytes(text, charset) : readText(text);
  });
}

function percentDecode(text) {
  return text.replace(/%([0-9A-Fa-f]{2})/g, (all, hex) => String.fromCharCode(parseInt(hex, 16)));
}

// One attribute may come in pieces, `name*0*=`, `name*1=`; a trailing star says that the piece is percent-encoded.
function joinContinuations(raw) {
  const parts = new Map();
  for (const [attribute, value] of raw) {
    const [, name, section, star] = /^([^*]*)(?:\*(\d{1,3}))?(\*?)$/.exec(attribute) || [attribute, attribute];
    const list = parts.get(name) || [];
    const index = Number(section || 0);
    if (list.some((part) => part.index === index)) continue;
    list.push({ index, value: star ? percentDecode(index === 0 ? value.replace(/^[^']*'[^']*'/, '') : value) : value });
    parts.set(name, list);
  }
  return new Map(
    [...parts].map(([name, list]) => [
      name,
      list
        .sort((a, b) => a.index - b.index)
        .map((part) => part.value)
        .join(''),
    ]),
  );
}

/**
 * Parse a structured value such as `multipart/report; boundary="x"`, forgiving missing semicolons and quotes.
 * @returns {{value: string, params: Map<string, string>}} `value` and names in lower case; RFC 2231 values are joined and
 *   percent-decoded to bytes, their charset dropped
 */
export function parseParams(text) {
  const head = /^\s*([^;\s(]*)/.exec(text);
  const raw = [];
  const attribute = /[;\s"]*([^\s=;"]+)\s*(?:=\s*)?/y;
  const quoted = /"((?:[^"\\]|\\[^])*)"/y;
  const plain = /["']?([^;\s]*?)["']?(?=[;\s]|$)/y;
  attribute.lastIndex = head[0].length;
  for (let found = attribute.exec(text); found && raw.length < 100; found = attribute.exec(text)) {
    if (!found[0].includes('=')) continue;
    quoted.lastIndex = plain.lastIndex = attribute.lastIndex;
    const value = quoted.exec(text) || plain.exec(text);
    raw.push([found[1].toLowerCase(), value[1].replace(/\\([^])/g, '$1')]);
    attribute.lastIndex = value.index + value[0].length;
  }
  return { value: head[1].toLowerCase().replace(/["']/g, ''), params: joinContinuations(raw) };
}
