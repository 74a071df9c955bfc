// Which articles an answer's clauses mean: a subject and a state in one clause, whatever else stands between them.
// May import clauses.js, lexicon.js and limits.js. Never ranks.
/** @import { Span } from '../types.js' */
/** @import { Text } from '../pattern/text.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Token } from './clauses.js' */
/** @import { Found, LexiconData } from './lexicon.js' */
import { MOST_TRIED } from '../limits.js';
import { clausesIn } from './clauses.js';
import { Lexicon } from './lexicon.js';

/**
 * A rule as the index has it: `all` has a list of classes for each of its parts; `within`: how much may stand between two
 * of them; `unless`: classes that must not stand in the clause; `most`: words of the clause.
 * @typedef {{id: string, article: string, all: string[][], unless?: string[], within?: number, ordered?: true,
 *   most?: number, sure?: true}} Rule
 * @typedef {LexiconData & {rules: Rule[], broad_codes: string[], fillers: string[]}} ConceptData rules in the order in which they yield
 * What a rule found: the words of each part, as spans of the stream.
 * @typedef {{rule: Rule, spans: Span[], clause: Span}} Concept
 */

const USUAL_DISTANCE = 4;

/** @type {number[]} */
const NONE = [];

/** What a clause holds, by class. @typedef {{tokens: Token[], byClass: Map<string, Found[]>, advice: boolean}} Clause */

/** Concepts of one catalogue, made ready when the first answer is read. */
export class Concepts {
  /** @param {ConceptData} data */
  constructor(data) {
    this.data = data;
    /** @type {Lexicon | null} */
    this.made = null;
    /** The places of rules, by the classes of their first part. @type {Map<string, number[]>} */
    this.filed = new Map();
    for (const [place, { all }] of data.rules.entries()) {
      for (const means of all[0]) this.filed.set(means, [...(this.filed.get(means) || NONE), place]);
    }
    this.broad = new Set(data.broad_codes);
  }

  /** Does a status code say what happened, or only roughly where? @param {string} status */
  isTelling(status) {
    return !this.broad.has(status.slice(2));
  }

  get lexicon() {
    const { classes, entries, subjects } = this.data;
    if (!this.made) this.made = new Lexicon(this.data, classes, entries, subjects);
    return this.made;
  }

  /** @param {Token[]} raw @returns {Clause} */
  clause(raw) {
    const { lexicon } = this;
    const tokens = lexicon.withoutNoise(raw);
    /** @type {Map<string, Found[]>} */
    const byClass = new Map();
    for (const one of tokens.length ? lexicon.find(tokens) : []) {
      const known = byClass.get(one.means);
      if (!known) byClass.set(one.means, [one]);
      else if (known.length < MOST_TRIED) known.push(one);
    }
    return { tokens, byClass, advice: tokens.length > 0 && lexicon.isAdvice(tokens) };
  }

  /** Do words deny what stands around them? @param {Text} text @param {Span} span */
  denies(text, span) {
    const { lexicon } = this;
    return clausesIn(text, span, []).some((clause) => clause.some((_, at) => lexicon.isNegation(clause, at)));
  }

  /** How much stands between two places of a clause. @param {Token[]} tokens @param {Found} a @param {Found} b */
  between(tokens, a, b) {
    const [first, second] = a.from < b.from ? [a, b] : [b, a];
    let sum = 0;
    for (let at = first.to; at < second.from; at++) sum += this.lexicon.weight(tokens[at]);
    return sum;
  }

  /** Words for the parts of a rule from `part` on that go with those chosen, or null. @param {Clause} clause @param {Rule} rule @param {Found[]} chosen @returns {Found[] | null} */
  choose(clause, rule, chosen) {
    const classes = rule.all[chosen.length];
    if (!classes) return chosen;
    for (const means of classes) {
      for (const one of clause.byClass.get(means) || []) {
        const free = chosen.every((other) => other.to <= one.from || one.to <= other.from);
        const last = chosen[chosen.length - 1];
        if (!free || (rule.ordered && last && one.from < last.to)) continue;
        const near =
          !last || chosen.some((other) => this.between(clause.tokens, other, one) <= (rule.within ?? USUAL_DISTANCE));
        const rest = near ? this.choose(clause, rule, [...chosen, one]) : null;
        if (rest) return rest;
      }
    }
    return null;
  }

