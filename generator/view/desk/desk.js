// The desk on its page: what is given becomes a mail on the list, one of them is looked at, and what is done about it is kept.
// May import its siblings and the view's modules. Sends nothing and puts nothing into an address; only store.js keeps.
import { messageRanges } from '../../engine/mail/mbox.js';
import { sayAgain } from '../copy.js';
import { el, inARow } from '../dom.js';
import { acceptDrops } from '../drop.js';
import { keepMatcher } from '../offline/keep.js';
import { pastedText } from '../paste.js';
import { saidOf } from '../scripts.js';
import { Bulk } from './bulk.js';
import { Day } from './day.js';
import { Intake } from './intake.js';
import { keptOf } from './kept.js';
import { keyLine, listenToKeys } from './keys.js';
import { List } from './list.js';
import { paneOf } from './pane.js';
import { saidBy } from './said.js';
import { signatureFold } from './signature.js';
import { keepSelected, keptSelected, Store } from './store.js';
import { tallyNode } from './tally.js';
import { dayTools } from './tools.js';

/** @import { PageEngine } from '../engine.js' */
/** @import { Place } from '../place.js' */
/** @import { Batch, Row, State } from './types' */

const EDITABLE = 'input, textarea, select, [contenteditable]';

/** One desk, from its root element on. */
export class Desk {
  /** @param {HTMLElement} root @param {Place} place @param {PageEngine} engine */
  constructor(root, place, engine) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.root = root;
    this.place = place;
    this.engine = engine;
    this.box = /** @type {HTMLTextAreaElement} */ (root.querySelector('#desk-box'));
    this.pane = part('.pane');
    this.status = part('[data-status]');
    this.day = new Day();
    this.selected = 0;
    this.store = new Store();
    this.answer = el('div', { class: 'answer' });
    this.keys = keyLine(place.say);
    this.pane.append(
      this.answer,
      signatureFold(place.say, () => this.drawPane()),
      this.keys.node,
    );
    this.list = new List(place, this.day, (id) => this.open(id));
    this.tally = el('div');
    this.empty = el('p', { class: 'soft' }, place.say('desk.empty'));
    this.keeping = el('p', { class: 'note', hidden: true });
    this.tools = dayTools(this.day, place, { cleared: () => this.clear(), say: (line) => this.announce(line) });
    this.intake = new Intake(root, place, new Bulk(place, engine), {
      began: (name, many) => this.day.open(name, many),
      read: (batch, mails) => this.addAll(batch, mails),
      ended: (line) => this.announce(line),
    });
    part('[data-day]').append(this.empty, this.list.node, this.keeping, this.tools, this.tally);
  }

  start() {
    this.listen();
    this.place.loadContents().then(
      async () => {
        this.restore();
        await Promise.all([this.intake.prepare(), this.place.loadLetters().catch(() => {})]);
        this.engine.prepare();
        // Whatever is given from here on asks for nothing any more.
        this.root.setAttribute('data-ready', '');
        keepMatcher(this.place);
      },
      (problem) => this.announce(this.place.say(saidOf(problem))),
    );
  }

  listen() {
    document.addEventListener('paste', (event) => this.takePaste(event));
    this.box.addEventListener('input', () => this.offer());
    this.box.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) this.takeBox();
    });
    this.root.querySelector('[data-add]')?.addEventListener('click', () => this.takeBox());
    acceptDrops(this.root, (files) => this.intake.take(files));
    const choose = (/** @type {number} */ by) => () => this.move(this.day.beside(this.selected, by));
    const pick = (/** @type {number} */ at) => () => {
      const choices = this.answer.querySelectorAll('.tabs')[0]?.querySelectorAll('input') || [];
      choices[at]?.click();
    };
    const press =
      (/** @type {string[]} */ ...selectors) =>
      () => {
        const found = selectors.map((one) => this.answer.querySelector(one)).find(Boolean);
        if (found instanceof HTMLElement) found.click();
      };
    listenToKeys(
      {
        j: choose(1),
        k: choose(-1),
        n: () => this.nextNew(),
        1: pick(0),
        2: pick(1),
        3: pick(2),
        4: pick(3),
        c: press('[data-main]', '[data-copy-letter]', '.next button'),
        l: press('[data-copy-link]'),
      },
      () => this.keys.isOn() && this.day.rows.length > 0,
    );
  }

  /** @param {string} line */
  announce(line) {
    sayAgain(this.status, line);
  }

  /** Offer to look up what stands in the box: not everything that comes into it comes as a paste. */
  offer() {
    this.root.querySelector('[data-add]')?.toggleAttribute('hidden', this.box.value.trim() === '');
  }

  takeBox() {
    const text = this.box.value;
    if (text.trim() === '') return;
    this.box.value = '';
    this.offer();
    this.take(text, true);
  }

  /** @param {ClipboardEvent} event */
  takePaste(event) {
    const { target } = event;
    if (target instanceof Element && target !== this.box && target.closest(EDITABLE)) return;
    const files = [...(event.clipboardData?.files || [])];
    const pasted = event.clipboardData && pastedText(event.clipboardData);
    if (pasted && pasted.text.trim() !== '') {
      event.preventDefault();
      this.take(pasted.text, target === this.box);
    } else if (files.length > 0) {
      event.preventDefault();
      this.intake.take(files);
    }
  }

  /** Look a text up. @param {string} text @param {boolean} fromBox is the reader in the box, where keys would write? */
  async take(text, fromBox) {
    const { say } = this.place;
    if (messageRanges(text).length > 1) return this.intake.take([new File([text], say('desk.pasted'))]);
    try {
      await this.place.loadContents();
    } catch (problem) {
      return this.announce(say(saidOf(problem)));
    }
    try {
      const { result } = this.engine.ask({ text });
      if (!result) return this.announce(say('status.failed'));
      const row = this.day.paste(keptOf(result), '');
      this.added(this.day.pastes, [row], true);
      this.select(row.id);
      if (fromBox) this.pane.focus();
      const { who, cause } = saidBy(row, this.place);
      this.announce(say('desk.added', { text: inARow(`${who}${say('link.comma')}${cause}`) }));
    } catch (problem) {
      this.announce(say('status.failed'));
      throw problem;
    }
  }

  /** Mails that were read from files. @param {Batch} batch @param {{kept: import('./types').Kept, file: string}[]} mails */
  addAll(batch, mails) {
    const isFirst = batch.rows.length === 0;
    const rows = mails.map(({ kept, file }) => this.day.add(batch, kept, file));
    if (rows.length === 0) return;
    this.added(batch, rows, false);
    if (isFirst) this.select(rows[0].id);
  }

  /** @param {Batch} batch @param {Row[]} rows @param {boolean} onTop */
  added(batch, rows, onTop) {
    for (const row of rows) this.store.keep(row);
    this.store.keepList(this.day.batches);
    this.list.add(batch, rows, onTop);
    this.drawDay();
  }

  /** Everything around the list that depends on it. */
  drawDay() {
    const { say } = this.place;
    const { rows } = this.day;
    const none = rows.length === 0;
    this.empty.hidden = !none;
    for (const node of [this.list.node, this.tools]) node.hidden = none;
    this.pane.hidden = none;
    this.tally.replaceChildren(...[tallyNode(rows, this.place) || '']);
    const { short, lost } = this.store;
    this.keeping.hidden = short.size + lost.size === 0;
    this.keeping.textContent =
      lost.size > 0 ? say('desk.not_kept_rows', { n: lost.size }) : say('desk.not_kept', { n: short.size });
  }

  /** Look at a mail. @param {number} id */
  select(id) {
    this.selected = id;
    keepSelected(id);
    this.list.select(id);
    this.drawPane();
  }

  drawPane() {
    const row = this.day.find(this.selected);
    if (!row) return;
    const tools = {
      copied: () => this.mark(row, 'replied'),
      mark: (/** @type {State} */ state) => {
        this.mark(row, state);
        this.announce(this.place.say('desk.marked', { state: this.place.say(`desk.state_${state}`) }));
      },
      remove: () => this.remove(row),
    };
    this.answer.replaceChildren(paneOf(row, this.place, tools));
  }

  /** Look at a mail that was clicked on. @param {number} id */
  open(id) {
    this.select(id);
    this.pane.focus();
  }

  /** Look at a mail that a key led to, and say which. @param {Row | null} row */
  move(row) {
    if (!row) return;
    // What had the focus in the answer is gone with it.
    const had = this.answer.contains(document.activeElement);
    this.select(row.id);
    if (had) this.pane.focus({ preventScroll: true });
    const { who, cause } = saidBy(row, this.place);
    const { say } = this.place;
    const { rows } = this.day;
    const state = say(`desk.state_${row.state}`);
    this.announce(say('desk.now', { at: rows.indexOf(row) + 1, n: rows.length, who, cause, state }));
  }

  nextNew() {
    const row = this.day.nextNew(this.selected);
    if (row) this.move(row);
    else this.announce(this.place.say('desk.no_new'));
  }

  /** @param {Row} row @param {State} state */
  mark(row, state) {
    row.state = state;
    this.store.keepState(row);
    this.list.change(row);
    const choice = this.answer.querySelector('[data-state-choice]');
    if (choice instanceof HTMLSelectElement && row.id === this.selected) choice.value = state;
  }

  /** @param {Row} row */
  remove(row) {
    const next = this.day.beside(row.id, 1);
    const other = next && next.id !== row.id ? next : this.day.beside(row.id, -1);
    this.day.remove(row.id);
    this.store.forget(row.id);
    this.store.keepList(this.day.batches);
    this.drawAll(other && other.id !== row.id ? other.id : 0);
    if (this.pane.hidden) this.box.focus();
    else this.pane.focus();
    this.announce(this.place.say('desk.removed'));
  }

  /** @param {number} selected */
  drawAll(selected) {
    this.list.draw();
    this.drawDay();
    if (this.day.rows.length > 0) this.select(this.day.find(selected) ? selected : this.day.rows[0].id);
    else this.answer.replaceChildren();
  }

  clear() {
    this.intake.forget();
    this.day.clear();
    this.store.clear();
    this.box.value = '';
    this.offer();
    this.drawAll(0);
    this.box.focus();
    this.announce(this.place.say('desk.cleared'));
  }

  /** Find the list again as it was left. */
  restore() {
    this.day.restore(this.store.restore());
    this.drawAll(keptSelected());
  }
}
