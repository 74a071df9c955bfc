// The result: each recipient with the articles that fit, the words that prove them and the values in them.
// May import rank.js, refused.js, spelling.js, limits.js, ascending.js and what it is given of the concept and pattern rooms. Never decides an order.
/** @import { CodeHit, Described, Evidence, Hit, Kind, Match, Recipient, Report, Span, Why } from '../types.js' */
/** @import { Concept, Concepts } from '../concept/rules.js' */
/** @import { Providers } from './providers.js' */
/** @import { Refusers } from './refused.js' */
/** @import { Candidate, Known, Ranked } from './score.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Text } from '../pattern/text.js' */
import { firstIndex } from '../ascending.js';
import {
  LONGEST_ANSWER,
  LONGEST_ANSWERS,
  MOST_ALL_EVIDENCE,
  MOST_EVIDENCE,
  MOST_MATCHES,
  MOST_READ,
} from '../limits.js';
import { addresseeOf } from './addressee.js';
import { Speakers } from './providers.js';
import { rank } from './rank.js';
import { refusedBy } from './refused.js';
import { domainsIn, meantDomain } from './spelling.js';

/** @typedef {{known: Known, providers: Providers, concepts: Concepts, refusers: Refusers}} Indexed */

const RESTS_ON = /** @type {const} */ (['pattern', 'concept', 'near']);
const RESPONSIBLE = new Set(['bounce', 'delay']);

/** Makes the recipients of one report. */
class Answerer {
  /** @param {Indexed} index @param {Text} text @param {Report} report @param {Meter} meter */
  constructor(index, text, report, meter) {
    this.index = index;
    this.text = text;
    this.report = report;
    this.meter = meter;
    this.speakers = new Speakers(index.providers, text, meter);
    this.ports = Array.from(text.folded.matchAll(/:(?:465|587)(?!\d)/g), ({ index: at }) => at);
    this.evidenceLeft = MOST_ALL_EVIDENCE;
    /** @type {Map<Span, Concept | null>} */
    this.meanings = new Map();
    /** @type {string[] | null} */
    this.named = null;
    /** What each recipient's answer means by its words. @type {(Concept | null)[]} */
    this.concepts = [];
  }

  /** What became of the mail to a recipient: a log holds some that were delivered beside others. @param {Described} block */
  kindOf(block) {
    return block.kind && RESPONSIBLE.has(this.report.kind) ? block.kind : this.report.kind;
  }

  /** @param {Described} block @returns {Recipient} */
  recipient(block) {
    const { address, remote, spans, named } = block;
    const domain = domainOf(address);
    const own = recipientValues(address);
    if (remote) own.remote_mta = remote;
    const providers = this.speakers.of({ remote, spans, domain, named });
    const refused = refusedBy(this.index.refusers, {
      ...{ block, reporter: this.report.reporter, reporting: this.report.reporting, domain },
      host: remote ? this.index.providers.ofHost(remote) : null,
      submitted: this.submitted(spans),
    });
    const concept = RESPONSIBLE.has(this.report.kind) || this.report.isSentence ? this.concept(block) : null;
    const kind = this.report.isSentence && concept ? 'bounce' : this.kindOf(block);
    const reply = firstCode(block.codes, 'reply');
    const status = firstCode(block.codes, 'status');
    const leading = status || reply;
    this.concepts.push(concept);
    const matches = RESPONSIBLE.has(kind) ? this.matches({ ...block, providers, concept, refused }, own) : [];
    return {
      recipient: address,
      meant_domain: RESPONSIBLE.has(kind) ? this.meant(domain, matches) : null,
      kind,
      refused_by: refused.by,
      known_by: refused.from,
      reply_code: reply,
      status,
      diagnostic: block.diagnostic,
      stage: block.stage,
      permanence: leading ? (leading[0] === '4' ? 'transient' : 'permanent') : null,
      reporting_mta: this.report.reporting,
      remote_mta: remote,
      retry_until: block.retry,
      provider: providers[0] || null,
      matches,
    };
  }

  /** The domain that a recipient's is probably a slip for: a well-known one, or, where there is no such domain, another in the text. @param {string | null} domain @param {Match[]} matches */
  meant(domain, [first]) {
    const written = domain || first?.values.recipient_domain;
    if (!written) return null;
    this.meter.take(this.index.providers.known.size);
    const others = first?.reason === 'domain-dns' ? this.domains : [];
    return meantDomain(written.toLowerCase(), this.index.providers.known, others);
  }

  /** Domains of addresses in the text, looked for when one of them doesn't exist. */
  get domains() {
    this.named = this.named || domainsIn(this.text.plain);
    return this.named;
  }

  /** What a stretch means by its words; recipients that share it share that. @param {Span} span @param {Span[]} noise @param {boolean} isAnswer */
  meaningOf(span, noise, isAnswer) {
    let found = this.meanings.get(span);
    if (found === undefined) {
      const to = Math.min(span.to, span.from + LONGEST_ANSWER);
      found = this.index.concepts.read(this.text, { from: span.from, to }, noise, this.meter, isAnswer);
      this.meanings.set(span, found);
    }
    return found;
  }

