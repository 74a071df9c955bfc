// The page for what isn't there: leads on where the address tells what was meant; else it speaks the reader's language
// and takes a paste. May import its sibling and the view's helpers.
import { takeHome } from '../home.js';
import { meantPath } from './address.js';

/** Start the page. @param {string[]} codes the codes that have a page */
export function start(codes) {
  const root = rootOfSite();
  const path = location.pathname.slice(root.length);
  const meant = meantPath(path, codes);
  if (meant) {
    location.replace(root + meant + location.hash);
    return;
  }
  const lang = path.startsWith('en/') ? 'en' : 'ja';
  for (const part of document.querySelectorAll('[data-lost]')) {
    const isShown = part.getAttribute('data-lost') === lang;
    part.toggleAttribute('hidden', !isShown);
    if (isShown) takeText(part, root + (lang === 'en' ? 'en/' : ''));
  }
  // The host may have answered with the other language's page.
  if (document.documentElement.lang === lang) return;
  document.documentElement.lang = lang;
  document.title = document.querySelector(`[data-lost="${lang}"] h1`)?.textContent || document.title;
}

/** The way to the site's root, Japanese: its English pages lie below it. */
function rootOfSite() {
  const base = document.querySelector('script[data-base]')?.getAttribute('data-base') || '/';
  const { pathname } = new URL(base, location.href);
  return document.querySelector('[data-lost]')?.getAttribute('data-lost') === 'en'
    ? pathname.replace(/en\/$/, '')
    : pathname;
}

/** @param {Element} part @param {string} home */
function takeText(part, home) {
  const area = part.querySelector('textarea');
  if (!area) return;
  area.closest('[hidden]')?.removeAttribute('hidden');
  const look = () => {
    if (area.value.trim() === '') area.focus();
    else takeHome({ input: { text: area.value } }, home);
  };
  part.querySelector('button')?.addEventListener('click', look);
  // A paste into the empty box is all there is: it is looked up as soon as it has arrived.
  area.addEventListener('paste', () => {
    if (area.value.trim() === '') setTimeout(look);
  });
}
