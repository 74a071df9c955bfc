// Which service does the reader send through? Its own pages on what the steps ask for, once it is picked; kept in the tab.
// May import dom.js and choices.js. The list is on a generated page already; for an answer it is drawn here.
import { keepHost, keptHost } from './choices.js';
import { el, treeNodes } from './dom.js';

/** @import { Place } from './place.js' */
/** @import { Article, Filling, Say } from './types' */

/**
 * The hosts with pages that help with an article, folded; null if there are none.
 * @param {Article} article
 * @param {Place} place
 * @param {Filling} filling
 */
export function hostsOf(article, place, filling) {
  const entries = Object.entries(place.contents.hosts).flatMap(([id, { title, pages }]) => {
    const those = pages.filter((page) => page.topics.some((topic) => article.host.includes(topic)));
    if (those.length === 0) return [];
    const listed = those.map(({ title, url, use }) =>
      el('dd', null, el('a', { href: url, rel: 'noopener' }, title), el('br', null), treeNodes(use, filling)),
    );
    return el('div', { 'data-host': id }, el('dt', null, title), listed);
  });
  if (entries.length === 0) return null;
  const fold = el(
    'details',
    { class: 'fold', 'data-hosts': true },
    el('summary', null, place.say('hosts.choose')),
    el('dl', { class: 'hosts' }, entries),
  );
  makePickable(fold, place.say);
  return fold;
}

/** Let the reader pick one of the hosts in a fold, and show that one's pages alone. @param {Element} fold @param {Say} say */
export function makePickable(fold, say) {
  const hosts = [...fold.querySelectorAll('[data-host]')];
  const named = hosts.map((host) => ({
    id: host.getAttribute('data-host') || '',
    title: host.querySelector('dt')?.textContent || '',
  }));
  const choice = el(
    'select',
    { 'aria-label': say('hosts.choose') },
    el('option', { value: '' }, say('hosts.all')),
    named.map(({ id, title }) => el('option', { value: id }, title)),
  );
  const show = () => {
    for (const host of hosts) {
      const hidden = choice.value !== '' && host.getAttribute('data-host') !== choice.value;
      host.toggleAttribute('hidden', hidden);
    }
  };
  const kept = keptHost();
  if (named.some(({ id }) => id === kept)) {
    choice.value = kept;
    fold.setAttribute('open', '');
  }
  choice.addEventListener('change', () => {
    keepHost(choice.value);
    show();
  });
  fold.querySelector('dl')?.before(el('p', null, choice));
  show();
}
