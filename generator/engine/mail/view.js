// Puts the readable view of a mail together: sections become one text with regions, once the host has decoded its bytes.
// May import limits.js, words.js, headers.js, html.js and source.js. Never looks for recipients or causes.
import { LONGEST_HEADER_VALUE, LONGEST_ORIGINAL } from '../limits.js';
import { htmlToText, startsLikePage } from './html.js';
import { looksLikeSource } from './source.js';
import { rolesOf } from './words.js';

/**
 * @import { MailKit, MailWords, Need, Piece, Region, Role } from '../types.js'
 * @import { Meter } from '../limits.js'
 * @import { Field } from './headers.js'
 * @import { Entity } from './mime.js'
 * @import { Section } from './sections.js'
 */

/** Pieces with the number of what is needed instead of the bytes. @typedef {(string | number)[]} Taken */
/** @typedef {{label: string, name: string, pieces: Taken}} TakenField */
/** @typedef {{role: Role, isHtml: boolean, pieces: Taken}} TakenText */
/** @typedef {{role: Role, fields: TakenField[]}} TakenHeader */
/** @typedef {{options: TakenSection[][]}} TakenChoice */
/** @typedef {TakenText | TakenHeader | TakenChoice} TakenSection */
/** @typedef {{role: Role, isHtml: boolean, text: string}} Resolved */

/** Units at the start of a text that show whether it is a notification's fields: it begins with them. */
const STATUS_HEAD = 4000;
// Plain text goes before HTML unless the HTML says that many times more; of a few words ("see the HTML"), unless it says twice
// as much.
const FEW_WORDS = 40;
const MORE = 8;
const MORE_THAN_FEW = 2;

/** Byte strings for the host to decode, each once. */
export class Needs {
  constructor() {
    /** @type {Need[]} */
    this.list = [];
    /** @type {Map<string, number>} */
    this.places = new Map();
  }

  /** @param {Piece[]} pieces @returns {Taken} */
  take(pieces) {
    return pieces.map((piece) => {
      if (typeof piece === 'string') return piece;
      const key = piece.join('\0');
      const known = this.places.get(key);
      if (known !== undefined) return known;
      const place = this.list.push(piece) - 1;
      this.places.set(key, place);
      return place;
    });
  }

  /** The text of such pieces, once the host's answers are there. @param {Taken} taken @param {string[]} texts */
  join(taken, texts) {
    if (taken.length === 1 && typeof taken[0] === 'string') return taken[0];
    return taken
      .map((piece) => {
        if (typeof piece === 'string') return piece;
        return typeof texts[piece] === 'string' ? texts[piece] : this.list[piece][1];
      })
      .join('');
  }

  /**
   * Sections with what the host must decode taken out of them; header blocks become lists of fields.
   * @param {Section[]} sections
   * @returns {TakenSection[]}
   */
  takeAll(sections) {
    return sections.map((section) => {
      if ('options' in section) return { options: section.options.map((list) => this.takeAll(list)) };
      if ('entity' in section) return { role: section.role, fields: this.takeShown(section.entity, section.role) };
      return { role: section.role, isHtml: section.isHtml, pieces: this.take(section.pieces) };
    });
  }

  /** The fields that people see, and those that say what happened. @param {Entity} entity @param {Role} role */
  takeShown(entity, role) {
    const wanted = role === 'original' ? 'kept-of-original' : 'kept';
    const { words } = entity.kit;
    return this.takeFields(
      entity,
      entity.fields.filter(({ name }) => rolesOf(words, name).has(wanted)),
    );
  }

  /** @param {Entity} entity @param {Field[]} fields @returns {TakenField[]} */
  takeFields(entity, fields) {
    return fields.map((field) => ({ name: field.name, label: field.label, pieces: this.take(entity.read(field)) }));
  }
}

/** Text with LF, without blank lines around it. @param {string} text */
export function cleanText(text) {
  const lines = text.includes('\r') ? text.replace(/\r+\n?/g, '\n') : text;
  const blank = /(?:[ \t]*\n)*/y;
  blank.test(lines);
  return lines.slice(blank.lastIndex).trimEnd();
}

