// The steps of an article as somebody can follow them: those to take first, everybody else's folded, values filled in.
// May import dom.js, and holes.js and stream.js of the engine to judge values that come in a link.

import { holeEnds } from '../engine/pattern/holes.js';
import { streamOfLiteral } from '../engine/pattern/stream.js';
import { el, treeNodes, valuesIn } from './dom.js';

/** What stands for the values of a text in the language `lang`: those of `values`, else the wording of `placeholders`. */
export function fillingOf(values, placeholders, lang) {
  const knows = (id) => Object.hasOwn(values, id);
  const has = (id) => Object.hasOwn(placeholders, id);
  const words = (id) => (knows(id) ? values[id] : has(id) ? placeholders[id][lang] : `{${id}}`);
  return {
    lacks: (id) => has(id) && !knows(id),
    words,
    node: (id) => el('span', { 'data-value': id, 'data-filled': knows(id) }, words(id)),
  };
}

/** A reply text, which is a tree of plain text, filled. */
export function filledReply(tree, filling) {
  return tree
    .map((node) => {
      if (typeof node === 'string') return node;
      if (node[0] === 'value') return filling.words(node[1]);
      return valuesIn(node).some(filling.lacks) ? '' : filledReply(node.slice(1), filling);
    })
    .join('');
}

/** Ids of the values that an article's steps or reply texts name. */
export function valuesOf({ prepare, first, others, cautions, reply }) {
  const steps = [...first, ...others.flatMap((other) => other.steps)];
  return new Set(valuesIn([prepare, steps.flatMap((step) => [step.do, step.check]), cautions, Object.values(reply)]));
}

/** Prepare, the steps to take first, cautions, then the others' steps folded under their names. */
export function stepsOf(article, contents, say, filling) {
  const list = (trees) =>
    el(
      'ul',
      null,
      trees.map((tree) => el('li', null, treeNodes(tree, filling))),
    );
  const listOfSteps = (steps) =>
    el(
      'ol',
      { class: 'bounce-steps' },
      steps.map((step) =>
        el(
          'li',
          null,
          el('div', { class: 'bounce-do' }, treeNodes(step.do, filling)),
          el(
            'div',
            { class: 'bounce-check' },
            el('span', { class: 'bounce-check-label' }, say('result.check')),
            ' ',
            treeNodes(step.check, filling),
          ),
        ),
      ),
    );
  return [
    article.prepare.length > 0 && [el('h3', null, say('result.prepare')), list(article.prepare)],
    [el('h3', null, say('result.steps')), listOfSteps(article.first)],
    article.cautions.length > 0 &&
      el('div', { class: 'bounce-cautions' }, el('h3', null, say('result.cautions')), list(article.cautions)),
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
        listOfSteps(steps),
      ),
    ),
  ]
    .flat(2)
    .filter(Boolean);
}

/** The values in a link's fragment (`#sender_ip=203.0.113.7&...`) that are what their placeholder takes; others are dropped. */
export function valuesInFragment(fragment, kinds) {
  const values = {};
  for (const [id, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
    if (Object.hasOwn(kinds, id) && isValue(kinds[id], value)) values[id] = value;
  }
  return values;
}

/** Is the whole of `text` one value of this kind of hole? */
export function isValue(kind, text) {
  if (text === '' || text.length > 254 || /\s/.test(text)) return false;
  const stream = streamOfLiteral(text);
  return holeEnds(stream, kind, 0, false)[0] === stream.length;
}

/** Fill every `<span data-value>` below `root` whose value is known. */
export function fillValues(root, values) {
  for (const span of root.querySelectorAll('span[data-value]')) {
    const id = span.getAttribute('data-value');
    if (!Object.hasOwn(values, id)) continue;
    span.textContent = values[id];
    const slot = span.closest('[data-slot]');
    if (slot) slot.hidden = false;
    span.setAttribute('data-filled', '');
  }
}
