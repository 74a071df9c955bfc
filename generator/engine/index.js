// The match index as the engine works with it: every pattern, name, code and frame filed under its anchors.
// May import the pattern, concept and answer rooms' tables. Takes what generator/compiled makes; checks nothing again.
/** @import { Anchor } from './pattern/anchors.js' */
/** @import { Refusers } from './answer/refused.js' */
/** @import { Article, Known } from './answer/score.js' */
/** @import { ConceptData } from './concept/rules.js' */
/** @import { Frame, Hit, Kind, Only, RefusedBy, Verb, When, WordsData } from './types.js' */
import { CodeMap } from './answer/codes.js';
import { Providers } from './answer/providers.js';
import { Concepts } from './concept/rules.js';
import { Signals } from './concept/signals.js';
import { mailWords } from './mail/words.js';
import { Filter, Source } from './pattern/filter.js';

/**
 * The match index, as JSON. `anchors`: see pattern/anchors.js.
 * @typedef {Anchor | Anchor[]} Anchors
 * @typedef {[text: string, anchors: Anchors, more?: {when?: When, summary?: true}]} IndexPattern
 * @typedef {{id: string, reason: string, provider: string, refused_by?: RefusedBy, codes?: {reply?: string[], status?: string[], vendor?: string[]},
 *   patterns: (IndexPattern | null)[]}} IndexArticle one that can't be used is null
 * @typedef {{says?: Verb[], only?: Only, kind?: Kind, action?: Frame['action'], stage?: string, until?: Frame['until'],
 *   loose?: true}} FrameWords
 * @typedef {{id: string, general?: true, refused_by?: RefusedBy, frames: ([text: string, anchors: Anchors, words?: FrameWords] | null)[]}} IndexReporter
 * @typedef {{id: string, gateway?: true, submission?: string[], domains: string[], hosts: string[], names: [name: string, anchors: Anchors | null][]}} IndexProvider
 *   a name too short to be found by itself has no anchors
 * @typedef {{articles: IndexArticle[], vendor: [code: string, article: string, anchors: Anchors][],
 *   providers: IndexProvider[], reporters: IndexReporter[], concepts: ConceptData, words: WordsData, usual: Record<string, string | null>,
 *   refused: Record<string, RefusedBy>}} IndexData
 */

/**
 * What a source of the filter is: words of an article, a provider's name, or a reporter's frame.
 * @typedef {{is: 'hit', hit: Pick<Hit, 'kind' | 'article' | 'pattern' | 'when' | 'summary'>}
 *   | {is: 'name', provider: string} | {is: 'frame', frame: Frame}} What
 */

/** A text that is no pattern, as one. @param {string} text */
function asPattern(text) {
  return text.replace(/[\\{(]|\.\.\./g, '\\$&');
}

/** @param {IndexArticle} article @returns {Source<What>[]} */
function articleSources({ id, patterns }) {
  return patterns.flatMap((written, pattern) => {
    if (!written) return [];
    const [text, anchors, more] = written;
    const { when, summary } = more || {};
    return new Source(text, anchors, {
      is: 'hit',
      hit: { kind: 'pattern', article: id, pattern, when, summary: !!summary },
    });
  });
}

/** @param {IndexReporter} reporter @returns {Source<What>[]} */
function reporterSources({ id, general, frames }) {
  return frames.flatMap((written, index) => {
    if (!written) return [];
    const [text, anchors, words = {}] = written;
    /** @type {Frame} */
    const frame = {
      reporter: id,
      general: !!general,
      index,
      says: new Set(words.says),
      only: words.only || null,
      kind: words.kind || null,
      action: words.action || null,
      stage: words.stage || null,
      until: words.until || null,
    };
    return new Source(text, anchors, { is: 'frame', frame }, true, !!words.loose);
  });
}

/** @param {IndexData} data @returns {Source<What>[]} */
function sourcesOf(data) {
  /** @type {Source<What>[]} */
  const sources = data.articles.flatMap(articleSources);
  for (const [code, article, anchors] of data.vendor) {
    sources.push(new Source(asPattern(code), anchors, { is: 'hit', hit: { kind: 'vendor', article, summary: false } }));
  }
  for (const { id, names } of data.providers) {
    for (const [name, anchors] of names) {
      if (anchors !== null) sources.push(new Source(asPattern(name), anchors, { is: 'name', provider: id }));
    }
  }
  return sources.concat(data.reporters.flatMap(reporterSources));
}

/** @param {IndexArticle} article @returns {[string, Article]} */
function articleEntry({ id, reason, provider, refused_by: refusedBy, codes }) {
  /** @type {[string, true][]} */
  const known = [...(codes?.reply || []), ...(codes?.status || [])].map((code) => [code, true]);
  return [id, { id, reason, provider, refusedBy: refusedBy || null, codes: new CodeMap(known) }];
}

/** Words that may stand anywhere in a sentence and add nothing, as one expression. @param {string[]} fillers */
function fillersIn(fillers) {
  const words = fillers.map((one) => one.replaceAll(' ', '\\s{1,9}'));
  return words.length ? new RegExp(`\\b(?:${words.join('|')})\\b[,:]?`, 'gi') : null;
}

export class Index {
  /** @param {IndexData} data */
  constructor(data) {
    this.filter = new Filter(sourcesOf(data));
    this.words = mailWords(data.words);
    this.concepts = new Concepts(data.concepts);
    this.signals = new Signals(data.concepts);
    this.fillers = fillersIn(data.concepts.fillers);
    /** @type {Known} */
    this.known = { articles: new Map(data.articles.map(articleEntry)), usual: new CodeMap(Object.entries(data.usual)) };
    /** @type {Refusers} */
    this.refusers = {
      codes: new CodeMap(Object.entries(data.refused)),
      reporters: new Map(data.reporters.flatMap(({ id, refused_by: by }) => (by ? [[id, by]] : []))),
      submission: new Set(data.providers.flatMap(({ submission }) => submission || [])),
      gateways: new Set(data.providers.filter(({ gateway }) => gateway).map(({ id }) => id)),
    };
    this.providers = new Providers(
      data.providers.map(({ id, domains, hosts, names }) => ({
        id,
        domains,
        hosts,
        names: names.map(([name]) => name),
      })),
    );
  }
}
