// The box that takes what a reader gives, and the chip that stands in its place for a file and for what is too long for it.
// May import dom.js, limits.js and paste.js. Never asks the engine; says by its listeners what was given.
import { el, treeOf } from './dom.js';
import { CHIP_LINES, CHIP_UNITS, LONGEST_IN_BOX } from './limits.js';
import { insertAsPaste, longDrop, pastedText, undoOf } from './paste.js';

/** @import { Given, Say } from './types' */
/** @typedef {{given: (given: Given) => void, changed: (atOnce: boolean) => void, removed: () => void, done: () => void}} Listeners */

/** The box of one matcher. */
export class Box {
  /** @param {HTMLElement} root @param {Say} say @param {Listeners} listeners */
  constructor(root, say, listeners) {
    this.say = say;
    this.listeners = listeners;
    this.area = /** @type {HTMLTextAreaElement} */ (root.querySelector('#bounce'));
    this.label = el('p', { class: 'chip__label' });
    this.lines = el('pre', { class: 'chip__lines', translate: 'no' });
    this.remove = el('button', { type: 'button', class: 'chip__remove', onclick: listeners.removed }, '×');
    this.chip = el(
      'div',
      { class: 'chip', role: 'group', tabindex: '-1', hidden: true },
      this.label,
      this.remove,
      this.lines,
    );
    this.area.after(this.chip);
    this.listen();
  }

  /** What stands in the box as text. */
  get text() {
    return this.area.value;
  }

  /** Is the reader in the box? */
  get hasFocus() {
    const { activeElement } = treeOf(this.area);
    return activeElement === this.area || activeElement === this.chip;
  }

  /** How much was given, in words. */
  get size() {
    if (this.hasChip) return this.label.textContent || '';
    return this.say('bar.lines', { n: this.text.trim().split(/\r\n|\r|\n/).length });
  }

  /** Does a chip stand in the box's place? */
  get hasChip() {
    return !this.chip.hidden;
  }

  /** Show what was given: a text in the box, what has a size as a chip in its place. @param {Given} given */
  show(given) {
    const { input, name, size } = given;
    if (size === undefined) {
      this.showText(input.text || '');
      return;
    }
    const focused = treeOf(this.area).activeElement === this.area;
    this.area.value = '';
    this.area.hidden = true;
    this.chip.hidden = false;
    const label = this.say(name === undefined ? 'chip.paste' : 'chip.file', { name: name || '', size: sizeOf(size) });
    this.label.textContent = label;
    this.chip.setAttribute('aria-label', label);
    this.remove.setAttribute('aria-label', this.say('chip.remove', { what: label }));
    this.preview(input.text || '');
    if (focused) this.chip.focus();
  }

  /** @param {string} text */
  showText(text) {
    this.chip.hidden = true;
    this.area.hidden = false;
    this.area.value = text;
  }

  /** Show on the chip how the text begins. @param {string} text */
  preview(text) {
    const lines = text
      .slice(0, CHIP_UNITS)
      .split(/[\r\n]+/)
      .filter((line) => line.trim() !== '');
    const isAll = text.length <= CHIP_UNITS && lines.length <= CHIP_LINES;
    this.lines.textContent = lines.slice(0, CHIP_LINES).join('\n') + (isAll ? '' : ' …');
  }

  focus() {
    if (this.hasChip) this.chip.focus();
    else this.area.focus();
  }

  listen() {
    for (const place of /** @type {HTMLElement[]} */ ([this.area, this.chip])) {
      place.addEventListener('paste', (event) => this.takePaste(event));
      place.addEventListener('keydown', (event) => this.takeKey(event));
    }
    this.area.addEventListener('drop', (event) => {
      const text = longDrop(event);
      if (text === null) return;
      event.preventDefault();
      this.give(this.text === '' ? text : `${this.text}\n${text}`);
    });
    this.area.addEventListener('input', (event) => {
      // A text can come in other ways than by a paste: from a keyboard's own clipboard, say.
      if (this.text.length > LONGEST_IN_BOX) this.give(this.text);
      else this.listeners.changed(event instanceof InputEvent && event.inputType.startsWith('insertFrom'));
    });
  }

  /** @param {ClipboardEvent} event */
  takePaste(event) {
    const pasted = event.clipboardData && pastedText(event.clipboardData);
    if (!pasted || pasted.text === '') return;
    const { selectionStart: from, selectionEnd: to } = this.area;
    const whole = this.hasChip ? pasted.text : this.text.slice(0, from) + pasted.text + this.text.slice(to);
    if (whole.length > LONGEST_IN_BOX || this.hasChip) {
      event.preventDefault();
      this.give(whole);
    } else if (pasted.isRich) {
      event.preventDefault();
      insertAsPaste(this.area, pasted.text);
    }
  }

  /** Take a text as if it were pasted. @param {string} text */
  give(text) {
    if (text.length > LONGEST_IN_BOX) {
      this.listeners.given({ input: { text }, size: new TextEncoder().encode(text).length });
      return;
    }
    this.showText(text);
    this.area.focus();
    this.listeners.changed(true);
  }

  /** @param {KeyboardEvent} event */
  takeKey(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      this.listeners.done();
    } else if (event.key.toLowerCase() === 'z' && !event.shiftKey && !event.altKey && undoOf(this.area)) {
      event.preventDefault();
    }
  }
}

/** @param {number} bytes */
function sizeOf(bytes) {
  const kilobytes = Math.ceil(bytes / 1024);
  return kilobytes < 1000 ? `${kilobytes} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
