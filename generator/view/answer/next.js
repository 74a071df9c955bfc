// The next step, with the one action that leads. May import the view's helpers. Nothing is sent from here.
import { el, isWebAddress, treeNodes } from '../dom.js';
import { fillingOf } from '../steps.js';
import { icon } from './picture.js';

/** @import { Copying } from '../copy.js' */
/** @import { Place } from '../place.js' */
/** @import { Article, Child } from '../types' */
/** @import { Group } from '../values.js' */
/** @import { Post } from './post.js' */

/**
 * A step as a panel: `lead` takes it; `more` stands beside, quietly.
 * @param {{place: Place, title: string, text: Child, lead: HTMLElement | null, more?: Child, said?: Child}} step
 */
export function panel({ place, title, text, lead, more, said }) {
  lead?.setAttribute('data-lead', '');
  return el(
    'section',
    { class: 'next' },
    el('p', { class: 'lead-label' }, place.say('next.label')),
    el('h2', null, title),
    text && el('p', null, text),
    el('div', { class: 'acts' }, lead, more),
    said,
  );
}

/**
 * The next step of an article: a letter to copy, a page to open, or its steps.
 * @param {Group} group
 * @param {Article} article
 * @param {Place} place
 * @param {{post: Post, copying: Copying, steps: string}} means its letters, what copies, and the id of its steps
 */
export function nextOf(group, article, place, { post, copying, steps }) {
  const { next } = article;
  const { say } = place;
  const toSteps = (/** @type {string} */ name) =>
    el('a', { class: name, href: `#${steps}` }, say('next.steps', { n: article.first.length }));
  let lead = toSteps('btn');
  let leads = true;
  if (next.copy && article.letters.includes(next.copy)) {
    lead = /** @type {any} */ (
      copying.button([icon('copy'), say(`letters.${next.copy}`)], post.writing(next.copy), say(`copied.${next.copy}`))
    );
  } else if (next.open && isWebAddress(next.open)) {
    lead = el('a', { class: 'btn', href: next.open, rel: 'noopener' }, say('next.open'), icon('out'));
  } else leads = false;
  const filling = fillingOf(group.values, place.contents.placeholders, place.lang);
  return panel({
    place,
    title: next.title,
    text: treeNodes(next.text, filling),
    lead,
    more: leads && toSteps('btn bare'),
    said: copying.said,
  });
}
