// The desk's list in the tab: until it is cleared or the tab closes, and never anywhere else. May import limits.js
// and tab.js.
import { MOST_KEPT } from '../limits.js';
import { forget, keysUnder, remember, remembered } from '../tab.js';

/** @import { Batch, Row } from './types' */

const OURS = 'bouncekb.desk.';
const LIST = `${OURS}list`;
const SELECTED = `${OURS}selected`;
const KEYS = `${OURS}keys`;
const rowKey = (/** @type {number} */ id) => `${OURS}row.${id}`;
const textKey = (/** @type {number} */ id) => `${OURS}text.${id}`;

/**
 * The list as the tab keeps it. Where there is no more room, the oldest texts go first: what became of a mail is worth more
 * than its words.
 */
export class Store {
  constructor() {
    /** The length of each text that is kept, the oldest first. @type {Map<number, number>} */
    this.texts = new Map();
    /** Units that are kept, of texts and all else. */
    this.used = 0;
    /** Mails whose text isn't kept, and mails of which nothing is. @type {Set<number>} */
    this.short = new Set();
    /** @type {Set<number>} */
    this.lost = new Set();
  }

  /** Keep a mail. @param {Row} row */
  keep(row) {
    const about = this.keepState(row);
    if (!about) {
      this.lost.add(row.id);
      return;
    }
    this.used += about;
    const { text } = row.result;
    if (!this.fits(() => remember(textKey(row.id), text))) {
      this.short.add(row.id);
      return;
    }
    this.texts.set(row.id, text.length);
    this.used += text.length;
    while (this.used > MOST_KEPT && this.dropOldest()) {}
  }

  /** Keep what changed about a mail, and answer how much that is; its text stays as it is. @param {Row} row */
  keepState(row) {
    const about = JSON.stringify({ ...row, result: { ...row.result, text: '' } });
    return this.fits(() => remember(rowKey(row.id), about)) ? about.length : 0;
  }

  /** Keep which mails there are. @param {Batch[]} batches */
  keepList(batches) {
    const list = batches.map((batch) => ({ ...batch, rows: batch.rows.map(({ id }) => id) }));
    return this.fits(() => remember(LIST, JSON.stringify(list.filter(({ rows }) => rows.length > 0))));
  }

  /** Try until there is room, or nothing is left to make room with. @param {() => boolean} attempt */
  fits(attempt) {
    while (!attempt()) if (!this.dropOldest()) return false;
    return true;
  }

  /** Let the oldest text go; false if there is none. */
  dropOldest() {
    const [oldest] = this.texts;
    if (!oldest) return false;
    const [id, length] = oldest;
    this.texts.delete(id);
    this.used -= length;
    this.short.add(id);
    forget([textKey(id)]);
    return true;
  }

  /** What is kept. @returns {Batch[]} */
  restore() {
    try {
      /** @type {(Omit<Batch, 'rows'> & {rows: number[]})[]} */
      const list = JSON.parse(remembered(LIST) || '[]');
      return list
        .map((batch) => ({ ...batch, rows: batch.rows.flatMap((row) => this.restored(row) || []) }))
        .filter(({ rows }) => rows.length > 0);
    } catch {
      return [];
    } finally {
      this.texts = new Map([...this.texts].sort(([a], [b]) => a - b));
    }
  }

  /** @param {number} id @returns {Row | null} */
  restored(id) {
    const about = remembered(rowKey(id)) || 'null';
    /** @type {Row | null} */
    const row = JSON.parse(about);
    if (!row) return null;
    const text = remembered(textKey(id));
    if (text !== '') this.texts.set(id, text.length);
    this.used += about.length + text.length;
    return { ...row, result: { ...row.result, text } };
  }

  /** @param {number} id */
  forget(id) {
    forget([rowKey(id), textKey(id)]);
    this.used -= this.texts.get(id) || 0;
    this.texts.delete(id);
    this.short.delete(id);
    this.lost.delete(id);
  }

  /** Keep nothing any more of the list; how the keys are set stays. */
  clear() {
    forget(keysUnder(OURS).filter((key) => key !== KEYS));
    this.texts.clear();
    this.used = 0;
    this.short.clear();
    this.lost.clear();
  }
}

/** The mail that was last looked at, or nothing. */
export function keptSelected() {
  return Number(remembered(SELECTED));
}

/** @param {number} id */
export function keepSelected(id) {
  remember(SELECTED, String(id));
}

/** Are the keys on? */
export function keptKeys() {
  return remembered(KEYS) !== 'off';
}

/** @param {boolean} on */
export function keepKeys(on) {
  remember(KEYS, on ? '' : 'off');
}
