// Opens any input: the source of a mail, another file or a paste becomes a document, what a person would read of it.
// May import the modules of this room and limits.js. Never looks for recipients or causes.
import { MOST_UNITS } from '../limits.js';
import { readBytes } from './charset.js';
import { splitHeaders } from './headers.js';
import { htmlToText, looksLikeHtml, startsLikePage } from './html.js';
import { firstMessage } from './mbox.js';
import { cleanNewlines, messageOf, readPart } from './mime.js';
import { isBinary, isBlank, refusedByMark } from './refuse.js';
import { findReport, isAutomatic, Walker } from './sections.js';
import { isSource } from './source.js';
import { readUtf16, utf16Kind } from './unicode.js';
import { cleanText, Needs, View } from './view.js';

/**
 * @import { Document, Input, MailKit, MailWords, Opened, Refusal } from '../types.js'
 * @import { Meter } from '../limits.js'
 * @import { Entity } from './mime.js'
 * @import { Section } from './sections.js'
 */

/** A text, and whether it is bytes, one character a byte. @typedef {{text: string, isBytes: boolean}} Given */

/** A document without structure. @param {string} text @returns {Document} */
function plainDocument(text) {
  const regions = text ? [{ start: 0, end: text.length, role: /** @type {const} */ ('body') }] : [];
  return { text, regions, headers: [], contentType: '', reportType: '', more: false };
}

/** @param {Refusal} reason @returns {Opened} */
function refusal(reason) {
  return { needs: [], refused: reason, finish: () => plainDocument('') };
}

/** The bytes of a file; UTF-16 has zero bytes everywhere and is decoded before anything can be seen in it. @param {string} bytes @returns {Given} */
function givenBytes(bytes) {
  if (/[^\x00-\xff]/.test(bytes)) return { text: bytes, isBytes: false };
  const kind = utf16Kind(bytes);
  if (!kind) return { text: bytes, isBytes: true };
  return { text: readUtf16(bytes, kind === 'utf-16be').replace(/^\ufeff/, ''), isBytes: false };
}

/** A message of a type nobody knows is text as long as nothing in it says otherwise. @param {Entity} message @returns {Section[]} */
function unknownBody(message) {
  if (message.type.startsWith('multipart/') || /[\x00-\x08\x0e-\x1a]/.test(message.body)) return [];
  return [{ role: 'body', isHtml: false, pieces: readPart(message.asText(''), false) }];
}

/**
 * The source of a mail. `headers` and `contentType` are those of the message that matters: a report that was forwarded as
 * an attachment goes before its forwarder.
 * @param {Entity} whole
 * @param {number} others messages behind it
 * @returns {Opened}
 */
function openSource(whole, others) {
  const { kit } = whole;
  const { message, notes } = findReport(whole);
  const needs = new Needs();
  const walker = new Walker(kit);
  const noted = notes.flatMap((note) => walker.walk(note, 'note'));
  const walked = walker.walk(message, 'mail');
  const body = walked.length ? walked : unknownBody(message);
  const sections = needs.takeAll([{ role: 'header', entity: message }, ...noted, ...body]);
  const spare = needs.takeAll(
    walker.spare.map((entity) => ({ role: 'body', isHtml: false, pieces: readPart(entity, false) })),
  );
  const headers = needs.takeFields(message, message.fields);
  return {
    needs: needs.list,
    refused: null,
    finish(texts) {
      const view = new View(kit, needs, texts, isAutomatic(message));
      view.add(sections);
      if (!view.has(['body', 'status', 'feedback'])) view.add(spare);
      return {
        text: view.text,
        regions: view.regions,
        headers: headers.map(({ name, pieces }) => [name, view.value(pieces, kit.meter)]),
        contentType: message.type,
        reportType: walker.reportType,
        more: others > 0,
      };
    },
  };
}

/** As a reader would see it, if it is the source of a page. @param {string} text */
function readable(text) {
  return looksLikeHtml(text) || startsLikePage(text) ? htmlToText(text) : text;
}

/** A file that is no mail's source: its charset is guessed. @param {string} bytes @param {MailKit} kit @returns {Opened} */
function openBytes(bytes, kit) {
  const needs = new Needs();
  const pieces = needs.take(readBytes(bytes, ''));
  kit.meter.take(3 * bytes.length);
  return {
    needs: needs.list,
    refused: null,
    finish: (texts) => plainDocument(cleanText(readable(needs.join(pieces, texts)))),
  };
}

/** Text that is no mail's source. A paste stays as it is. @param {string} text @param {boolean} isFile @param {MailKit} kit @returns {Opened} */
function openText(text, isFile, kit) {
  kit.meter.take(2 * text.length);
  const read = readable(text);
  return { needs: [], refused: null, finish: () => plainDocument(isFile ? cleanText(read) : read) };
}

/** An input that is no mail's source. @param {Given} given @param {boolean} isFile @param {MailKit} kit @returns {Opened} */
function openPlain({ text, isBytes }, isFile, kit) {
  if (isBlank(text)) return { ...openText(text, isFile, kit), refused: 'empty' };
  if (!isFile) return openText(text, isFile, kit);
  if (isBinary(text)) return refusal('foreign');
  const cut = text.slice(0, MOST_UNITS);
  kit.meter.leaveOut('units', text.length - cut.length);
  return isBytes ? openBytes(cut, kit) : openText(cut, isFile, kit);
}

/**
 * Open an input.
 * @param {Input} input
 * @param {MailWords} words
 * @param {Meter} meter made for this input
 * @returns {Opened} `needs`: what the host must decode; `finish` takes its answers in their order and gives the document:
 *   regions are in order and don't overlap; `refused` says that the input is no mail at all
 */
export function open(input, words, meter) {
  const kit = { words, meter };
  const isFile = typeof input.bytes === 'string';
  const raw = String((isFile ? input.bytes : input.text) ?? '');
  meter.allow(raw.length);
  meter.take(raw.length);
  const mark = isFile ? refusedByMark(raw) : null;
  if (mark) return refusal(mark);
  const given = isFile ? givenBytes(raw) : { text: raw, isBytes: false };
  const { first, others } = firstMessage(given.text);
  const clean = cleanNewlines(first);
  const split = splitHeaders(clean, true, words);
  if (!isSource(clean, split.fields, words)) return openPlain(given, isFile, kit);
  meter.leaveOut('messages', others);
  return openSource(messageOf(split, given.isBytes, kit), others);
}
