// Which mail system is speaking: recognised by the server that refused, by a name in its answer, or by the address.
// May import nothing.

function hostTest(patterns) {
  return patterns.map((pattern) => {
    const host = pattern.toLowerCase();
    return host.startsWith('*.') ? { suffix: host.slice(1), exact: host.slice(2) } : { suffix: null, exact: host };
  });
}

function fits(tests, host) {
  return tests.some((test) => host === test.exact || (test.suffix !== null && host.endsWith(test.suffix)));
}

/** Prepare the providers of an index ({id, kind, domains, hosts, names}) for `providersOf`. */
export function prepareProviders(providers) {
  return providers.map((p) => ({
    id: p.id,
    hosts: hostTest(p.hosts || []),
    domains: hostTest(p.domains || []),
    named: hostTest((p.names || []).filter((name) => /^[\w-]+(?:\.[\w-]+)+$/.test(name))),
  }));
}

const HOST = /[a-z0-9][a-z0-9_-]*(?:\.[a-z0-9][a-z0-9_-]*)+/g;

/**
 * The providers that a recipient's block speaks of, the surest first.
 * @param {object[]} prepared from `prepareProviders`
 * @param {{remote: string | null, answer: string, domain: string | null, named: string[]}} clues the refusing server,
 *   the text of the answers, the domain of the recipient's address, ids of providers named in the answers
 * @returns {string[]} ids
 */
export function providersOf(prepared, clues) {
  const found = [];
  const add = (id) => found.includes(id) || found.push(id);
  const remote = clues.remote ? clues.remote.toLowerCase() : null;
  const hosts = clues.answer.toLowerCase().slice(0, 20000).match(HOST) || [];
  const domain = clues.domain ? clues.domain.toLowerCase() : null;
  for (const id of clues.named) add(id);
  if (remote) for (const p of prepared) if (fits(p.hosts, remote)) add(p.id);
  for (const p of prepared) if (hosts.some((host) => fits(p.hosts, host))) add(p.id);
  if (domain) for (const p of prepared) if (fits(p.domains, domain)) add(p.id);
  return found;
}

/** Is this the name of a server, a site or a mail domain that belongs to one of the providers? */
export function isProviderHost(prepared, host) {
  return prepared.some((p) => fits(p.hosts, host) || fits(p.named, host) || fits(p.domains, host));
}
