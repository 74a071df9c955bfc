// The list of what was looked up, a table with a row for each mail and a part for each batch. May import dom.js and said.js.
// Draws what the day holds and decides nothing.
import { el } from '../dom.js';
import { saidBy, timeOf } from './said.js';

/** @import { Place } from '../place.js' */
/** @import { Day } from './day.js' */
/** @import { Batch, Row, Said } from './types' */
/** @typedef {{part: HTMLElement, head: HTMLElement | null}} Part */
/** @typedef {{line: HTMLElement, link: HTMLElement, state: HTMLElement}} Line */

/** The list on the page. */
export class List {
  /** @param {Place} place @param {Day} day @param {(id: number) => void} choose what a click on a mail does */
  constructor(place, day, choose) {
    this.place = place;
    this.day = day;
    this.choose = choose;
    /** @type {Map<number, Part>} */
    this.parts = new Map();
    /** @type {Map<number, Line>} */
    this.lines = new Map();
    const { say } = place;
    this.count = el('span', { class: 'soft small plain' });
    const heads = ['desk.time', 'result.recipient', 'several.cause', 'desk.state'].map((key) =>
      el('th', { role: 'columnheader', scope: 'col' }, say(key)),
    );
    this.table = el(
      'table',
      { class: 'rows list fit', role: 'table' },
      el('caption', { id: 'desk-list' }, say('desk.list'), this.count),
      el('thead', { role: 'rowgroup' }, el('tr', { role: 'row' }, heads)),
    );
    this.node = el('div', { class: 'pan', tabindex: '0', role: 'region', 'aria-labelledby': 'desk-list' }, this.table);
  }

  /** Draw the whole list anew. */
  draw() {
    this.lines.clear();
    for (const { part } of this.parts.values()) part.remove();
    this.parts.clear();
    for (const batch of this.day.batches.filter(({ rows }) => rows.length > 0).reverse()) {
      const { part } = this.partOf(batch);
      part.append(...batch.rows.map((row) => this.lineOf(row)));
      this.measure(batch);
    }
    this.countAll();
  }

  /** A mail on top of its batch, or at its end. @param {Batch} batch @param {Row[]} rows @param {boolean} onTop */
  add(batch, rows, onTop) {
    const { part } = this.partOf(batch);
    const lines = rows.map((row) => this.lineOf(row));
    if (onTop) part.prepend(...lines);
    else part.append(...lines);
    this.measure(batch);
    this.countAll();
  }

  /** @param {Row} row */
  change(row) {
    const line = this.lines.get(row.id);
    if (line) line.state.textContent = this.place.say(`desk.state_${row.state}`);
    this.countAll();
  }

  /** Show which mail is looked at. @param {number} id */
  select(id) {
    for (const { line, link } of this.lines.values()) {
      if (!line.classList.contains('is-on')) continue;
      line.classList.remove('is-on');
      link.removeAttribute('aria-current');
    }
    const chosen = this.lines.get(id);
    if (!chosen) return;
    chosen.line.classList.add('is-on');
    chosen.link.setAttribute('aria-current', 'true');
    this.reveal(chosen.line);
  }

  // Within the list only: the page itself stays where the reader left it.
  /** @param {HTMLElement} line */
  reveal(line) {
    const [around, own] = [this.node.getBoundingClientRect(), line.getBoundingClientRect()];
    const head = this.table.tHead?.getBoundingClientRect().height || 0;
    if (own.top < around.top + head) this.node.scrollTop -= around.top + head - own.top;
    else if (own.bottom > around.bottom) this.node.scrollTop += own.bottom - around.bottom;
  }

  countAll() {
    const { say } = this.place;
    this.count.textContent = `　${say('desk.counts', { n: this.day.rows.length, m: this.day.count('replied') })}`;
  }

  /** @param {Batch} batch @returns {Part} */
  partOf(batch) {
    const known = this.parts.get(batch.id);
    if (known) return known;
    const title = batch.name || this.place.say('desk.files', { n: batch.many });
    const head = batch.many > 0 ? el('span') : null;
    const made = {
      head,
      part: el(
        'tbody',
        { role: 'rowgroup' },
        head &&
          el(
            'tr',
            { role: 'row', class: 'batch' },
            el('th', { role: 'rowheader', colspan: '4', scope: 'rowgroup' }, title, ' ', head),
          ),
      ),
    };
    this.parts.set(batch.id, made);
    this.table.tHead?.after(made.part);
    return made;
  }

  /** Say in a batch's head what is in it. @param {Batch} batch */
  measure(batch) {
    const head = this.parts.get(batch.id)?.head;
    if (!head) return;
    const { say } = this.place;
    const among = (/** @type {Said['known']} */ known) =>
      batch.rows.filter((row) => saidBy(row, this.place).known === known).length;
    const others = among('no-bounce');
    const found = { n: batch.rows.length, known: among('known'), unknown: among('unknown') };
    head.textContent = `${say('desk.batch', found)}${others > 0 ? say('desk.batch_others', { n: others }) : ''}`;
  }

  /** @param {Row} row */
  lineOf(row) {
    const { place } = this;
    const said = saidBy(row, place);
    const choose = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.choose(row.id);
    };
    const link = el('a', { href: '#p', onclick: choose }, said.who);
    const cell = { role: 'cell' };
    const state = el('td', { ...cell, class: 'soft' }, place.say(`desk.state_${row.state}`));
    const line = el(
      'tr',
      { role: 'row', 'data-row': row.id },
      el('td', { ...cell, class: 'mono' }, timeOf(row.at, place)),
      el('td', { ...cell, class: 'mono who' }, link),
      el('td', cell, el('span', { class: `tag ${said.tone}`.trim() }, said.cause)),
      state,
    );
    this.lines.set(row.id, { line, link, state });
    return line;
  }
}
