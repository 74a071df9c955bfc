// A report without what identifies people and machines: every value becomes a token, the same value the same token.
// May import nothing. Errs on the side of hiding: a token too many costs less than an address that gets out.

const ADDRESS =
  /(?<![^\s<>()[\],;:"'=&?/])[^\s<>()[\],;:"'=&?/@]{1,64}@(?:[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*|\[[0-9A-Fa-f.:]+\])/gu;
const ENCODED_ADDRESS = /[A-Za-z0-9._+-]{1,64}(?:%40|=40)[A-Za-z0-9.-]+/g;
const IPV4 = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d]|\.\d)/g;
const IPV6 = /(?<![\w:])(?:(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}|(?=[0-9A-Fa-f:]*::)[0-9A-Fa-f:]{3,39})(?![\w:])/g;
const HOST = /(?<![\p{L}\p{N}_@.-])(?:[\p{L}\p{N}_-]+\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]+)(?![\p{L}\p{N}_-])/gu;
const NAME_HEADER =
  /^([ \t>]*(?:From|To|Cc|Bcc|Sender|Reply-To|Return-Path|差出人|宛先|送信者|返信先)[ \t]*[:：][ \t]*)([^\r\n<]*?)([ \t]*(?:<|\r|\n|$))/gim;
const SUBJECT_HEADER = /^([ \t>]*(?:Subject|件名|Thread-Topic)[ \t]*[:：][ \t]*)([^\r\n]+)/gim;
const SENDER_LINE = /^[ \t>]*(?:From|Sender|Return-Path|X-Postfix-Sender|差出人|送信者)[ \t]*[:：][^\r\n]*/gim;
const IDENTIFIER =
  /^([ \t>]*(?:Message-ID|References|In-Reply-To|X-[\w-]*ID|DKIM-Signature|ARC-[\w-]+|X-Google-[\w-]+|X-MS-[\w-]+)[ \t]*:[ \t]*)([^\r\n]+(?:\r?\n[ \t]+[^\r\n]+)*)/gim;
// A reporter's subject tells what kind of report it is; the words after it are the original's.
const REPORTED =
  /^((?:undeliverable|undelivered mail returned to sender|returned mail|delivery status notification|failure notice|mail delivery (?:failed|system)|配信不能|non remis)(?: \([a-z]+\))?\s*[:：]?\s*)(.*)$/i;

class Tokens {
  constructor() {
    this.byValue = new Map();
    this.counts = new Map();
    this.list = [];
  }

  of(kind, value) {
    const key = `${kind === 'host' || kind === 'name' || kind === 'ip' ? kind : 'address'}:${value.toLowerCase()}`;
    if (!this.byValue.has(key)) {
      const number = (this.counts.get(kind) || 0) + 1;
      this.counts.set(kind, number);
      this.byValue.set(key, `[${kind}-${number}]`);
      this.list.push({ token: `[${kind}-${number}]`, kind });
    }
    return this.byValue.get(key);
  }
}

function sendersOf(text) {
  const senders = new Set();
  for (const line of text.match(SENDER_LINE) || []) {
    for (const address of line.match(ADDRESS) || [])
      if (!/daemon|postmaster/i.test(address)) senders.add(address.toLowerCase());
  }
  return senders;
}

/**
 * @param {string} text a report as pasted
 * @param {(host: string) => boolean} known hosts that may stay: a provider's own names identify nobody
 * @returns {{text: string, tokens: {token: string, kind: 'sender' | 'recipient' | 'name' | 'host' | 'ip' | 'id' | 'subject'}[]}}
 */
export function redactText(whole, { originals, known }) {
  let text = '';
  let from = 0;
  for (const part of originals) {
    if (part.start < from) continue;
    text += `${whole.slice(from, part.start)}[original]\n`;
    from = part.end;
  }
  text += whole.slice(from);
  const tokens = new Tokens();
  const senders = sendersOf(text);
  const address = (value) => {
    const [local, domain] = value.split('@');
    // A reporter's own address tells what kind of mail this is.
    if (/^(?:mailer-daemon|postmaster)$/i.test(local))
      return `${local}@${known(domain.toLowerCase()) ? domain : tokens.of('host', domain)}`;
    return tokens.of(senders.has(value.toLowerCase()) ? 'sender' : 'recipient', value);
  };
  const named = text
    .replace(IDENTIFIER, (all, label, value) => label + tokens.of('id', value))
    .replace(SUBJECT_HEADER, (all, label, value) => {
      const reported = REPORTED.exec(value);
      const [kept, rest] = reported ? [reported[1], reported[2]] : ['', value];
      return label + kept + (rest ? tokens.of('subject', rest) : '');
    })
    .replace(NAME_HEADER, (all, label, name, end) => {
      const bare = name.replace(/["']/g, '').trim();
      return bare && !bare.includes('@') && !bare.startsWith('[') ? label + tokens.of('name', bare) + end : all;
    });
  const hidden = named
    .replace(ENCODED_ADDRESS, (value) => address(value.replace(/%40|=40/, '@')))
    .replace(ADDRESS, address)
    .replace(IPV4, (value) => tokens.of('ip', value))
    .replace(IPV6, (value) => tokens.of('ip', value))
    .replace(HOST, (value) => (known(value.toLowerCase()) ? value : tokens.of('host', value)));
  return { text: hidden, tokens: tokens.list };
}
