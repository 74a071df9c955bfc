// The matcher on a page: the box, the file, the examples, and when which answer is drawn. Its parts stand in view-*.js.
// May import the view's modules; speaks to the engine only as BounceEngine, in JSON strings.
// Never sends, stores or puts into an address what was pasted; the two exceptions follow a reader's click (view-page.js, links).
import { el } from './dom.js';
import { echoOf } from './echo.js';
import { octetsOf, readMailFile, richerText } from './files.js';
import { sayAgain } from './copy.js';
import { answerOf, groupedAnswers } from './result.js';
import { bareCode, generalHelp, isBareCode, otherKind, understood } from './unmatched.js';
import { reportOffer } from './report.js';
import { Place, acceptDrops, handOver, startPage, takeHandover } from './page.js';

const TYPING_PAUSE = 300;
const MOST_ANSWERS = 20;

/** Ask the engine about an input (`{text}` or `{bytes}`); the result object as design and documentation describe it. */
export function askEngine(engine, input) {
  const [{ need }] = JSON.parse(engine.read(JSON.stringify([input])));
  const texts = need.map(([charset, bytes]) => new TextDecoder(charset, { ignoreBOM: true }).decode(octetsOf(bytes)));
  return JSON.parse(engine.match(JSON.stringify({ texts: [texts], only: [] })))[0];
}

/** How a result is announced and styled: `{state, line, kind}`; `kind` is set where the mail is no bounce. */
export function stateOf(result, say) {
  const { recipients, kind } = result;
  if (!['bounce', 'other'].includes(kind)) {
    return { state: 'not-a-bounce', line: say(kind === 'delay' ? 'status.delay' : 'status.not_a_bounce'), kind };
  }
  const sure = recipients.map((recipient) => (recipient.matches[0] ? recipient.matches[0].confidence : null));
  const found = sure.filter(Boolean).length;
  if (found === 0) {
    const anyRead = recipients.some((recipient) => recipient.reply_code || recipient.status || recipient.diagnostic);
    return kind === 'bounce' || anyRead
      ? { state: 'unmatched', line: say('status.unmatched') }
      : { state: 'not-a-bounce', line: say('status.not_a_bounce'), kind };
  }
  const state = sure.some((word) => word === 'certain' || word === 'likely') ? 'matched' : 'possible';
  if (recipients.length === 1) return { state, line: say(`status.${sure[0]}`) };
  const line = say(found === recipients.length ? 'status.several' : 'status.several_partly', {
    n: recipients.length,
    m: found,
  });
  return { state, line };
}

/** What stands below the box for a result: `{state, line, nodes}`. */
function drawResult(result, place) {
  const { state, line, kind } = stateOf(result, place.say);
  if (isBareCode(result, place.contents.codes)) {
    return { state, line: place.say('status.code_only'), nodes: [bareCode(result.recipients[0], place)] };
  }
  const groups = groupedAnswers(result.recipients).slice(0, MOST_ANSWERS);
  const matched = result.recipients.some((recipient) => recipient.matches.length > 0);
  const several = result.recipients.length > 1;
  const nodes = [
    result.truncated && el('p', { class: 'bounce-note' }, place.say('result.truncated')),
    kind && otherKind(kind, result.recipients, place),
  ];
  if (!kind || kind === 'delay') {
    if (matched && kind) nodes.push(el('p', { class: 'bounce-label' }, place.say('other_kind.delay_cause')));
    nodes.push(
      matched
        ? groups.map((group) => answerOf(group, result.text, place, several, kind === 'delay'))
        : el(
            'section',
            { class: 'bounce-answer' },
            groups.map((group) => understood(group.recipients[0], place)),
            !kind && generalHelp(place.say),
          ),
    );
  }
  nodes.push(
    echoOf(
      result.text,
      result.recipients.map((recipient) => recipient.matches[0] || null),
      place.say,
    ),
  );
  const leftOver = !kind && result.recipients.some((recipient) => recipient.matches.length === 0);
  if (leftOver || kind === 'other') nodes.push(reportOffer(place.redacted(), place.channels, place));
  return { state, line, nodes };
}

function msgHelp(say) {
  return el(
    'section',
    { class: 'bounce-answer' },
    el('h2', { class: 'bounce-title' }, say('file.msg_title')),
    el(
      'ul',
      null,
      ['copy', 'new', 'classic'].map((which) => el('li', null, say(`file.msg_${which}`))),
    ),
  );
}

/** One matcher, from its root element on. `engine()` answers BounceEngine with its index loaded. */
export class Matcher {
  constructor(root, place, engine) {
    this.root = root;
    this.place = place;
    this.engine = engine;
    this.box = root.querySelector('#bounce');
    this.output = root.querySelector('#bounce-result');
    this.status = root.querySelector('#bounce-status');
    this.clear = root.querySelector('[data-clear]');
    this.turn = 0;
    this.timer = 0;
    this.given = null;
  }

  announce(line) {
    sayAgain(this.status, line);
  }

