// What a page gives the view: words, contents, addresses; and what the view does to a page besides the matcher.
// May import the view's modules. Never draws an answer.
import { el, fillWords } from './dom.js';
import { copyPlace } from './copy.js';
import { fillValues, valuesInFragment } from './steps.js';

const HANDOVER = 'bouncekb.handover';

/** A matcher's page: its words (`say`), its contents once they are loaded, and where its pages live. */
export class Place {
  constructor(root, words) {
    this.lang = root.getAttribute('data-lang');
    this.base = root.getAttribute('data-base');
    this.assets = root.getAttribute('data-assets');
    this.channels = {
      mail: root.getAttribute('data-report-mail') || '',
      issue: root.getAttribute('data-report-issue') || '',
    };
    this.contents = null;
    this.redacted = () => '';
    this.say = sayer(words[this.lang]);
    this.loading = null;
  }

  // On a disk there is no server that turns an address ending in a slash into its page.
  page(path) {
    return `${this.base}${path}${location.protocol === 'file:' ? 'index.html' : ''}`;
  }

  articleUrl(id, values) {
    const fragment = new URLSearchParams(values).toString();
    return `${this.page(`a/${id}/`)}${fragment ? `#${fragment}` : ''}`;
  }

  codeUrl(code) {
    return this.page(`code/${code}/`);
  }

  /** The contents script of the page's language, fetched once however often it is asked for. */
  async loadContents() {
    this.loading = this.loading || fetchScript(`${this.assets}contents.${this.lang}.js`);
    try {
      await this.loading;
    } catch (problem) {
      this.loading = null;
      throw problem;
    }
    this.contents = globalThis.BounceContents;
    return this.contents;
  }
}

// A script element rather than a request, since pages on a disk may not ask for anything.
function fetchScript(address) {
  return new Promise((resolve, reject) => {
    document.head.append(
      el('script', {
        src: address,
        onload: resolve,
        onerror: () => reject(new Error(`${address} could not be loaded`)),
      }),
    );
  });
}

function sayer(words) {
  return (key, values) => fillWords(words[key], values || {});
}

/** Take files dropped on the matcher, or anywhere on a page that is all matcher. */
export function acceptDrops(root, takeFiles) {
  // A file dropped beside the box would make the browser leave the page, and the paste with it.
  const whole = root.closest('details') ? root : document;
  const carriesFiles = (event) => event.dataTransfer && [...event.dataTransfer.types].includes('Files');
  whole.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    root.setAttribute('data-dropping', '');
  });
  whole.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) root.removeAttribute('data-dropping');
  });
  whole.addEventListener('drop', (event) => {
    root.removeAttribute('data-dropping');
    if (!carriesFiles(event)) return;
    event.preventDefault();
    takeFiles([...event.dataTransfer.files]);
  });
}

/** On a click on the language switch, hand what is in the box (`current()`) to the next page, once. */
export function handOver(current) {
  for (const link of document.querySelectorAll('a[hreflang]')) {
    link.addEventListener('click', (event) => {
      const input = current();
      if (!input || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      try {
        sessionStorage.setItem(HANDOVER, JSON.stringify(input));
      } catch {
        // Storage is full or closed: the other page then starts empty, as it would without the handover.
      }
    });
  }
}

/** What the page before handed over, if it did; it is gone from the storage at once. */
export function takeHandover() {
  try {
    const handed = sessionStorage.getItem(HANDOVER);
    sessionStorage.removeItem(HANDOVER);
    return handed && JSON.parse(handed);
  } catch {
    return null;
  }
}

/**
 * Fill a page's value spans from its fragment, keep that over a switch of language, and make its copy buttons work
 * (`data-copy` names the element to copy).
 */
export function startPage(settings) {
  const say = sayer(settings.words[document.documentElement.lang.startsWith('ja') ? 'ja' : 'en']);
  // What a link brought stays known when the reader then follows the page's own table of contents.
  const values = {};
  const fill = () => fillValues(document, Object.assign(values, valuesInFragment(location.hash, settings.kinds)));
  fill();
  addEventListener('hashchange', fill);
  for (const link of document.querySelectorAll('a[hreflang]')) {
    link.addEventListener('click', () => {
      link.hash = new URLSearchParams(values).toString() || location.hash;
    });
  }
  for (const button of document.querySelectorAll('button[data-copy]')) {
    const { said, button: copyButton } = copyPlace(say);
    const source = document.getElementById(button.getAttribute('data-copy'));
    const working = copyButton(button.textContent, () => shownText(source).trim(), say('copied.text'));
    working.className = button.className;
    button.replaceWith(working);
    working.after(said);
  }
}

function shownText(source) {
  const shown = source.cloneNode(true);
  for (const hidden of shown.querySelectorAll('[hidden]')) hidden.remove();
  return shown.textContent;
}
