// A query as what it asks for: codes, whose mail it is, and words, each with what else would say the same.
// May import its siblings but rank.js and search.js. Knows which words there are, not which pages hold them.
import { featuresOf, isLatin, piecesOf, runsOf, TAKEN, wordsOf } from './features.js';
import { plain, wordKey } from './fold.js';
import { HIRAGANA, SAYS_LESS, SAYS_MUCH, Words } from './lexicon.js';
import { begunWords, slippedWords, splitWord } from './near.js';

/** @import { Codes, Named } from './codes.js' */
/** @import { Feature } from './features.js' */
/** @import { Name, Names } from './names.js' */
/** @import { Postings } from './postings.js' */
/** @import { Lexicon } from './types.js' */
/** @typedef {{features: Feature[], weight: number}} Wording one way to say it; the weight is how surely it says the same */
/** @typedef {{wordings: Wording[], worth: number, named: number[]}} Unit what one part of a query asks for, how much it tells beside others, and the pages that it names */
/** @typedef {{units: Unit[], codes: Named[], begun: string, plain: string}} Query */

const SAME = 0.9;
const BEGUN = 0.8;
const SLIPPED = 0.75;
/** The longest query that is read; what is longer is a bounce, which the matcher reads. */
export const LONGEST_QUERY = 200;
/** A rare Latin word says about so much. */
const LEAST_NAME = 8;
const SHORTEST_NAME = 5;
const BLANK = '\u0001';

/** Reads queries. */
export class Reader {
  /** @param {Lexicon} lexicon @param {Codes} codes @param {Names} names @param {Postings} postings */
  constructor(lexicon, codes, names, postings) {
    this.codes = codes;
    this.names = names;
    this.postings = postings;
    this.stop = postings.stop;
    this.words = new Words(lexicon, this.stop);
    this.known = Array.from(postings.numbers.keys()).filter((one) => typeof one === 'string');
  }

  /** @param {string} text @returns {Query} */
  read(text) {
    const written = plain(text.slice(0, LONGEST_QUERY)).replace(/\s+/g, ' ').trim();
    const addressed = this.codes.readAddresses(written);
    const whole = withoutPaths(addressed.left);
    const { named, left, unknown } = this.codes.read(whole, addressed.named);
    const domains = this.names.readDomains(left);
    let rest = withoutAll(left, domains);
    const people = this.names.read(rest, this.postings);
    rest = withoutAll(rest, people);
    /** @type {Unit[]} */
    const units = [...domains, ...people].map((name) => ({
      wordings: this.wordingsOfName(name),
      worth: SAYS_MUCH,
      named: name.pages,
    }));
    rest = this.takeEntries(rest, units);
    const pieces = piecesOf(rest);
    for (const [at, piece] of pieces.entries()) this.takePiece(piece, at === pieces.length - 1, units);
    return { units, codes: named, begun: unknown || codeLike(whole), plain: whole };
  }

  /** Units for the words that the lexicon knows; what is left of the text. @param {string} text @param {Unit[]} units */
  takeEntries(text, units) {
    const met = this.words.read(text);
    for (const { entries, text: written } of met) {
      // What the reader wrote stands first.
      const all = new Set([written, ...entries.flatMap((entry) => entry.wordings)]);
      const wordings = Array.from(all, (words) => ({
        features: featuresOf(words, this.stop),
        weight: words === written ? 1 : SAME,
      }));
      const worth = Math.min(...entries.map((entry) => entry.worth));
      units.push({ wordings: wordings.filter((one) => one.features.length), worth, named: [] });
    }
    return withoutAll(text, met);
  }

  /** What somebody is called, but for what would also fit others: S!メール is hardly more than メール. @param {Name} name @returns {Wording[]} */
  wordingsOfName({ text, others }) {
    const all = [text, ...others].map((one) => featuresOf(one, this.stop));
    const sizes = all.map((features) => this.postings.sizeOfAll(features));
    const least = Math.min(sizes[0], LEAST_NAME);
    // A word alone that stands in many texts is still nobody else's.
    const isOwn = (/** @type {Feature[]} */ [first, second]) =>
      second === undefined && typeof first === 'string' && first.length >= SHORTEST_NAME;
    return all
      .filter((features, at) => at === 0 || sizes[at] >= least || isOwn(features))
      .map((features) => ({ features, weight: 1 }));
  }

  /** @param {string} piece @param {boolean} isLast it may still be typed @param {Unit[]} units */
  takePiece(piece, isLast, units) {
    if (!isLatin(piece)) {
      for (const run of runsOf(piece))
        units.push(
          unit([{ features: featuresOf(run, this.stop), weight: 1 }], HIRAGANA.test(run) ? SAYS_LESS : SAYS_MUCH),
        );
      return;
    }
    const words = wordsOf(piece);
    const joined = words.join('');
    if (words.length > 1 && this.postings.has(joined)) {
      units.push(
        unit([
          { features: [joined], weight: 1 },
          { features: words.map(wordKey), weight: SAME },
        ]),
      );
      return;
    }
    for (const [at, word] of words.entries()) {
      if (this.stop.has(word)) continue;
      units.push(unit(this.wordingsOf(word, isLast && at === words.length - 1)));
    }
  }

  /** A Latin word, and what was meant if nobody knows it. @param {string} word @param {boolean} isLast @returns {Wording[]} */
  wordingsOf(word, isLast) {
    const key = wordKey(word);
    const whole = { features: [key], weight: 1 };
    if (this.postings.has(key)) return [whole];
    const begun = isLast ? begunWords(word, this.known) : [];
    const parts = splitWord(word, this.postings);
    const slipped = slippedWords(key, this.known);
    return [
      whole,
      ...begun.map((one) => ({ features: [one], weight: BEGUN })),
      ...slipped.map((one) => ({ features: [one], weight: SLIPPED })),
      ...(parts.length ? [{ features: parts, weight: SAME }] : []),
    ];
  }
}

/** Of addresses the host alone, unless it is a machine that writes. @param {string} text */
function withoutPaths(text) {
  return text
    .replace(/https?:\/\/([^\s/]+)\S*/g, '$1')
    .replace(/(?<!\S)(?!mailer-daemon|postmaster)[^\s@]+@(?=[a-z0-9-]+\.)/g, '');
}

/** @param {Wording[]} wordings @param {number} [worth] @returns {Unit} */
function unit(wordings, worth = SAYS_MUCH) {
  return { wordings, worth, named: [] };
}

/** @param {string} text @param {{from: number, to: number}[]} places */
function withoutAll(text, places) {
  let rest = text;
  for (const { from, to } of places) rest = without(rest, from, to);
  return rest;
}

/** A text without a part of it, as long as before. @param {string} text @param {number} from @param {number} to */
function without(text, from, to) {
  const mark = isWord(text[to - 1]) ? BLANK : TAKEN;
  return text.slice(0, from) + mark.repeat(to - from) + text.slice(to);
}

/** What may be a code of somebody's own that is still being typed. @param {string} text */
function codeLike(text) {
  const word = text.trim();
  return /^[a-z][a-z0-9#([\]).-]*$/.test(word) || /^\d[\d.]*$/.test(word) ? word : '';
}

/** @param {string} one */
function isWord(one) {
  return /[a-z0-9]/.test(one);
}
