// The desk's day: what was looked up, in batches, the newest first. May import nothing. Draws and stores nothing.

/** @import { Batch, Kept, Row, State } from './types' */

/** All mails of a day. */
export class Day {
  constructor() {
    /** @type {Batch[]} */
    this.batches = [];
    this.last = 0;
  }

  /** Take over what was kept. @param {Batch[]} batches */
  restore(batches) {
    this.batches = batches;
    this.last = Math.max(0, ...batches.flatMap(({ id, rows }) => [id, ...rows.map((row) => row.id)]));
  }

  /** All mails in the order of the list. */
  get rows() {
    return this.batches.flatMap(({ rows }) => rows);
  }

  /** A new batch on top. @param {string} name @param {number} many */
  open(name, many) {
    /** @type {Batch} */
    const batch = { id: ++this.last, name, many, rows: [] };
    this.batches.unshift(batch);
    return batch;
  }

  /** The batch on top that pastes go into. */
  get pastes() {
    const [first] = this.batches;
    return first && first.many === 0 ? first : this.open('', 0);
  }

  /** A paste, or a file by itself, on top of all. @param {Kept} kept @param {string} file */
  paste(kept, file) {
    const batch = this.pastes;
    const row = this.rowOf(kept, file);
    batch.rows.unshift(row);
    return row;
  }

  /** A mail at the end of its batch. @param {Batch} batch @param {Kept} kept @param {string} file */
  add(batch, kept, file) {
    const row = this.rowOf(kept, file);
    // All that came before from there may have been taken off the list.
    if (!this.batches.includes(batch)) this.batches.unshift(batch);
    batch.rows.push(row);
    return row;
  }

  /** @param {Kept} kept @param {string} file @returns {Row} */
  rowOf(kept, file) {
    return { ...kept, id: ++this.last, at: Date.now(), file, state: 'new' };
  }

  /** @param {number} id */
  find(id) {
    return this.rows.find((row) => row.id === id) || null;
  }

  /** The mail so many places further down, or the last one there. @param {number} id @param {number} by */
  beside(id, by) {
    const { rows } = this;
    const at = rows.findIndex((row) => row.id === id);
    return rows[Math.max(0, Math.min(rows.length - 1, at + by))] || null;
  }

  /** The next mail that nothing was done about, from the top again after the last; this one if it is the only one. @param {number} id */
  nextNew(id) {
    const { rows } = this;
    const at = rows.findIndex((row) => row.id === id);
    return [...rows.slice(at + 1), ...rows.slice(0, at + 1)].find(({ state }) => state === 'new') || null;
  }

  /** How many are in a state. @param {State} state */
  count(state) {
    return this.rows.filter((row) => row.state === state).length;
  }

  /** Take a mail off the list, and its batch when it was the last there. @param {number} id */
  remove(id) {
    for (const batch of this.batches) batch.rows = batch.rows.filter((row) => row.id !== id);
    this.batches = this.batches.filter(({ rows }) => rows.length > 0);
  }

  clear() {
    this.batches = [];
  }
}
