// What an IP address, a host, a mail address and a URL are: said here once, for the holes of patterns and for redaction.
// May import nothing. Knows neither patterns nor tokens: it says how far a value reaches. All text comes in lower case.

const HOST_UNIT = '[a-z0-9_\\u0080-\\ufffe-]';
const LOCAL_UNIT = '[^\\s<>()[\\],;:"@\\u3000-\\u303f\\uffff]';
const URL_UNIT = '[^<>"\\s\\u3000-\\u303f\\uffff]';
const GIVEN_BACK = '.,;:)]>}\'"!';

const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}(?![\d])(?!\.\d)/;
const IPV6 = /^[0-9a-f:]{2,39}(?:(?:\.\d{1,3}){3})?/;
const HOST = new RegExp(`^${HOST_UNIT}+(?:\\.${HOST_UNIT}+)+`);
const EMAIL = new RegExp(`^${LOCAL_UNIT}{1,64}@(?:${HOST_UNIT}+(?:\\.${HOST_UNIT}+)*|\\[[0-9a-f.:]+\\])`);
const URL = new RegExp(`^(?:https?:\\/\\/|www\\.)${URL_UNIT}+`);

const PROSE_BEHIND = /[a-z0-9_-][\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/i;

const ONE_LOCAL_UNIT = new RegExp(LOCAL_UNIT);
/** What can stand anywhere in a value of a kind: a test of one unit, its answers for ASCII known beforehand. @param {RegExp} test */
function anywhere(test) {
  return { test, ascii: Uint8Array.from({ length: 128 }, (_, unit) => Number(test.test(String.fromCharCode(unit)))) };
}
const ANYWHERE = {
  ip: anywhere(/[\da-f:.]/),
  number: anywhere(/[\d.,]/),
  host: anywhere(new RegExp(`${HOST_UNIT}|\\.`)),
  email: anywhere(/[^<>(),;"\uffff]/),
  url: anywhere(new RegExp(URL_UNIT)),
};
// A hole has the pattern's own words around it and takes all that may be; running text ends a name at other than letters, and
// a URL at other than ASCII, for prose follows it without a space.
const URL_RUN = /[!#-;=?-~]*/y;
const ONE_NAME_UNIT = /[\p{L}\p{M}\p{N}_.-]/u;
const NAME_AT = /[\p{L}\p{M}\p{N}_.-]*/uy;
const LITERAL_AT = /\[(?:ipv6:|smtp:)?[0-9a-z.:%-]{2,80}\]/y;

/** Can numbers with dots between them be those of an IPv4 address? @param {string} text */
function inRange(text) {
  return text.split('.').every((part) => Number(part) <= 255);
}

/** Is this the text form of an IPv6 address (RFC 4291, 2.2)? @param {string} text */
function isIpv6(text) {
  const halves = text.split('::');
  if (halves.length > 2) return false;
  let groups = 0;
  for (const half of halves) {
    if (half === '') continue;
    const parts = half.split(':');
    for (let i = 0; i < parts.length; i++) {
      const v4 = parts[i].includes('.');
      if (v4 ? i !== parts.length - 1 || !inRange(parts[i]) : !/^[0-9a-f]{1,4}$/.test(parts[i])) return false;
      groups += v4 ? 2 : 1;
    }
  }
  return halves.length === 2 ? groups < 8 : groups === 8;
}

/** Length of the IPv4 address at the start of a text, or 0. @param {string} text */
export function ipv4Length(text) {
  const found = IPV4.exec(text);
  return found && inRange(found[0]) ? found[0].length : 0;
}

/** Length of the IPv6 address at the start of a text, or 0. @param {string} text */
export function ipv6Length(text) {
  const found = IPV6.exec(text);
  for (let length = found ? found[0].length : 0; length > 1; length--) {
    if (isIpv6(text.slice(0, length))) return length;
    if (text[length - 1] !== ':') return 0;
  }
  return 0;
}

/** Length of the IP address at the start of a text, or 0. @param {string} text */
export function ipLength(text) {
  return IPV4.test(text) ? ipv4Length(text) : ipv6Length(text);
}

/** A length without the punctuation that a sentence puts behind a value. @param {string} text @param {number} length */
export function trimmedLength(text, length) {
  while (length > 0 && GIVEN_BACK.includes(text[length - 1])) length--;
  return length;
}

/** Length of the host name (with a dot) at the start of a text, untrimmed, or 0. @param {string} text */
export function hostLength(text) {
  return untilProse((HOST.exec(text) || [''])[0]);
}

/** Length of the mail address at the start of a text, untrimmed, or 0. @param {string} text */
export function emailLength(text) {
  return untilProse((EMAIL.exec(text) || [''])[0]);
}

/** How much of a name is one, where Japanese follows it without a space: a label starts in the script it ends in. @param {string} name */
export function untilProse(name) {
  const prose = PROSE_BEHIND.exec(name);
  return prose ? prose.index + 1 : name.length;
}

/** Length of the web address at the start of a text, untrimmed, or 0. @param {string} text */
export function urlLength(text) {
  return (URL.exec(text) || [''])[0].length;
}

/** Can a value of this kind hold this unit? @param {string} kind ip, number, host, email or url @param {number} unit */
export function canHold(kind, unit) {
  const { test, ascii } = ANYWHERE[/** @type {keyof typeof ANYWHERE} */ (kind)];
  return unit < 128 ? ascii[unit] === 1 : test.test(String.fromCharCode(unit));
}

/** Where the unquoted local part that ends at `at` starts. @param {string} text @param {number} at */
export function localStart(text, at) {
  while (at > 0 && ONE_LOCAL_UNIT.test(text[at - 1])) at--;
  return at;
}

/** Where the run of letters, digits, `_`, `-` and dots at `at` ends: `at` if none. @param {string} text @param {number} at */
export function nameEnd(text, at) {
  NAME_AT.lastIndex = at;
  NAME_AT.test(text);
  return NAME_AT.lastIndex;
}

/** Where the domain literal (RFC 5321, 4.1.3) at `at` ends: `at` if none. @param {string} text @param {number} at */
export function literalEnd(text, at) {
  LITERAL_AT.lastIndex = at;
  return LITERAL_AT.test(text) ? LITERAL_AT.lastIndex : at;
}

/** Where the web address that goes on at `at` ends in running text. @param {string} text @param {number} at */
export function urlEnd(text, at) {
  URL_RUN.lastIndex = at;
  URL_RUN.test(text);
  return URL_RUN.lastIndex;
}

/** Where the run of letters, digits, `_`, `-` and dots that ends at `at` starts. @param {string} text @param {number} at */
export function nameStart(text, at) {
  while (at > 0) {
    const isPair = (text.charCodeAt(at - 1) & 0xfc00) === 0xdc00 && at > 1;
    const start = isPair ? at - 2 : at - 1;
    if (!ONE_NAME_UNIT.test(text.slice(start, at))) break;
    at = start;
  }
  return at;
}
