// The matcher as programs in JavaScript call it. May import the engine, and bytes.js of the view.
/** @import { IndexData } from '../../engine/index.js' */
/** @import { Refusal } from '../../engine/types' */
import { createEngine } from '../../engine/engine.js';
import { decoded, latin1Of } from '../../view/bytes.js';

/** Thrown for a file that is no mail at all. */
export class NoMail extends Error {
  /** @param {Refusal} reason */
  constructor(reason) {
    super(
      reason === 'msg'
        ? "This is a file in Outlook's own format (.msg). Save the mail as .eml, or give its text."
        : 'This is no mail. Give an .eml file, an mbox, or the text of a bounce.',
    );
    this.name = 'NoMail';
    this.reason = reason;
  }
}

/** A matcher over a match index. @param {IndexData} index */
export function matcherOver(index) {
  const engine = createEngine(index);
  return {
    /** The result for a text that was pasted, or the bytes of a file. Throws NoMail. @param {string | Uint8Array} input */
    match(input) {
      const opened = engine.read(typeof input === 'string' ? { text: input } : { bytes: latin1Of(input) });
      // Nothing at all is answered like any other text: there is nothing that it could be instead of mail.
      if (opened.refused && opened.refused !== 'empty') throw new NoMail(opened.refused);
      return engine.match(opened, decoded(opened.need)).result;
    },
  };
}
