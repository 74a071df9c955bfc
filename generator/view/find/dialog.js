// The dialog: a field, the hits below it, and the keys that go with them. Made when it is first opened.
// May import its siblings and the view's dom.js, home.js and scripts.js. What is typed stays in the page.
import { el } from '../dom.js';
import { takeHome } from '../home.js';
import { OtherBuild } from '../scripts.js';
import { isLong } from './long.js';
import { browse, emptyPanel, longPanel, nonePanel } from './panels.js';

/** @import { Finder } from './find.js' */
/** @import { Common } from './panels.js' */

const MOST = 10;
/** A screen reader hears how many hits there are once the typing pauses. */
const PAUSE = 350;
const LIST = 'search-list';
const SVG = 'http://www.w3.org/2000/svg';

export class Dialog {
  /** @param {Finder} finder @param {Common} common */
  constructor(finder, common) {
    this.finder = finder;
    this.common = common;
    const { say } = finder;
    this.field = el('input', {
      id: 'search-field',
      type: 'search',
      'data-search': true,
      role: 'combobox',
      'aria-autocomplete': 'list',
      'aria-expanded': 'false',
      autocomplete: 'off',
      autocapitalize: 'off',
      spellcheck: 'false',
      enterkeyhint: 'go',
      oninput: () => this.show(),
      onkeydown: (/** @type {KeyboardEvent} */ event) => this.key(event),
      onpaste: (/** @type {ClipboardEvent} */ event) => this.paste(event),
    });
    this.status = el('p', { class: 'small soft search-status', 'aria-hidden': 'true' });
    this.spoken = el('p', { class: 'vh', role: 'status' });
    this.results = el('div', null);
    this.timer = 0;
    /** @type {HTMLElement[]} */
    this.options = [];
    this.at = -1;
    const close = el('button', { type: 'button', class: 'btn bare', onclick: () => this.box.close() }, say('close'));
    this.box = el(
      'dialog',
      { class: 'over', 'aria-label': say('label'), onclick: (/** @type {Event} */ event) => this.clicked(event) },
      el(
        'div',
        { class: 'over__in' },
        el(
          'div',
          { class: 'acts nowrap' },
          el(
            'div',
            { class: 'field' },
            findIcon(),
            el('label', { class: 'vh', for: 'search-field' }, say('field')),
            this.field,
          ),
          close,
        ),
        this.status,
        this.spoken,
        this.results,
        keysLine(finder),
      ),
    );
    document.body.append(this.box);
  }

  /** Open it, with these words or what was typed last selected. Closing gives the focus back to where it was. @param {string} [words] */
  open(words = '') {
    if (this.box.open && !words) return;
    if (words) this.field.value = words;
    if (!this.box.open) this.box.showModal();
    this.field.focus();
    this.field.select();
    this.show();
    if (this.finder.isReady) return;
    this.say(this.finder.say('loading'));
    this.finder.ready().then(
      () => this.show(),
      (problem) => this.fail(problem),
    );
  }

  /** Show what fits the field. */
  show() {
    const query = this.field.value.trim();
    const { finder } = this;
    if (isLong(query)) this.put(longPanel(finder, this.field.value), '', false);
    else if (!finder.isReady)
      this.put(el('div', { class: 'search-panel' }, browse(finder)), finder.say('loading'), false);
    else if (query === '') this.put(emptyPanel(finder, this.common), '', false);
    else this.showHits(query);
  }

  /** @param {string} query */
  showHits(query) {
    const { finder } = this;
    const hits = finder.find(query, MOST);
    if (hits.length === 0) {
      this.put(nonePanel(finder, this.common), finder.say('none', { query }), false);
      return;
    }
    const list = finder.hitsList(hits, query);
    const said = hits.length === 1 ? finder.say('count_one') : finder.say('count', { n: hits.length });
    this.put(list, said, true);
  }

  /** @param {HTMLElement} content @param {string} said @param {boolean} areOptions may they be chosen with the keys? */
  put(content, said, areOptions) {
    this.results.replaceChildren(content);
    this.options = areOptions ? asOptions(content, this.finder.say('hits')) : [];
    this.field.setAttribute('aria-expanded', String(areOptions));
    if (areOptions) this.field.setAttribute('aria-controls', LIST);
    else this.field.removeAttribute('aria-controls');
    this.choose(areOptions ? 0 : -1);
    this.say(said);
  }

  /** Say it to those who see at once, to those who listen when the typing pauses. @param {string} words */
  say(words) {
    clearTimeout(this.timer);
    this.status.textContent = words;
    this.timer = window.setTimeout(() => {
      this.spoken.textContent = words;
    }, PAUSE);
  }

  /** @param {unknown} problem */
  fail(problem) {
    const said = this.finder.say(problem instanceof OtherBuild ? 'other_build' : 'failed');
    this.put(el('div', { class: 'search-panel' }, browse(this.finder)), said, false);
    // The next letter tries again.
    this.field.addEventListener(
      'input',
      () =>
        this.finder.ready().then(
          () => this.show(),
          (again) => this.fail(again),
        ),
      { once: true },
    );
  }

  /** @param {number} at */
  choose(at) {
    for (const [n, option] of this.options.entries()) {
      option.setAttribute('aria-selected', String(n === at));
      option.classList.toggle('is-on', n === at);
    }
    this.at = at;
    const chosen = this.options[at];
    if (chosen) {
      this.field.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    } else this.field.removeAttribute('aria-activedescendant');
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    // While a word is being converted, the keys are the input method's.
    if (event.isComposing) return;
    const { length } = this.options;
    if (event.key === 'Enter') {
      event.preventDefault();
      if (isLong(this.field.value)) takeHome({ input: { text: this.field.value } }, this.finder.address(''));
      else this.options[this.at]?.click();
    } else if (length > 0 && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      event.preventDefault();
      this.choose((this.at + (event.key === 'ArrowDown' ? 1 : length - 1)) % length);
    }
  }

  /** A field of one line would swallow the lines of a mail. @param {ClipboardEvent} event */
  paste(event) {
    const text = event.clipboardData?.getData('text/plain') || '';
    if (!isLong(text)) return;
    event.preventDefault();
    takeHome({ input: { text } }, this.finder.address(''));
  }

  /** Beside the paper, a click closes; a link closes as well, as it may lead to this very page. @param {Event} event */
  clicked(event) {
    if (event.target === this.box || (event.target instanceof Element && event.target.closest('a[href]')))
      this.box.close();
  }
}

/** Make a list of hits one to choose from: its links are the options. @param {HTMLElement} list @param {string} name */
function asOptions(list, name) {
  list.id = LIST;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', name);
  for (const item of list.children) item.setAttribute('role', 'presentation');
  const options = Array.from(list.querySelectorAll('a'));
  for (const [n, option] of options.entries()) {
    option.id = `search-hit-${n}`;
    option.setAttribute('role', 'option');
    option.tabIndex = -1;
  }
  return options;
}

/** @param {Finder} finder */
function keysLine({ say }) {
  const key = (/** @type {string} */ name) => el('kbd', null, name);
  return el(
    'p',
    { class: 'keys', 'aria-hidden': 'true' },
    el('span', null, key('↑'), ' ', key('↓'), ' ', say('keys_move')),
    el('span', null, key('Enter'), ' ', say('keys_open')),
    el('span', null, key('Esc'), ' ', say('keys_close')),
    el('span', null, say('keys_paste')),
  );
}

/** The sprite's lens, see overrides/partials/sprite.html. */
function findIcon() {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'i');
  icon.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', '#i-find');
  icon.append(use);
  return icon;
}
