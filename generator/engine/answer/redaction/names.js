// Host names in running text: where they start and end, and what only looks like one.
// May import words.js and pattern/values.js. Decides nothing about hiding.
import { nameEnd, nameStart } from '../../pattern/values.js';

/** @import { RedactionWords } from './words.js' */

// Scripts without spaces between words: prose in them stands directly beside a host.
const UNSPACED =
  '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}\\u30fb-\\u30fe\\u3005-\\u3007';
const PROSE_BEFORE = new RegExp(`^([${UNSPACED}]+)[a-z0-9_-]`, 'u');
const LATIN_START = new RegExp(`^[a-z0-9_-]+(?=[${UNSPACED}])`, 'u');
const HIRAGANA = /\p{Script=Hiragana}/u;
const LETTERS = /^(?:\p{L}\p{M}*){2,24}$/u;

/**
 * Where prose ends that stands directly before a name: 0 if none does. A short word that is not known as prose may be
 * part of the name, and stays with it.
 * @param {RedactionWords} words
 * @param {string} name in lower case
 */
export function proseBefore(words, name) {
  const found = PROSE_BEFORE.exec(name);
  if (!found) return 0;
  const [, prose] = found;
  return prose.length > 5 || HIRAGANA.test(prose) || words.isOrdinary(prose) ? prose.length : 0;
}

/** Is this the way in which somebody would write a host, and not two sentences or a name within a program? */
function isWrittenAsHost(/** @type {string[]} */ labels) {
  const last = labels[labels.length - 1];
  if (/\p{Ll}\p{Lu}/u.test(last)) return false;
  if (!/^\p{Lu}\p{Ll}/u.test(last)) return true;
  return labels.every((label) => !/^\p{L}/u.test(label) || /^\p{Lu}\p{Ll}/u.test(label));
}

/** Could these labels be a host with a domain? @param {RedactionWords} words @param {string[]} labels as written, without empty ones */
function isHost(words, labels) {
  if (labels.length < 2) return false;
  const last = labels[labels.length - 1].toLowerCase().replace(/[-_]+$/, '');
  if (words.noTopLevel.has(last)) return false;
  if (/^xn--[a-z0-9-]+$/.test(last) || words.topLevel.has(last)) return true;
  // Another is believed if the whole name is written in one way.
  return LETTERS.test(last) && isWrittenAsHost(labels);
}

/** How many of these labels are a host: all, or all but the first word of a next sentence (`mx.example.jp.Please`). */
function hostLength(/** @type {RedactionWords} */ words, /** @type {string[]} */ labels) {
  if (isHost(words, labels)) return labels.length;
  const before = labels.slice(0, -1);
  const end = before.length ? before[before.length - 1].toLowerCase() : '';
  const isPlain = end.length === 2 || words.topLevel.has(end) || /^[^\0-\x7f]/.test(labels[labels.length - 1]);
  return isPlain && isHost(words, before) ? before.length : 0;
}

/**
 * The host names in a run of letters, digits, `_`, `-` and dots, as [from, to) within the run.
 * @param {RedactionWords} words
 * @param {string} run as written
 * @returns {[number, number][]}
 */
function hostsInRun(words, run) {
  /** @type {[number, number][]} */
  const hosts = [];
  let from = 0;
  /** @type {string[]} */
  let labels = [];
  const close = (/** @type {number} */ to) => {
    const length = hostLength(words, labels);
    if (length) hosts.push([from, length < labels.length ? to - labels.slice(length).join('.').length - 1 : to]);
    labels = [];
  };
  for (let at = 0; at <= run.length; ) {
    const dot = run.indexOf('.', at);
    const end = dot < 0 ? run.length : dot;
    const label = run.slice(at, end);
    const lower = label.toLowerCase();
    const tail = labels.length ? LATIN_START.exec(lower) : null;
    if (!label) close(at - 1);
    else if (tail && isHost(words, [...labels.slice(-2), label.slice(0, tail[0].length)])) {
      // `example.jpは`: the name ends where prose starts; another may start in it: `example.jpとexample.com`.
      labels.push(label.slice(0, tail[0].length));
      close(at + tail[0].length);
      from = at + tail[0].length + proseBefore(words, lower.slice(tail[0].length));
      labels = from < end ? [run.slice(from, end)] : [];
    } else {
      if (!labels.length) from = at + proseBefore(words, lower);
      labels.push(run.slice(Math.max(at, labels.length ? at : from), end));
    }
    at = end + 1;
  }
  close(run.length);
  return hosts;
}

/**
 * The host names of a text that have a dot, as [from, to).
 * @param {RedactionWords} words
 * @param {string} text
 */
export function hostsIn(words, text) {
  /** @type {[number, number][]} */
  const found = [];
  for (let dot = text.indexOf('.'); dot >= 0; ) {
    const index = nameStart(text, dot);
    const end = nameEnd(text, dot);
    for (const [from, to] of hostsInRun(words, text.slice(index, end))) {
      let [start, stop] = [index + from, index + to];
      while ('-_'.includes(text[start])) start++;
      while ('-_'.includes(text[stop - 1])) stop--;
      found.push([start, stop]);
    }
    dot = text.indexOf('.', end);
  }
  return found;
}

/**
 * How much of a run behind an @ is the domain: all of it, but for prose that follows directly.
 * @param {RedactionWords} words
 * @param {string} run
 */
export function domainLength(words, run) {
  const [first] = hostsInRun(words, run);
  if (first && first[0] === 0) return { length: first[1], dotted: true };
  const latin = /^[a-z0-9_.-]+/i.exec(run);
  let length = latin ? latin[0].length : run.length;
  while (length && '._-'.includes(run[length - 1])) length--;
  return { length, dotted: false };
}
