// Codes in a query: whole, begun, in ranges, bracketed, with commas or hyphens for dots, with spaces or marks left out.
// May import the engine's ranges. Says which codes are meant; what is shown for them is hits.js's business.
import { rangeOf } from '../engine/answer/ranges.js';

/** @import { CodeRow } from './types.js' */
/** @typedef {{written: string, row: number, weight: number}} Named a code that was asked for, and its row; the weight says how much it tells */

const STATUS = /(?<![\d.])([245])[.,・]\s?(\d{1,3})(?:[.,・]\s?(\d{1,3}))?(?![\d])(?!\.\d)/g;
/** Numbers of things are no codes: 500通, 500 messages, 250 MB. */
const THINGS = /(?!\s*(?:[通件名人回個]|[kmg]b|messages|emails|a |per ))/;
const REPLY = new RegExp(`(?<![\\d.a-z])[2345]\\d\\d(?![\\d.a-z])${THINGS.source}`, 'g');
const OWN = /[a-z0-9[(#][a-z0-9.\-_#=?/:()[\]]*[a-z0-9)\]]/g;
const ADDRESS = /[^\s<>"']+[/?][^\s<>"']+/g;
/** What only a code has that is part of an address. */
const OF_ADDRESS = /[/?=]/;
const MOST_BEGUN = 8;
export const OWN_WEIGHT = 9;
const RANGE_WEIGHT = 8;
const STATUS_WEIGHT = 7;
const REPLY_WEIGHT = 3;

/** A code without what people leave out: capitals, brackets and marks. @param {string} code */
function squeezed(code) {
  return code.toLowerCase().replace(/[^a-z0-9.]/g, '');
}

/** The ways to write a code: whole, and without the mark of its number system. @param {string} code */
function spellings(code) {
  const whole = squeezed(code);
  return whole.startsWith('0x') ? [whole, whole.slice(2)] : [whole];
}

/** All codes of the index. */
export class Codes {
  /** @param {CodeRow[]} rows */
  constructor(rows) {
    this.rows = rows;
    /** @type {Map<string, number>} */
    this.exact = new Map();
    /** @type {[string, number, number, number][]} start, first, last, row */
    this.ranges = [];
    for (const [at, [code]] of rows.entries()) {
      const range = rangeOf(code);
      if (range) this.ranges.push([range.prefix, range.low, range.high, at]);
      else for (const one of spellings(code)) if (!this.exact.has(one)) this.exact.set(one, at);
    }
  }

  /** The row of a code, or of the narrowest range around it. @param {string} code @returns {number | undefined} */
  find(code) {
    const exact = this.exact.get(squeezed(code));
    if (exact !== undefined) return exact;
    const cut = code.lastIndexOf('.') + 1;
    const [start, last] = [code.slice(0, cut), Number(code.slice(cut))];
    const around = this.ranges.filter((one) => one[0] === start && one[1] <= last && last <= one[2]);
    around.sort((a, b) => a[2] - a[1] - (b[2] - b[1]));
    return around.length ? around[0][3] : undefined;
  }

  /** The codes that begin like this. @param {string} start @returns {Named[]} */
  begun(start) {
    const wanted = squeezed(start);
    const found = [];
    for (const [code, row] of this.exact) {
      if (code.length > wanted.length && code.startsWith(wanted))
        found.push({ written: this.rows[row][0], row, weight: REPLY_WEIGHT });
    }
    for (const [prefix, first, , row] of this.ranges) {
      const code = `${prefix}${first}`;
      if (code.startsWith(wanted)) found.push({ written: code, row, weight: STATUS_WEIGHT });
    }
    return found.slice(0, MOST_BEGUN);
  }

  /** Codes that are parts of addresses, such as `?p=NoSuchUser`; what is left of the text without those addresses. @param {string} text plain */
  readAddresses(text) {
    /** @type {Named[]} */
    const named = [];
    const left = text.replace(ADDRESS, (address) => {
      let row = -1;
      for (const [at, [code]] of this.rows.entries()) {
        const isLonger = row < 0 || code.length > this.rows[row][0].length;
        if (isLonger && OF_ADDRESS.test(code) && address.includes(code.toLowerCase())) row = at;
      }
      if (row < 0) return address;
      named.push({ written: this.rows[row][0], row, weight: OWN_WEIGHT });
      return ' ';
    });
    return { named, left };
  }

  /**
   * The codes in a text, those that tell most first; what is left of the text without them; and what looks like the start
   * of a code or like one that nobody knows.
   * @param {string} text plain
   * @param {Named[]} before codes that were read before
   */
  read(text, before) {
    const named = new Map(before.map((one) => [one.row, one]));
    let unknown = '';
    const note = (/** @type {string} */ written, /** @type {number} */ weight) => {
      const row = this.find(written);
      if (row === undefined) return false;
      const isRange = rangeOf(this.rows[row][0]) !== null;
      named.set(row, { written: isRange ? written : this.rows[row][0], row, weight: isRange ? RANGE_WEIGHT : weight });
      return true;
    };
    const left = text
      .replace(OWN, (word) => (/\d/.test(word) && !isPlainNumber(word) && note(word, OWN_WEIGHT) ? ' ' : word))
      .replace(STATUS, (_, kind, subject, detail) => {
        const code = [kind, subject, detail].filter(Boolean).join('.');
        if (detail && note(code, STATUS_WEIGHT)) return ' ';
        unknown = unknown || code;
        return detail ? code : ' ';
      })
      .replace(REPLY, (code) => (note(code, REPLY_WEIGHT) ? ' ' : code))
      .replace(OWN, (word) =>
        this.exact.has(squeezed(word)) && isOwn(word, text) && note(word, OWN_WEIGHT) ? ' ' : word,
      );
    return { named: Array.from(named.values()).sort((a, b) => b.weight - a.weight), left, unknown };
  }
}

/** Is it what the other patterns read: a reply code, a status code? @param {string} word */
function isPlainNumber(word) {
  return /^[#[(]*\d[\d.,\-\])]*$/.test(word);
}

/** A code without a digit must be written as one, with a mark in it, unless it is all that is asked. @param {string} word @param {string} text */
function isOwn(word, text) {
  return /[#=?/_:[\](]|\w-\w/.test(word) || word === text.trim();
}
