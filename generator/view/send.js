// What to do with an answer: the next step with its one action, and everything that can be copied and sent.
// May import the view's helpers. Nothing is sent from here; it is copied by the reader's click.
import { copyPlace } from './copy.js';
import { el, isWebAddress, treeNodes } from './dom.js';
import { isProvider, keepProvider } from './keep.js';
import { letterText } from './letters.js';
import { fillingOf } from './steps.js';

/** @import { Place } from './place.js' */
/** @import { Article, Lang, Values } from './types' */
/** @import { Group } from './values.js' */

const CUSTOMER = 'customer';

/**
 * The next step, and the button that takes it.
 * @param {Group} group
 * @param {Article} article
 * @param {Place} place
 */
export function nextOf(group, article, place) {
  const { next } = article;
  const { said, button } = copyPlace(place.say);
  const first = { class: 'bounce-button bounce-first', 'data-lead': true };
  let lead = null;
  if (next.copy && article.letters.includes(next.copy)) {
    const letter = letterOf(group, article, next.copy, place.lang, place);
    lead = button(place.say(`letters.${next.copy}`), letter, place.say('copied.letter'));
    lead.className = first.class;
    lead.setAttribute('data-lead', '');
  } else if (next.open && isWebAddress(next.open)) {
    lead = el('a', { ...first, href: next.open, rel: 'noopener' }, place.say('next.open'));
  }
  const filling = fillingOf(group.values, place.contents.placeholders, place.lang);
  return el(
    'div',
    { class: 'bounce-next' },
    el('h3', null, next.title),
    el('p', null, treeNodes(next.text, filling)),
    lead && el('div', { class: 'bounce-buttons' }, lead),
    lead && said,
  );
}

/**
 * What can be taken along: the article, its letters, a link, the redacted text.
 * @param {Group} group
 * @param {Article} article
 * @param {Place} place
 * @param {() => string} redacted
 */
export function lettersOf(group, article, place, redacted) {
  const { said, button } = copyPlace(place.say);
  const used = linkValues(group, article);
  const names = Object.values(used).join(', ');
  const url = place.articleUrl(matchOf(group), used);
  const reply = (/** @type {Lang} */ lang) =>
    button(
      place.say(`actions.reply_${lang}`),
      letterOf(group, article, CUSTOMER, lang, place),
      place.say(`copied.reply_${lang}`),
    );
  const others = article.letters.map((letter) =>
    button(
      place.say(`letters.${letter}`),
      letterOf(group, article, letter, place.lang, place),
      place.say('copied.letter'),
    ),
  );
  return el(
    'div',
    { class: 'bounce-actions' },
    el(
      'div',
      { class: 'bounce-buttons' },
      el('a', { class: 'bounce-button bounce-open', href: url }, place.say('actions.open')),
      reply(place.lang),
      reply(place.lang === 'ja' ? 'en' : 'ja'),
      others,
      button(
        place.say('actions.link'),
        () => new URL(url, document.baseURI).href,
        names ? place.say('copied.link_values', { names }) : place.say('copied.link'),
      ),
      button(place.say('actions.redacted'), redacted, place.say('copied.redacted')),
    ),
    said,
    article.voices && voiceChoice(place),
  );
}

/** @param {Group} group */
function matchOf({ match }) {
  return match ? match.article : '';
}

/** The values that a link to the article carries. @param {Group} group @param {Article} article @returns {Values} */
function linkValues({ values }, article) {
  const ids = article.values.filter((id) => Object.hasOwn(values, id));
  return Object.fromEntries(ids.map((id) => [id, values[id]]));
}

/**
 * What writes a letter when it is asked for.
 * @param {Group} group
 * @param {Article} article
 * @param {string} letter
 * @param {Lang} lang
 * @param {Place} place
 */
function letterOf(group, article, letter, lang, place) {
  return async () => {
    const { frames, articles } = await place.loadLetters();
    const own = articles[matchOf(group)];
    const [recipient] = group.recipients;
    const code = [recipient.reply_code, recipient.status].filter(Boolean).join(' ');
    const known = {
      ...group.values,
      ...(code ? { code } : {}),
      ...(recipient.diagnostic ? { answer: recipient.diagnostic.replace(/\s+/g, ' ') } : {}),
      link: new URL(place.articleUrl(matchOf(group), linkValues(group, article), lang), document.baseURI).href,
    };
    const filling = fillingOf(known, place.contents.placeholders, lang);
    const parts = { body: own.letters[letter][lang] || [], how_long: own.how_long[lang] };
    return letterText(frames[lang][letter], parts, filling, isProvider() ? 'we' : 'ask');
  };
}

/** Whether who answers is the customer's own provider. @param {Place} place */
function voiceChoice(place) {
  const box = el('input', { type: 'checkbox', 'data-provider': true });
  box.checked = isProvider();
  box.addEventListener('change', () => keepProvider(box.checked));
  return el('label', { class: 'bounce-voice' }, box, ' ', place.say('letters.voice'));
}
