// Plain runs of a pattern's text: stretches that stand in a stream just as they are written, once folded.
// May import units.js. Reads no pattern: it only knows which characters mean something in one.
import { ASCII } from './units.js';

// What a run ends at: the marks of the language, and `&`, which may begin a character reference.
const MARKS = new Set('{}()|\\&');

/** Is the character at `at` written as itself? @param {string} text @param {number} at */
function isPlain(text, at) {
  const code = text.charCodeAt(at);
  // A mark behind a letter makes another letter of it.
  if (code >= 128 || text.charCodeAt(at + 1) >= 128) return false;
  return !MARKS.has(text[at]) && !(code === 46 && isDots(text, at));
}

/** @param {string} text @param {number} at */
function isDots(text, at) {
  for (let from = Math.max(0, at - 2); from <= at; from++) if (text.startsWith('...', from)) return true;
  return false;
}

/**
 * Folded units from an offset on, which stands in a plain run that is long enough.
 * @param {string} text
 * @param {number} offset
 * @param {number[]} units where they are put
 */
export function unitsFrom(text, offset, units) {
  for (let at = offset, found = 0; found < units.length; at++) {
    const unit = ASCII[text.charCodeAt(at)];
    if (unit !== 0) units[found++] = unit;
  }
}

/**
 * All plain runs of a pattern.
 * @param {string} text
 * @returns {{run: string, offsets: number[]}[]} folded, without white space, and where each unit stands in `text`
 */
export function plainRuns(text) {
  const runs = [];
  for (let at = 0; at < text.length; at++) {
    const found = runAround(text, at);
    if (!found) continue;
    runs.push(found);
    at = found.end;
  }
  return runs;
}

/**
 * The plain run that an offset stands in.
 * @param {string} text
 * @param {number} offset
 * @returns {{run: string, offsets: number[], end: number} | null} `end`: the first offset behind it
 */
export function runAround(text, offset) {
  if (!isPlain(text, offset)) return null;
  let from = offset;
  while (from > 0 && isPlain(text, from - 1)) from--;
  let run = '';
  const offsets = [];
  let at = from;
  for (; at < text.length && isPlain(text, at); at++) {
    const unit = ASCII[text.charCodeAt(at)];
    if (unit === 0) continue;
    run += String.fromCharCode(unit);
    offsets.push(at);
  }
  return { run, offsets, end: at };
}
