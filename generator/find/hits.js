// From ranked pages to hits: where they live, which codes they show, and one hit for an article and its code.
// May import codes.js, and the engine's ranges of codes. Knows nothing of the DOM.
import { isWithin, rangeOf } from '../engine/answer/ranges.js';

/** @import { Named } from './codes.js' */
/** @import { Hit, Page } from './types.js' */
/** @typedef {{page: number, score: number}} Ranked */

const MOST_CODES = 4;
const FOLDERS = {
  article: 'a',
  provider: 'provider',
  reporter: 'reporter',
  reason: 'reason',
  host: 'host',
  code: 'code',
};

/** The address of a code's page is made by the same rule as in generator/pages/urls.py. @param {string} code */
export function codePath(code) {
  const slug = code.replace(/[^A-Za-z0-9._]+/g, '-').replace(/^[-.]+|[-.]+$/g, '');
  return `code/${slug}/`;
}

/** @param {Page} page @param {Named[]} named @returns {Hit} */
function hitOf({ kind, id, title, line, codes }, named) {
  if (kind === 'code') {
    const written = named.find((one) => isWithin(one.written, id))?.written || firstOf(id);
    return { kind, path: codePath(written), title, line, codes: [written] };
  }
  const folder = /** @type {Record<string, string>} */ (FOLDERS)[kind];
  const asked = named.map((one) => one.written).filter((code) => holds(codes, code));
  const shown = Array.from(new Set([...asked, ...codes]));
  return { kind, path: folder ? `${folder}/${id}/` : id, title, line, codes: shown.slice(0, MOST_CODES) };
}

/**
 * Hits in order, at most `most`. Where an article is what a code usually means, the better of the two stands for both.
 * @param {Ranked[]} ranked best first
 * @param {Page[]} pages
 * @param {Map<number, number>} usual the article that a code's page leads to, by pages
 * @param {Named[]} named
 * @param {number} most
 */
export function hitsOf(ranked, pages, usual, named, most) {
  const codesOf = new Map();
  for (const [code, article] of usual) codesOf.set(article, [...(codesOf.get(article) || []), code]);
  const asked = new Set(
    ranked.filter(({ page }) => pages[page].kind === 'code' && isAsked(pages[page], named)).map((one) => one.page),
  );
  /** @type {Set<number>} */
  const told = new Set();
  const hits = [];
  for (const { page } of ranked) {
    if (told.has(page)) continue;
    told.add(page);
    const article = usual.get(page);
    if (article !== undefined && asked.has(page)) told.add(article);
    for (const code of codesOf.get(page) || []) if (asked.has(code)) told.add(code);
    if (hits.push(hitOf(pages[page], named)) === most) break;
  }
  return hits;
}

/** @param {Page} page @param {Named[]} named */
function isAsked({ id }, named) {
  return named.some((one) => isWithin(one.written, id));
}

/** Does an article name a code, or a range around it? @param {string[]} codes @param {string} code */
export function holds(codes, code) {
  return codes.some((one) => isWithin(code, one));
}

/** @param {string} code a code, or a range */
function firstOf(code) {
  const range = rangeOf(code);
  return range ? `${range.prefix}${range.low}` : code;
}
