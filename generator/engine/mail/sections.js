// What each part of a mail is for, and the order in which a reader comes to them: the sections of the readable view.
// May import mime.js and headers.js. Never reads a diagnostic: that a part is a report, its type says.
import { MAX_PARTS, innerMessage, partsOf, readPart } from './mime.js';
import { valueOf } from './headers.js';

const MAX_DEPTH = 10;
const KINDS = [
  [/^multipart\//, 'multipart'],
  [/delivery-?status|disposition-notification/, 'status'],
  [/feedback-?report/, 'feedback'],
  [/^(?:message|text)\/(?:x-)?(?:rfc-?822|global|partial|news)(?:-?headers)?$/, 'message'],
  [/^text\/x?html$|\/xhtml/, 'html'],
  [/^text\/(?:plain|enriched|markdown|unknown|x-.*)?$|\/plain$|^[^/]*$/, 'text'],
];

function kindOf(entity) {
  if (/\.eml$/.test(entity.name)) return 'message';
  const found = KINDS.find(([form]) => form.test(entity.type));
  return found ? found[1] : 'attachment';
}

// Some gateways give the status part no type of its own; it is small, and whether it is one its fields will show.
function mayHoldStatus(entity) {
  return (
    entity.type === 'application/octet-stream' &&
    entity.body.length < 65536 &&
    /(?:^[^.]*|\.(?:txt|dat))$/.test(entity.name)
  );
}

/** Is this message one that a mail system wrote by itself? Its type, its sender or the fields of RFC 3834 say so. */
export function isAutomatic(entity) {
  return (
    entity.type === 'multipart/report' ||
    valueOf(entity.fields, 'x-failed-recipients') !== '' ||
    /^auto-(?:replied|generated)/i.test(valueOf(entity.fields, 'auto-submitted')) ||
    /^<\s*>/.test(valueOf(entity.fields, 'return-path')) ||
    /mailer-daemon|postmaster|mail delivery (?:sub)?system/i.test(valueOf(entity.fields, 'from'))
  );
}

/** Walks one message after the other and lists their sections in reading order. */
export class Walker {
  constructor() {
    this.parts = 0;
    this.reportType = '';
    this.spare = [];
  }

  /**
   * @param {object} entity a message from `parseMessage` or a part of it
   * @param {boolean} isOriginal whether all this is the returned original
   * @returns {object[]} sections: {role, kind: 'text' or 'html', pieces}, {role, entity} for the header block of a
   *   message, or {options} of an alternative: lists of sections of which one is to be shown
   */
  walk(entity, isOriginal, depth = 0) {
    if (++this.parts > MAX_PARTS || depth > MAX_DEPTH) return [];
    const kind = kindOf(entity);
    if (kind === 'multipart') return this.walkMultipart(entity, isOriginal, depth + 1);
    if (kind === 'message') {
      const inner = innerMessage(entity);
      return [{ role: 'original', entity: inner }, ...this.walk(inner, true, depth + 1)];
    }
    if (kind === 'attachment' && !mayHoldStatus(entity)) return [];
    const role = isOriginal ? 'original' : kind === 'text' || kind === 'html' ? 'body' : kind;
    return [{ role, kind: kind === 'html' ? 'html' : 'text', pieces: readPart(entity) }];
  }

  walkMultipart(entity, isOriginal, depth) {
    if (entity.type === 'multipart/report' && !isOriginal && !this.reportType) {
      this.reportType = (entity.params.get('report-type') || '').toLowerCase();
    }
    const split = partsOf(entity);
    if (!split) return this.walk({ ...entity, type: 'text/plain', name: '' }, isOriginal, depth);
    if (!isOriginal) this.spare.push(...split.spare);
    const lists = split.parts.map((part) => this.walk(part, isOriginal, depth));
    return entity.type === 'multipart/alternative' ? [{ options: lists }] : lists.flat();
  }
}

function attachedReport(entity, depth) {
  const kind = kindOf(entity);
  if (kind === 'message') {
    const inner = innerMessage(entity);
    return isAutomatic(inner) ? inner : null;
  }
  const split = kind === 'multipart' && depth < MAX_DEPTH ? partsOf(entity) : null;
  for (const part of split ? split.parts : []) {
    const inner = attachedReport(part, depth + 1);
    if (inner) return inner;
  }
  return null;
}

/**
 * The message that matters: the given one, or, when somebody forwards a report as an attachment, the report inside.
 * @returns {{message: object, notes: object[]}} `notes`: the messages around it, outermost first
 */
export function findReport(message) {
  const notes = [];
  let current = message;
  while (notes.length < 3 && !isAutomatic(current)) {
    const inner = attachedReport(current, 0);
    if (!inner) break;
    notes.push(current);
    current = inner;
  }
  return { message: current, notes };
}
