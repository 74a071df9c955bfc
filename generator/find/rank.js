// Which pages fit what a query asks for, and how well: by their best text, by all of their texts, and by whose mail it is.
// May import its siblings. Knows neither how hits look nor where pages live.

import { SAYS_LITTLE, SAYS_NOTHING } from './lexicon.js';

/** @import { Feature } from './features.js' */
/** @import { Unit, Wording } from './query.js' */
/** @import { Postings } from './postings.js' */
/** @import { Page } from './types.js' */
/** @typedef {{score: number, covered: number}} Fit how well a page fits; what share of the query it covers */

/** Beside a name alone it only orders equals: who names somebody and says no more wants to know about them. */
const BESIDE_NAMES = 0.05;
/** Articles about somebody's mail, where nobody is named: the less of what they say is asked for, the less they are meant. */
const SOMEBODYS = 0.8;
const SOMEBODYS_WORDS = 0.16;
/** What is about somebody else than who is named; a host's page where no host is named. */
const SOMEBODY_ELSES = 0.6;
const HOST_UNNAMED = 0.6;
/** Who says only that mail came back is best served by the box. */
const HOME_IF_VAGUE = 1.02;
const LEAST_HOME_IF_VAGUE = 0.7;
const ARTICLE_IF_VAGUE = 0.85;
/** A page most of whose texts hold the whole query is about it. */
const AGREES = 0.85;
const AGREED = 0.08;
const MANY = 6;
/** Articles that answer for their reason. */
const LEADS = 1.02;
/** A word that stands on no page can't tell one from another. */
const UNKNOWN = 0.3;
/** However it is written, that mail came back says no more than this. */
const MOST_SAYING_NOTHING = 8;
/** A name weighs as much as a rare word. */
const NAME = 18;
const NAME_BESIDE_WORDS = 1.1;
const MENTIONED = 0.75;
const IN_TITLE = 0.9;
/** Pages of whom a query names that call them otherwise: Hotmail is Microsoft's, and so is Exchange. */
const UNMENTIONED = 0.92;
/** The page of whom a query names, where it asks for more. */
const NAMED_ONLY = 0.85;
const WHOLE = 0.97;
/** A text that holds less of a word than this has other words in common with it by chance. */
const LEAST_SHARE = 0.34;
const BEST_TEXT = 0.6;
/** What a word counts that stands in several texts of a page, a part of it in each. */
const SPREAD = 0.98;
/** What of a text's score is there even if the text says much more than the query. */
const LOOSE = 0.55;
/** Pages that are for readers of another kind, or that only say what a code means, stand behind equals. */
const LIKED = {
  article: 1,
  reason: 0.99,
  provider: 1,
  home: 0.98,
  list: 0.95,
  guide: 0.97,
  reporter: 0.85,
  host: 0.97,
  code: 0.65,
};

/** Pages of those that are named, where there are words that articles about their mail may answer. @type {Partial<typeof LIKED>} */
const BESIDE_WORDS = { provider: 0.85, host: 0.8 };

/** @param {Unit[]} units @param {Page[]} pages @param {Postings} postings @returns {Map<number, Fit>} by page */
export function rank(units, pages, postings) {
  const most = Math.max(...units.map((unit) => unit.worth), 0);
  const names = units.filter(isName);
  // Who names somebody and says only that mail was refused or came back wants to know about them.
  const isAboutNames = names.length > 0 && !units.some((unit) => !isName(unit) && unit.worth > SAYS_LITTLE);
  /** @type {Board} */
  const board = { texts: new Map(), held: new Map(), covered: new Map(), named: new Map(), pages, postings };
  const weights = units.map((unit) => (isName(unit) ? 0 : (sizeOfUnit(unit, postings) * unit.worth) / most));
  const said = weights.reduce((sum, one) => sum + one, 0);
  let size = 0;
  for (const [at, unit] of units.entries()) {
    const beside = weights[at] * (isAboutNames ? BESIDE_NAMES : 1);
    const weight = isName(unit) ? Math.max(NAME, said * NAME_BESIDE_WORDS) : beside;
    size += weight;
    if (weight > 0) addUnit(unit, weight, board);
  }
  const isVague = units.length > 0 && most <= SAYS_NOTHING;
  return fitsOf(board, size, {
    providers: providersOf(names, pages),
    namesSomebody: names.length > 0,
    isAboutNames,
    isVague,
  });
}

