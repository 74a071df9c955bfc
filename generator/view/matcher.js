// The matcher on a page: what was given, when which answer is drawn, and what is said about it.
// May import the view's modules. Sends nothing and puts nothing into an address; only tab.js stores, in the tab.
import { drawResult, msgHelp } from './answer/draw.js';
import { pastedBar } from './bar.js';
import { Box } from './box.js';
import { sayAgain } from './copy.js';
import { el, inARow } from './dom.js';
import { firstMail, nameOf } from './files.js';
import { forgetGiven } from './keep.js';
import { Lookup } from './lookup.js';
import { saidOf } from './scripts.js';

/** @import { Around } from './around.js' */
/** @import { PageEngine } from './engine.js' */
/** @import { NoMail } from './files.js' */
/** @import { Place } from './place.js' */
/** @import { Answer, Child, Given } from './types' */
/** @typedef {{note?: string, folds?: boolean}} How what is said before; is the box folded? */

/** Kinds of text beside whose answer pages of the site may help. */
const ASKING = new Set(['question', 'other']);
const TYPING_PAUSE = 300;
// Enough for a screen to be drawn, too short to be noticed.
const PAINTED = 50;

/** One matcher, from its root element on. */
export class Matcher {
  /** @param {HTMLElement} root @param {Place} place @param {PageEngine} engine @param {Around} around the page around it */
  constructor(root, place, engine, around) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.root = root;
    this.place = place;
    this.engine = engine;
    this.around = around;
    this.output = part('#bounce-result');
    this.status = part('#bounce-status');
    this.turn = 0;
    this.timer = 0;
    this.isKept = true;
    this.pasted = pastedBar(place, () => this.startAgain());
    this.output.before(this.pasted.bar);
    this.lookup = new Lookup(place, part('#bounce-hits'));
    this.box = new Box(root, place.say, {
      given: (given) => this.take(given),
      changed: (isPaste) => {
        this.nameReading();
        if (isPaste) this.answerBox({ folds: true });
        else this.answerSoon();
      },
      removed: () => this.startAgain(),
      done: () => this.answerBox({ folds: true }),
    });
  }

  /** @param {string} line */
  announce(line) {
    sayAgain(this.status, line);
  }

  /** @param {string} state @param {Child[]} nodes */
  show(state, nodes) {
    this.output.setAttribute('data-state', state);
    this.output.replaceChildren(el('div', null, nodes));
    this.root.toggleAttribute('data-answered', state !== 'empty' || nodes.length > 0);
  }

  /** A turn begins: what is under way is overtaken. */
  begin() {
    clearTimeout(this.timer);
    return ++this.turn;
  }

  /** Fold the box to a line, or show it again. @param {boolean} folded */
  fold(folded) {
    const had = this.box.hasFocus;
    this.root.toggleAttribute('data-folded', folded);
    this.nameReading();
    this.pasted.bar.hidden = !folded;
    this.pasted.measure(this.box.size);
    if (!folded) return;
    this.around.toTop();
    // A box that is gone can't keep the focus; who typed goes on typing.
    if (had || this.around.isIdle()) this.output.querySelector('h1')?.focus({ preventScroll: true });
  }

  /** Back to the start, whatever is under way; what stands in the box stays. */
  empty() {
    this.begin();
    forgetGiven();
    this.fold(false);
    this.lookup.hide();
    this.show('empty', []);
    this.status.textContent = '';
  }

  /** Clear everything that was given. */
  startAgain() {
    this.box.showText('');
    this.empty();
    this.box.focus();
    this.announce(this.place.say('status.cleared'));
  }

  /** The button says what it does: paste into an empty box, or look up what stands there. */
  nameReading() {
    const name = this.root.querySelector('[data-read] span');
    if (name) name.textContent = this.place.say(this.box.text.trim() === '' ? 'box.read' : 'box.look');
  }

  /** Show the box again with what was given. */
  edit() {
    this.fold(false);
    this.box.focus();
  }

  answerSoon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.answerBox({}), TYPING_PAUSE);
  }

  /** Answer what is in the box; a chip is answered already. @param {How} how */
  async answerBox(how) {
    if (this.box.hasChip) return;
    if (this.box.text.trim() === '') this.empty();
    else await this.answer({ input: { text: this.box.text } }, how);
  }

  /** Show and answer what was given otherwise than by writing into the box. @param {Given} given @param {string} [note] */
  async take(given, note) {
    this.box.show(given);
    await this.answer(given, { note, folds: true });
  }

  /** Answer what was given. @param {Given} given @param {How} how */
  async answer(given, how) {
    const turn = this.begin();
    this.keep(given);
    if (this.box.hasChip) await this.sayReading();
    if (!(await this.hasContents(turn))) return;
    const answer = this.ask(() => this.engine.ask(given.input), given.name);
    if (!answer) return;
    const hits = await this.lookup.hitsFor(given.input.text ?? null, answer.result);
    if (turn !== this.turn) return;
    if (hits) this.showHits(hits);
    else this.draw(answer, how);
  }

  /** Say that something long is being read, and let that be seen before the reading keeps the page busy. */
  async sayReading() {
    this.status.textContent = this.place.say('status.reading');
    await new Promise((seen) => setTimeout(seen, PAINTED));
  }

  /** @param {Given} given */
  keep(given) {
    this.isKept = this.around.keep(given);
  }

  /** Are the contents there, and is the turn still ours? Says so if they can't be had. @param {number} turn */
  async hasContents(turn) {
    try {
      await this.place.loadContents();
    } catch (problem) {
      if (turn === this.turn) this.giveUp(saidOf(problem));
      return false;
    }
    return turn === this.turn;
  }

  /**
   * What the engine answers; nothing where it can't, which is said.
   * @param {() => Answer} answered
   * @param {string} [name] of a file
   * @returns {Extract<Answer, {refused: null}> | null}
   */
  ask(answered, name) {
    try {
      const answer = answered();
      if (answer.result) return answer;
      // A file that was dropped on another page has been read by nobody yet.
      if (name !== undefined) this.refuse(name, answer.refused, 0);
      else this.giveUp('status.failed');
      return null;
    } catch (problem) {
      this.giveUp('status.failed');
      throw problem;
    }
  }

  /** Draw what is answered. @param {Extract<Answer, {refused: null}>} answer @param {How} how */
  draw(answer, { note = '', folds = false }) {
    try {
      const tools = { edit: this.box.hasChip ? null : () => this.edit(), clear: () => this.startAgain() };
      const { state, line, nodes, early } = drawResult(answer.result, this.place, answer.redacted, tools);
      this.box.preview(answer.result.text);
      this.lookup.hide();
      this.around.shown(answer.result);
      this.show(state, [this.isKept ? null : el('p', { class: 'note' }, this.place.say('keep.none')), nodes]);
      if (folds) this.fold(true);
      if (ASKING.has(answer.result.kind)) this.lookup.beside(this.output, answer.result.text);
      const bar = this.around.bar(this.output, early);
      if (bar) this.output.append(bar);
      this.announce(inARow(note, line));
    } catch (problem) {
      this.giveUp('status.failed');
      throw problem;
    }
  }

  /** Show pages of the site in place of an answer. @param {{line: string, node: Node}} hits */
  showHits({ line, node }) {
    this.fold(false);
    this.show('empty', []);
    this.lookup.show(node);
    this.root.setAttribute('data-answered', '');
    this.announce(line);
  }

  /** @param {string} key */
  giveUp(key) {
    this.fold(false);
    this.show('empty', []);
    this.announce(this.place.say(key));
  }

  /** Answer the first of some files that is a mail. @param {File[]} files */
  async takeFiles(files) {
    if (files.length === 0) return;
    const { say } = this.place;
    const turn = this.begin();
    await this.sayReading();
    if (!(await this.hasContents(turn))) return;
    const found = await firstMail(files, (input) => this.engine.ask(input));
    if (turn !== this.turn) return;
    if ('refused' in found) {
      this.refuse(nameOf(found.file), found.refused, files.length - 1);
      return;
    }
    const name = nameOf(found.file);
    const given = { input: found.input, name, size: found.file.size };
    const others = files.length - 1;
    this.keep(given);
    this.box.show(given);
    const answer = this.ask(() => found.answer);
    const note = say(others > 0 ? 'file.one_of' : 'file.read', { name, n: files.length, others });
    if (answer) this.draw(answer, { note, folds: true });
  }

  /** @param {string} name @param {NoMail} refused @param {number} others */
  refuse(name, refused, others) {
    const { say } = this.place;
    this.box.showText('');
    this.empty();
    if (refused === 'msg') this.show('empty', [msgHelp(say)]);
    const line = refused === 'msg' ? say('file.msg_title') : say(`file.${refused}`, { name });
    this.announce(inARow(line, others > 0 ? say('file.nor_others', { n: others }) : ''));
  }

  /** @param {string} id */
  async tryExample(id) {
    const turn = this.begin();
    if (!(await this.hasContents(turn))) return;
    await this.take({ input: { text: this.place.contents.examples[id] } });
  }

  /** Look up what stands in the box, or what is on the clipboard; where that is closed, say how to paste. */
  async read() {
    if (this.box.hasChip || this.box.text.trim() !== '') return this.answerBox({ folds: true });
    let text = '';
    try {
      text = await navigator.clipboard.readText();
    } catch {
      // Closed to pages, or the reader said no.
    }
    if (text.trim() !== '') return this.box.give(text);
    this.box.focus();
    this.announce(this.place.say('box.paste_here'));
  }

  listenToTools() {
    const files = /** @type {HTMLInputElement} */ (this.root.querySelector('input[type=file]'));
    this.root.querySelector('[data-choose]')?.addEventListener('click', () => files.click());
    files.addEventListener('change', () => {
      this.takeFiles([...(files.files || [])]);
      files.value = '';
    });
    this.root.querySelector('[data-read]')?.addEventListener('click', () => this.read());
    for (const button of this.root.querySelectorAll('[data-example]'))
      button.addEventListener('click', () => this.tryExample(button.getAttribute('data-example') || ''));
    this.around.listen(
      this.root,
      (dropped) => this.takeFiles(dropped),
      (text) => this.box.give(text),
    );
  }

  start() {
    // Whoever turns to the matcher is about to give it something: by then contents and engine should be ready.
    const prepare = () => {
      this.place.loadContents().then(
        () => {
          this.engine.prepare();
          this.around.loaded();
        },
        () => {},
      );
      this.lookup.prepare();
    };
    this.root.addEventListener('focusin', prepare, { once: true });
    this.root.addEventListener('dragenter', prepare, { once: true });
    this.root.addEventListener('pointerdown', prepare, { once: true });
    this.listenToTools();
    this.restore();
  }

  restore() {
    const last = this.around.kept();
    if (last) this.take(last, last.cut ? this.place.say('keep.part') : '');
  }
}
