// The engine as this page asks it: the only module that names BounceEngine.
// May import files.js. Never draws; the answers are the engine's own.
import { octetsOf } from './files.js';

/** @import { Input, Need, Refusal, Result } from '../engine/types' */
/** @import { Answer } from './types' */

/** The engine with its index, which is read when it is first needed. */
export class PageEngine {
  /** @param {string} index the match index as JSON */
  constructor(index) {
    this.index = index;
    this.ready = false;
  }

  /** Read the index, if that isn't done yet. */
  prepare() {
    if (!this.ready) globalThis.BounceEngine.load(this.index);
    this.ready = true;
  }

  /** What the engine answers to an input: a result, or why it is no mail. @param {Input} input @returns {Answer} */
  ask(input) {
    this.prepare();
    const read = readable(input);
    if (read.refused) return { result: null, refused: read.refused };
    const { need, refused } = /** @type {{need: Need[], refused?: Refusal | null}} */ (
      JSON.parse(globalThis.BounceEngine.read(JSON.stringify(read.input)))
    );
    if (refused) return { result: null, refused };
    const texts = need.map(([charset, bytes]) => new TextDecoder(charset, { ignoreBOM: true }).decode(octetsOf(bytes)));
    const result = /** @type {Result} */ (JSON.parse(globalThis.BounceEngine.match(JSON.stringify(texts))));
    const redacted = () => /** @type {string} */ (JSON.parse(globalThis.BounceEngine.redact(result.text)).text);
    return { result, redacted, refused: null };
  }
}

const FOREIGN = ['%PDF', 'PK\x03\x04', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'Rar!', '\x1f\x8b'];

// What the engine's `open` will decide: then this goes, and `refused` comes with `need`.
/** @param {Input} input @returns {{input: Input, refused: Refusal | null}} */
function readable(input) {
  const { bytes } = input;
  if (bytes === undefined) return { input, refused: null };
  if (bytes === '') return { input, refused: 'empty' };
  if (bytes.startsWith('\xd0\xcf\x11\xe0')) return { input, refused: 'msg' };
  if (FOREIGN.some((magic) => bytes.startsWith(magic))) return { input, refused: 'foreign' };
  // A text file that an editor saved as UTF-16 says so in its first two bytes; mail is never written like that.
  const marks = { '\xff\xfe': 'utf-16le', '\xfe\xff': 'utf-16be' };
  const charset = Object.entries(marks).find(([mark]) => bytes.startsWith(mark));
  return charset
    ? { input: { text: new TextDecoder(charset[1]).decode(octetsOf(bytes)) }, refused: null }
    : { input, refused: null };
}
