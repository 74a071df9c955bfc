// The steps of an article as somebody can follow them: those to take first, everybody else's folded, values filled in.
// May import dom.js.
import { el, treeNodes } from './dom.js';

/** @import { Article, Contents, Filling, Lang, Say, Step, Tree, Values } from './types' */

/**
 * What stands for the values of a text in the language `lang`: those of `values`, else the wording of `placeholders`.
 * @param {Values} values
 * @param {Contents['placeholders']} placeholders
 * @param {Lang} lang
 * @returns {Filling}
 */
export function fillingOf(values, placeholders, lang) {
  const knows = (/** @type {string} */ id) => Object.hasOwn(values, id);
  const has = (/** @type {string} */ id) => Object.hasOwn(placeholders, id);
  const words = (/** @type {string} */ id) => (knows(id) ? values[id] : has(id) ? placeholders[id][lang] : `{${id}}`);
  return {
    lacks: (id) => has(id) && !knows(id),
    words,
    node: (id) => el('span', { 'data-value': id, 'data-filled': knows(id) }, words(id)),
  };
}

/** @param {Tree[]} trees @param {Filling} filling */
function listOf(trees, filling) {
  return el(
    'ul',
    null,
    trees.map((tree) => el('li', null, treeNodes(tree, filling))),
  );
}

/** @param {Step[]} steps @param {Say} say @param {Filling} filling */
function listOfSteps(steps, say, filling) {
  const check = (/** @type {Step} */ step) =>
    el(
      'div',
      { class: 'bounce-check' },
      el('span', { class: 'bounce-check-label' }, say('result.check')),
      ' ',
      treeNodes(step.check, filling),
    );
  return el(
    'ol',
    { class: 'bounce-steps' },
    steps.map((step) => el('li', null, el('div', { class: 'bounce-do' }, treeNodes(step.do, filling)), check(step))),
  );
}

/**
 * Prepare, the steps to take first, cautions, then the others' steps folded under their names.
 * @param {Article} article
 * @param {Contents} contents
 * @param {Say} say
 * @param {Filling} filling
 */
export function stepsOf(article, contents, say, filling) {
  const { prepare, cautions } = article;
  return [
    prepare.length > 0 && [el('h3', null, say('result.prepare')), listOf(prepare, filling)],
    [el('h3', null, say('result.steps')), listOfSteps(article.first, say, filling)],
    cautions.length > 0 &&
      el('div', { class: 'bounce-cautions' }, el('h3', null, say('result.cautions')), listOf(cautions, filling)),
    article.others.map(({ who, steps }) =>
      el(
        'details',
        { class: 'bounce-more', 'data-role': who },
        el(
          'summary',
          null,
          who === 'wait' ? contents.actors[who].title : say('result.steps_of', { who: contents.actors[who].title }),
        ),
        el('p', null, contents.actors[who].note),
        listOfSteps(steps, say, filling),
      ),
    ),
  ]
    .flat(2)
    .filter(Boolean);
}
