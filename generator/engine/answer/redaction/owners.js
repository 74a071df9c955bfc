// Whose each value is: the same token for the same, for its parts and for its other ways of writing.
// May import repeats.js and reading.js. Lasts through all texts of one redaction.
import { TOKEN } from './reading.js';
import { Repeats } from './repeats.js';

/** @import { Finding, Search } from './search.js' */
/** @import { RedactionWords } from './words.js' */
/** @typedef {'sender' | 'recipient' | 'name' | 'host' | 'ip' | 'id' | 'subject' | 'phone'} TokenKind */

// No text that is read has as many values; a higher number in it is no token of ours.
const MOST_TOKENS = 10 ** 8;

/** Numbers the values as they come; tokens that stand in the text already keep their numbers to themselves. */
class Tokens {
  constructor() {
    /** @type {Map<string, string>} */
    this.byValue = new Map();
    /** @type {Map<string, number>} */
    this.counts = new Map();
    /** @type {{token: string, kind: TokenKind}[]} */
    this.list = [];
  }

  /** Leave their numbers to the tokens of a text. @param {string} text */
  reserve(text) {
    for (const [, kind, number] of text.matchAll(new RegExp(TOKEN.source, 'g')))
      if (kind && Number(number) < MOST_TOKENS)
        this.counts.set(kind, Math.max(this.counts.get(kind) || 0, Number(number)));
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

/** Findings, of each value one. @param {Finding[]} findings */
function distinct(findings) {
  return Array.from(new Map(findings.map((one) => [`${one.kind} ${one.value}`, one])).values());
}

/** @param {string} address */
function localOf(address) {
  const at = address.lastIndexOf('@');
  return at < 0 ? address : address.slice(0, at);
}

/** What is known of the values of a redaction. */
export class Owners {
  /** @param {RedactionWords} words @param {(host: string) => boolean} known @param {(word: string) => boolean} isSaid see `Repeats` */
  constructor(words, known, isSaid) {
    this.known = known;
    this.repeats = new Repeats(words, isSaid);
    this.tokens = new Tokens();
    /** @type {Set<string>} */
    this.addresses = new Set();
    /** @type {Set<string>} */
    this.senders = new Set();
  }

  /** Learn what values a text has, and their parts: an address is known by its local part first, then names, then pieces. */
  learn(/** @type {Search} */ search) {
    const { repeats } = this;
    const findings = distinct(search.united());
    const addresses = findings.filter((one) => one.kind === 'address');
    for (const one of addresses) repeats.addWord(localOf(one.value), one);
    for (const one of findings) if (one.kind === 'name') repeats.addName(one.value, one);
    for (const one of addresses) {
      repeats.add(localOf(one.value), one);
      this.addresses.add(one.value);
    }
    for (const { kind, value } of findings) {
      const host = kind === 'host' ? value : kind === 'address' ? value.slice(localOf(value).length + 1) : '';
      if (host && !this.known(host)) repeats.addHost(host, { kind: 'host', value: host });
    }
    for (const address of search.senderAddresses()) this.senders.add(address);
  }

  /** `u=taro@example.jp` is taro@example.jp if that stands elsewhere, and taro whose name it is. @param {Finding} finding */
  ownerOf({ kind, value }) {
    const plain = value.slice(value.lastIndexOf('=') + 1);
    if (kind === 'address') return { kind, value: this.addresses.has(plain) ? plain : value };
    return ((kind === 'name' || kind === 'host') && this.repeats.words.get(value)) || { kind, value };
  }

  /** @param {Finding} finding */
  tokenOf(finding) {
    const { kind, value } = this.ownerOf(finding);
    const shown = kind !== 'address' ? kind : this.senders.has(value) ? 'sender' : 'recipient';
    return this.tokens.of(shown, `${kind} ${value}`);
  }
}
