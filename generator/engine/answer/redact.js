// A report without what identifies people and machines: every value becomes a token, the same value the same token.
// May import limits.js and redaction/. Errs on the side of hiding: a token too many costs less than an address that gets out.
import { Meter } from '../limits.js';
import { findNamesBeside } from './redaction/beside.js';
import { allReadings } from './redaction/decode.js';
import { findFields } from './redaction/fields.js';
import { HIDDEN, plainReading, TOKEN } from './redaction/reading.js';
import { Repeats } from './redaction/repeats.js';
import { findTraces } from './redaction/traces.js';
import { findValues } from './redaction/values.js';
import { FIELDS } from './redaction/words.js';

/** @import { Reading } from './redaction/reading.js' */
/** @import { Add, ValueKind } from './redaction/values.js' */
/** @import { Fields } from './redaction/words.js' */
/** @typedef {'sender' | 'recipient' | 'name' | 'host' | 'ip' | 'id' | 'subject' | 'phone'} TokenKind */
/** @typedef {{start: number, end: number}} Stretch of the text, in UTF-16 units */
/** @typedef {Stretch & {kind: ValueKind, value: string}} Finding */
/**
 * @typedef {object} Options
 * @property {Stretch[]} [originals] returned mails within the text: left out whole
 * @property {(host: string) => boolean} [known] hosts that may stay: a provider's own names identify nobody
 * @property {Meter} [meter]
 * @property {Fields} [fields]
 */

// A reading is gone through three times, and what is found in it is filed.
const STEPS_PER_UNIT = 6;
const LONGEST_HEAD = 20000;
/** @type {ValueKind[]} the first wins where two claim the same stretch */
const BY_WEIGHT = ['address', 'subject', 'id', 'host', 'ip', 'phone', 'name'];

/** Numbers the values as they come; tokens that stand in the text already keep their numbers to themselves. */
class Tokens {
  /** @param {string} text */
  constructor(text) {
    /** @type {Map<string, string>} */
    this.byValue = new Map();
    /** @type {Map<string, number>} */
    this.counts = new Map();
    /** @type {{token: string, kind: TokenKind}[]} */
    this.list = [];
    for (const [, kind, number] of text.matchAll(new RegExp(TOKEN.source, 'g')))
      if (kind) this.counts.set(kind, Math.max(this.counts.get(kind) || 0, Number(number)));
  }

  /** @param {TokenKind} kind @param {string} key */
  of(kind, key) {
    const known = this.byValue.get(key);
    if (known) return known;
    const number = (this.counts.get(kind) || 0) + 1;
    const token = `[${kind}-${number}]`;
    this.counts.set(kind, number);
    this.byValue.set(key, token);
    this.list.push({ token, kind });
    return token;
  }
}

/** Findings that touch or overlap as one, in order: the longest says what it is. @param {Finding[]} findings @returns {Finding[]} */
function united(findings) {
  const sorted = findings.slice().sort((a, b) => a.start - b.start || b.end - a.end);
  /** @type {Finding[]} */
  const apart = [];
  let longest = 0;
  for (const one of sorted) {
    const last = apart[apart.length - 1];
    const length = one.end - one.start;
    if (!last || one.start >= last.end) {
      apart.push({ ...one });
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
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle].end <= start) low = middle + 1;
    else high = middle;
  }
  return low < stretches.length && stretches[low].start < end ? stretches[low] : null;
}

/** @param {Stretch[]} stretches @returns {Stretch[]} sorted and apart */
function apart(stretches) {
  return united(stretches.map(({ start, end }) => ({ start, end, kind: 'name', value: '' })));
}

/**
 * The readings of as much of a text as the work left allows: what can't be read can't be shown.
 * @param {string} text @param {Meter} meter
 */
function readWithin(text, meter) {
  let shown = text;
  for (;;) {
    const readings = allReadings(plainReading(shown));
    const units = readings.reduce((sum, reading) => sum + reading.text.length, 0);
    meter.take(units);
    if (STEPS_PER_UNIT * units <= meter.left || !units) {
      meter.leaveOut('units', text.length - shown.length);
      return { shown: shown.length < text.length ? `${shown}[rest]\n` : shown, readings };
    }
    const room = Math.floor((shown.length * Math.max(0, meter.left)) / (STEPS_PER_UNIT * units));
    shown = shown.slice(0, shown.lastIndexOf('\n', Math.min(room, shown.length >> 1) - 1) + 1);
  }
}

/** What is found in a text, and where. */
class Search {
  /** @param {string} text @param {(host: string) => boolean} known @param {Fields} fields @param {Meter} meter */
  constructor(text, known, fields, meter) {
    const { shown, readings } = readWithin(text, meter);
    this.text = shown;
    this.readings = readings;
    this.known = known;
    this.fields = fields;
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
  }

