// Which mail system is speaking: recognised by the server that refused, by a name in its answer, or by the address.
// May import nothing.

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

/** Names of hosts in a text in small letters, each once. @param {string} text */
function hostsIn(text) {
  const found = new Set();
  for (const word of text.split(/[^a-z0-9_.-]+/)) {
    if (!word.includes('.')) continue;
    for (const part of word.split(/\.(?![a-z0-9])/)) {
      const host = part.replace(/^[^a-z0-9]+/, '');
      if (host.includes('.')) found.add(host);
    }
  }
  return found;
}

/**
 * What a block says of who speaks: the refusing server, the text of the answers, the domain of the recipient's address,
 * ids of providers named in the answers.
 * @typedef {{remote: string | null, answer: string, domain: string | null, named: string[]}} Clues
 */

export class Providers {
  /** @param {{id: string, domains: string[], hosts: string[], names: string[]}[]} list */
  constructor(list) {
    this.ids = list.map((one) => one.id);
    this.hosts = new HostTable();
    this.domains = new HostTable();
    this.names = new HostTable();
    list.forEach((one, place) => {
      for (const host of one.hosts) this.hosts.add(host, place);
      for (const domain of one.domains) this.domains.add(domain, place);
      for (const name of one.names) if (HOST_NAME.test(name)) this.names.add(name, place);
    });
  }

  /** The providers that a recipient's block speaks of, the surest first. @param {Clues} clues @returns {string[]} ids */
  of({ remote, answer, domain, named }) {
    const ids = new Set(named);
    const add = (/** @type {Set<number>} */ places) => {
      for (const place of Array.from(places).sort((a, b) => a - b)) ids.add(this.ids[place]);
    };
    if (remote) add(this.hosts.find(remote.toLowerCase(), new Set()));
    /** @type {Set<number>} */
    const answered = new Set();
    for (const host of hostsIn(answer.toLowerCase())) this.hosts.find(host, answered);
    add(answered);
    if (domain) add(this.domains.find(domain.toLowerCase(), new Set()));
    return Array.from(ids);
  }

  /** Is this the name of a server or a site that belongs to one of the providers? @param {string} host */
  hasHost(host) {
    return this.hosts.find(host, new Set()).size > 0 || this.names.find(host, new Set()).size > 0;
  }
}