/** The providers that are named. @param {Unit[]} names @param {Page[]} pages */
function providersOf(names, pages) {
  return names.flatMap(({ named }) => named.map((page) => pages[page].provider)).filter(Boolean);
}

/**
 * What texts and pages have got so far: of texts what share of the query they hold (`texts`) and how much of them that is
 * (`held`), of pages what share of the query they cover, and how much of it names them.
 * @typedef {{texts: Map<number, number>, held: Map<number, number>, covered: Map<number, number>, named: Map<number, number>, pages: Page[], postings: Postings}} Board
 */

/** @param {Unit} unit */
function isName({ named }) {
  return named.length > 0;
}

/** @param {Unit} unit @param {Postings} postings */
function sizeOfUnit({ wordings, worth }, postings) {
  if (wordings.length === 0) return 0;
  const isKnown = wordings.some(({ features }) => features.some((one) => postings.has(one)));
  const size = postings.sizeOfAll(wordings[0].features) * (isKnown ? 1 : UNKNOWN);
  return worth > SAYS_NOTHING ? size : Math.min(size, MOST_SAYING_NOTHING);
}

/** @param {Map<number, number>} map @param {number} key @param {number} more */
function raise(map, key, more) {
  map.set(key, (map.get(key) || 0) + more);
}

/** @param {Map<number, number>} map @param {number} key @param {number} value */
function atLeast(map, key, value) {
  if (value > (map.get(key) || 0)) map.set(key, value);
}

/** @param {Unit} unit @param {number} weight @param {Board} board */
function addUnit(unit, weight, board) {
  const { postings } = board;
  const named = isName(unit);
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [text, [share, held]] of bestShares(unit, postings)) {
    if (share < (named ? WHOLE : LEAST_SHARE)) continue;
    raise(board.texts, text, share * weight);
    raise(board.held, text, held);
    const worth = postings.worth[text];
    atLeast(best, postings.pageOf[text], share * (named ? (worth < 1 ? MENTIONED : IN_TITLE) : 1) * worth);
  }
  if (named) addNamed(unit, weight, board, best);
  else for (const [page, share] of unionShares(unit, postings)) atLeast(best, page, share * SPREAD);
  for (const [page, share] of best) raise(board.covered, page, share * weight);
}

/** The pages of whom a unit names. @param {Unit} unit @param {number} weight @param {Board} board @param {Map<number, number>} best */
function addNamed({ named, wordings }, weight, { named: board, pages, postings }, best) {
  const called = pagesHolding(wordings[0], postings);
  for (const page of ofNamed(named, pages)) best.set(page, called.has(page) ? 1 : UNMENTIONED);
  for (const page of named) raise(board, page, weight * (pages[page].kind === 'article' ? MENTIONED : 1));
}

/** For each text the wording that it holds the most of: the share of the wording, and how much of the text that is. @param {Unit} unit @param {Postings} postings */
function bestShares(unit, postings) {
  /** @type {Map<number, [number, number]>} */
  const best = new Map();
  for (const wording of unit.wordings) {
    const whole = postings.sizeOfAll(wording.features);
    for (const [text, share] of sharesOf(wording, whole, postings)) {
      const known = best.get(text);
      if (!known || share * wording.weight > known[0]) best.set(text, [share * wording.weight, share * whole]);
    }
  }
  return best;
}

/** For each page what share of a unit its texts hold between them. @param {Unit} unit @param {Postings} postings */
function unionShares(unit, postings) {
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const { features, weight } of unit.wordings) {
    if (features.length < 2) continue;
    const whole = postings.sizeOfAll(features) / weight;
    /** @type {Map<number, number>} */
    const shares = new Map();
    for (const feature of features)
      for (const [page, worth] of pagesOf(feature, postings))
        raise(shares, page, (postings.sizeOf(feature) / whole) * worth);
    for (const [page, share] of shares) atLeast(best, page, share);
  }
  return best;
}

