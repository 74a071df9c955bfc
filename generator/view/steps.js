// The steps of an article as somebody can follow them: the reader's own first, everybody else's folded, values filled in.
// May import dom.js and slots.js.
import { el, treeNodes } from './dom.js';
import { settledText, settledTree } from './slots.js';

/** @import { Article, Contents, Lang, Say, Tree, Values } from './types' */

/**
 * Makes `<span data-value>` nodes: the value where it is known, else the wording that stands for it.
 * @param {Values} values
 * @param {Contents['placeholders']} placeholders
 * @param {Lang} lang
 */
export function valueMaker(values, placeholders, lang) {
  return (/** @type {string} */ id) => {
    const known = Object.hasOwn(values, id);
    const unknown = placeholders[id] ? placeholders[id][lang] : id;
    return el('span', { 'data-value': id, 'data-filled': known }, known ? values[id] : unknown);
  };
}

/**
 * A reply text with its placeholders filled: the values, or in the text's own language what stands for them.
 * @param {string} text
 * @param {Values} values
 * @param {Contents['placeholders']} placeholders
 * @param {Lang} lang
 */
export function filledReply(text, values, placeholders, lang) {
  const knows = (/** @type {string} */ id) => Object.hasOwn(values, id) || !Object.hasOwn(placeholders, id);
  return settledText(text, knows).replace(/\{([a-z][a-z0-9_]*)\}/g, (whole, id) => {
    if (Object.hasOwn(values, id)) return values[id];
    return placeholders[id] ? placeholders[id][lang] : whole;
  });
}

/** Ids of the placeholders that an article's steps or reply texts name. @param {Article} article */
export function placeholdersOf(article) {
  /** @type {Set<string>} */
  const found = new Set();
  const walk = (/** @type {unknown} */ node) => {
    if (!Array.isArray(node)) return;
    if (node[0] === 'value') found.add(node[1]);
    else node.forEach(walk);
  };
  walk([article.prepare, article.steps.map((step) => [step.do, step.check]), article.cautions]);
  for (const text of Object.values(article.reply))
    for (const name of text.matchAll(/\{([a-z][a-z0-9_]*)\}/g)) found.add(name[1]);
  return found;
}

/**
 * An article whose texts say nothing of values that aren't known, where they can do without.
 * @param {Article} article
 * @param {Values} values
 */
export function settledArticle(article, values) {
  const settled = (/** @type {Tree} */ tree) => settledTree(tree, (id) => Object.hasOwn(values, id));
  return {
    ...article,
    prepare: article.prepare.map(settled),
    steps: article.steps.map((step) => ({ who: step.who, do: settled(step.do), check: settled(step.check) })),
    cautions: article.cautions.map(settled),
  };
}

// Whoever pastes a bounce has most often sent the mail; where the sender can do nothing, the first who can comes first.
// Where waiting is what helps most, it comes before everything the sender might do.
/** @param {string[]} roles */
function ownRoles(roles) {
  const own = roles.includes('sender') ? 'sender' : roles[0];
  return roles[0] === 'wait' && own !== 'wait' ? ['wait', own] : [own];
}

/**
 * Prepare, the steps of the reader's role, cautions, then the other roles' steps folded under their names.
 * @param {Article} article
 * @param {Contents} contents
 * @param {Say} say
 * @param {(id: string) => Node} valueNode
 */
export function stepsOf(article, contents, say, valueNode) {
  const roles = article.fixers.filter((who) => article.steps.some((step) => step.who === who));
  const own = roles.length > 0 ? ownRoles(roles) : [];
  const steps = (/** @type {string[]} */ those) =>
    el(
      'ol',
      { class: 'bounce-steps' },
      those
        .flatMap((who) => article.steps.filter((step) => step.who === who))
        .map((step) =>
          el(
            'li',
            null,
            el('div', { class: 'bounce-do' }, treeNodes(step.do, valueNode)),
            el(
              'div',
              { class: 'bounce-check' },
              el('span', { class: 'bounce-check-label' }, say('result.check')),
              ' ',
              treeNodes(step.check, valueNode),
            ),
          ),
        ),
    );
  return [
    article.prepare.length > 0 && [
      el('h3', null, say('result.prepare')),
      el(
        'ul',
        null,
        article.prepare.map((tree) => el('li', null, treeNodes(tree, valueNode))),
      ),
    ],
    own.length > 0 && [el('h3', null, say('result.steps')), steps(own)],
    article.cautions.length > 0 &&
      el(
        'div',
        { class: 'bounce-cautions' },
        el('h3', null, say('result.cautions')),
        el(
          'ul',
          null,
          article.cautions.map((tree) => el('li', null, treeNodes(tree, valueNode))),
        ),
      ),
    roles
      .filter((who) => !own.includes(who))
      .map((who) =>
        el(
          'details',
          { class: 'bounce-more', 'data-role': who },
          el(
            'summary',
            null,
            who === 'wait' ? contents.actors[who].title : say('result.steps_of', { who: contents.actors[who].title }),
          ),
          el('p', null, contents.actors[who].note),
          steps([who]),
        ),
      ),
  ]
    .flat(2)
    .filter(Boolean);
}
