// Which mail system is speaking: recognised by the server that refused, by a name in its answer, or by the address.
// May import limits.js and the pattern room's units.
/** @import { Span, Stretch } from '../types.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Text } from '../pattern/text.js' */
import { LONGEST_ANSWER, LONGEST_ANSWERS } from '../limits.js';
import { GAP_LINE, GAP_NONE } from '../pattern/units.js';

// What the name of a host is made of, in small letters.
const HOST_UNITS = new Uint8Array(128);
for (const unit of 'abcdefghijklmnopqrstuvwxyz0123456789_.-') HOST_UNITS[unit.charCodeAt(0)] = 1;
const HOST_NAME = /^[\w-]+(?:\.[\w-]+)+$/;

/** Host patterns (`mx.example.jp`, or `*.example.jp` for it and all below), each with the places of its providers in the list. */
class HostTable {
  constructor() {
    /** @type {Map<string, number[]>} */
    this.exact = new Map();
    /** @type {Map<string, number[]>} */
    this.below = new Map();
  }

  /** @param {string} pattern @param {number} place */
  add(pattern, place) {
    const host = pattern.toLowerCase();
    const name = host.startsWith('*.') ? host.slice(2) : host;
    push(this.exact, name, place);
    if (name !== host) push(this.below, name, place);
  }

  /** The places of the providers that a host belongs to. @param {string} host @param {Set<number>} found */
  find(host, found) {
    for (const place of this.exact.get(host) || []) found.add(place);
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      for (const place of this.below.get(host.slice(dot + 1)) || []) found.add(place);
    }
    return found;
  }
}

/** @param {Map<string, number[]>} table @param {string} key @param {number} place */
function push(table, key, place) {
  const known = table.get(key);
  if (known) known.push(place);
  else table.set(key, [place]);
}

/** Where the word around a dot starts and ends: at white space other than `crossed`, and at what is in no host's name. @param {Text} text @param {Span} span @param {number} dot @param {number} crossed */
function wordAround({ units, gaps }, span, dot, crossed) {
  const goesOn = (/** @type {number} */ at) => gaps[at] === GAP_NONE || gaps[at] === crossed;
  let from = dot;
  while (from > span.from && goesOn(from) && HOST_UNITS[units[from - 1]] === 1) from--;
  let to = dot + 1;
  while (to < span.to && goesOn(to) && HOST_UNITS[units[to]] === 1) to++;
  return { from, to };
}

/** Names of hosts in a span, each once; a line break may be a wrap within a name, or stand between two. @param {Text} text @param {Span} span */
function hostsIn(text, span) {
  const { folded } = text;
  /** @type {Set<string>} */
  const found = new Set();
  for (const crossed of [GAP_NONE, GAP_LINE]) {
    let dot = folded.indexOf('.', span.from);
    while (dot >= 0 && dot < span.to) {
      const { from, to } = wordAround(text, span, dot, crossed);
      for (const part of folded.slice(from, to).split(/\.(?![a-z0-9])/)) {
        const host = part.replace(/^[^a-z0-9]+/, '');
        if (host.includes('.')) found.add(host);
      }
      dot = folded.indexOf('.', to);
    }
  }
  return found;
}

/**
 * What a block says of who speaks: the refusing server, the stretches of its answers, the domain of the recipient's
 * address, ids of providers named in the answers.
 * @typedef {{remote: string | null, spans: Stretch[], domain: string | null, named: string[]}} Clues
 */

export class Providers {
  /** @param {{id: string, domains: string[], hosts: string[], names: string[]}[]} list */
  constructor(list) {
    this.ids = list.map((one) => one.id);
    this.hosts = new HostTable();
    this.domains = new HostTable();
    this.names = new HostTable();
    /** Domains of addresses, with those that have others below them. @type {Set<string>} */
    this.known = new Set(
      list.flatMap(({ domains }) => domains.map((domain) => domain.replace('*.', '').toLowerCase())),
    );
    list.forEach((one, place) => {
      for (const host of one.hosts) this.hosts.add(host, place);
      for (const domain of one.domains) this.domains.add(domain, place);
      for (const name of one.names) if (HOST_NAME.test(name)) this.names.add(name, place);
    });
  }

  /** The places in the list of the providers whose hosts a span names. @param {Text} text @param {Span} span */
  spokenOf(text, span) {
    /** @type {Set<number>} */
    const found = new Set();
    for (const host of hostsIn(text, span)) this.hosts.find(host, found);
    return found;
  }

  /** The provider that a server belongs to, or null. @param {string} host */
  ofHost(host) {
    const [place] = this.hosts.find(host.toLowerCase(), new Set());
    return place === undefined ? null : this.ids[place];
  }

  /** Is this the name of a server, a site or a mail domain that belongs to one of the providers? @param {string} host */
  hasHost(host) {
    return [this.hosts, this.names, this.domains].some((table) => table.find(host, new Set()).size > 0);
  }
}

/** Tells the providers of the recipients of one text; recipients that share a stretch share what is found in it. */
export class Speakers {
  /** @param {Providers} providers @param {Text} text @param {Meter} meter */
  constructor(providers, text, meter) {
    this.providers = providers;
    this.text = text;
    this.meter = meter;
    /** @type {Map<Span, Set<number>>} */
    this.known = new Map();
  }

  /** @param {Span} span */
  spokenOf(span) {
    let found = this.known.get(span);
    if (!found) {
      const to = Math.min(span.to, span.from + LONGEST_ANSWER);
      this.meter.take(4 * (to - span.from));
      found = this.providers.spokenOf(this.text, { from: span.from, to });
      this.known.set(span, found);
    }
    return found;
  }

  /** The providers that a recipient's block speaks of, the surest first. @param {Clues} clues @returns {string[]} ids */
  of({ remote, spans, domain, named }) {
    const { hosts, domains, ids: all } = this.providers;
    const ids = new Set(named);
    const add = (/** @type {Set<number>} */ places) => {
      for (const place of Array.from(places).sort((a, b) => a - b)) ids.add(all[place]);
    };
    if (remote) add(hosts.find(remote.toLowerCase(), new Set()));
    /** @type {Set<number>} */
    const answered = new Set();
    let left = LONGEST_ANSWERS;
    // Where a refusing server is named, others in the words around its answer only handed the mail on.
    for (const span of remote ? spans.filter(({ response }) => response) : spans) {
      if (left <= 0) break;
      for (const place of this.spokenOf(span)) answered.add(place);
      left -= span.to - span.from;
    }
    this.meter.take(spans.length);
    add(answered);
    if (domain) add(domains.find(domain.toLowerCase(), new Set()));
    return Array.from(ids);
  }
}