  /** What keeps a rule whose words stand in a clause from firing, before it is asked how near they are, or null. @param {Rule} rule @param {Clause} clause */
  obstacle({ unless, most }, { tokens, byClass }) {
    const veto = unless?.find((means) => byClass.has(means));
    if (veto) return `not beside ${veto}`;
    return most && tokens.length > most ? 'the clause is too long' : null;
  }

  /** @param {Rule} rule @param {Clause} clause @returns {Concept | null} */
  fire(rule, clause) {
    if (!isThere(rule, clause) || this.obstacle(rule, clause)) return null;
    const chosen = this.choose(clause, rule, []);
    if (!chosen) return null;
    const { tokens } = clause;
    const spans = chosen
      .map(({ from, to }) => ({ from: tokens[from].from, to: tokens[to - 1].to }))
      .sort((a, b) => a.from - b.from);
    return { rule, spans, clause: { from: tokens[0].from, to: tokens[tokens.length - 1].to } };
  }

  /** The first rule that a clause fires, of those before a place. @param {Clause} clause @param {number} before @param {boolean} strictly only rules of two parts that are seldom wrong @returns {{place: number, concept: Concept} | null} */
  first(clause, before, strictly) {
    /** @type {Set<number>} */
    const places = new Set();
    for (const means of clause.byClass.keys()) for (const place of this.filed.get(means) || NONE) places.add(place);
    for (const place of Array.from(places).sort((a, b) => a - b)) {
      if (place >= before) break;
      const rule = this.data.rules[place];
      if (strictly && !(rule.sure && rule.all.length > 1)) continue;
      const concept = this.fire(rule, clause);
      if (concept) return { place, concept };
    }
    return null;
  }

  /** The clauses of a stretch, with what stands in them. @param {Text} text @param {Span} span @param {Span[]} noise reporters' words in it, in order */
  clausesOf(text, span, noise) {
    return clausesIn(text, span, noise)
      .map((tokens) => this.clause(tokens))
      .filter(({ byClass }) => byClass.size > 0);
  }

  /**
   * The articles that the clauses of a text mean, each clause for itself.
   * @param {Text} text
   * @param {Span} span
   * @param {Span[]} noise
   * @param {Meter} meter
   */
  causesIn(text, span, noise, meter) {
    /** @type {Set<string>} */
    const articles = new Set();
    for (const clause of this.clausesOf(text, span, noise)) {
      if (clause.advice) continue;
      if (!meter.take(this.data.rules.length)) break;
      const found = this.first(clause, Infinity, false);
      if (found) articles.add(found.concept.rule.article);
    }
    return articles;
  }

  /**
   * The concept that an answer means, or null: the first rule, in the catalogue's order, that a clause of it fires; what
   * only advises is asked last.
   * @param {Text} text
   * @param {Span} span the answer
   * @param {Span[]} noise reporters' words in it, in order
   * @param {Meter} meter
   * @param {boolean} isAnswer a server's answer; in other text only a rule of two parts that is seldom wrong counts
   * @returns {Concept | null}
   */
  read(text, span, noise, meter, isAnswer) {
    const clauses = this.clausesOf(text, span, noise);
    if (!meter.take(4 * (span.to - span.from) + clauses.length * this.data.rules.length)) return null;
    for (const advice of [false, true]) {
      /** @type {{place: number, concept: Concept} | null} */
      let best = null;
      for (const clause of clauses) {
        if (clause.advice === advice) best = this.first(clause, best ? best.place : Infinity, !isAnswer) || best;
      }
      if (best) return best.concept;
    }
    return null;
  }
}

/** Stand words for each part of a rule in a clause? @param {Rule} rule @param {Clause} clause */
export function isThere({ all }, { byClass }) {
  return all.every((classes) => classes.some((means) => byClass.has(means)));
}
