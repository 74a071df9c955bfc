// The engine: an input goes in, a result comes out, as JSON strings in two steps, the same in every host.
// May import the other modules. No DOM, no network, no callback, no clock.
import { streamOf } from './pattern/stream.js';
import { compilePattern, PatternProblem } from './pattern/compile.js';
import { buildFilter, findAll } from './pattern/scan.js';
import { findCodes } from './report/codes.js';
import { signatureEntries } from './report/signatures.js';
import { searchable } from './report/lines.js';
import { valueText } from './report/places.js';
import { readReport } from './report/read.js';
import { isProviderHost, prepareProviders, providersOf } from './answer/providers.js';
import { rank } from './answer/rank.js';
import { open } from './mail/open.js';
import { mailWords } from './mail/words.js';
import { redactText } from './answer/redact.js';
import { Meter } from './limits.js';

/** The most UTF-16 units of a readable view that are searched; a larger input is `truncated`. */
const MOST_UNITS = 2000000;
/** Work that a match may do: a fixed part and a part for each unit of the stream. */
const WORK_BASE = 2000000;
const WORK_PER_UNIT = 40;
const MOST_MATCHES = 5;
const MOST_EVIDENCE = 40;

const RESPONSIBLE = ['bounce', 'delay'];

function patternEntries(articles, problems) {
  const entries = [];
  for (const article of articles) {
    article.patterns.forEach((pattern, index) => {
      try {
        for (const compiled of compilePattern(pattern.text)) {
          entries.push(
            Object.assign(compiled, {
              pattern: index,
              article: article.id,
              when: pattern.when,
              summary: !!pattern.summary,
            }),
          );
        }
      } catch (problem) {
        if (!(problem instanceof PatternProblem)) throw problem;
        problems.push({ article: article.id, pattern: index, message: problem.message, mend: problem.mend });
      }
    });
  }
  return entries;
}

