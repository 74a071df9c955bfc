// A server's answer as clauses of words: where one statement ends and the next begins.
// May import fold.js, entries.js and the pattern room's units, stream and text. Knows no word's meaning.
/** @import { Span } from '../types.js' */
/** @import { Text } from '../pattern/text.js' */
import { streamOfLiteral } from '../pattern/stream.js';
import { isBlankBefore } from '../pattern/text.js';
import { GAP_LINE, GAP_NONE } from '../pattern/units.js';
import { WHOLE } from './entries.js';
import { bare, stem } from './fold.js';

/**
 * A word of a clause: as it stands without accents, its stem, where it stands in the stream. `is`: a word, a character of
 * a script without spaces, a number, or what stands for an address, an IP address, a host name, a link. `apart`: a colon,
 * a comma or a bracket stands before it.
 * @typedef {'word' | 'character' | 'number' | '@mail' | '@ip' | '@host' | '@url'} TokenKind
 * @typedef {Span & {is: TokenKind, text: string, stem: string, apart: boolean}} Token
 * Words that one other may follow as its second half, each with those.
 * @typedef {Map<string, Set<string>>} Joined
 */

// In the order in which they are tried, each at a place where no word goes on; what a run must hold for one to be tried.
/** @type {[is: TokenKind | 'code', pattern: RegExp, needs: string][]} */
const PIECES = [
  ['@url', /(?:https?:\/\/|www\.)[^\s<>"'、。]+/y, '.'],
  ['@mail', /[a-z0-9!#$%&*+/=?^_`{|}~.-]{1,64}@[a-z0-9.-]{1,250}/y, '@'],
  ['code', /[245]\.\d{1,3}\.\d{1,3}(?![\d.])/y, '.'],
  ['@ip', /\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/y, '.'],
  ['@ip', /(?:[0-9a-f]{1,4}:){2,7}[0-9a-f:]{0,39}(?:\.\d{1,3}){0,3}/y, ':'],
  ['@host', /[a-z0-9][a-z0-9_-]{0,62}(?:\.[a-z0-9_-]{1,63}){0,10}\.[a-z]{2,18}(?![a-z0-9@])/y, '.'],
  ['code', /[245]\d\d(?![\d.])/y, ''],
  ['number', /\d[\d.,]*/y, ''],
  ['word', /[a-z\u00df-\u00f6\u00f8-\u024f\u0370-\u052f]+/y, ''],
];
/** Units of a word, a name or a link that are read as one: none that means something is longer. */
const LONGEST_PIECE = 320;
/** A line that was cut after so many characters, and what may stand between it and the next. */
const SHORTEST_CUT = 20;
const LONGEST_CUT = 200;
const LONGEST_BREAK = 8;
/** What no address, name or link holds. */
const PLAIN_END = ' ,;()[]<>"、。「」';
/** What starts none of them either. */
const PLAIN_MARK = `${PLAIN_END}:@`;
const SENTENCE_END = /[!?;。]/;
const APART = /[:,()[\]{}<>、「」『』（）【】]/;

class Reader {
  /** @param {Pick<Text, 'folded' | 'gaps' | 'text' | 'startOf' | 'endOf'>} text @param {Span} span @param {Span[]} noise */
  constructor(text, span, noise) {
    this.text = text;
    this.from = span.from;
    this.to = span.to;
    this.said = text.folded.slice(span.from, span.to);
    this.noise = noise;
    /** @type {Token[][]} */
    this.clauses = [];
    /** @type {Token[]} */
    this.clause = [];
    this.apart = false;
  }

  end() {
    if (this.clause.length) this.clauses.push(this.clause);
    this.clause = [];
    this.apart = false;
  }

  /** @param {TokenKind} is @param {number} from within the span @param {number} to @param {string} [text] */
  push(is, from, to, text = this.said.slice(from, to)) {
    const plain = is === 'word' ? bare(text) : text;
    this.clause.push({
      is,
      text: plain,
      stem: is === 'word' ? stem(plain) : plain,
      from: this.from + from,
      to: this.from + to,
      apart: this.apart,
    });
    this.apart = false;
  }

  /** Is white space, or nothing, before this place? A line that was cut after so many characters goes on. @param {number} at */
  gapAt(at) {
    const unit = this.from + at;
    if (unit >= this.to) return true;
    const gap = this.text.gaps[unit];
    return gap === GAP_LINE ? !this.isCut(unit) : gap !== GAP_NONE;
  }

  /** Was a line cut before this unit, within a word: with nothing but the break between, and as long as its neighbour? @param {number} unit */
  isCut(unit) {
    if (unit === this.from) return false;
    const { text } = this.text;
    const end = this.text.endOf(unit);
    const start = this.text.startOf(unit);
    if (start - end > LONGEST_BREAK || !/^\r?\n(?:> ?)*$/.test(text.slice(end, start))) return false;
    const from = text.lastIndexOf('\n', end - 1) + 1;
    const length = end - from;
    if (length < SHORTEST_CUT || length > LONGEST_CUT) return false;
    const rest = text.slice(start, start + length + 2).indexOf('\n');
    const before = text.lastIndexOf('\n', from - 2) + 1;
    return rest + start - text.indexOf('\n', end) - 1 === length || (from > 0 && from - 1 - before === length);
  }

  /** Where the run without white space ends that holds a place. @param {number} at */
  runEnd(at) {
    let end = at + 1;
    while (!this.gapAt(end)) end++;
    return end;
  }

  /** Is a blank line before this place? @param {number} at */
  isBlank(at) {
    return at > 0 && this.text.gaps[this.from + at] === GAP_LINE && isBlankBefore(this.text, this.from + at);
  }

  /** @param {string} word @param {number} from @param {number} to */
  word(word, from, to) {
    if (word === 'cannot') this.push('word', from, to, 'not');
    else this.push('word', from, to);
  }

  /** An apostrophe at a place: `n't` is a negation, an `s` behind it says nothing. Where it ends. @param {number} at */
  apostrophe(at) {
    const next = this.said[at + 1];
    if (next === 't' && this.clause.at(-1)?.text.endsWith('n')) {
      this.push('word', at, at + 2, 'not');
      return at + 2;
    }
    return next === 's' && !/[a-z]/.test(this.said[at + 2] || '') ? at + 2 : at + 1;
  }

  /** What is no word: the end of a clause, or what keeps a negation from going on. @param {string} mark @param {number} at */
  mark(mark, at) {
    const ends =
      SENTENCE_END.test(mark) || (mark === '.' && this.gapAt(at + 1) && this.clause.at(-1)?.to === this.from + at);
    if (ends || (mark === '-' && this.gapAt(at) && this.gapAt(at + 1))) this.end();
    else if (APART.test(mark)) this.apart = true;
  }

  /** Where a word ends that starts here and is no part of an address, a name or a link, or -1 where that isn't plain. @param {number} at @param {number} limit */
  plainEnd(at, limit) {
    const { said } = this;
    let end = at;
    while (end < limit && isLetter(said.charCodeAt(end))) end++;
    return end > at && (end === limit || PLAIN_END.includes(said[end])) && end - at <= LONGEST_PIECE ? end : -1;
  }

  /** One piece of a run; where it ends. @param {number} at @param {number} limit */
  piece(at, limit) {
    const { said } = this;
    const plain = this.plainEnd(at, limit);
    if (plain >= 0) {
      this.word(said.slice(at, plain), at, plain);
      return plain;
    }
    const first = said[at];
    if (PLAIN_MARK.includes(first)) {
      this.mark(first, at);
      return at + 1;
    }
    if (WHOLE.test(first)) {
      this.push('character', at, at + 1);
      return at + 1;
    }
    if (first === "'") return this.apostrophe(at);
    const rest = said.slice(at, Math.min(limit, at + LONGEST_PIECE));
    for (const [is, pattern, needs] of PIECES) {
      if (needs && !rest.includes(needs)) continue;
      pattern.lastIndex = 0;
      const found = pattern.exec(rest);
      if (!found) continue;
      const end = at + found[0].length;
      if (is === 'code') this.end();
      else if (is === 'word') this.word(said.slice(at, end), at, end);
      else this.push(is, at, end);
      if (is === '@url') this.end();
      return end;
    }
    this.mark(first, at);
    return at + 1;
  }

  read() {
    let at = 0;
    let noise = 0;
    const length = this.to - this.from;
    while (at < length) {
      const limit = this.runEnd(at);
      if (this.isBlank(at)) this.end();
      while (at < limit) {
        while (noise < this.noise.length && this.noise[noise].to <= this.from + at) noise++;
        const over = this.noise[noise];
        if (over && over.from <= this.from + at) {
          this.end();
          at = Math.min(over.to - this.from, length);
        } else at = this.piece(at, limit);
      }
    }
    this.end();
    return this.clauses;
  }
}

/**
 * The clauses of a stretch of text.
 * @param {Text} text
 * @param {Span} span
 * @param {Span[]} noise what says nothing about the cause, in order: the words of reporters
 * @returns {Token[][]}
 */
export function clausesIn(text, span, noise) {
  return new Reader(text, span, noise).read();
}

/** Pairs of words as `asOne` asks for them. @param {string[]} pairs the first word and the second's stem, a blank between @returns {Joined} */
export function joinedOf(pairs) {
  /** @type {Joined} */
  const joined = new Map();
  for (const [first, second] of pairs.map((pair) => pair.split(' '))) {
    joined.set(first, (joined.get(first) || new Set()).add(second));
  }
  return joined;
}

/**
 * Words with those as one that people write apart or together: mail box, e-mail.
 * @template {Token} T
 * @param {T[]} tokens
 * @param {Joined} joined
 * @returns {T[]}
 */
export function asOne(tokens, joined) {
  /** @type {T[]} */
  const kept = [];
  for (const token of tokens) {
    const last = kept[kept.length - 1];
    const goesOn = last?.is === 'word' && token.is === 'word' && !token.apart;
    if (goesOn && joined.get(last.text)?.has(token.stem)) {
      const text = last.text + token.text;
      kept[kept.length - 1] = { ...token, text, stem: stem(text), from: last.from, apart: last.apart };
    } else kept.push(token);
  }
  return kept;
}

/** The tokens of words that stand in no text, such as a lexicon's. @param {string} words @returns {Token[]} */
export function tokensOf(words) {
  const { units, gaps, length } = streamOfLiteral(words);
  const said = { folded: String.fromCharCode(...units), gaps, text: words, startOf: one, endOf: one };
  return new Reader(said, { from: 0, to: length }, []).read().flat();
}

/** @param {number} at */
function one(at) {
  return at;
}

/** @param {number} unit */
function isLetter(unit) {
  return unit >= 97 && unit <= 122;
}
