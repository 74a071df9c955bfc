// The engine as a host calls it that exchanges JSON strings only. It remembers the last batch of inputs, for `explain`
// and `redact`; the engine itself remembers nothing.
// May import the engine.
/** @import { Input } from '../engine/types.js' */
/** @import { Opened, Reading } from '../engine/engine.js' */
import { explain, trace } from '../engine/answer/explain.js';
import { redact } from '../engine/answer/redact.js';
import { RedactionWords } from '../engine/answer/redaction/words.js';
import { createEngine } from '../engine/engine.js';

/** @type {ReturnType<typeof createEngine>} */
let engine;
/** @type {Opened[]} */
let opened = [];
/** @type {Reading[]} */
let readings = [];

/** Take the match index, as JSON. @param {string} json */
export function load(json) {
  engine = createEngine(JSON.parse(json));
  return 'null';
}

/** @type {RedactionWords} */
let redactionWords;

/** Take the words that `redacted` goes by, as JSON; before its first call. @param {string} json */
export function loadRedaction(json) {
  redactionWords = new RedactionWords(JSON.parse(json));
  return 'null';
}

/** First step: JSON [{text} | {bytes}] -> JSON [{need: [[charset, bytes]], refused}]. @param {string} json */
export function read(json) {
  opened = JSON.parse(json).map((/** @type {Input} */ input) => engine.read(input));
  return JSON.stringify(opened.map(({ need, refused }) => ({ need, refused })));
}

/**
 * Second step: JSON {texts: [[decoded text, ...], ...] in the order of `need`, only: [article id, ...]} -> JSON of the
 * results. `only` may be empty; else it names for each input the one article whose patterns count.
 * @param {string} json
 */
export function match(json) {
  const { texts, only } = JSON.parse(json);
  readings = opened.map((one, i) => engine.match(one, texts[i], only[i]));
  opened = [];
  return JSON.stringify(readings.map((reading) => reading.result));
}

/** How each input of the last batch was read, as JSON. */
export function traces() {
  return JSON.stringify(readings.map(trace));
}

/** Why the first input of the last batch was answered so, as JSON. */
export function explained() {
  return JSON.stringify(explain(engine.index, readings[0]));
}

/** Each input of the last batch without what identifies anybody, as JSON [{text, tokens}]. */
export function redacted() {
  return JSON.stringify(readings.map((reading) => redact(engine.index, reading, redactionWords)));
}

/** The steps that each input of the last batch took, as JSON: what tests count in place of seconds. */
export function work() {
  return JSON.stringify(readings.map((reading) => reading.meter.steps));
}
