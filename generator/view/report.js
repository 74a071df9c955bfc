// The offer to report a bounce that no article fits: a redacted preview, line by line, and then the reader's own click.
// May import view-dom.js and view-copy.js. Sends nothing: it copies, or opens a form or a mail that the reader sends.
import { el } from './dom.js';
import { copyPlace, sayAgain } from './copy.js';

const MOST_LINES = 120;
// What mail programs and browsers still take in an address, in characters after encoding.
const LONGEST_MAIL = 1800;
const LONGEST_ISSUE = 6500;

/**
 * @param {string} redacted the text with everything personal replaced
 * @param {{mail: string, issue: string}} channels where a report can go; either may be empty
 */
export function reportOffer(redacted, channels, place) {
  const all = redacted.split(/\r\n|\r|\n/);
  const lines = all.slice(0, MOST_LINES).map((text) => ({ text, removed: false }));
  const wanted = () =>
    lines
      .filter((line) => !line.removed)
      .map((line) => line.text)
      .join('\n')
      .trim();
  const { said, button } = copyPlace(place.say);
  const cut = el('p', { class: 'bounce-note', hidden: true }, place.say('report.too_long'));
  const links = [];
  const addLink = (label, addressOf, longest) =>
    links.push({
      node: el('a', { class: 'bounce-button', target: '_blank', rel: 'noopener noreferrer' }, label),
      addressOf,
      longest,
    });
  if (channels.issue)
    addLink(
      place.say('report.issue'),
      (text) => issueAddress(channels.issue, place.say('report.subject'), text),
      LONGEST_ISSUE,
    );
  if (channels.mail)
    addLink(
      place.say('report.mail'),
      (text) => mailAddress(channels.mail, place.say('report.subject'), text),
      LONGEST_MAIL,
    );
  const refresh = () => {
    cut.hidden = true;
    for (const { node, addressOf, longest } of links) {
      const text = cutToFit(wanted(), addressOf, longest);
      cut.hidden = cut.hidden && text === wanted();
      node.setAttribute('href', addressOf(text));
    }
  };
  refresh();
  const change = el('p', { class: 'bounce-said', role: 'status' });
  return el(
    'details',
    { class: 'bounce-more bounce-report' },
    el('summary', null, place.say('report.offer')),
    el('p', null, place.say('report.why')),
    el('h3', null, place.say('report.preview')),
    el(
      'ol',
      { class: 'bounce-lines' },
      lines.map((line, index) =>
        line.text.trim() === ''
          ? null
          : lineOf(line, index + 1, place.say, (text) => {
              refresh();
              sayAgain(change, text);
            }),
      ),
    ),
    all.length > MOST_LINES && el('p', { class: 'bounce-note' }, place.say('report.left_out', { n: MOST_LINES })),
    change,
    el(
      'div',
      { class: 'bounce-buttons' },
      button(place.say('report.copy'), wanted, place.say('copied.report')),
      links.map((link) => link.node),
    ),
    cut,
    said,
  );
}

function lineOf(line, number, say, changed) {
  const text = el('span', { class: 'bounce-line-text' }, line.text);
  const toggle = el('button', { type: 'button', class: 'bounce-line-button' });
  const item = el('li', { value: number }, text, toggle);
  const draw = () => {
    toggle.textContent = say(line.removed ? 'report.restore' : 'report.remove');
    toggle.setAttribute('aria-label', say(line.removed ? 'report.restore_line' : 'report.remove_line', { n: number }));
    item.toggleAttribute('data-removed', line.removed);
  };
  toggle.addEventListener('click', () => {
    line.removed = !line.removed;
    draw();
    changed(say(line.removed ? 'report.removed' : 'report.restored', { n: number }));
  });
  draw();
  return item;
}

function cutToFit(text, addressOf, longest) {
  let fits = text;
  while (fits !== '' && addressOf(fits).length > longest)
    fits = fits.slice(0, Math.floor(fits.length * 0.9)).replace(/[\ud800-\udbff]$/, '');
  return fits;
}

function issueAddress(address, title, text) {
  const url = new URL(address);
  url.searchParams.set('title', title);
  url.searchParams.set('body', text);
  return url.href;
}

function mailAddress(address, subject, text) {
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text.replace(/\n/g, '\r\n'))}`;
}
