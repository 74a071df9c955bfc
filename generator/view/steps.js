// The steps of an article as somebody can follow them, values filled in. May import copy.js, dom.js and page/ticks.js.
import { copyPlace } from './copy.js';
import { el, treeNodes } from './dom.js';
import { keepTicks } from './page/ticks.js';

/** @import { Contents, Filling, Lang, Say, Step, Tree, Values } from './types' */

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

/** The same, a known value as a chip that copies it. @param {Filling} filling @param {Say} say */
export function withChips(filling, say) {
  const { said, attach } = copyPlace(say);
  /** @type {Filling} */
  const chips = {
    ...filling,
    node: (id) => {
      const value = filling.words(id);
      const plain = filling.node(id);
      if (!(plain instanceof Element) || !plain.hasAttribute('data-filled')) return plain;
      const label = say('steps.copy_value', { value });
      const chip = el(
        'button',
        { type: 'button', class: 'val', 'data-value': id, 'data-filled': true, 'aria-label': label },
        value,
      );
      attach(chip, () => value, say('copied.value', { value }));
      return chip;
    },
  };
  return { chips, said };
}

/** For texts without values. @type {Filling} */
export const NO_VALUES = { lacks: () => false, words: (id) => id, node: (id) => document.createTextNode(id) };

/** A list of texts. @param {Tree[]} trees @param {Filling} filling */
export function dotsOf(trees, filling) {
  return el(
    'ul',
    { class: 'dots' },
    trees.map((tree) => el('li', null, treeNodes(tree, filling))),
  );
}

/**
 * Steps that can be ticked off, each with how to see that it worked.
 * @param {Step[]} steps
 * @param {string} name what the ticks are kept under: the article and who takes the steps
 * @param {Say} say
 * @param {Filling} filling
 * @param {string} [check] what stands before how to see that a step worked
 */
export function stepList(steps, name, say, filling, check = say('steps.check')) {
  const { chips, said } = withChips(filling, say);
  const list = el(
    'ol',
    { class: 'steps' },
    steps.map((step, index) => {
      const label = el('b', { class: 'vh' }, say('steps.tick', { n: index + 1 }));
      return el(
        'li',
        null,
        el(
          'label',
          { class: 'tick' },
          el('input', { type: 'checkbox', 'data-step': `${name}/${index + 1}` }),
          el('span', null),
          label,
        ),
        el(
          'div',
          null,
          el('div', { class: 'do' }, treeNodes(step.do, chips)),
          step.check.length > 0 && el('div', { class: 'check' }, check, treeNodes(step.check, filling)),
        ),
      );
    }),
  );
  keepTicks(list);
  return el('div', null, list, said);
}
