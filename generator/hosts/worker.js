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

const CHUNK = 32768;

/** @param {Uint8Array[]} pieces @returns {Uint8Array<ArrayBuffer>} */
function joined(pieces) {
  const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** Reads lines and blocks of bytes from what comes in pieces. */
class Incoming {
  /** @param {AsyncIterable<Uint8Array>} source */
  constructor(source) {
    this.source = source[Symbol.asyncIterator]();
    this.held = new Uint8Array(0);
  }

  /** More bytes; false at the end. */
  async more() {
    const { value, done } = await this.source.next();
    if (done) return false;
    this.held = joined([this.held, value]);
    return true;
  }

  /** @param {number} length */
  async bytes(length) {
    // Joined once: a large file comes in thousands of pieces.
    /** @type {Uint8Array[]} */
    const pieces = [this.held];
    for (let missing = length - this.held.length; missing > 0; ) {
      const { value, done } = await this.source.next();
      if (done) break;
      pieces.push(value);
      missing -= value.length;
    }
    if (pieces.length > 1) this.held = joined(pieces);
    const taken = this.held.subarray(0, length);
    this.held = this.held.subarray(length);
    return taken;
  }

  /** A line without its end, or null where there are no more. */
  async line() {
    let from = 0;
    for (;;) {
      const end = this.held.indexOf(10, from);
      if (end >= 0) {
        const taken = await this.bytes(end + 1);
        // Whoever writes escapes what is not ASCII.
        return latin1(taken.subarray(0, end));
      }
      from = this.held.length;
      if (!(await this.more())) return null;
    }
  }
}

/** @param {Uint8Array} bytes */
function latin1(bytes) {
  let text = '';
  for (let at = 0; at < bytes.length; at += CHUNK) {
    text += String.fromCharCode.apply(null, /** @type {any} */ (bytes.subarray(at, at + CHUNK)));
  }
  return text;
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
 * @param {{stdin: AsyncIterable<Uint8Array>, stdout: {write(text: string): unknown}}} process
 */
export async function serve({ stdin, stdout }) {
  const incoming = new Incoming(stdin);
  const wanted = JSON.parse((await incoming.line()) || 'null');
  const engine = createEngine(wanted.index);
  for (let head = await incoming.line(); head !== null; head = await incoming.line()) {
    /** @type {(Opened | {error: string})[]} */
    const opened = [];
    for (const length of JSON.parse(head)) {
      const bytes = latin1(await incoming.bytes(length));
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
