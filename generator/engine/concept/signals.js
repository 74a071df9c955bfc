// What tells that a text is no bounce of one's own mail: a fraud, a notice about the own mailbox, somebody's question.
// May import clauses.js, lexicon.js and limits.js. Looks at the start of a text only: what it wants from its reader it says there.
/** @import { Ask, Sign, Span } from '../types.js' */
/** @import { Text } from '../pattern/text.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Token } from './clauses.js' */
/** @import { LexiconData } from './lexicon.js' */
import { LONGEST_START } from '../limits.js';
import { asOne, clausesIn, tokensOf } from './clauses.js';
import { Lexicon } from './lexicon.js';

/**
 * kb/concepts/signals.yaml says what each means.
 * @typedef {Exclude<Sign, 'link'> | 'usage' | 'asking' | Ask | 'theirs' | 'undelivered' | 'mailing' | 'parcel' | 'chat'} Signal
 */

/** What gives a fraud away, as a result names it. @type {Set<string>} */
const TELLING = new Set(['own', 'held', 'demand', 'deadline', 'threat', 'link']);

/** What readers write around a bounce, in the order in which it is answered. @type {Ask[]} */
const ASKS = ['unsent', 'flood', 'worry', 'urgent'];

const ADDRESSED = /[a-z0-9._-]@[a-z0-9-]+\.[a-z]/;

/** What a text signals, and whether it has a link, even one that carries somebody's address. */
export class Signs {
  constructor() {
    /** @type {Set<Signal>} */
    this.found = new Set();
    this.hasLink = false;
    this.namesReader = false;
    /** What the reader says besides, but in a subject or a returned mail. @type {Ask[]} */
    this.asked = [];
    /** Where what gives a fraud away stands first in the text. @type {(Span & {sign: Sign})[]} */
    this.places = [];
  }

  /** What a clause signals; `placed` if it stands in the text itself. @param {Lexicon} lexicon @param {Token[]} raw @param {boolean} placed */
  add(lexicon, raw, placed) {
    const tokens = asOne(raw, lexicon.joined);
    const place = (/** @type {string} */ sign, /** @type {number} */ from, /** @type {number} */ to) => {
      if (!placed || !TELLING.has(sign) || this.places.some((one) => one.sign === sign)) return;
      this.places.push({ sign: /** @type {Sign} */ (sign), from: tokens[from].from, to: tokens[to - 1].to });
    };
    tokens.forEach(({ is, text }, at) => {
      if (is !== '@url') return;
      this.hasLink = true;
      if (ADDRESSED.test(text)) this.namesReader = true;
      place('link', at, at + 1);
    });
    for (const { means, from, to } of lexicon.find(tokens)) {
      this.found.add(/** @type {Signal} */ (means));
      place(means, from, to);
    }
  }

  /** @param {Signal} signal */
  has(signal) {
    return this.found.has(signal);
  }

  /** What the reader asks; who gets hundreds of bounces has sent none of them. */
  get asks() {
    return ASKS.filter((ask) => this.has(ask) && !(ask === 'unsent' && this.has('flood')));
  }

  /** How much speaks for a fraud, which always wants something: mails held back and a link made for one reader count twice. */
  get points() {
    if (!this.has('demand') || !(this.has('own') || this.has('held'))) return 0;
    const count = (/** @type {Signal[]} */ ...signals) => signals.filter((signal) => this.has(signal)).length;
    const links = (this.hasLink ? 1 : 0) + (this.namesReader ? 2 : 0);
    return 2 * count('demand', 'held') + count('own', 'threat', 'deadline') + links;
  }

  /** Does it tell how full the reader's own mailbox is, and not the recipient's? */
  get isNotice() {
    return this.has('own') && this.has('usage') && !(this.has('theirs') && this.has('undelivered'));
  }

  /** Is it about a parcel, or friends' talk in which no mail failed? */
  get isElsewhere() {
    return this.has('parcel') || (this.has('chat') && !this.has('undelivered'));
  }

  /** Does somebody ask in words? */
  get isQuestion() {
    return this.has('asking');
  }
}

/** Signals of one catalogue, made ready when the first text is read. */
export class Signals {
  /** @param {LexiconData} data */
  constructor(data) {
    this.data = data;
    /** @type {Lexicon | null} */
    this.made = null;
  }

  get lexicon() {
    if (!this.made) this.made = new Lexicon(this.data, this.data.signals, this.data.signs, 0);
    return this.made;
  }

  /** @param {Text} text @param {Span[]} noise @param {Meter} meter */
  signsIn(text, noise, meter) {
    const signs = new Signs();
    const to = Math.min(text.length, LONGEST_START);
    meter.take(4 * to);
    for (const clause of clausesIn(text, { from: 0, to }, noise)) signs.add(this.lexicon, clause, true);
    return signs;
  }

  /**
   * What a mail with this subject says.
   * @param {Text} text
   * @param {string} subject
   * @param {Span[]} originals where it returns the reader's own mail, in order
   * @param {boolean} isKnown a known reporter wrote it, and what that returns is no sign of a fraud
   * @param {Meter} meter
   */
  read(text, subject, originals, isKnown, meter) {
    const signs = this.signsIn(text, isKnown ? originals : [], meter);
    const outside = signs.asks.length && originals.length && !isKnown ? this.signsIn(text, originals, meter) : signs;
    signs.asked = outside.asks;
    signs.add(this.lexicon, tokensOf(subject.slice(0, 300)), false);
    return signs;
  }
}