function literalEntries(text, more) {
  const literal = text.replace(/[\\{(]|\.\.\./g, '\\$&');
  try {
    return compilePattern(literal, true).map((compiled) => Object.assign(compiled, more));
  } catch {
    return [];
  }
}

/** A provider's own codes (S3140, TSS04): those an article lists, and those whose usual article is known. */
function vendorEntries(data) {
  const ids = new Set(data.articles.map((article) => article.id));
  const pairs = new Map();
  const add = (code, id) => pairs.set(`${code}\n${id}`, [code, id]);
  for (const article of data.articles)
    for (const code of (article.codes && article.codes.vendor) || []) add(code, article.id);
  for (const [code, id] of Object.entries(data.usual || {})) if (ids.has(id) && !/^[\d.-]+$/.test(code)) add(code, id);
  return Array.from(pairs.values()).flatMap(([code, id]) => literalEntries(code, { vendor: code, article: id }));
}

function build(data) {
  const problems = [];
  const entries = patternEntries(data.articles, problems).concat(
    vendorEntries(data),
    data.providers.flatMap((p) => (p.names || []).flatMap((name) => literalEntries(name, { provider: p.id }))),
    signatureEntries(),
  );
  return {
    entries,
    filter: buildFilter(entries),
    articles: new Map(data.articles.map((article) => [article.id, { ...article, codes: article.codes || {} }])),
    providers: prepareProviders(data.providers),
    usual: data.usual || {},
    words: mailWords(data.words),
    problems,
  };
}

// sendmail and Domino put the cause into the subject; other reporters repeat the original's there.
const TELLING_SUBJECT = /^Subject: (?:returned mail|delivery failure|undeliverable mail|warning)\s*(?::|--)[^\n]*/im;

function subjectPart(doc, region) {
  const found = TELLING_SUBJECT.exec(doc.text.slice(region.start, region.end));
  return found
    ? { start: region.start + found.index, end: region.start + found.index + found[0].length }
    : { start: 0, end: 0 };
}

function searched(doc) {
  const parts = [];
  let left = MOST_UNITS;
  for (const whole of doc.regions) {
    if (whole.role === 'original' || whole.role === 'attachment') continue;
    const region = whole.role === 'header' ? subjectPart(doc, whole) : whole;
    const end = Math.min(region.end, region.start + left);
    if (end > region.start) parts.push({ start: region.start, end });
    left -= end - region.start;
  }
  return { parts, cut: left <= 0 };
}

function collect(found) {
  const raw = { signatures: [], hits: [], names: [] };
  for (const { entry, from, to, values } of found) {
    if (entry.signature) raw.signatures.push({ entry, from, to, values });
    else if (entry.provider) raw.names.push({ entry, from, to });
    else {
      raw.hits.push({
        kind: entry.vendor ? 'vendor' : 'pattern',
        article: entry.article,
        pattern: entry.pattern,
        when: entry.when,
        summary: entry.summary,
        size: entry.size,
        from,
        to,
        values,
      });
    }
  }
  raw.signatures.sort((a, b) => a.from - b.from || b.to - a.to);
  return raw;
}

/** Everything that counted, overlapping or not: a pattern hidden by a longer one still proves its words. */
function evidenceOf(doc, stream, match) {
  const items = match.counted
    .slice(0, MOST_EVIDENCE)
    .concat(match.codes.map((code) => ({ kind: 'code', from: code.from, to: code.to })));
  const seen = new Set();
  return items
    .filter((hit) => {
      const key = `${hit.from} ${hit.to} ${hit.kind} ${hit.pattern}`;
      return !seen.has(key) && seen.add(key);
    })
    .map((hit) => {
      const start = stream.starts[hit.from];
      const end = stream.ends[hit.to - 1];
      const item = { start, end, text: doc.text.slice(start, end), kind: hit.kind };
      return hit.kind === 'pattern' ? { ...item, pattern: hit.pattern } : item;
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

function valuesOf(doc, stream, match) {
  const values = {};
  for (const hit of match.counted) {
    for (const name of Object.keys(hit.values))
      if (!(name in values)) values[name] = valueText(doc, stream, hit.values[name]);
  }
  return values;
}

function recipientResult(index, doc, stream, block, answerable) {
  const domain = block.address && block.address.includes('@') ? block.address.split('@').pop() : null;
  block.providers = providersOf(index.providers, {
    remote: block.remote,
    answer: block.answer,
    domain,
    named: block.named,
  });
  const first = (kind) => {
    const code = block.codes.find((c) => c.kind === kind && c.code[0] !== '2');
    return code ? code.code : null;
  };
  const [reply, status] = [first('reply'), first('status')];
  const leading = status || reply;
  const ranked = answerable ? rank(index, block).slice(0, MOST_MATCHES) : [];
  return {
    recipient: block.address,
    reply_code: reply,
    status,
    diagnostic: block.diagnostic,
    stage: block.stage,
    permanence: leading ? (leading[0] === '4' ? 'transient' : 'permanent') : null,
    reporting_mta: null,
    remote_mta: block.remote,
    retry_until: block.retry,
    provider: block.providers[0] || null,
    matches: ranked.map((match) => ({
      article: match.article.id,
      reason: match.article.reason,
      confidence: match.confidence,
      score: match.score,
      evidence: evidenceOf(doc, stream, match),
      values: valuesOf(doc, stream, match),
    })),
  };
}

function answer(index, doc, meter) {
  const { parts, cut } = searched(doc);
  const stream = streamOf(searchable(doc.text), parts);
  const work = { left: WORK_BASE + WORK_PER_UNIT * stream.length };
  const allowed = work.left;
  const raw = collect(findAll(index.filter, stream, work));
  spent = allowed - work.left;
  raw.codes = findCodes(stream);
  const report = readReport(doc, stream, raw);
  last = { doc, stream, raw, report, index };
  const answerable = RESPONSIBLE.includes(report.kind);
  const recipients = report.blocks.map((block) => recipientResult(index, doc, stream, block, answerable));
  for (const recipient of recipients) recipient.reporting_mta = report.reporting;
  return { kind: report.kind, truncated: cut || meter.truncated || work.left < 0, text: doc.text, recipients };
}

let index = null;
let opened = [];
let spent = 0;
let last = null;

/** Take the match index (generator/index.py makes it). Returns the patterns that can't be used, as JSON. */
export function load(json) {
  index = build(typeof json === 'string' ? JSON.parse(json) : json);
  return JSON.stringify(index.problems);
}

/** First step for several inputs: JSON [{text} | {bytes}] -> JSON [{need: [[charset, bytes]], refused}]. */
export function readMany(json) {
  opened = JSON.parse(json).map((input) => {
    const meter = new Meter();
    return { mail: open(input, index.words, meter), meter };
  });
  return JSON.stringify(opened.map(({ mail }) => ({ need: mail.needs, refused: mail.refused })));
}

/** Second step: JSON [[decoded text, ...], ...] in the order of `need` -> JSON of the results. */
export function matchMany(json) {
  const results = JSON.parse(json).map((texts, i) => {
    const { mail, meter } = opened[i];
    return answer(index, mail.finish(texts), meter);
  });
  opened = [];
  return JSON.stringify(results);
}

/** `readMany` for one input. */
export function read(json) {
  return JSON.stringify(JSON.parse(readMany(`[${json}]`))[0]);
}

/** `matchMany` for one input. */
export function match(json) {
  return JSON.stringify(JSON.parse(matchMany(`[${json}]`))[0]);
}

/** Offsets of the returned message in the text that was matched last: nobody needs it to add an article. */
function returnedParts(text) {
  if (!last || last.doc.text !== text) return [];
  const { doc, stream, report } = last;
  const found = report.originals.map(({ from, to }) => ({
    start: stream.starts[from],
    end: to < stream.length ? stream.starts[to] : text.length,
  }));
  return found.concat(doc.regions.filter((region) => region.role === 'original')).sort((a, b) => a.start - b.start);
}

/**
 * A text without what identifies people and machines: JSON {text, tokens}. Of the text that was matched last, the
 * returned message is left out too.
 */
export function redact(text) {
  let kept = '';
  let from = 0;
  for (const part of returnedParts(text)) {
    if (part.start < from) continue;
    kept += `${text.slice(from, part.start)}[original]\n`;
    from = part.end;
  }
  const known = (host) => index !== null && isProviderHost(index.providers, host);
  return JSON.stringify(redactText(kept + text.slice(from), known));
}

/** `redact` for hosts that exchange JSON only. */
export function redactJson(json) {
  return redact(JSON.parse(json));
}

/** The steps that the last match took, as JSON: what tests count in place of seconds. */
export function work() {
  return JSON.stringify(spent);
}

/** What the last match went through, for explain.js: {doc, stream, raw, report, index}, or null. */
export function lastMatch() {
  return last;
}
