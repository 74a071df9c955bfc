// The engine as this page asks it: the only module that names BounceEngine, its index and redaction.
// May import bytes.js. Never draws; the answers are the engine's own.
import { decoded } from './bytes.js';

/** @import { Input } from '../engine/types' */
/** @import { Answer, Shelf } from './types' */

/** The engine with its index, which is read when it is first needed. */
export class PageEngine {
  /** @param {Shelf} [shelf] where scripts leave what they bring */
  constructor(shelf = globalThis) {
    this.shelf = shelf;
    /** @type {ReturnType<typeof import('../engine/engine.js').createEngine> | null} */
    this.made = null;
  }

  /** The engine. Its index must have been loaded (place.js). */
  get engine() {
    this.made = this.made || this.shelf.BounceEngine.createEngine(this.shelf.BounceIndex);
    return this.made;
  }

  /** Read the index, if that isn't done yet. */
  prepare() {
    return this.engine !== null;
  }

  /** What the engine answers to an input: a result, or why it is no mail. @param {Input} input @returns {Answer} */
  ask(input) {
    const { engine } = this;
    const opened = engine.read(input);
    if (opened.refused) return { result: null, refused: opened.refused };
    const reading = engine.match(opened, decoded(opened.need));
    const redacted = () => {
      const { redact, words } = this.shelf.BounceRedaction;
      return redact(engine.index, reading, words).text;
    };
    return { result: reading.result, redacted, refused: null };
  }
}
