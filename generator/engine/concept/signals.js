// What tells that a text is no bounce of one's own mail: a fraud, a notice about the own mailbox, somebody's question.
// May import clauses.js and lexicon.js. Looks at the start of a text only: what it wants from its reader it says there.
/** @import { Text } from '../pattern/text.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Token } from './clauses.js' */
/** @import { LexiconData } from './lexicon.js' */
import { clausesIn, tokensOf } from './clauses.js';
import { Lexicon } from './lexicon.js';

/**
 * kb/concepts/signals.yaml says what each means.
 * @typedef {'own' | 'held' | 'demand' | 'threat' | 'deadline' | 'usage' | 'asking'} Signal
 * @typedef {LexiconData & {signals: [id: Signal, words: string[]][]}} SignalData
 */

/** Units of a text that are looked at. */
const LONGEST_START = 4000;

/** What a text signals: how many of its clauses hold each signal, and whether it has a link. */
export class Signs {
  constructor() {
    /** @type {Map<Signal, number>} */
    this.clauses = new Map();
    this.hasLink = false;
  }

  /** @param {Lexicon} lexicon @param {Token[]} raw */
  add(lexicon, raw) {
    const tokens = lexicon.withoutNoise(raw);
    if (tokens.some(({ is }) => is === '@url')) this.hasLink = true;
    for (const signal of new Set(lexicon.find(tokens).map(({ means }) => /** @type {Signal} */ (means)))) {
      this.clauses.set(signal, (this.clauses.get(signal) || 0) + 1);
    }
  }

  /** @param {Signal} signal */
  has(signal) {
    return this.clauses.has(signal);
  }

  /** Does it demand something of the owner of a mailbox, and press? */
  get isSuspicious() {
    if (!this.has('demand') || !(this.has('own') || this.has('held'))) return false;
    const pressing = ['threat', 'deadline'].filter((signal) => this.has(/** @type {Signal} */ (signal))).length;
    return pressing + (this.hasLink ? 1 : 0) + (this.has('held') ? 1 : 0) >= 2;
  }

  /** Does it tell how full the reader's own mailbox is? */
  get isNotice() {
    return this.has('own') && this.has('usage');
  }

  /** Does somebody ask in words? */
  get isQuestion() {
    return this.has('asking');
  }
}

/** Signals of one catalogue, made ready when the first text is read. */
export class Signals {
  /** @param {SignalData} data */
  constructor(data) {
    this.data = data;
    /** @type {Lexicon | null} */
    this.made = null;
  }

  get lexicon() {
    if (!this.made) this.made = new Lexicon({ ...this.data, classes: this.data.signals, subjects: 0 });
    return this.made;
  }

  /** What a mail with this subject says. @param {Text} text @param {string} subject @param {Meter} meter */
  read(text, subject, meter) {
    const signs = new Signs();
    const to = Math.min(text.length, LONGEST_START);
    meter.take(16 * to);
    for (const clause of clausesIn(text, { from: 0, to }, [])) signs.add(this.lexicon, clause);
    signs.add(this.lexicon, tokensOf(subject.slice(0, 300)));
    return signs;
  }
}
