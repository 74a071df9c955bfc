// An answer: for each recipient the article that fits, why, who can act, what to do first, and what to take along.
// May import the view's helpers. Draws what the engine says and decides nothing.
import { el, treeNodes } from './dom.js';
import { evidenceList, quoteOf } from './echo.js';
import { copyPlace } from './copy.js';
import { filledReply, fillingOf, stepsOf, valuesOf } from './steps.js';
import { understood } from './unmatched.js';

const RECIPIENTS_NAMED = 5;

/** What is known for a recipient: the match's values, and what the report itself says where the match has none. */
export function valuesFor(recipient, match) {
  const values = {};
  if (recipient.recipient) {
    values.recipient = recipient.recipient;
    values.recipient_domain = recipient.recipient.slice(recipient.recipient.lastIndexOf('@') + 1);
  }
  if (recipient.remote_mta) values.remote_mta = recipient.remote_mta;
  return Object.assign(values, match.values);
}

/** Recipients with one cause and the same values are answered together: `{recipients, match, values}`, in their order. */
export function groupedAnswers(recipients) {
  const groups = new Map();
  for (const recipient of recipients) {
    const match = recipient.matches[0] || null;
    const values = match ? valuesFor(recipient, match) : {};
    const { recipient: _address, recipient_domain: _domain, remote_mta: _host, ...shared } = values;
    const key = JSON.stringify([match ? match.article : recipient.diagnostic, match && match.confidence, shared]);
    const group = groups.get(key);
    if (!group) groups.set(key, { recipients: [recipient], match, values });
    else group.recipients.push(recipient);
  }
  for (const group of groups.values()) {
    if (group.recipients.length < 2) continue;
    for (const id of ['recipient', 'recipient_domain', 'remote_mta']) {
      const all = new Set(
        group.recipients.map((recipient) => (group.match ? valuesFor(recipient, group.match)[id] : undefined)),
      );
      if (all.has(undefined)) continue;
      group.values[id] = named([...all]);
    }
  }
  return [...groups.values()];
}

function named(list) {
  return list.length <= RECIPIENTS_NAMED ? list.join(', ') : `${list.slice(0, RECIPIENTS_NAMED).join(', ')}, …`;
}

/**
 * One answer as a section. `place` is the page: its words, contents, language and addresses; `several` names recipients.
 * While a mail is only `delayed`, the server still tries: what to do is folded away until it comes back after all.
 */
export function answerOf(group, text, place, several, delayed) {
  const heading = several ? whoFor(group.recipients, place.say) : null;
  if (!group.match) {
    return el(
      'section',
      { class: 'bounce-answer' },
      heading,
      el('p', null, place.say('result.no_match_here')),
      understood(group.recipients[0], place),
    );
  }
  const { match, values } = group;
  const article = place.contents.articles[match.article];
  const filling = fillingOf(values, place.contents.placeholders, place.lang);
  const steps = stepsOf(article, place.contents, place.say, filling);
  return el(
    'section',
    { class: 'bounce-answer', 'data-article': match.article, 'data-confidence': match.confidence },
    heading,
    el('h2', { class: 'bounce-title' }, article.title),
    whyOf(match, place.say),
    el('p', { class: 'bounce-summary' }, treeNodes(article.summary, filling)),
    quoted(text, group.recipients[0], match, place.say),
    evidenceList(text, match, place.say),
    badgesOf(article, place),
    delayed
      ? el('details', { class: 'bounce-more bounce-later' }, el('summary', null, place.say('result.later')), steps)
      : steps,
    actionsOf(match, article, values, place),
    othersOf(group.recipients[0], place),
  );
}

function whoFor(recipients, say) {
  const addresses = recipients.map((recipient) => recipient.recipient).filter(Boolean);
  const shown = addresses.slice(0, RECIPIENTS_NAMED);
  const label = addresses.length > 1 ? say('result.recipients', { n: addresses.length }) : say('result.recipient');
  return el(
    'p',
    { class: 'bounce-for' },
    el('span', { class: 'bounce-label' }, label),
    shown.map((address) => el('code', null, address)),
    addresses.length > shown.length &&
      el('span', null, say('result.more_recipients', { n: addresses.length - shown.length })),
  );
}

