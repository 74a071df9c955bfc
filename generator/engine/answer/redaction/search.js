// Goes through the readings of a text and gathers what the finders find, in stretches of the text.
// May import its siblings, ascending.js and limits.js. Knows values and where they stand, never tokens.
import { firstIndex } from '../../ascending.js';
import { findNamesBeside } from './beside.js';
import { allReadings } from './decode.js';
import { findFields } from './fields.js';
import { HIDDEN, plainReading } from './reading.js';
import { findTraces } from './traces.js';
import { findValues } from './values.js';

/** @import { Meter } from '../../limits.js' */
/** @import { Reading } from './reading.js' */
/** @import { Repeats } from './repeats.js' */
/** @import { Add, ValueKind } from './values.js' */
/** @import { RedactionWords } from './words.js' */
/** @typedef {{start: number, end: number}} Stretch of the text, in UTF-16 units */
/** @typedef {Stretch & {kind: ValueKind, value: string}} Finding */

// A reading is gone through three times, and what is found in it is filed.
const STEPS_PER_UNIT = 6;
/** @type {ValueKind[]} the first wins where two claim the same stretch */
const BY_WEIGHT = ['address', 'subject', 'id', 'host', 'ip', 'phone', 'name'];

/**
 * Findings that touch or overlap as one, in order: the longest says what it is. Takes the findings over.
 * @param {Finding[]} findings
 * @returns {Finding[]}
 */
function united(findings) {
  const sorted = findings.sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Finding[]} */
  const apart = [];
  let longest = 0;
  for (const one of sorted) {
    const last = apart[apart.length - 1];
    const length = one.end - one.start;
    if (!last || one.start >= last.end) {
      apart.push(one);
      longest = length;
      continue;
    }
    last.end = Math.max(last.end, one.end);
    if (length < longest || (length === longest && BY_WEIGHT.indexOf(one.kind) >= BY_WEIGHT.indexOf(last.kind)))
      continue;
    Object.assign(last, { kind: one.kind, value: one.value });
    longest = length;
  }
  return apart;
}

/** The first of these stretches that reaches into [start, end). @returns {Stretch | null} */
function reachedBy(/** @type {Stretch[]} */ stretches, /** @type {number} */ start, /** @type {number} */ end) {
  const next = firstIndex(stretches.length, (index) => stretches[index].end > start);
  return next < stretches.length && stretches[next].start < end ? stretches[next] : null;
}

/** @param {Stretch[]} stretches @returns {Stretch[]} sorted and apart */
function apart(stretches) {
  return united(stretches.map(({ start, end }) => ({ start, end, kind: 'name', value: '' })));
}

/** A text cut at the end of a line. @param {string} text @param {number} room the most units */
function cutTo(text, room) {
  return text.length <= room ? text : text.slice(0, text.lastIndexOf('\n', room - 1) + 1);
}

/**
 * The readings of as much of a text as the work left allows: what can't be read can't be shown.
 * @param {string} text @param {RedactionWords} words @param {Meter} meter
 */
function readWithin(text, words, meter) {
  const left = Math.max(0, meter.left);
  let shown = cutTo(text, Math.floor(left / (STEPS_PER_UNIT + 2)));
  for (;;) {
    const readings = allReadings(plainReading(shown, words));
    const units = readings.reduce((sum, reading) => sum + reading.text.length, 0);
    meter.take(shown.length + units);
    if (STEPS_PER_UNIT * units <= meter.left || !units) {
      meter.leaveOut('units', text.length - shown.length);
      return { shown: shown.length < text.length ? `${shown}[rest]\n` : shown, readings };
    }
    // What is encoded is read more than once.
    shown = cutTo(shown, Math.min(Math.floor((shown.length * left) / (STEPS_PER_UNIT * units)), shown.length >> 1));
  }
}

/** What is found in a text, and where. */
export class Search {
  /** @param {string} text @param {(host: string) => boolean} known @param {RedactionWords} words @param {Meter} meter */
  constructor(text, known, words, meter) {
    const { shown, readings } = readWithin(text, words, meter);
    this.text = shown;
    this.readings = readings;
    this.known = known;
    this.meter = meter;
    /** @type {Finding[]} */
    this.findings = [];
    /** Lines that say who sent the mail. @type {Stretch[]} */
    this.senders = [];
    /** Hosts that stay; in them the names of their providers, and those of the servers. @type {Stretch[]} */
    this.kept = [];
    /** @type {Stretch[]} */
    this.ownNames = [];
    /** @type {Stretch[]} */
    this.servers = [];
    this.findAll();
  }

  /** @param {Reading} reading @param {number} from @param {number} to @returns {Stretch} */
  place(reading, from, to) {
    this.meter.take(1);
    return { start: reading.start(from), end: reading.end(to - 1) };
  }

  /** Read each reading with what was found so far, and more, hidden. @param {Stretch[]} more @param {(reading: Reading, add: Add) => void} find */
  each(more, find) {
    const hidden = more.length ? apart(this.united().concat(/** @type {Finding[]} */ (more))) : this.united().slice();
    for (const reading of this.readings) {
      this.meter.take(reading.text.length);
      find(hidden.length ? reading.without(hidden) : reading, (from, to, kind, value) => {
        // What holds hidden values is known by its own words, not by their number.
        const whole = value.includes(HIDDEN) ? reading.lower.slice(from, to) : value;
        if (from < to) this.findings.push({ ...this.place(reading, from, to), kind, value: whole });
      });
    }
  }

  united() {
    this.findings = united(this.findings);
    return this.findings;
  }

  /** Find all that shows by itself what it is. */
  findAll() {
    this.each([], (reading, add) =>
      findValues(reading, this.known, add, (from, to, own) => {
        this.kept.push(this.place(reading, from, to));
        this.ownNames.push(this.place(reading, own, to));
        if (own > from) this.servers.push(this.place(reading, from, own - 1));
      }),
    );
    const addresses = new Set(this.united().flatMap((one) => (one.kind === 'address' ? [one.start] : [])));
    const isAddress = (/** @type {number} */ start) =>
      addresses.has(start) || this.text.startsWith('[recipient-', start) || this.text.startsWith('[sender-', start);
    this.each(this.kept, (reading, add) => {
      findFields(reading, add, (from, to) => from < to && this.senders.push(this.place(reading, from, to)));
      findNamesBeside(reading, (at) => isAddress(reading.start(at)), add);
      findTraces(reading, add);
    });
  }

  /** Find what repeats parts of it. @param {Repeats} repeats */
  findRepeats(repeats) {
    const servers = apart(this.servers);
    this.each(this.ownNames, (reading, add) =>
      repeats.find(reading, (from, to, { kind, value }) => {
        add(from, to, kind, value);
        // Of a server's name nothing stays then: without its provider's name a rest would be a host of its own.
        const server = reachedBy(servers, reading.start(from), reading.end(to - 1));
        if (server) this.findings.push({ ...server, kind, value });
      }),
    );
  }

  /** The addresses that the text calls its sender's. */
  senderAddresses() {
    const lines = apart(this.senders);
    return this.findings.flatMap(({ kind, value, start, end }) =>
      kind === 'address' && reachedBy(lines, start, end) ? [value] : [],
    );
  }
}
