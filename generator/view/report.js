// The offer to report a bounce that no article fits: a redacted preview, line by line, and then the reader's own click.
// May import copy.js, dom.js and limits.js. Sends nothing: it copies, or opens a form or a mail that the reader sends.
import { copyPlace, sayAgain } from './copy.js';
import { el, leadTo } from './dom.js';
import { LONGEST_ISSUE, LONGEST_LINE, LONGEST_MAIL, MOST_LINES } from './limits.js';

/** @import { Place } from './place.js' */
/** @import { Say } from './types' */
/** @typedef {{text: string, removed: boolean}} Line */
/** @typedef {(text: string) => string} AddressOf */

/**
 * The offer, folded. What would be reported is only made once somebody looks at it.
 * @param {() => string} redacted the text with everything personal replaced
 * @param {Place} place
 */
export function reportOffer(redacted, place) {
  const inside = el('div');
  const fill = () => {
    if (!inside.hasChildNodes()) inside.append(preview(redacted(), place));
  };
  return el(
    'details',
    { class: 'fold report', ontoggle: fill },
    el('summary', null, place.say('report.offer')),
    el('p', null, place.say('report.why')),
    inside,
  );
}

/** @param {string} redacted @param {Place} place */
function preview(redacted, place) {
  const all = redacted.split(/\r\n|\r|\n/, MOST_LINES + 1);
  const lines = all.slice(0, MOST_LINES).map((text) => ({ text: text.slice(0, LONGEST_LINE), removed: false }));
  const long = all.slice(0, MOST_LINES).some((text) => text.length > LONGEST_LINE);
  const wanted = () => wantedOf(lines);
  const { said, button } = copyPlace(place.say);
  const { links, cut, refresh } = linksOf(wanted, place);
  const change = el('p', { class: 'say', role: 'status' });
  const changed = (/** @type {string} */ text) => {
    refresh();
    sayAgain(change, text);
  };
  return el(
    'div',
    null,
    el('h3', null, place.say('report.preview')),
    el(
      'ol',
      { class: 'lines' },
      lines.map((line, index) => (line.text.trim() === '' ? null : lineOf(line, index + 1, place.say, changed))),
    ),
    all.length > MOST_LINES && el('p', { class: 'note' }, place.say('report.left_out', { n: MOST_LINES })),
    long && el('p', { class: 'note' }, place.say('report.long_lines', { n: LONGEST_LINE })),
    change,
    el('div', { class: 'acts' }, button(place.say('report.copy'), wanted, place.say('copied.report')), links),
    cut,
    said,
  );
}

/** @param {Line[]} lines */
function wantedOf(lines) {
  const kept = lines.filter((line) => !line.removed).map((line) => line.text);
  return kept.join('\n').trim();
}

/** The ways to send what is wanted, and the note that it doesn't fit; `refresh` fills them anew. @param {() => string} wanted @param {Place} place */
function linksOf(wanted, place) {
  const { mail, issue, version } = place.channels;
  const subject = place.say('report.subject');
  const cut = el('p', { class: 'note', hidden: true }, place.say('report.too_long'));
  /** @type {{node: Element, addressOf: AddressOf, longest: number}[]} */
  const ways = [];
  const add = (/** @type {string} */ label, /** @type {AddressOf} */ addressOf, /** @type {number} */ longest) => {
    const node = el('a', { class: 'btn quiet', target: '_blank', rel: 'noopener noreferrer' }, label);
    ways.push({ node, addressOf, longest });
  };
  if (issue)
    add(
      place.say('report.issue'),
      (text) => issueAddress(issue, { title: subject, body: text, bounce: text, version }),
      LONGEST_ISSUE,
    );
  if (mail) add(place.say('report.mail'), (text) => mailAddress(mail, subject, text), LONGEST_MAIL);
  const refresh = () => {
    const whole = wanted();
    cut.hidden = true;
    for (const { node, addressOf, longest } of ways) {
      const text = cutToFit(whole, addressOf, longest);
      if (text !== whole) cut.hidden = false;
      leadTo(node, addressOf(text));
    }
  };
  refresh();
  return { links: ways.map((way) => way.node), cut, refresh };
}

/** @param {Line} line @param {number} number @param {Say} say @param {(text: string) => void} changed */
function lineOf(line, number, say, changed) {
  const text = el('span', { class: 'line__text' }, line.text);
  const toggle = el('button', { type: 'button', class: 'line__button' });
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

/** @param {string} text @param {AddressOf} addressOf @param {number} longest */
function cutToFit(text, addressOf, longest) {
  let fits = text.slice(0, longest);
  while (fits !== '' && addressOf(fits).length > longest) fits = fits.slice(0, Math.floor(fits.length * 0.9));
  return fits;
}

/**
 * The address of an issue that is filled in. An address may name the fields of a form, without a value each; where none
 * of them takes the text, it is the issue's body.
 * @param {string} address
 * @param {Record<string, string>} values
 */
function issueAddress(address, values) {
  const url = new URL(address);
  const named = [...url.searchParams].filter(([, value]) => value === '').map(([name]) => name);
  for (const field of ['title', ...(named.some((name) => valueName(name) === 'bounce') ? named : [...named, 'body'])])
    if (Object.hasOwn(values, valueName(field))) url.searchParams.set(field, values[valueName(field)]);
  return url.href;
}

/** What a field takes by its name; Gitea has `field:` before it. @param {string} field */
function valueName(field) {
  return field.replace(/^field:/, '');
}

/** @param {string} address @param {string} subject @param {string} text */
function mailAddress(address, subject, text) {
  // Half of a surrogate pair, from a paste or from a cut, can't stand in an address.
  const body = text.replace(/\n/g, '\r\n').replace(/\p{Cs}/gu, '\ufffd');
  return `mailto:${address}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body)}`;
}
