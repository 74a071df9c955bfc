// The desk's list in the tab: until it is cleared or the tab closes, and never anywhere else. May import limits.js.
import { SHORTEST_DESK_TEXT } from '../limits.js';

/** @import { Batch, Row } from './types' */
/** @typedef {'all' | 'part' | 'nothing'} HowMuch how much of a mail was kept */

const OURS = 'bouncekb.desk.';
const LIST = `${OURS}list`;
const SELECTED = `${OURS}selected`;
const KEYS = `${OURS}keys`;
const rowKey = (/** @type {number} */ id) => `${OURS}row.${id}`;
const textKey = (/** @type {number} */ id) => `${OURS}text.${id}`;

/** Keep a mail. Where there is no room for its text, a part of it. @param {Row} row @returns {HowMuch} */
export function keepRow(row) {
  const { text } = row.result;
  if (!keepState(row)) return 'nothing';
  if (put(textKey(row.id), text)) return 'all';
  put(textKey(row.id), text.slice(0, SHORTEST_DESK_TEXT));
  return 'part';
}

/** Keep what changed about a mail; its text stays as it is. @param {Row} row */
export function keepState(row) {
  return put(
    rowKey(row.id),
    JSON.stringify({ ...row, length: row.result.text.length, result: { ...row.result, text: '' } }),
  );
}

/** Keep which mails there are. @param {Batch[]} batches */
export function keepList(batches) {
  return put(
    LIST,
    JSON.stringify(batches.map(({ id, name, rows }) => ({ id, name, rows: rows.map((row) => row.id) }))),
  );
}

/** What is kept. @returns {Batch[]} */
export function keptList() {
  try {
    /** @type {{id: number, name: string, rows: number[]}[]} */
    const list = JSON.parse(sessionStorage.getItem(LIST) || '[]');
    return list
      .map(({ id, name, rows }) => ({ id, name, rows: rows.flatMap((row) => keptRow(row) || []) }))
      .filter(({ rows }) => rows.length > 0);
  } catch {
    return [];
  }
}

/** @param {number} id @returns {Row | null} */
function keptRow(id) {
  const { length, ...row } = JSON.parse(sessionStorage.getItem(rowKey(id)) || '{"length":0}');
  if (!row.result) return null;
  const text = sessionStorage.getItem(textKey(id)) || '';
  return { ...row, cut: row.cut || text.length < length, result: { ...row.result, text } };
}

/** @param {number} id */
export function forgetRow(id) {
  forget([rowKey(id), textKey(id)]);
}

/** Keep nothing any more of the list; how the keys are set stays. */
export function forgetList() {
  try {
    forget(Object.keys(sessionStorage).filter((key) => key.startsWith(OURS) && key !== KEYS));
  } catch {
    // Closed to this page: then nothing was kept either.
  }
}

/** @param {string[]} keys */
function forget(keys) {
  try {
    for (const key of keys) sessionStorage.removeItem(key);
  } catch {
    // Closed to this page: then nothing was kept either.
  }
}

/** The mail that was last looked at, or nothing. */
export function keptSelected() {
  return Number(get(SELECTED));
}

/** @param {number} id */
export function keepSelected(id) {
  put(SELECTED, String(id));
}

/** Are the keys on? */
export function keptKeys() {
  return get(KEYS) !== 'off';
}

/** @param {boolean} on */
export function keepKeys(on) {
  put(KEYS, on ? '' : 'off');
}

/** @param {string} key */
function get(key) {
  try {
    return sessionStorage.getItem(key) || '';
  } catch {
    return '';
  }
}

/** @param {string} key @param {string} value */
function put(key, value) {
  try {
    sessionStorage.setItem(key, value);
    return true;
  } catch {
    // Full, or closed to this page.
    return false;
  }
}
