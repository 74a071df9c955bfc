// Files given to the desk: read one after another, with a bar that says how far, and a word about what could not be read.
// May import the view's helpers and said.js. Judges no mail.
import { el, inARow } from '../dom.js';
import { MOST_MAILS, MOST_NAMED } from '../limits.js';
import { saidOf } from '../scripts.js';
import { saidBy } from './said.js';

/** @import { Place } from '../place.js' */
/** @import { Bulk } from './bulk.js' */
/** @import { Batch, Kept, Outcome, Report } from './types' */
/**
 * @typedef {object} Listeners
 * @property {(name: string, many: number) => Batch} began a batch begins
 * @property {(batch: Batch, mails: {kept: Kept, file: string}[]) => void} read more of it is read
 * @property {(line: string) => void} ended it is over, and what is said then
 */

/** What takes files. */
export class Intake {
  /** @param {HTMLElement} root @param {Place} place @param {Bulk} bulk @param {Listeners} listeners */
  constructor(root, place, bulk, listeners) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.place = place;
    this.bulk = bulk;
    this.listeners = listeners;
    this.run = part('[data-run]');
    this.bar = /** @type {HTMLProgressElement} */ (part('progress'));
    this.label = part('#desk-run-label');
    this.note = part('[data-note]');
    this.turn = 0;
    /** @type {Promise<void>} */
    this.last = Promise.resolve();
    const files = /** @type {HTMLInputElement} */ (part('input[type=file]'));
    part('[data-choose]').addEventListener('click', () => files.click());
    files.addEventListener('change', () => {
      this.take([...(files.files || [])]);
      files.value = '';
    });
    part('[data-stop]').addEventListener('click', () => this.stop());
    this.wasStopped = false;
  }

  /** Have everything ready that reading needs. */
  prepare() {
    return this.bulk.prepare();
  }

  /** Read files, after those that are being read. @param {File[]} files */
  take(files) {
    if (files.length === 0) return this.last;
    const turn = this.turn;
    this.last = this.last.then(() => (turn === this.turn ? this.read(files, turn) : undefined));
    return this.last;
  }

  stop() {
    this.wasStopped = true;
    this.bulk.stop();
  }

  /** Stop, and say nothing about it: the list is cleared. */
  forget() {
    this.turn++;
    this.stop();
    this.run.hidden = true;
    this.note.replaceChildren();
  }

  /** @param {File[]} files @param {number} turn */
  async read(files, turn) {
    const { say } = this.place;
    this.wasStopped = false;
    this.note.replaceChildren();
    try {
      await this.place.loadContents();
    } catch (problem) {
      this.listeners.ended(say(saidOf(problem)));
      return;
    }
    const batch = this.listeners.began(files.length === 1 ? files[0].name : '', files.length);
    /** @type {Outcome} */
    const outcome = { mails: 0, left: 0, stopped: false, refused: [] };
    let total = files.length;
    this.show(0, total);
    try {
      await this.bulk.run(files, (reports) => {
        if (turn !== this.turn) return;
        total = reports.reduce((known, one) => (one.is === 'total' ? one.total : known), total);
        this.taken(reports, batch, outcome);
        this.show(outcome.mails + outcome.refused.length, total);
      });
    } catch (problem) {
      reportError(problem);
      outcome.left += total - outcome.mails - outcome.refused.length;
    }
    this.run.hidden = true;
    if (turn === this.turn) this.end({ ...outcome, stopped: this.wasStopped }, batch);
  }

  /** @param {Report[]} reports @param {Batch} batch @param {Outcome} outcome */
  taken(reports, batch, outcome) {
    const mails = reports.flatMap((one) => (one.is === 'mail' ? { kept: one.kept, file: one.file } : []));
    outcome.mails += mails.length;
    for (const one of reports) {
      if (one.is === 'refused') outcome.refused.push({ file: one.file, why: one.why });
      else if (one.is === 'left') outcome.left += one.count;
    }
    this.listeners.read(batch, mails);
  }

  /** @param {number} done @param {number} total */
  show(done, total) {
    this.run.hidden = false;
    this.bar.max = total;
    this.bar.value = done;
    this.label.textContent = this.place.say('desk.reading', { n: done, total });
  }

  /** @param {Outcome} outcome @param {Batch} batch */
  end({ mails, left, stopped, refused }, batch) {
    const { say } = this.place;
    const known = batch.rows.filter((row) => saidBy(row, this.place).known === 'known').length;
    const line = stopped ? say('desk.stopped', { n: mails }) : say('desk.read', { n: mails, known });
    const leftOut = left > 0 && !stopped ? say('desk.left_out', { most: MOST_MAILS, n: left }) : '';
    const failed = refused.length > 0 ? say('desk.refused', { n: refused.length }) : '';
    this.note.replaceChildren(...(failed || leftOut ? [this.noteOf(leftOut, failed, refused)] : []));
    this.listeners.ended(inARow(mails > 0 || stopped ? line : say('desk.nothing_read'), leftOut, failed));
  }

  /** @param {string} leftOut @param {string} failed @param {Outcome['refused']} refused */
  noteOf(leftOut, failed, refused) {
    const { say } = this.place;
    const more = refused.length - MOST_NAMED;
    return el(
      'div',
      { class: 'note small' },
      leftOut && el('p', null, leftOut),
      failed && el('p', null, failed),
      el(
        'ul',
        { class: 'dots' },
        refused
          .slice(0, MOST_NAMED)
          .map(({ file, why }) =>
            el('li', null, say('desk.refused_file', { name: file, why: say(`desk.why_${why}`) })),
          ),
        more > 0 && el('li', null, say('desk.refused_more', { n: more })),
      ),
    );
  }
}
