// The words that search goes by, as they stand in a query: whatever their endings, their kana, and spaces between them.
// May import its siblings but query.js. Knows which words mean the same and how much they tell, not which pages hold them.
import { atomsOf } from './atoms.js';
import { isLatin } from './features.js';
import { plain, sounded, wordKey } from './fold.js';

/** @import { Atom } from './atoms.js' */
/** @import { Lexicon } from './types.js' */
/** @typedef {{wordings: string[], worth: number}} Entry words that mean the same, and how much they tell */
/** @typedef {{keys: string[], text: string, entries: Entry[]}} Known */
/** @typedef {Known & {from: number, to: number}} Met what is known, and where it stands */

/** How much words tell: those that are what it is about; any; in hiragana, where a run may bend a verb; that mail was refused; that it came back; nothing about mail. */
export const SAYS_MOST = 1.6;
export const SAYS_MUCH = 1;
export const SAYS_LESS = 0.5;
export const SAYS_LITTLE = 0.4;
export const SAYS_NOTHING = 0.12;
export const SAYS_NIL = 0.02;
/** What may stand between the words of an entry. */
const GAP = /^[\s'’・.,_/-]*$/;

const KANJI = /^[\u3400-\u9fff]$/;
const PARTICLE = /^[はがもをにの]$/;
export const HIRAGANA = /^[\u3041-\u3096]+$/;

/** Finds the words that it knows. */
export class Words {
  /** @param {Lexicon} lexicon @param {Set<string>} stop */
  constructor({ same, strong, weak, generic, filler }, stop) {
    this.stop = stop;
    /** @type {Map<string, Known>} by its keys */
    const known = new Map();
    for (const group of same) {
      const entry = { wordings: group.map(plain), worth: SAYS_MUCH };
      for (const text of entry.wordings) this.learn(known, text, entry);
    }
    const lists = /** @type {[string[], number][]} */ ([
      [strong, SAYS_MOST],
      [weak, SAYS_LITTLE],
      [generic, SAYS_NOTHING],
      [filler, SAYS_NIL],
    ]);
    // What a word tells, all tell that mean the same.
    for (const [list, worth] of lists)
      for (const text of list.map(plain))
        for (const entry of this.learn(known, text, { wordings: [text], worth })) entry.worth = worth;
    /** @type {Map<string, Known[]>} by the first key, longest first */
    this.begun = new Map();
    for (const one of known.values()) {
      const list = this.begun.get(one.keys[0]);
      if (list) list.push(one);
      else this.begun.set(one.keys[0], [one]);
    }
    for (const list of this.begun.values()) list.sort((a, b) => b.keys.length - a.keys.length);
  }

  /** All that a text stands for. @param {Map<string, Known>} known @param {string} text @param {Entry} entry */
  learn(known, text, entry) {
    const keys = this.keysOf(atomsOf(text)).filter(Boolean);
    if (keys.length === 0) return [];
    const key = keys.join(' ');
    const found = known.get(key);
    if (!found) known.set(key, { keys, text, entries: [entry] });
    else if (entry.wordings.length > 1) found.entries.push(entry);
    return found ? found.entries : [entry];
  }

  /** The keys of atoms; an empty one for what says nothing: a stop word, a particle behind a word that isn't in hiragana. @param {Atom[]} atoms */
  keysOf(atoms) {
    return atoms.map(({ text }, at) => {
      if (isLatin(text)) return this.stop.has(text) ? '' : wordKey(text);
      return PARTICLE.test(text) && at > 0 && !HIRAGANA.test(atoms[at - 1].text) ? '' : sounded(text);
    });
  }

  /** Every entry in a text: from its start on, the longest in each place. @param {string} text plain @returns {Met[]} */
  read(text) {
    const atoms = atomsOf(text);
    const keys = this.keysOf(atoms);
    const found = [];
    for (let at = 0; at < atoms.length; at++) {
      for (const known of this.begun.get(keys[at]) || []) {
        const end = known.keys.length === 1 && !isVerb(atoms, at) ? -1 : endOf(known.keys, keys, at, atoms, text);
        if (end < 0) continue;
        found.push({ ...known, from: atoms[at].from, to: atoms[end - 1].to });
        at = end - 1;
        break;
      }
    }
    return found;
  }
}

/** Where an entry that begins here ends, behind its last atom; -1 if it isn't here. @param {string[]} wanted @param {string[]} keys @param {number} at @param {Atom[]} atoms @param {string} text */
function endOf(wanted, keys, at, atoms, text) {
  let next = at;
  for (const key of wanted) {
    while (next > at && next < keys.length && keys[next] === '') next++;
    if (keys[next] !== key) return -1;
    if (next > at && !GAP.test(text.slice(atoms[next - 1].to, atoms[next].from))) return -1;
    next++;
  }
  while (next < keys.length && keys[next] === '' && !isLatin(atoms[next].text)) next++;
  return next;
}

/** A kanji alone is a verb's if what bends it follows, and no other kanji stands before: 届く, but not 送付 or 中断. @param {Atom[]} atoms @param {number} at */
function isVerb(atoms, at) {
  if (!KANJI.test(atoms[at].text)) return true;
  const before = at > 0 && atoms[at - 1].to === atoms[at].from ? atoms[at - 1].text : '';
  const behind = at + 1 < atoms.length && atoms[at + 1].from === atoms[at].to ? atoms[at + 1].text : '';
  return !KANJI.test(before) && HIRAGANA.test(behind);
}
