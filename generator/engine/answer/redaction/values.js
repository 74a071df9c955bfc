// Finds addresses, hosts, IP addresses, phone numbers and what a URL tells of a person, in one reading of a text.
// May import addresses.js, names.js, words.js and pattern/values.js. Says where they stand, never what becomes of them.
import { ipv4Length, ipv6Length, urlEnd } from '../../pattern/values.js';
import { findAddresses } from './addresses.js';
import { hostsIn } from './names.js';

/** @import { RedactionWords } from './words.js' */

/** @import { Reading } from './reading.js' */
/** @typedef {'address' | 'host' | 'ip' | 'id' | 'name' | 'subject' | 'phone'} ValueKind */
/**
 * @callback Add
 * @param {number} from unit of the reading
 * @param {number} to
 * @param {ValueKind} kind
 * @param {string} value the same for what is the same, in lower case
 * @returns {void}
 */
/** @typedef {{from: number, to: number}} Span */

const IPV4 = /\d{1,3}(?:\.\d{1,3}){3}/g;
const IPV6_RUN = /(?<![0-9a-f:.])[0-9a-f.]*:[0-9a-f:.]+/g;
const PORT = /:\d{1,5}[.:]*$/;
const ZONE = /(?:%(?:25)?[a-z0-9_.-]{1,15})?/y;
const IPV4_IN_LABEL = /(?<!\d)(\d{1,3})-(\d{1,3})-(\d{1,3})-(\d{1,3})(?!\d)/;
// Services name a customer's server after its domain: example-co-jp.mail.provider.
const CUSTOMER =
  /^(.+)-(?:com|net|org|edu|gov|info|biz|(?:ac|co|com|ed|edu|go|gov|gr|lg|ne|net|or|org)-[a-z]{2}|jp|de|fr|uk|ch|nl|es|se|dk|fi|pl|cz|ru|cn|kr|tw|hk|sg|au|nz|br|za|ie|pt|tr|hu|ro|il|th|vn|ph)$/;

const PERSONAL =
  /^(?:u|user|username|userid|uid|login|e|email|mail|name|to|rcpt|recipient|from|sender|addr|address|account|member|customer|contact|token|key|auth|sig|signature|hash|session|sid)$/;
const URL_START = /:\/\/|(?<![\w.@-])www\.|mailto:/g;

/** Each with the fewest digits that make it one: `01-02-2026` is a date. @type {[RegExp, number][]} */
const PHONES = [
  [/(?<![\d.+])(\+[1-9][\d ().-]{7,18}\d)(?![\d.])/dg, 9],
  [/(?<![\d.+-])(0\d{1,4}[-(]\d{1,4}[-)]\d{3,4})(?![\d-])/dg, 10],
  [/(?<!\d)(\(0\d{1,4}\) ?\d{1,4}-\d{3,4})(?![\d-])/dg, 10],
  [
    /(?:tel|phone|fax|mobile|電話|電話番号|携帯|ファックス|ファクス)[ .:)]{0,4}([+(]?\d[\d ().-]{4,18}\d)(?![\d.])/dg,
    6,
  ],
];

/** @param {RegExp} regex sticky @param {string} text @param {number} at */
function endAt(regex, text, at) {
  regex.lastIndex = at;
  return regex.test(text) ? regex.lastIndex : at;
}

/** What the name of a provider's server tells of its customer: a domain, or an address. @returns {[ValueKind, string] | null} */
function customerIn(/** @type {RedactionWords} */ words, /** @type {string} */ server) {
  for (const label of server.split('.')) {
    const found = label.length < 64 ? CUSTOMER.exec(label) : null;
    if (found && !found[1].split('-').every((word) => words.isOrdinary(word)))
      return ['host', label.replace(/-/g, '.')];
    const ip = IPV4_IN_LABEL.exec(label);
    if (ip && ipv4Length(ip.slice(1).join('.'))) return ['ip', ip.slice(1).join('.')];
  }
  return null;
}

/** Where the provider's own name starts in the name of one of its hosts. @param {string} host @param {(host: string) => boolean} known */
function ownNameAt(host, known) {
  for (let at = host.lastIndexOf('.'); at >= 0; at = at ? host.lastIndexOf('.', at - 1) : -1)
    if (known(host.slice(at + 1))) return at + 1;
  return 0;
}

/**
 * @param {Reading} reading @param {(host: string) => boolean} known @param {Add} add
 * @param {(from: number, to: number, own: number) => void} keep called with each host that stays, and where in it the
 *   provider's own name starts
 */
function findHosts(reading, known, add, keep) {
  for (const [from, to] of hostsIn(reading.words, reading.text)) {
    const host = reading.lower.slice(from, to);
    if (known(host)) {
      const own = ownNameAt(host, known);
      keep(from, to, from + own);
      const customer = customerIn(reading.words, host.slice(0, Math.max(0, own - 1)));
      if (customer) add(from, from + own - 1, ...customer);
    } else add(from, to, 'host', host);
  }
}

/** The length of the IPv6 address at the start of a text, 0 if it goes on or says nothing. @param {string} text */
function wholeIpv6(text) {
  const port = PORT.exec(text);
  const length = ipv6Length(text) || (port ? ipv6Length(text.slice(0, port.index)) : 0);
  return length > 2 && !/^[0-9a-f]/.test(text.slice(length)) ? length : 0;
}

