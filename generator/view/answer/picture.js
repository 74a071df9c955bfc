// A drawing as elements, and the way of one recipient's mail. May import drawing/way.js and the place.
import { drawWay, inLines, stopOf } from '../../drawing/way.js';

/** @import { Drawing, Way } from '../../drawing/types' */
/** @import { Recipient } from '../../engine/types' */
/** @import { Place } from '../place.js' */
/** @import { Article } from '../types' */

const SVG = 'http://www.w3.org/2000/svg';
const IN_SVG = new Set(['svg', 'line', 'path', 'circle', 'text', 'g', 'use', 'defs', 'symbol']);

/** @param {Drawing} drawing @returns {Element} */
export function drawn([tag, attributes, ...children]) {
  const node = IN_SVG.has(tag) ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, value);
  for (const child of children) node.append(typeof child === 'string' ? child : drawn(child));
  return node;
}

/** An icon of the page's own set (overrides/partials/sprite.html). @param {string} name */
export function icon(name) {
  return drawn(['svg', { class: 'i', 'aria-hidden': 'true', focusable: 'false' }, ['use', { href: `#i-${name}` }]]);
}

/**
 * The way of the mail to some recipients who were refused alike, and where it stopped.
 * @param {Recipient[]} recipients
 * @param {Article | null} article
 * @param {Place} place
 * @param {'back' | 'wait'} kind
 */
export function wayOf(recipients, article, place, kind) {
  const [recipient] = recipients;
  const by = recipient.refused_by === 'unknown' ? article?.refused_by || null : recipient.refused_by;
  const stage = article ? article.stage : recipient.stage;
  const stop = kind === 'wait' ? 1 : stopOf(stage, by, article?.reason || null);
  const provider = kind === 'wait' ? null : nameAt(stop, recipient, article, place);
  return drawn(drawWay({ kind, stop, provider, hosts: hostsOf(recipients, place) }, wordsOf(place)));
}

/** The picture of a fraud: from whoever claims to be somebody to where its links lead. @param {string[]} from @param {string[]} to @param {Place} place */
export function wayOfFraud(from, to, place) {
  /** @type {Way} */
  const way = { kind: 'fake', stop: 0, provider: null, hosts: { own: from, theirs: to, recipient: [] } };
  return drawn(drawWay(way, wordsOf(place)));
}

/** @param {Place} place */
function wordsOf(place) {
  return place.group('way');
}

/** What the mail system at the stop is called, where that is known. @param {number} stop @param {Recipient} recipient @param {Article | null} article @param {Place} place */
function nameAt(stop, recipient, article, place) {
  const { providers } = place.contents;
  const own = article && Object.hasOwn(providers, article.provider) ? providers[article.provider] : null;
  if (stop <= 1) return own ? own.short : null;
  const known = own && own.kind !== 'blocklist' && own.kind !== 'sender' ? own : null;
  const named = recipient.provider ? providers[recipient.provider] : undefined;
  return (known || named)?.short || null;
}

/** @param {Recipient[]} recipients @param {Place} place */
function hostsOf(recipients, place) {
  const [{ recipient, reporting_mta: reporting, remote_mta: remote, refused_by: by, matches }] = recipients;
  const ip = matches[0]?.values.sender_ip;
  // A server that wrote the report itself, at the recipient's side, isn't the reader's own.
  const isTheirs = !remote && by === 'recipient-side';
  const others = recipients.length - 1;
  const lines = inLines(recipient);
  return {
    own: reporting && !isTheirs ? [reporting] : ip ? [ip] : [],
    theirs: remote ? [remote] : isTheirs && reporting ? [reporting] : [],
    recipient: others > 0 ? [...lines.slice(0, 1), place.say('answer.and_others', { n: others })] : lines,
  };
}
