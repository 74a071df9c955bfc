// The order of the articles that fit: text beats code, the special beats the general, and it says why.
// May import nothing. No model, no hidden weights: `score` is the order made a number.

const CERTAIN = 3;
const LIKELY = 2;
const POSSIBLE = 1;
const SUMMARY = 0;
const WORDS = { [CERTAIN]: 'certain', [LIKELY]: 'likely', [POSSIBLE]: 'possible', [SUMMARY]: 'likely' };

// More of the same proves no more.
const MOST_HITS = 100;

/** Hits that don't overlap, the longest literal text first: what an article's patterns cover together. */
function covering(hits) {
  const kept = [];
  for (const hit of hits.slice().sort((a, b) => b.size - a.size || a.from - b.from)) {
    if (!kept.some((other) => hit.from < other.to && other.from < hit.to)) kept.push(hit);
  }
  return kept.sort((a, b) => a.from - b.from);
}

function inRange(code, range) {
  const [low, high] = range.split('-');
  if (high === undefined) return code === low;
  const [a, b, c] = [low, code, high].map((text) => text.split('.').map(Number));
  return a[0] === b[0] && a[1] === b[1] && a[2] <= b[2] && b[2] <= c[2];
}

function agreeing(article, codes) {
  const known = (article.codes.status || []).concat(article.codes.reply || []);
  return codes.filter((code) => known.some((range) => inRange(code.code, range)));
}

function meets(when, block) {
  if (!when) return true;
  return (
    (!when.stage || when.stage === (block.stage || 'unknown')) &&
    (!when.provider || block.providers.includes(when.provider)) &&
    (!when.reply || block.codes.some((code) => code.kind === 'reply' && code.code === when.reply)) &&
    (!when.status || block.codes.some((code) => code.kind === 'status' && inRange(code.code, when.status)))
  );
}

/** The usual article of a code (an exact one, else a range that holds it), or null. */
function usualArticle(usual, code) {
  if (code in usual) return usual[code];
  const range = Object.keys(usual).find((key) => key.includes('-') && inRange(code, key));
  return range ? usual[range] : null;
}

/** Patterns prove more than a provider's own code (S3140), a server's answer more than the words around it. */
function tierOf(hit) {
  if (hit.summary) return SUMMARY;
  if (hit.kind === 'vendor') return hit.response ? LIKELY : POSSIBLE;
  return hit.response ? CERTAIN : LIKELY;
}

function byTier(hits) {
  const tiers = { [CERTAIN]: [], [LIKELY]: [], [POSSIBLE]: [], [SUMMARY]: [] };
  for (const hit of hits) tiers[tierOf(hit)].push(hit);
  return tiers;
}

function candidate(article, tier, hits, block) {
  const kept = covering(hits);
  const size = kept.reduce((sum, hit) => sum + hit.size, 0);
  const codes = agreeing(article, block.codes);
  const named = article.provider !== 'general' && block.providers.includes(article.provider) ? 1 : 0;
  const score = tier * 100000 + named * 50000 + Math.min(size, 999) * 10 + Math.min(codes.length, 9);
  return { article, tier, score, counted: hits, codes };
}

function fromPatterns(index, block) {
  const byArticle = new Map();
  for (const hit of block.hits) {
    if (!meets(hit.when, block)) continue;
    if (!byArticle.has(hit.article)) byArticle.set(hit.article, []);
    if (byArticle.get(hit.article).length < MOST_HITS) byArticle.get(hit.article).push(hit);
  }
  const found = [];
  for (const [id, hits] of byArticle) {
    const tiers = byTier(hits);
    const tier = [CERTAIN, LIKELY, POSSIBLE, SUMMARY].find((t) => tiers[t].length);
    // Words of a lower tier still belong to the evidence, but a summary adds nothing to an answer.
    const counted = tier === CERTAIN ? tiers[CERTAIN].concat(tiers[LIKELY]) : tiers[tier];
    found.push(candidate(index.articles.get(id), tier, counted, block));
  }
  return found;
}

function fromCodes(index, block, already) {
  const status = block.codes.filter((code) => code.kind === 'status');
  const reply = block.codes.filter((code) => code.kind === 'reply');
  for (const code of status.concat(reply)) {
    const id = usualArticle(index.usual, code.code);
    if (!id || already.has(id) || !index.articles.has(id)) continue;
    const hit = { kind: 'code', from: code.from, to: code.to, size: 0, values: {} };
    return [{ ...candidate(index.articles.get(id), POSSIBLE, [hit], block), codes: [] }];
  }
  return [];
}

/**
 * Rank the articles for one recipient block.
 * @param {object} index `articles` (Map by id), `usual` (code -> article id or null)
 * @param {object} block `hits`, `codes` (each with its place in the stream), `providers`, `stage`
 * @returns {{article, confidence, score, counted, codes}[]} best first; `counted` are the hits that made the score, `codes`
 *   those of the block that agree
 */
export function rank(index, block) {
  const found = fromPatterns(index, block);
  found.push(...fromCodes(index, block, new Set(found.map((c) => c.article.id))));
  found.sort((a, b) => b.score - a.score || (a.article.id < b.article.id ? -1 : 1));
  return found.map((c) => ({ ...c, confidence: WORDS[c.tier] }));
}
