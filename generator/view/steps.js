// The steps of an article as somebody can follow them: the reader's own first, everybody else's folded, values filled in.
// May import view-dom.js and view-slots.js, and holes.js and stream.js of the engine to judge values that come in a link.
import { el, treeNodes } from './dom.js';
import { settledText, settledTree } from './slots.js';
import { holeEnds } from '../engine/pattern/holes.js';
import { streamOfLiteral } from '../engine/pattern/stream.js';

/** Makes `<span data-value>` nodes: the value where it is known, else the wording that stands for it. */
export function valueMaker(values, placeholders, lang) {
  return (id) => {
    const known = Object.hasOwn(values, id);
    const unknown = placeholders[id] ? placeholders[id][lang] : id;
    return el('span', { 'data-value': id, 'data-filled': known }, known ? values[id] : unknown);
  };
}

/** A reply text with its placeholders filled: the values, or in the text's own language what stands for them. */
export function filledReply(text, values, placeholders, lang) {
  const knows = (id) => Object.hasOwn(values, id) || !Object.hasOwn(placeholders, id);
  return settledText(text, knows).replace(/\{([a-z][a-z0-9_]*)\}/g, (whole, id) => {
    if (Object.hasOwn(values, id)) return values[id];
    return placeholders[id] ? placeholders[id][lang] : whole;
  });
}

/** Ids of the placeholders that an article's steps or reply texts name. */
export function placeholdersOf(article) {
  const found = new Set();
  const walk = (node) => {
    if (!Array.isArray(node)) return;
    if (node[0] === 'value') found.add(node[1]);
    else node.forEach(walk);
  };
  walk([article.prepare, article.steps.map((step) => [step.do, step.check]), article.cautions]);
  for (const text of Object.values(article.reply))
    for (const name of text.matchAll(/\{([a-z][a-z0-9_]*)\}/g)) found.add(name[1]);
  return found;
}

/** An article whose texts say nothing of values that aren't known, where they can do without. */
export function settledArticle(article, values) {
  const settled = (tree) => settledTree(tree, (id) => Object.hasOwn(values, id));
  return {
    ...article,
    prepare: article.prepare.map(settled),
    steps: article.steps.map((step) => ({ who: step.who, do: settled(step.do), check: settled(step.check) })),
    cautions: article.cautions.map(settled),
  };
}

// Whoever pastes a bounce has most often sent the mail; where the sender can do nothing, the first who can comes first.
// Where waiting is what helps most, it comes before everything the sender might do.
function ownRoles(roles) {
  const own = roles.includes('sender') ? 'sender' : roles[0];
  return roles[0] === 'wait' && own !== 'wait' ? ['wait', own] : [own];
}

/** Prepare, the steps of the reader's role, cautions, then the other roles' steps folded under their names. */
export function stepsOf(article, contents, say, valueNode) {
  const roles = article.fixers.filter((who) => article.steps.some((step) => step.who === who));
  const own = roles.length > 0 ? ownRoles(roles) : [];
  const steps = (those) =>
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