/** The pages that hold a feature, and how much the best of its texts says about each. @param {Feature} feature @param {Postings} postings */
function pagesOf(feature, postings) {
  /** @type {Map<number, number>} */
  const worths = new Map();
  for (const text of postings.textsOf(feature)) atLeast(worths, postings.pageOf[text], postings.worth[text]);
  return worths;
}

/** The pages of which a text holds all of a wording. @param {Wording} wording @param {Postings} postings */
function pagesHolding(wording, postings) {
  const shares = sharesOf(wording, postings.sizeOfAll(wording.features), postings);
  return new Set(Array.from(shares, ([text, share]) => (share < WHOLE ? -1 : postings.pageOf[text])));
}

/** The pages of a name, and the articles about mail of those it names. @param {number[]} named @param {Page[]} pages */
function ofNamed(named, pages) {
  const found = [...named];
  const providers = named.filter((page) => pages[page].kind === 'provider').map((page) => pages[page].id);
  for (const [page, { kind, provider }] of pages.entries())
    if (kind === 'article' && providers.includes(provider)) found.push(page);
  return found;
}

/** What share of a wording each text holds. @param {Wording} wording @param {number} whole its size @param {Postings} postings */
function sharesOf(wording, whole, postings) {
  /** @type {Map<number, number>} */
  const shares = new Map();
  for (const feature of wording.features) {
    const part = postings.sizeOf(feature) / whole;
    for (const text of postings.textsOf(feature)) raise(shares, text, part);
  }
  return shares;
}

/**
 * What else is known of a query: whose mail it is about, whether that is all, and whether it says no more than that mail
 * came back.
 * @typedef {{providers: string[], namesSomebody: boolean, isAboutNames: boolean, isVague: boolean}} About
 */

/** How much a page is liked beside equals. @param {Page} page @param {number} best how well its best text fits @param {About} about */
function likedOf({ kind, provider, leads }, best, { providers, namesSomebody, isAboutNames, isVague }) {
  if (kind === 'home' && isVague) return HOME_IF_VAGUE;
  if (kind === 'article' && isVague) return ARTICLE_IF_VAGUE;
  if (leads) return LEADS;
  const liked = (namesSomebody && !isAboutNames && BESIDE_WORDS[kind]) || LIKED[kind];
  if (!namesSomebody)
    return (
      liked * (kind === 'article' && provider ? SOMEBODYS + SOMEBODYS_WORDS * best : kind === 'host' ? HOST_UNNAMED : 1)
    );
  return liked * (provider && !providers.includes(provider) ? SOMEBODY_ELSES : 1);
}

/** @param {Board} board @param {number} size of the query @param {About} about @returns {Map<number, Fit>} */
function fitsOf({ texts, held, covered, named, pages, postings }, size, about) {
  /** @type {Map<number, number>} */
  const best = new Map();
  /** @type {Map<number, number>} */
  const agreeing = new Map();
  for (const [text, score] of texts) {
    const tight = Math.min(1, (held.get(text) || 0) / postings.totals[text]);
    const value = (score / size) * postings.worth[text] * (LOOSE + (1 - LOOSE) * tight);
    const page = postings.pageOf[text];
    atLeast(best, page, value);
    if (score >= AGREES * size) raise(agreeing, page, 1);
  }
  for (const [page, weight] of named) {
    const value = (weight / size) * (about.isAboutNames ? 1 : NAMED_ONLY);
    atLeast(best, page, value);
  }
  const fits = new Map();
  for (const [page, sum] of covered) {
    const share = sum / size;
    const agreed = Math.min(agreeing.get(page) || 0, MANY) / MANY;
    const score = BEST_TEXT * (best.get(page) || 0) + (1 - BEST_TEXT) * share + AGREED * agreed;
    fits.set(page, { score: score * likedOf(pages[page], best.get(page) || 0, about), covered: share });
  }
  if (about.isVague && size > 0) offerHome(fits, pages);
  return fits;
}

/** Whoever says no more than that mail came back finds the box, however they say it. @param {Map<number, Fit>} fits @param {Page[]} pages */
function offerHome(fits, pages) {
  const home = pages.findIndex(({ kind }) => kind === 'home');
  const fit = fits.get(home);
  if (!fit || fit.score < LEAST_HOME_IF_VAGUE) fits.set(home, { score: LEAST_HOME_IF_VAGUE, covered: 1 });
}