/** The IPv6 addresses in a run of hexadecimal digits, colons and dots. @returns {Generator<[number, number], void>} */
function* ipv6InRun(/** @type {string} */ run, /** @type {boolean} */ startsInWord) {
  for (let at = 0; at < run.length; ) {
    while (run[at] === '.' || (run[at] === ':' && run[at + 1] !== ':')) at++;
    // `code:2001:db8::1`, `[IPv6:2001:db8::1]`: the first group is the end of a word.
    const starts = startsInWord && at === 0 ? [run.indexOf(':') + 1, 0] : [at];
    const start = starts.find((one) => wholeIpv6(run.slice(one, one + 48))) ?? -1;
    const end = start < 0 ? run.indexOf('.', at) + 1 || run.length : start + wholeIpv6(run.slice(start, start + 48));
    if (start >= 0 && /[0-9a-f]/.test(run.slice(start, end))) yield [start, end];
    at = Math.max(end, at + 1);
  }
}

/** @param {string} lower @param {Add} add */
function findIps(lower, add) {
  for (const found of lower.matchAll(IPV4)) {
    const [from, to] = [found.index, found.index + found[0].length];
    if (/\d\.?$/.test(lower.slice(Math.max(0, from - 2), from)) || /^\.?\d/.test(lower.slice(to, to + 2))) continue;
    if (ipv4Length(found[0])) add(from, to, 'ip', found[0]);
  }
  for (const { 0: run, index } of lower.matchAll(IPV6_RUN)) {
    for (const [from, to] of ipv6InRun(run, /[g-z_]/.test(lower.charAt(index - 1)))) {
      // `cache::find`: the run ends within a word.
      const goesOn = to === run.length && /[g-z_]/.test(lower.charAt(index + to));
      if (goesOn && !/\d/.test(run.slice(from, to))) continue;
      const end = endAt(ZONE, lower, index + to);
      add(index + from, end, 'ip', lower.slice(index + from, end));
    }
  }
}

/** Can only a program read this: a key, a signature, a number that was given to one reader? @param {string} part */
function isOpaque(part) {
  return part.length >= 16 && /\d/.test(part) && /[a-z]/.test(part);
}

/**
 * What may tell, in a path, a query and a fragment, who clicked: users and keys, by their names or their looks. Which page
 * it is stays, for it is a part of a server's answer.
 * @param {RedactionWords} words @param {string} lower @param {number} from @param {number} to @param {boolean} isMail all that a `mailto:` carries tells
 * @param {Add} add
 */
function findClicker(words, lower, from, to, isMail, add) {
  const rest = lower.slice(from, to);
  const query = rest.search(/[?#]/);
  const path = query < 0 ? rest : rest.slice(0, query);
  for (const { 1: before, 2: part, index } of path.matchAll(
    /\/((?:u|user|users|profile|member|members|account)\/|~)?([^/]+)/g,
  ))
    if ((before && !words.isOrdinary(part)) || isOpaque(part)) {
      const start = from + index + 1 + (before || '').length;
      add(start, start + part.length, before ? 'name' : 'id', part);
    }
  if (query < 0) return;
  for (const { 1: key, 2: value, index } of rest.slice(query).matchAll(/[?&;#]([^=&;#]*)=?([^&;#]*)/g)) {
    const start = from + query + index + 1;
    if (!value && isOpaque(key)) add(start, start + key.length, 'id', key);
    if (value && !words.isOrdinary(value) && (isMail || PERSONAL.test(key) || isOpaque(value)))
      add(start + key.length + 1, start + key.length + 1 + value.length, 'id', value);
  }
}

/**
 * The URLs of a text, and what they tell: users of a server, and who clicked if the server is nobody's we know. A
 * provider's help page never tells.
 * @param {Reading} reading @param {(host: string) => boolean} known @param {Add} add
 * @returns {Span[]}
 */
function findUrls({ lower, guessed, words }, known, add) {
  /** @type {Span[]} */
  const urls = [];
  const search = new RegExp(URL_START.source, 'g');
  for (let found = search.exec(lower); found; found = search.exec(lower)) {
    const start = found[0] === 'www.' ? found.index : found.index + found[0].length;
    const to = urlEnd(lower, start);
    urls.push({ from: found.index, to });
    search.lastIndex = Math.max(to, search.lastIndex);
    const authority = (/^[^/?#\\]*/.exec(lower.slice(start, to)) || [''])[0];
    const host = authority.slice(authority.lastIndexOf('@') + 1).replace(/:\d*$/, '');
    const isMail = found[0] === 'mailto:';
    if (host.length < authority.length - 1 && authority.includes('@') && !isMail)
      add(start, start + authority.length, 'address', `${authority.split(/[:@]/)[0]}@${host}`);
    if (!guessed && (isMail || !known(host))) findClicker(words, lower, start + authority.length, to, isMail, add);
  }
  return urls;
}

/** @param {string} lower @param {Add} add */
function findPhones(lower, add) {
  for (const [regex, least] of PHONES) {
    for (const found of lower.matchAll(regex)) {
      const digits = found[1].replace(/\D/g, '');
      const [from, to] = found.indices?.[1] || [0, 0];
      if (digits.length >= least && digits.length <= 15) add(from, to, 'phone', digits);
    }
  }
}

/**
 * @param {Reading} reading @param {(host: string) => boolean} known @param {Add} add
 * @param {(from: number, to: number, own: number) => void} keep see `findHosts`
 */
export function findValues(reading, known, add, keep) {
  findAddresses(reading, findUrls(reading, known, add), add);
  findHosts(reading, known, add, keep);
  findIps(reading.lower, add);
  findPhones(reading.lower, add);
}