  /** @param {Reading} reading @param {number} from @param {number} to @returns {Stretch} */
  place(reading, from, to) {
    this.meter.take(1);
    return { start: reading.start(from), end: reading.end(to - 1) };
  }

  /** Read each reading with what was found so far, and more, hidden. @param {Stretch[]} more @param {(reading: Reading, add: Add) => void} find */
  each(more, find) {
    const hidden = apart([...this.united(), ...more]);
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
  run() {
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
      findFields(
        reading,
        this.fields,
        add,
        (from, to) => from < to && this.senders.push(this.place(reading, from, to)),
      );
      findNamesBeside(reading, (at) => isAddress(reading.start(at)), add);
      findTraces(reading, add);
    });
    return this.united();
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

/** File what findings are made of: an address is known by its local part first, then names, then pieces. */
function fileParts(
  /** @type {Repeats} */ repeats,
  /** @type {Finding[]} */ findings,
  /** @type {(host: string) => boolean} */ known,
) {
  for (const one of findings) if (one.kind === 'address') repeats.addWord(localOf(one.value), one);
  for (const one of findings) if (one.kind === 'name') repeats.addName(one.value, one);
  for (const one of findings) {
    if (one.kind === 'address') repeats.add(localOf(one.value), one);
    const host =
      one.kind === 'host' ? one.value : one.kind === 'address' ? one.value.slice(localOf(one.value).length + 1) : '';
    if (host && !known(host)) repeats.addHost(host, { kind: 'host', value: host });
  }
}

/** @param {string} address */
function localOf(address) {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at);
}

/** What gets a token of its own: `u=taro@example.jp` is taro@example.jp if that stands elsewhere, and taro whose name it is. */
function ownerOf(
  /** @type {Finding} */ { kind, value },
  /** @type {Set<string>} */ addresses,
  /** @type {Repeats} */ repeats,
) {
  const plain = value.slice(value.lastIndexOf('=') + 1);
  if (kind === 'address') return { kind, value: addresses.has(plain) ? plain : value };
  return ((kind === 'name' || kind === 'host') && repeats.words.get(value)) || { kind, value };
}

/** The heads of returned mails: who wrote to whom, which the report may repeat. @param {string} text @param {Stretch[]} originals */
function headsOf(text, originals) {
  return originals
    .map(({ start, end }) => text.slice(start, Math.min(end, start + LONGEST_HEAD)).split(/\r?\n[ \t]*\r?\n/, 1)[0])
    .join('\n');
}

/** The text without the returned mails. @param {string} text @param {Stretch[]} originals @returns {string} */
function withoutOriginals(text, originals) {
  let kept = '';
  let from = 0;
  for (const part of originals) {
    if (part.start < from) continue;
    kept += `${text.slice(from, part.start)}[original]\n`;
    from = part.end;
  }
  return kept + text.slice(from);
}

/** @param {string} text */
function meterFor(text) {
  const meter = new Meter();
  meter.allow(text.length);
  return meter;
}

/** @param {(host: string) => boolean} known @returns {(host: string) => boolean} that asks once for each host */
function remembering(known) {
  /** @type {Map<string, boolean>} */
  const answers = new Map();
  return (host) => {
    const answer = answers.get(host) ?? known(host);
    answers.set(host, answer);
    return answer;
  };
}

/**
 * @param {string} text a report as pasted
 * @param {Options} options
 * @returns {{text: string, tokens: {token: string, kind: TokenKind}[]}}
 */
export function redactText(
  text,
  { originals = [], known = () => false, meter = meterFor(text), fields = FIELDS } = {},
) {
  const isKnown = remembering(known);
  const sorted = originals.slice().sort((a, b) => a.start - b.start);
  const heads = new Search(headsOf(text, sorted), isKnown, fields, meter);
  const findings = heads.run().slice();
  const search = new Search(withoutOriginals(text, sorted), isKnown, fields, meter);
  const shown = search.text;
  // What the report itself says comes first where both name the same.
  findings.unshift(...search.run());

  const repeats = new Repeats();
  fileParts(repeats, findings, isKnown);
  search.findRepeats(repeats);

  const senders = new Set([...search.senderAddresses(), ...heads.senderAddresses()]);
  const addresses = new Set(findings.map((one) => one.value));
  const tokens = new Tokens(shown);
  const parts = [];
  let from = 0;
  let last = '';
  for (const one of search.united()) {
    const { kind, value } = ownerOf(one, addresses, repeats);
    const shownKind = kind !== 'address' ? kind : senders.has(value) ? 'sender' : 'recipient';
    const token = tokens.of(shownKind, `${kind} ${value}`);
    const between = shown.slice(from, one.start);
    // `Taro Suzuki`, each known from taro.suzuki@..., is one.
    if (!(token === last && /^[ ._-]$/.test(between))) parts.push(between, token);
    from = one.end;
    last = token;
  }
  return { text: parts.join('') + shown.slice(from), tokens: tokens.list };
}
