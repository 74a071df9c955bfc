// The texts of a page that can be sent: to whom, in which manner, and copying what is shown.
// May import copy.js and choices.js of the view.
import { isProvider, keepManner, keepProvider, keptManner } from '../choices.js';
import { copyPlace } from '../copy.js';

/** @import { Say } from '../types' */

/** Make the texts of a page switch and its copy buttons work. @param {Say} say */
export function startLetters(say) {
  const linkHere = () => {
    for (const span of document.querySelectorAll('pre span[data-value="link"]')) span.textContent = addressHere();
  };
  linkHere();
  addEventListener('hashchange', linkHere);
  for (const compose of document.querySelectorAll('[data-compose]'))
    startComposer(/** @type {HTMLElement} */ (compose), say);
  for (const button of document.querySelectorAll('button[data-copy]')) {
    const source = document.getElementById(button.getAttribute('data-copy') || '');
    const name = (button.getAttribute('data-copy') || '').replace(/^letter-/, '');
    if (source) copies(/** @type {HTMLElement} */ (button), () => shownText(source), say(`copied.${name}`), say);
  }
}

/** @param {HTMLElement} compose @param {Say} say */
function startComposer(compose, say) {
  const box = (/** @type {string} */ name) => compose.querySelector(`input[data-${name}]`);
  const [link, greeting, provider] = ['link', 'greeting', 'provider'].map((name) => {
    const found = box(name);
    return found instanceof HTMLInputElement ? found : null;
  });
  const speak = () => {
    for (const words of document.querySelectorAll('[data-voice]')) {
      const voice = words.getAttribute('data-voice');
      const said = voice === 'greet' ? greeting?.checked : (voice === 'we') === Boolean(provider?.checked);
      words.toggleAttribute('hidden', !said);
    }
    for (const value of document.querySelectorAll('pre span[data-value="link"]'))
      value.closest('[data-slot]')?.toggleAttribute('hidden', !link?.checked);
  };
  const kept = keptManner();
  if (link) link.checked = kept.link !== 'no';
  if (greeting) greeting.checked = kept.greeting !== 'no';
  if (provider) provider.checked = isProvider();
  for (const tick of [link, greeting, provider]) {
    tick?.addEventListener('change', () => {
      keepManner({ ...kept, link: link?.checked ? '' : 'no', greeting: greeting?.checked ? '' : 'no' });
      if (provider) keepProvider(provider.checked);
      speak();
    });
  }
  compose.querySelector('.opts')?.removeAttribute('hidden');
  speak();
  const shown = () => {
    const chosen = compose.querySelector('.tabs input:checked');
    const id = chosen instanceof HTMLInputElement ? chosen.value : '';
    return /** @type {HTMLElement | null} */ (compose.querySelector(`[data-variant="${id}"]`));
  };
  const button = compose.querySelector('[data-copy-letter]');
  if (button instanceof HTMLElement) {
    const text = () => {
      const letter = shown();
      return letter ? shownText(letter) : '';
    };
    copies(button, text, say('copied.letter'), say);
  }
}

/** @param {HTMLElement} button @param {() => string} text @param {string} done @param {Say} say */
function copies(button, text, done, say) {
  const copying = copyPlace(say);
  copying.attach(button, text, done);
  button.closest('.acts')?.after(copying.said);
}

// Never the page's own address as it stands: anybody can write a link, and a letter would pass on what it says.
/** The page's address with the values that stand in its steps, but for names that only a link says. */
function addressHere() {
  const values = new URLSearchParams();
  for (const span of document.querySelectorAll('[data-page] span[data-value][data-filled]:not(pre *)'))
    if (!span.nextElementSibling?.matches('[data-from-link=email], [data-from-link=host]'))
      values.set(span.getAttribute('data-value') || '', span.textContent || '');
  const fragment = values.toString();
  return location.href.split('#')[0] + (fragment && `#${fragment}`);
}

/** @param {HTMLElement} source */
function shownText(source) {
  const shown = /** @type {HTMLElement} */ (source.cloneNode(true));
  for (const unseen of shown.querySelectorAll('[hidden], [data-from-link]')) unseen.remove();
  return (shown.textContent || '').replace(/\n{3,}/g, '\n\n').trim();
}
