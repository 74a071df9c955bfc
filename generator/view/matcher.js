// The matcher on a page: what was given, when which answer is drawn, and what is said about it.
// May import the view's modules. Sends nothing and puts nothing into an address; only keep.js stores, in the tab.
import { Box } from './box.js';
import { sayAgain } from './copy.js';
import { el, inARow } from './dom.js';
import { drawResult, msgHelp } from './draw.js';
import { acceptDrops } from './drop.js';
import { firstMail } from './files.js';
import { forget, keep, kept } from './keep.js';

/** @import { Result } from '../engine/types' */
/** @import { PageEngine } from './engine.js' */
/** @import { NoMail } from './files.js' */
/** @import { Place } from './place.js' */
/** @import { Answer, Child, Given } from './types' */

const TYPING_PAUSE = 300;
// Enough for a screen to be drawn, too short to be noticed.
const PAINTED = 50;

/** One matcher, from its root element on. */
export class Matcher {
  /** @param {HTMLElement} root @param {Place} place @param {PageEngine} engine */
  constructor(root, place, engine) {
    const part = (/** @type {string} */ selector) => /** @type {HTMLElement} */ (root.querySelector(selector));
    this.root = root;
    this.place = place;
    this.engine = engine;
    this.output = part('#bounce-result');
    this.status = part('#bounce-status');
    this.clear = part('[data-clear]');
    this.turn = 0;
    this.timer = 0;
    this.isKept = true;
    this.box = new Box(root, place.say, {
      given: (given) => this.take(given),
      changed: (atOnce) => this.answerSoon(atOnce ? 0 : TYPING_PAUSE),
      removed: () => this.startAgain(),
      done: async () => {
        await this.answerBox();
        this.output.focus();
      },
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
    this.clear.hidden = this.box.hasChip || (state === 'empty' && nodes.length === 0 && this.box.text === '');
  }

  /** A turn begins: what is under way is overtaken. */
  begin() {
    clearTimeout(this.timer);
    return ++this.turn;
  }

  /** Back to the start, whatever is under way; what stands in the box stays. */
  empty() {
    this.begin();
    forget();
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

  /** @param {number} pause */
  answerSoon(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.answerBox(), pause);
  }

  /** Answer what is in the box; a chip is answered already. */
  async answerBox() {
    if (this.box.hasChip) return;
    if (this.box.text.trim() === '') this.empty();
    else await this.answer({ input: { text: this.box.text } });
  }

  /** Show and answer what was given otherwise than by writing into the box. @param {Given} given @param {string} [note] */
  async take(given, note) {
    this.box.show(given);
    await this.answer(given, note);
  }

  /** Answer what was given; `note` is said before what was found. @param {Given} given @param {string} [note] */
  async answer(given, note = '') {
    const turn = this.begin();
    this.keep(given);
    if (this.box.hasChip) await this.sayReading();
    if (!(await this.hasContents(turn))) return;
    this.draw(() => this.engine.ask(given.input), note);
  }

  /** Say that something long is being read, and let that be seen before the reading keeps the page busy. */
  async sayReading() {
    this.status.textContent = this.place.say('status.reading');
    await new Promise((seen) => setTimeout(seen, PAINTED));
  }

  /** @param {Given} given */
  keep(given) {
    this.isKept = keep(given, this.place.here);
  }

  /** Are the contents there, and is the turn still ours? Says so if they can't be had. @param {number} turn */
  async hasContents(turn) {
    try {
      await this.place.loadContents();
    } catch {
      if (turn === this.turn) this.giveUp('status.contents_failed');
      return false;
    }
    return turn === this.turn;
  }

  /** Draw what is answered. @param {() => Answer} answered @param {string} note */
  draw(answered, note) {
    try {
      const answer = answered();
      if (!answer.result) {
        this.giveUp('status.failed');
        return;
      }
      if (!this.knows(answer.result)) {
        this.giveUp('status.contents_failed');
        return;
      }
      const { state, line, nodes } = drawResult(answer.result, this.place, answer.redacted);
      this.box.preview(answer.result.text);
      this.show(state, [this.isKept ? null : el('p', { class: 'bounce-note' }, this.place.say('keep.none')), nodes]);
      this.announce(inARow(note, line));
    } catch (problem) {
      this.giveUp('status.failed');
      throw problem;
    }
  }

  /** Are all articles of a result in the contents? A browser may hold contents that are older than the engine. @param {Result} result */
  knows(result) {
    const { articles } = this.place.contents;
    return result.recipients.every(({ matches }) => matches.every((match) => Object.hasOwn(articles, match.article)));
  }

  /** @param {string} key */
  giveUp(key) {
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
      this.refuse(found.file.name, found.refused, files.length - 1);
      return;
    }
    const { name, size } = found.file;
    const given = { input: found.input, name, size };
    const others = files.length - 1;
    this.keep(given);
    this.box.show(given);
    this.draw(() => found.answer, say(others > 0 ? 'file.one_of' : 'file.read', { name, n: files.length, others }));
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

  listenToTools() {
    const files = /** @type {HTMLInputElement} */ (this.root.querySelector('input[type=file]'));
    this.root.querySelector('[data-choose]')?.addEventListener('click', () => files.click());
    files.addEventListener('change', () => {
      this.takeFiles([...(files.files || [])]);
      files.value = '';
    });
    this.clear.addEventListener('click', () => this.startAgain());
    for (const button of this.root.querySelectorAll('[data-example]'))
      button.addEventListener('click', () => this.tryExample(button.getAttribute('data-example') || ''));
    acceptDrops(this.root, (dropped) => this.takeFiles(dropped));
  }

  start() {
    // Whoever turns to the matcher is about to give it something: by then contents and engine should be ready.
    const prepare = () => {
      this.place.loadContents().then(
        () => this.engine.prepare(),
        () => {},
      );
    };
    this.root.addEventListener('focusin', prepare, { once: true });
    this.root.addEventListener('dragenter', prepare, { once: true });
    this.listenToTools();
    this.restore();
  }

  // A matcher that is folded away opens again only on the page where it was used: elsewhere the page itself is wanted.
  restore() {
    const last = kept();
    const fold = this.root.closest('details');
    if (!last || (fold && last.where !== this.place.here)) return;
    if (fold) fold.open = true;
    const { given } = last;
    this.take(given, given.cut ? this.place.say('keep.part') : '');
  }
}