  show(state, nodes) {
    this.output.setAttribute('data-state', state);
    this.output.replaceChildren(el('div', null, nodes));
    this.clear.hidden = state === 'empty' && nodes.length === 0 && this.box.value === '';
  }

  /** Back to the start, whatever is under way. */
  empty() {
    this.turn++;
    clearTimeout(this.timer);
    this.given = null;
    this.show('empty', []);
    this.status.textContent = '';
  }

  /** Answer what is in the box. */
  async answerBox() {
    if (this.box.value.trim() === '') this.empty();
    else await this.answer({ text: this.box.value }, '');
  }

  /** Answer an input; `note` is said before what was found. A later input overtakes this one. */
  async answer(input, note) {
    const turn = ++this.turn;
    clearTimeout(this.timer);
    this.given = input;
    try {
      await this.place.loadContents();
    } catch {
      if (turn === this.turn) this.giveUp('status.contents_failed');
      return;
    }
    if (turn !== this.turn) return;
    try {
      const result = askEngine(this.engine(), input);
      this.place.redacted = () => JSON.parse(this.engine().redacted()).text;
      const { state, line, nodes } = drawResult(result, this.place);
      this.show(state, nodes);
      this.announce(note ? `${note} ${line}` : line);
    } catch (problem) {
      this.giveUp('status.failed');
      throw problem;
    }
  }

  giveUp(key) {
    this.show('empty', []);
    this.announce(this.place.say(key));
  }

  async takeFiles(files) {
    if (files.length === 0) return;
    const [file] = files;
    const { say } = this.place;
    const turn = ++this.turn;
    this.announce(say('status.reading'));
    const { input, refused } = await readMailFile(file);
    if (turn !== this.turn) return;
    this.box.value = '';
    if (input) {
      await this.answer(
        input,
        files.length > 1
          ? say('file.first', { n: files.length, name: file.name })
          : say('file.read', { name: file.name }),
      );
      return;
    }
    this.empty();
    if (refused === 'msg') this.show('empty', [msgHelp(say)]);
    this.announce(refused === 'msg' ? say('file.msg_title') : say(`file.${refused}`, { name: file.name }));
  }

  async tryExample(id) {
    try {
      this.box.value = (await this.place.loadContents()).examples[id];
    } catch {
      this.giveUp('status.contents_failed');
      return;
    }
    await this.answerBox();
  }

  listenToBox() {
    this.box.addEventListener('paste', (event) => {
      const richer = event.clipboardData && richerText(event.clipboardData);
      if (richer) {
        event.preventDefault();
        // As an edit of the reader's own, so that it can be undone; some browsers know no such edit.
        if (!document.execCommand('insertText', false, richer))
          this.box.setRangeText(richer, this.box.selectionStart, this.box.selectionEnd, 'end');
      }
      // The box holds the paste only once this event is over.
      setTimeout(() => this.answerBox(), 0);
    });
    this.box.addEventListener('input', (event) => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.answerBox(), event.inputType === 'insertFromPaste' ? 0 : TYPING_PAUSE);
    });
    this.box.addEventListener('keydown', async (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      await this.answerBox();
      this.output.focus();
    });
  }

  listenToTools() {
    const files = this.root.querySelector('input[type=file]');
    this.root.querySelector('[data-choose]').addEventListener('click', () => files.click());
    files.addEventListener('change', () => {
      this.takeFiles([...files.files]);
      files.value = '';
    });
    this.clear.addEventListener('click', () => {
      this.box.value = '';
      this.empty();
      this.box.focus();
      this.announce(this.place.say('status.cleared'));
    });
    for (const button of this.root.querySelectorAll('[data-example]')) {
      button.addEventListener('click', () => this.tryExample(button.getAttribute('data-example')));
    }
    acceptDrops(this.root, (dropped) => this.takeFiles(dropped));
  }

  start() {
    // Whoever turns to the matcher is about to give it something: by then contents and engine should be ready.
    const prepare = () => {
      this.place.loadContents().catch(() => {});
      setTimeout(this.engine, 0);
    };
    this.root.addEventListener('focusin', prepare, { once: true });
    this.root.addEventListener('dragenter', prepare, { once: true });
    this.listenToBox();
    this.listenToTools();
    handOver(() => (this.box.value.trim() === '' ? this.given : { text: this.box.value }));
    const handed = takeHandover();
    if (!handed) return;
    const fold = this.root.closest('details');
    if (fold) fold.open = true;
    this.box.value = handed.text || '';
    this.answer(handed, '');
  }
}

/** Start everything on this page. `index` is the match index as JSON; the engine reads it when it is first needed. */
export function start(settings, index) {
  let loaded = false;
  const engine = () => {
    if (!loaded) globalThis.BounceEngine.load(index);
    loaded = true;
    return globalThis.BounceEngine;
  };
  const begin = () => {
    startPage(settings);
    const root = document.querySelector('.bounce-matcher');
    if (root) new Matcher(root, new Place(root, settings.words), engine).start();
  };
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', begin);
  else begin();
}