/** How sure the answer is, and why, in a sentence. */
export function whyOf(match, say) {
  return el(
    'p',
    { class: 'bounce-why' },
    el('strong', { class: 'bounce-sure', 'data-sure': match.confidence }, say(`confidence.${match.confidence}`)),
    ' ',
    reasonOf(match, say),
  );
}

function reasonOf(match, say) {
  const kinds = match.evidence.map((item) => item.kind);
  if (match.confidence === 'certain') return say('why.pattern_certain');
  if (match.confidence === 'likely' && kinds.includes('pattern')) return say('why.pattern_likely');
  const code = match.evidence.find((item) => item.kind !== 'pattern');
  if (!code) return say('why.unknown_code');
  return say(match.confidence === 'likely' ? 'why.code_likely' : 'why.code_possible', { code: code.text });
}

function quoted(text, recipient, match, say) {
  const quote = quoteOf(text, recipient, match);
  if (!quote) return null;
  const label = recipient.diagnostic && match.confidence === 'certain' ? 'result.quote' : 'result.quote_report';
  return el('figure', { class: 'bounce-said-by' }, el('figcaption', { class: 'bounce-label' }, say(label)), quote);
}

function badgesOf(article, place) {
  const fixers = article.fixers.filter((who) => who !== 'wait').map((who) => place.contents.actors[who].title);
  return el(
    'dl',
    { class: 'bounce-badges' },
    fixers.length > 0 &&
      el(
        'div',
        { class: 'bounce-badge' },
        el('dt', null, place.say('result.fixers')),
        el(
          'dd',
          null,
          fixers.map((title) => el('span', { class: 'bounce-who' }, title)),
        ),
      ),
    el(
      'div',
      { class: 'bounce-badge', 'data-permanence': article.permanence },
      el('dt', null, place.say('result.permanence')),
      el('dd', null, place.contents.permanence[article.permanence]),
    ),
  );
}

function actionsOf(match, article, values, place) {
  const used = {};
  for (const id of valuesOf(article)) if (Object.hasOwn(values, id)) used[id] = values[id];
  const { said, button } = copyPlace(place.say);
  const reply = (lang) =>
    button(
      place.say(`actions.reply_${lang}`),
      () => filledReply(article.reply[lang], fillingOf(values, place.contents.placeholders, lang)),
      place.say(`copied.reply_${lang}`),
    );
  const names = Object.values(used).join(', ');
  return el(
    'div',
    { class: 'bounce-actions' },
    el(
      'div',
      { class: 'bounce-buttons' },
      el(
        'a',
        { class: 'bounce-button bounce-first', href: place.articleUrl(match.article, used) },
        place.say('actions.open'),
      ),
      reply(place.lang),
      reply(place.lang === 'ja' ? 'en' : 'ja'),
      button(
        place.say('actions.link'),
        () => new URL(place.articleUrl(match.article, used), document.baseURI).href,
        names ? place.say('copied.link_values', { names }) : place.say('copied.link'),
      ),
      button(place.say('actions.redacted'), () => place.redacted(), place.say('copied.redacted')),
    ),
    said,
  );
}

function othersOf(recipient, place) {
  const others = recipient.matches.slice(1, 3).filter((match) => Object.hasOwn(place.contents.articles, match.article));
  if (others.length === 0) return null;
  return el(
    'details',
    { class: 'bounce-more' },
    el('summary', null, place.say('result.others', { n: others.length })),
    others.map((match) => {
      const article = place.contents.articles[match.article];
      const values = valuesFor(recipient, match);
      return el(
        'section',
        { class: 'bounce-other', 'data-article': match.article, 'data-confidence': match.confidence },
        el('h3', null, el('a', { href: place.articleUrl(match.article, values) }, article.title)),
        whyOf(match, place.say),
        el('p', null, treeNodes(article.summary, fillingOf(values, place.contents.placeholders, place.lang))),
      );
    }),
  );
}
