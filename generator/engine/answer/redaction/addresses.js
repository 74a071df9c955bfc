// Finds mail addresses in one reading of a text: whatever stands around an @, as far as it may belong to it.
// May import names.js, words.js and pattern/values.js. Says where they stand, never what becomes of them.
import { literalEnd, localStart, nameEnd } from '../../pattern/values.js';
import { domainLength, proseBefore } from './names.js';

/** @import { RedactionWords } from './words.js' */

/** @import { Reading } from './reading.js' */
/** @import { Add, Span, ValueKind } from './values.js' */
/** @typedef {Span & {dotted: boolean, apart: boolean}} Domain */

const LONGEST_QUOTED = 100;
const GAP_AFTER = /[ \t]|\r?\n[ \t>]{0,20}/y;
const GAP_BEFORE = /(?:[ \t]|\r?\n[ \t>]{0,20})$/;
// What stands before the `=` in logs and queries; in `taro=example.jp@list` it is a part of the address.
const KEY =
  /^(?:x-|orig_|smtp\.|header\.|envelope-|sasl_|reply-|return-)?(?:from|mailfrom|to|rcpt|recipient|sender|user|username|uid|mail|email|addr|address|account|login|id|name|cc|bcc|ctladdr|orcpt|auth)=/;
const QUERY = /^.*[?&][a-z0-9_.-]{1,40}=/s;
// A signed return address (BATV) holds the plain one.
const SIGNED = /^(?:prvs|msprvs\d?|btv1)=+[^=]*=+/;
const SYMBOLS = /^.*[^\0-\x7f\p{L}\p{M}\p{N}]/su;
const LEADING = /^['`{|}*./?&#!=^~$%+-]+/;
const DOMINO_NAME = /(?:\p{Lu}[\p{L}.'-]{0,30} ){1,3}$/u;

/** @param {RegExp} regex sticky @param {string} text @param {number} at */
function endAt(regex, text, at) {
  regex.lastIndex = at;
  return regex.test(text) ? regex.lastIndex : at;
}

/** The domain behind an @, which a space or a line's end may part from it. @returns {Domain | null} */
function domainAfter(/** @type {Reading} */ { text, lower, words }, /** @type {number} */ at) {
  const literal = literalEnd(lower, at);
  if (literal > at) return { from: at, to: literal, dotted: true, apart: false };
  const near = domainLength(words, text.slice(at, nameEnd(lower, at)));
  if (near.length) return { from: at, to: at + near.length, dotted: near.dotted, apart: false };
  const next = endAt(GAP_AFTER, text, at);
  if (next === at) return null;
  const far = domainLength(words, text.slice(next, nameEnd(lower, next)));
  return far.dotted ? { from: next, to: next + far.length, dotted: true, apart: true } : null;
}

/** The opening quote of a quoted local part that ends before `at`, or -1. @param {string} text @param {number} at */
function quoteStart(text, at) {
  const limit = Math.max(0, at - LONGEST_QUOTED);
  for (let i = at - 2; i >= limit && text[i] !== '\n'; i--) {
    if (text[i] === '"' && text[i - 1] !== '\\') return i;
  }
  return -1;
}

/** How much of a run before an @ is no part of the address. @param {RedactionWords} words @param {string} run @param {boolean} inUrl */
function leadLength(words, run, inUrl) {
  let from = (QUERY.exec(run) || [''])[0].length;
  if (inUrl) from = Math.max(from, ...['/', '?', '&', '#'].map((char) => run.lastIndexOf(char) + 1));
  for (const regex of [KEY, SYMBOLS]) from += (regex.exec(run.slice(from)) || [''])[0].length;
  from += proseBefore(words, run.slice(from));
  return from + (LEADING.exec(run.slice(from)) || [''])[0].length;
}

/** A local part that a space or a line's end parts from its @. @returns {Span & {apart: boolean} | null} */
function localApart(/** @type {Reading} */ { lower, words }, /** @type {number} */ at) {
  const gap = GAP_BEFORE.exec(lower.slice(Math.max(0, at - 24), at));
  if (!gap) return null;
  const to = at - gap[0].length;
  const from = localStart(lower, to);
  return from < to && !words.isOrdinary(lower.slice(from, to)) ? { from, to, apart: true } : null;
}

/** The local part before an @. @returns {Span & {apart: boolean} | null} */
function localBefore(/** @type {Reading} */ reading, /** @type {number} */ at, /** @type {boolean} */ inUrl) {
  const { text, lower } = reading;
  if (lower[at - 1] === '"') {
    const from = quoteStart(lower, at);
    return from < 0 ? null : { from: lower[from - 1] === '.' ? localStart(lower, from) : from, to: at, apart: false };
  }
  const from = localStart(lower, at);
  if (from === at) return localApart(reading, at);
  // `a@example.jp|b@example.jp`: the run starts with the domain of another.
  const domainEnd = lower[from - 1] === '@' ? nameEnd(lower, from) : from;
  const own = domainEnd < at ? domainEnd : from;
  const start = own + leadLength(reading.words, lower.slice(own, at), inUrl);
  if (start === at) return null;
  const isDomino = !inUrl && lower.slice(start, at).includes('/');
  const named = isDomino ? DOMINO_NAME.exec(text.slice(Math.max(0, start - 60), start)) : null;
  return { from: start - (named ? named[0].length : 0), to: at, apart: false };
}

/** @param {string} local in lower case, as it stands */
function plainLocal(local) {
  return local.replace(/^"|"$/g, '').replace(SIGNED, '');
}

/**
 * The address around the @ at `at`, or the machine of a daemon's: that it is a daemon may stay.
 * @param {Reading} reading @param {number} at @param {boolean} inUrl
 * @returns {Span & {kind: ValueKind, value: string} | null}
 */
function addressAt(reading, at, inUrl) {
  const { lower, words } = reading;
  const local = localBefore(reading, at, inUrl);
  if (!local) return null;
  const domain = domainAfter(reading, at + 1);
  // Where the @ was decoded, or stands apart, only a whole domain shows that it is one.
  const decoded = reading.end(at) - reading.start(at) > 1;
  if ((decoded || local.apart || domain?.apart) && !domain?.dotted) return null;
  const name = plainLocal(lower.slice(local.from, local.to));
  if (!/[\p{L}\p{N}]/u.test(name)) return null;
  if (!domain)
    return /\p{L}.*[\p{L}\p{N}]/u.test(name) && !words.isDaemon(name)
      ? { from: local.from, to: at + 1, kind: 'address', value: `${name}@` }
      : null;
  const host = lower.slice(domain.from, domain.to);
  if (!words.isDaemon(name)) return { from: local.from, to: domain.to, kind: 'address', value: `${name}@${host}` };
  return domain.dotted || words.isOrdinary(host)
    ? null
    : { from: domain.from, to: domain.to, kind: 'host', value: host };
}

/** @param {Reading} reading @param {Span[]} urls in order @param {Add} add */
export function findAddresses(reading, urls, add) {
  const { lower } = reading;
  let url = 0;
  for (let at = lower.indexOf('@'); at >= 0; at = lower.indexOf('@', at + 1)) {
    while (url < urls.length && urls[url].to <= at) url++;
    const found = addressAt(reading, at, url < urls.length && urls[url].from <= at);
    if (found) add(found.from, found.to, found.kind, found.value);
  }
}
