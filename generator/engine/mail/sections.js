// What each part of a mail is for, and the order in which a reader comes to them: the sections of the readable view.
// May import limits.js, words.js, headers.js and mime.js. Never reads a diagnostic: that a part is a report, its type says.
import { LONGEST_STATUS, MOST_LEVELS, MOST_PARTS } from '../limits.js';
import { fieldValue } from './headers.js';
import { readPart } from './mime.js';
import { isDaemon, rolesOf } from './words.js';

/**
 * @import { MailKit, Piece, Role } from '../types.js'
 * @import { Entity } from './mime.js'
 */

/** A stretch of text. @typedef {{role: Role, isHtml: boolean, pieces: Piece[]}} TextSection */
/** The header block of a message. @typedef {{role: Role, entity: Entity}} HeaderSection */
/** Lists of sections of which one is to be shown. @typedef {{options: Section[][]}} Choice */
/** @typedef {TextSection | HeaderSection | Choice} Section */
/** @typedef {'multipart' | 'status' | 'feedback' | 'message' | 'html' | 'text' | 'attachment'} PartKind */
/** What the walker is in: the mail that is read, a note around it, whose messages are read by themselves, or the original. @typedef {'mail' | 'note' | 'original'} Place */

/** @type {[RegExp, PartKind][]} */
const KINDS = [
  [/^multipart\//, 'multipart'],
  [/delivery-?status|disposition-notification/, 'status'],
  [/feedback-?report/, 'feedback'],
  [/^(?:message|text)\/(?:x-)?(?:rfc-?822|global|partial|news)(?:-?headers)?$/, 'message'],
  [/^text\/x?html$|\/xhtml/, 'html'],
  [/^text\/(?:plain|enriched|markdown|unknown|x-.*)?$|\/plain$|^[^/]*$/, 'text'],
];

/** A server's answer in the text of a mail, and so much of it that is looked at. */
const ANSWER_CODE = /\b[245](?:\d\d[ -]|\.\d{1,3}\.\d{1,3}\b)/;
const LONGEST_NOTE = 4000;

/** @param {Entity} entity @returns {PartKind} */
function kindOf({ type, name }) {
  if (name.endsWith('.eml')) return 'message';
  if (type === 'text/plain') return 'text';
  const found = KINDS.find(([form]) => form.test(type));
  return found ? found[1] : 'attachment';
}

/**
 * Some gateways give the status part no type of its own; it is small, and whether it is one its fields will show.
 * @param {Entity} entity
 */
function mayHoldStatus({ type, name, body }) {
  return (
    type === 'application/octet-stream' &&
    body.length < LONGEST_STATUS &&
    (!name.includes('.') || name.endsWith('.txt') || name.endsWith('.dat'))
  );
}

/**
 * Is this message one that a mail system wrote by itself? Its type, its sender or the fields of RFC 3834 say so.
 * @param {Entity} entity
 */
export function isAutomatic({ type, fields, kit: { words } }) {
  return (
    type === 'multipart/report' ||
    fields.some(({ name, value }) => value !== '' && rolesOf(words, name).has('failed')) ||
    /^auto-(?:replied|generated)/i.test(fieldValue(fields, 'auto-submitted')) ||
    /^<\s*>/.test(fieldValue(fields, 'return-path')) ||
    isDaemon(words, fieldValue(fields, 'from'))
  );
}

/** Walks one message after the other and lists their sections in reading order. */
export class Walker {
  /** @param {MailKit} kit */
  constructor(kit) {
    this.kit = kit;
    this.parts = 0;
    this.reportType = '';
    /** Text before and behind parts. @type {Entity[]} */
    this.spare = [];
  }

  /**
   * @param {Entity} entity a message from `parseMessage` or a part of it
   * @param {Place} place
   * @param {number} depth
   * @returns {Section[]}
   */
  walk(entity, place, depth = 0) {
    const { meter } = this.kit;
    if (meter.spent) return [];
    if (++this.parts > MOST_PARTS) return this.miss('parts', 1, place);
    this.miss('headers', entity.unread, place);
    const kind = kindOf(entity);
    if (depth > MOST_LEVELS && (kind === 'multipart' || kind === 'message')) {
      // What is nested deeper is read as the text that it is.
      this.miss('levels', 1, place);
      return this.leaf(entity.asText(entity.encoding), 'text', place);
    }
    if (kind === 'multipart') return this.walkMultipart(entity, place, depth + 1);
    if (kind !== 'message') return this.leaf(entity, kind, place);
    if (place === 'note') return [];
    return [{ role: 'original', entity: entity.message }, ...this.walk(entity.message, 'original', depth + 1)];
  }

  /** Say that something is left out; of an original nobody misses it. @param {string} what @param {number} count @param {Place} place @returns {Section[]} */
  miss(what, count, place) {
    if (place !== 'original') this.kit.meter.leaveOut(what, count);
    return [];
  }

  /** @param {Entity} entity @param {PartKind} kind @param {Place} place @returns {Section[]} */
  leaf(entity, kind, place) {
    if (kind === 'attachment' && !mayHoldStatus(entity)) return [];
    const isOriginal = place === 'original';
    const role = kind === 'status' || kind === 'feedback' || kind === 'attachment' ? kind : 'body';
    const pieces = readPart(entity, isOriginal);
    return [{ role: isOriginal ? 'original' : role, isHtml: kind === 'html', pieces }];
  }

  /** @param {Entity} entity @param {Place} place @param {number} depth @returns {Section[]} */
  walkMultipart(entity, place, depth) {
    const isOriginal = place === 'original';
    if (entity.type === 'multipart/report' && !isOriginal && !this.reportType)
      this.reportType = (entity.params.get('report-type') || '').toLowerCase();
    const { parts: split } = entity;
    if (!split) return this.walk(entity.asText(entity.encoding), place, depth);
    this.miss('parts', split.left, place);
    if (!isOriginal) this.spare.push(...split.spare);
    const lists = split.parts.map((part) => this.walk(part, place, depth));
    return entity.type === 'multipart/alternative' ? [{ options: lists }] : lists.flat();
  }
}

/**
 * The messages down to the first one in this part that a machine wrote, outermost first; none if there is no such.
 * @param {Entity} entity
 * @param {number} depth
 * @returns {Entity[]}
 */
function reportIn(entity, depth) {
  const { meter } = entity.kit;
  const kind = kindOf(entity);
  if (depth > MOST_LEVELS || meter.spent) {
    // A deep multipart is told by who walks it; a message in there is taken for an original.
    if (kind === 'message') meter.leaveOut('levels', 1);
    return [];
  }
  if (kind === 'message') return reportFrom(entity.message, depth + 1);
  if (kind !== 'multipart') return [];
  for (const part of entity.parts?.parts ?? []) {
    const found = reportIn(part, depth + 1);
    if (found.length) return found;
  }
  return [];
}

/** Is this a notification in the standard's own form (RFC 3464)? @param {Entity} message */
function isNotification({ type, params }) {
  return type === 'multipart/report' && (params.get('report-type') || '').toLowerCase() === 'delivery-status';
}

/** Does a message have an answer of its own: a code in its text? @param {Entity} message */
function hasAnswer(message) {
  if (message.type === 'multipart/report') return true;
  const text = message.parts?.parts[0] ?? message;
  return ANSWER_CODE.test(text.body.slice(0, LONGEST_NOTE));
}

/** @param {Entity} message @param {number} depth @returns {Entity[]} */
function reportFrom(message, depth) {
  const isOwn = isAutomatic(message);
  if (isOwn && hasAnswer(message)) return [message];
  const inner = reportIn(message, depth);
  // A gateway or a help desk hands a notification on; what else a machine's mail holds is the mail that it returns.
  if (isOwn && !(inner.length && isNotification(inner[inner.length - 1]))) return [message];
  return inner.length ? [message, ...inner] : [];
}

/**
 * The message that matters: the given one, or, when somebody forwards a report as an attachment, the report inside.
 * @param {Entity} message
 * @returns {{message: Entity, notes: Entity[]}} `notes`: the messages around it, outermost first
 */
export function findReport(message) {
  const found = reportFrom(message, 0);
  if (found.length) return { message: found[found.length - 1], notes: found.slice(0, -1) };
  return { message: onlyContent(message, 0), notes: [] };
}

/** A message that is nothing but another one is that one. @param {Entity} message @param {number} depth @returns {Entity} */
function onlyContent(message, depth) {
  return kindOf(message) === 'message' && depth < MOST_LEVELS ? onlyContent(message.message, depth + 1) : message;
}
