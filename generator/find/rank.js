// Which pages fit what a query asks for, and how well: by their best text, by all of their texts, and by whose mail it is.
// May import its siblings. Knows neither how hits look nor where pages live.

import { SAYS_LITTLE, SAYS_NOTHING } from './query.js';

/** @import { Unit, Wording } from './query.js' */
/** @import { Postings } from './postings.js' */
/** @import { Page } from './types.js' */
/** @typedef {{score: number, covered: number}} Fit how well a page fits; what share of the query it covers */

/** Beside a name alone it only orders equals: who names somebody and says no more wants to know about them. */
const BESIDE_NAMES = 0.01;
/** Articles about somebody's mail, where nobody is named. */
const SOMEBODYS = 0.9;
/** What is about somebody else than who is named; a host's page where no host is named. */
const SOMEBODY_ELSES = 0.6;
const HOST_UNNAMED = 0.6;
/** Who says only that mail came back is best served by the box. */
const HOME_IF_VAGUE = 1.02;
const ARTICLE_IF_VAGUE = 0.85;
/** A page most of whose texts hold the whole query is about it. */
const AGREES = 0.85;
const AGREED = 0.08;
const MANY = 6;
/** Articles that answer for their reason. */
const LEADS = 1.02;
/** A word that stands on no page can't tell one from another. */
const UNKNOWN = 0.3;
/** A name weighs as much as a rare word. */
const NAME = 18;
const NAME_BESIDE_WORDS = 1.1;
const MENTIONED = 0.75;
/** The page of whom a query names, where it asks for more. */
const NAMED_ONLY = 0.85;
const WHOLE = 0.97;
/** A text that holds less of a word than this has other words in common with it by chance. */
const LEAST_SHARE = 0.34;
const BEST_TEXT = 0.6;
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
  host: 0.93,
  code: 0.65,
};

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
  const isVague = most <= SAYS_NOTHING;
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
function sizeOfUnit({ wordings }, postings) {
  if (wordings.length === 0) return 0;
  const isKnown = wordings.some(({ features }) => features.some((one) => postings.has(one)));
  return postings.sizeOfAll(wordings[0].features) * (isKnown ? 1 : UNKNOWN);
}

/** @param {Map<number, number>} map @param {number} key @param {number} more */
function raise(map, key, more) {
  map.set(key, (map.get(key) || 0) + more);
}

/** @param {Unit} unit @param {number} weight @param {Board} board */
function addUnit(unit, weight, board) {
  const { pages, postings } = board;
  const least = isName(unit) ? WHOLE : LEAST_SHARE;
  /** @type {Map<number, number>} */
  const best = new Map();
  for (const [text, [share, held]] of bestShares(unit, postings)) {
    if (share < least) continue;
    raise(board.texts, text, share * weight);
    raise(board.held, text, held);
    const page = postings.pageOf[text];
    const worth = share * postings.worth[text] * (isName(unit) ? MENTIONED : 1);
    if (worth > (best.get(page) || 0)) best.set(page, worth);
  }
  for (const page of ofNamed(unit.named, pages)) best.set(page, 1);
  for (const page of unit.named) raise(board.named, page, weight * (pages[page].kind === 'article' ? MENTIONED : 1));
  for (const [page, share] of best) raise(board.covered, page, share * weight);
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

/** How much a page is liked beside equals. @param {Page} page @param {About} about */
function likedOf({ kind, provider, leads }, { providers, namesSomebody, isVague }) {
  if (kind === 'home' && isVague) return HOME_IF_VAGUE;
  if (kind === 'article' && isVague) return ARTICLE_IF_VAGUE;
  if (leads) return LEADS;
  const liked = LIKED[kind];
  if (!namesSomebody) return liked * (kind === 'article' && provider ? SOMEBODYS : kind === 'host' ? HOST_UNNAMED : 1);
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
    if (value > (best.get(page) || 0)) best.set(page, value);
    if (score >= AGREES * size) raise(agreeing, page, 1);
  }
  for (const [page, weight] of named) {
    const value = (weight / size) * (about.isAboutNames ? 1 : NAMED_ONLY);
    if (value > (best.get(page) || 0)) best.set(page, value);
  }
  const fits = new Map();
  for (const [page, sum] of covered) {
    const share = sum / size;
    const agreed = Math.min(agreeing.get(page) || 0, MANY) / MANY;
    const score = BEST_TEXT * (best.get(page) || 0) + (1 - BEST_TEXT) * share + AGREED * agreed;
    fits.set(page, { score: score * likedOf(pages[page], about), covered: share });
  }
  return fits;
}
