// The engine as a process of its own, for many mails at once: Node reads batches on its standard input and answers on its
// standard output. Decoding is the other side's business, so that every host decodes alike.
//
//   -> a line: JSON lengths of the inputs in bytes, then the bytes
//   <- a line: JSON for each input what must be decoded, [[charset, bytes]]
//   -> a line: JSON for each input the decoded texts; or `null` if nothing was asked for at all
//   <- a line for each input: the result, {"refused": why it is no mail}, or {"error": why there is none}
//
// The first line says what is wanted: JSON {index, text: is the readable view wanted too}.
// May import the engine. Takes `process` from its host.
/** @import { Opened } from '../engine/engine.js' */
import { createEngine } from '../engine/engine.js';

/**
 * Standard input as text, a unit for each byte.
 * @typedef {AsyncIterable<string> & {setEncoding(encoding: 'latin1'): unknown}} ByteText
 */

/** Reads lines and blocks of bytes from what comes in pieces. */
class Incoming {
  /** @param {ByteText} source */
  constructor(source) {
    source.setEncoding('latin1');
    this.source = source[Symbol.asyncIterator]();
    this.held = '';
  }

  /** The next piece, or null at the end. */
  async piece() {
    const { value, done } = await this.source.next();
    return done ? null : /** @type {string} */ (value);
  }

  /** @param {number} length */
  take(length) {
    const taken = this.held.slice(0, length);
    this.held = this.held.slice(length);
    return taken;
  }

  /** So many bytes, or fewer at the end. @param {number} length */
  async bytes(length) {
    if (this.held.length < length) {
      // Joined once: a large file comes in thousands of pieces.
      const pieces = [this.held];
      let missing = length - this.held.length;
      for (let piece = await this.piece(); piece !== null; piece = missing > 0 ? await this.piece() : null) {
        pieces.push(piece);
        missing -= piece.length;
      }
      this.held = pieces.join('');
    }
    return this.take(length);
  }

  /** A line without its end, or null where there are no more. */
  async line() {
    let from = 0;
    for (;;) {
      const end = this.held.indexOf('\n', from);
      if (end >= 0) return this.take(end + 1).slice(0, -1);
      from = this.held.length;
      const piece = await this.piece();
      if (piece === null) return null;
      this.held += piece;
    }
  }
}

/** What `attempt` gives, or the error in its place. @template T @param {() => T} attempt @returns {T | {error: string}} */
function tried(attempt) {
  try {
    return attempt();
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

/** @param {ReturnType<typeof createEngine>} engine @param {Opened} opened @param {string[]} texts */
function answered(engine, opened, texts) {
  // A file without anything in it is answered like any other: there is nothing that it could be instead of mail.
  if (opened.refused && opened.refused !== 'empty') return { refused: opened.refused };
  return engine.match(opened, texts).result;
}

/**
 * Answer batches until there are no more.
 * @param {{stdin: ByteText, stdout: {write(text: string): unknown}}} process
 */
export async function serve({ stdin, stdout }) {
  const incoming = new Incoming(stdin);
  const wanted = JSON.parse((await incoming.line()) || 'null');
  const engine = createEngine(wanted.index);
  for (let head = await incoming.line(); head !== null; head = await incoming.line()) {
    /** @type {(Opened | {error: string})[]} */
    const opened = [];
    for (const length of JSON.parse(head)) {
      const bytes = await incoming.bytes(length);
      opened.push(tried(() => engine.read({ bytes })));
    }
    stdout.write(`${JSON.stringify(opened.map((one) => ('error' in one ? [] : one.need)))}\n`);
    const texts = JSON.parse((await incoming.line()) || 'null');
    const lines = opened.map((one, i) => {
      const answer = 'error' in one ? one : tried(() => answered(engine, one, texts ? texts[i] : []));
      return JSON.stringify('text' in answer && !wanted.text ? { ...answer, text: undefined } : answer);
    });
    stdout.write(`${lines.join('\n')}\n`);
  }
}