/** Is this text mostly fields of a notification? @param {string} text @param {MailWords} words */
function isStatus(text, words) {
  const lines = text
    .slice(0, STATUS_HEAD)
    .split('\n')
    .filter((line) => line.trim() && !/^\s/.test(line));
  let fields = 0;
  let isMarked = false;
  for (const line of lines) {
    const colon = line.indexOf(':');
    const roles = rolesOf(words, line.slice(0, Math.max(colon, 0)).toLowerCase());
    if (roles.has('status') || /^x-[a-z-]+:/i.test(line)) fields++;
    isMarked ||= roles.has('status-mark');
  }
  return isMarked && fields * 2 > lines.length;
}

/** Of an alternative: how much of it a reader sees. @param {Resolved[]} list */
function sizeOf(list) {
  return list.reduce((sum, { text }) => sum + text.replace(/\s+/g, '').length, 0);
}

/** @param {Resolved[]} list */
function isBody(list) {
  return list.some(({ role }) => role === 'body' || role === 'original');
}

/** @param {Resolved[]} plain @param {Resolved[]} rich */
function better(plain, rich) {
  const size = sizeOf(plain);
  return size * (size < FEW_WORDS ? MORE_THAN_FEW : MORE) >= sizeOf(rich) ? plain : rich;
}

/** Plain text is written for reading; but some mailers leave only a word of it beside the HTML. @param {Resolved[][]} options */
function choose(options) {
  const bodies = options.filter(isBody);
  const plain = bodies.find((list) => !list.some(({ isHtml }) => isHtml));
  const rich = bodies.find((list) => list.some(({ isHtml }) => isHtml));
  const best = plain && rich ? better(plain, rich) : plain || rich;
  return options.filter((list) => list === best || !isBody(list)).flat();
}

/** The readable view, section by section. */
export class View {
  /**
   * @param {MailKit} kit
   * @param {Needs} needs
   * @param {string[]} texts what the host decoded
   * @param {boolean} isAutomatic whether a machine wrote the mail
   */
  constructor(kit, needs, texts, isAutomatic) {
    this.kit = kit;
    this.needs = needs;
    this.texts = texts;
    this.isAutomatic = isAutomatic;
    this.text = '';
    /** @type {Region[]} */
    this.regions = [];
    this.original = LONGEST_ORIGINAL;
  }

  /** @param {Role[]} roles */
  has(roles) {
    return this.regions.some(({ role }) => roles.includes(role));
  }

  /** A field's value, not longer than anybody reads; the meter is told what that leaves out. @param {Taken} pieces @param {Meter} [meter] */
  value(pieces, meter) {
    const whole = this.needs.join(pieces, this.texts);
    meter?.leaveOut('units', whole.length - LONGEST_HEADER_VALUE);
    return whole.length > LONGEST_HEADER_VALUE ? whole.slice(0, LONGEST_HEADER_VALUE) : whole;
  }

  /** Sections with their text; of an alternative, those of its best option. @param {TakenSection[]} sections @returns {Resolved[]} */
  resolve(sections) {
    return sections.flatMap((section) => {
      if ('options' in section) return choose(section.options.map((list) => this.resolve(list)));
      const { role } = section;
      if ('pieces' in section) return this.resolveText(section);
      const lines = section.fields.map(({ label, pieces }) => `${label}: ${this.value(pieces)}`);
      const text = cleanText(lines.join('\n'));
      return text ? [{ role, isHtml: false, text }] : [];
    });
  }

  /** @param {TakenText} section @returns {Resolved[]} */
  resolveText(section) {
    const joined = this.needs.join(section.pieces, this.texts);
    const isHtml = section.isHtml || startsLikePage(joined);
    this.kit.meter.take(isHtml ? 3 * joined.length : joined.length);
    const text = cleanText(isHtml ? htmlToText(joined) : joined);
    return text ? [{ role: section.role, isHtml, text }] : [];
  }

  /**
   * The role that the text itself shows: the status part without its type, or the original put in as plain text.
   * @param {Resolved} section
   * @returns {Role}
   */
  roleOf({ role, text }) {
    if (role !== 'body' && role !== 'attachment') return role;
    const { words } = this.kit;
    if (isStatus(text, words)) return 'status';
    const isReturned =
      role === 'body' && this.isAutomatic && this.has(['body', 'status']) && looksLikeSource(text, words);
    return isReturned ? 'original' : role;
  }

  /** @param {TakenSection[]} sections */
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