  /** What a block's answer means by its words: the own diagnostic, or where there is none, everything said. @param {Described} block */
  concept({ own, spans, noise }) {
    // A notice about one recipient tells first what happened, and below the address what may be done.
    const told =
      this.report.isPlain && this.report.blocks.length === 1 ? spans.slice().sort((a, b) => a.from - b.from) : spans;
    const read = own ? [own, ...spans.filter((span) => span.response)] : told;
    let left = LONGEST_ANSWERS;
    for (const span of read.slice(0, MOST_READ)) {
      const found = left > 0 ? this.meaningOf(span, noise, own !== null || this.report.isPlain) : null;
      if (found) return found;
      left -= span.to - span.from;
    }
    return null;
  }

  /** Does one of some stretches name a port of submission (RFC 6409, RFC 8314)? @param {Span[]} spans */
  submitted(spans) {
    const { ports } = this;
    return spans.some(({ from, to }) => ports[firstIndex(ports.length, (i) => ports[i] >= from)] < to);
  }

  /** @param {Candidate} block @param {Record<string, string>} own values of the report, whatever its cause @returns {Match[]} */
  matches(block, own) {
    const ranked = rank(this.index, block, this.meter);
    this.meter.note('matches', ranked.length - MOST_MATCHES);
    return ranked.slice(0, MOST_MATCHES).map((one) => ({
      article: one.article.id,
      reason: one.article.reason,
      confidence: one.confidence,
      why: whyOf(one.counted),
      score: one.score,
      evidence: this.evidence(one.counted, one.codes),
      values: this.valuesOf(one, block.diagnostic, own),
    }));
  }

  /** Everything that counted, overlapping or not: a pattern hidden by a longer one still proves its words. @param {Hit[]} counted @param {CodeHit[]} codes */
  evidence(counted, codes) {
    /** @type {Evidence[]} */
    const items = [];
    const seen = new Set();
    const add = (
      /** @type {{from: number, to: number}} */ hit,
      /** @type {Evidence['kind']} */ kind,
      /** @type {number | undefined} */ pattern,
    ) => {
      const key = `${hit.from} ${hit.to} ${kind} ${pattern}`;
      if (seen.has(key)) return;
      seen.add(key);
      const start = this.text.startOf(hit.from);
      const end = this.text.endOf(hit.to);
      const item = { start, end, text: this.text.text.slice(start, end), kind };
      items.push(pattern === undefined ? item : { ...item, pattern });
    };
    // A match may take more than was left, by its codes: then nothing is left for the next.
    const most = Math.max(0, Math.min(MOST_EVIDENCE, this.evidenceLeft));
    for (const hit of counted.slice(0, most)) add(hit, hit.kind, hit.pattern);
    for (const code of codes.slice(0, most)) add(code, 'code', undefined);
    this.meter.note('evidence', Math.max(0, counted.length - most) + Math.max(0, codes.length - most));
    this.meter.take(16 * items.length);
    this.evidenceLeft -= items.length;
    return items.sort((a, b) => a.start - b.start || a.end - b.end);
  }

  /** What the steps of an article may say: the report's own values, and what the article's patterns caught. @param {Ranked} one @param {string | null} diagnostic @param {Record<string, string>} own */
  valuesOf({ article, counted }, diagnostic, own) {
    const values = { ...own, ...this.values(counted) };
    if (values.recipient) return values;
    return { ...values, ...recipientValues(addresseeOf(article.reason, diagnostic)) };
  }

  /** @param {Hit[]} counted */
  values(counted) {
    /** @type {Record<string, string>} */
    const values = {};
    for (const hit of counted) {
      for (const name of Object.keys(hit.values)) {
        if (!Object.hasOwn(values, name)) values[name] = this.text.value(hit.values[name]);
      }
    }
    return values;
  }
}

/** @param {string | null} address */
function domainOf(address) {
  return address?.includes('@') ? address.slice(address.lastIndexOf('@') + 1) : null;
}

/** What steps may say of a recipient. @param {string | null} address @returns {Record<string, string>} */
function recipientValues(address) {
  const domain = domainOf(address);
  return { ...(address ? { recipient: address } : null), ...(domain ? { recipient_domain: domain } : null) };
}

/** What an article rests on, the strongest first. @param {Hit[]} counted @returns {Why} */
function whyOf(counted) {
  return RESTS_ON.find((why) => counted.some(({ kind }) => kind === why)) || 'code';
}

/** @param {CodeHit[]} codes @param {CodeHit['kind']} kind */
function firstCode(codes, kind) {
  const found = codes.find((code) => code.kind === kind && code.code[0] !== '2');
  return found ? found.code : null;
}

/**
 * The recipients of a report, in its order.
 * @param {Indexed} index
 * @param {Text} text
 * @param {Report} report
 * @param {Meter} meter
 * @returns {{kind: Kind, recipients: Recipient[], concepts: (Concept | null)[]}} `kind` of the whole
 */
export function recipientsOf(index, text, report, meter) {
  const answerer = new Answerer(index, text, report, meter);
  const recipients = report.blocks.map((block) => answerer.recipient(block));
  const kind = report.isSentence && recipients.some((one) => one.kind === 'bounce') ? 'bounce' : report.kind;
  return { kind, recipients, concepts: answerer.concepts };
}
