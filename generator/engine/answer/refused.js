// Who refused a mail: one's own program or service, a gateway on the way, or the recipient's side; and how that is known.
// May import codes.js. Never assumes: what nothing in the report tells is unknown.
/** @import { Described, KnownBy, RefusedBy } from '../types.js' */
/** @import { CodeMap } from './codes.js' */

/**
 * What tells who refused: codes that only one side gives, reporters that are a reader's own program, ids of gateways,
 * and hosts that only take mail from their own users.
 * @typedef {{codes: CodeMap<RefusedBy>, reporters: Map<string, RefusedBy>, gateways: Set<string>, submission: Set<string>}} Refusers
 * `host`: the provider that the remote host itself belongs to; `submitted`: the report names a port that only senders use.
 * @typedef {{block: Described, reporter: string | null, reporting: string | null, domain: string | null, host: string | null,
 *   submitted: boolean}} Scene
 * @typedef {{by: RefusedBy, from: KnownBy | null}} Refused
 */

// Under these labels of a country's domain an organisation's name starts: example.co.jp, example.com.au.
const SECOND_LEVEL = /^(?:ac|ad|co|com|ed|edu|go|gob|gov|gr|lg|ne|net|or|org)$/;

/** The domain of the organisation that a host belongs to. @param {string} host */
function organisation(host) {
  const labels = host.toLowerCase().replace(/\.$/, '').split('.');
  const isCountry = labels.length > 2 && labels[labels.length - 1].length === 2;
  return labels.slice(isCountry && SECOND_LEVEL.test(labels[labels.length - 2]) ? -3 : -2).join('.');
}

/** @param {string | null} a @param {string | null} b */
function isSame(a, b) {
  return a !== null && b !== null && a.includes('.') && organisation(a) === organisation(b);
}

/** Who speaks to whom in the report. @param {Refusers} refusers @param {Scene} scene @returns {Refused | null} */
function fromHosts({ gateways }, { block, reporting, domain, host }) {
  const { remote, own } = block;
  if (remote && own) {
    if (isSame(remote, domain)) return { by: 'recipient-side', from: 'recipient-host' };
    if (host && gateways.has(host)) return { by: 'gateway', from: 'gateway' };
    if (isSame(remote, reporting)) return { by: 'own-service', from: 'own-host' };
    return { by: 'recipient-side', from: 'other-host' };
  }
  return !remote && isSame(reporting, domain) ? { by: 'recipient-side', from: 'recipient-host' } : null;
}

/**
 * Who refused, and how that is known; `unknown` and null where nothing tells.
 * @param {Refusers} refusers
 * @param {Scene} scene
 * @returns {Refused}
 */
export function refusedBy(refusers, scene) {
  const { block, reporter, submitted } = scene;
  for (const { code } of block.codes) {
    const by = refusers.codes.get(code);
    if (by) return { by, from: 'code' };
  }
  const program = reporter && refusers.reporters.get(reporter);
  if (program) return { by: program, from: 'reporter' };
  const isSubmission = submitted || refusers.submission.has(block.remote?.toLowerCase() || '');
  if (isSubmission || block.stage === 'auth') return { by: 'own-service', from: 'submission' };
  return fromHosts(refusers, scene) || { by: 'unknown', from: null };
}

/** Is an article that is for one side's refusal of use here? @param {RefusedBy | null} wanted @param {Refused} refused */
export function isOfSide(wanted, { by, from }) {
  const isOwn = (/** @type {RefusedBy} */ one) => one === 'own-program' || one === 'own-service';
  if (wanted === null || by === 'unknown' || isOwn(wanted) === isOwn(by)) return true;
  // Another host may be a server that one sends through, and one's own service may hand on what the recipient's said.
  return from === 'other-host' || (!isOwn(wanted) && (from === 'reporter' || from === 'submission'));
}
