// The composer: to whom, in which manner, and the text as it will be copied. May import the view's helpers.
import { isProvider, keepManner, keepProvider, keptManner } from '../choices.js';
import { el } from '../dom.js';
import { saidOf } from '../scripts.js';
import { icon } from './picture.js';
import { CUSTOMER } from './post.js';

/** @import { Copying } from '../copy.js' */
/** @import { Place } from '../place.js' */
/** @import { Lang } from '../types' */
/** @import { Manner, Post } from './post.js' */

let composers = 0;

/**
 * A composer of an answer's letters. What the reader chooses is kept for the tab.
 * @param {Post} post
 * @param {Place} place
 * @param {Copying} copying
 * @param {string} first the letter that is shown first, unless the reader has chosen
 */
export function composer(post, place, copying, first) {
  const { say } = place;
  const id = `compose-${++composers}`;
  const names = post.names;
  const kept = keptManner();
  let to = kept.to && names.includes(kept.to) ? kept.to : first;
  const text = el('pre', { tabindex: '0', role: 'region', 'aria-label': say('compose.preview'), 'data-letter': to });
  const english = tick(say('compose.other_language'), kept.lang === 'other');
  const link = tick(say('compose.link'), kept.link !== 'no');
  const greeting = tick(say('compose.greeting'), kept.greeting !== 'no');
  const voice = tick(say('compose.voice'), isProvider());
  const lang = () => /** @type {Lang} */ (english.box.checked ? (place.lang === 'ja' ? 'en' : 'ja') : place.lang);
  /** @returns {Manner} */
  const manner = () => ({
    lang: to === CUSTOMER ? lang() : place.lang,
    link: link.box.checked,
    greeting: greeting.box.checked,
  });
  const show = async () => {
    english.label.hidden = to !== CUSTOMER;
    voice.label.hidden = to !== CUSTOMER || !post.article.voices;
    text.setAttribute('data-letter', to);
    text.setAttribute('lang', manner().lang || place.lang);
    try {
      text.textContent = await post.write(to, manner());
    } catch (problem) {
      text.textContent = say(saidOf(problem));
    }
  };
  const changed = () => {
    keepManner({
      to,
      lang: english.box.checked ? 'other' : '',
      link: link.box.checked ? '' : 'no',
      greeting: greeting.box.checked ? '' : 'no',
    });
    keepProvider(voice.box.checked);
    show();
  };
  for (const { box } of [english, link, greeting, voice]) box.addEventListener('change', changed);
  const tabs = el(
    'fieldset',
    { class: 'tabs' },
    el('legend', { class: 'vh' }, say('compose.to')),
    names.map((name) => {
      const choice = el('input', { type: 'radio', name: id, value: name, checked: name === to });
      choice.addEventListener('change', () => {
        to = name;
        changed();
      });
      return el('label', null, choice, say(`compose.to_${name}`));
    }),
  );
  show();
  const copy = copying.button(
    [icon('copy'), say('compose.copy')],
    () => post.write(to, manner()),
    () => say(to === CUSTOMER ? 'copied.customer' : `copied.${to}`),
  );
  copy.className = 'btn quiet';
  copy.setAttribute('data-copy-letter', '');
  return el(
    'div',
    { class: 'compose', 'data-compose': true },
    tabs,
    text,
    el('div', { class: 'opts' }, english.label, link.label, greeting.label, voice.label),
    el('div', { class: 'acts' }, copy),
    copying.said,
  );
}

/** @param {string} label @param {boolean} checked */
function tick(label, checked) {
  const box = el('input', { type: 'checkbox' });
  box.checked = checked;
  return { box, label: el('label', null, box, label) };
}
