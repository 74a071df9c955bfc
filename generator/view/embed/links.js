// Where links inside the element lead. May import nothing.

/** Lead links to a place inside the element there, and all others into a tab of their own. @param {ShadowRoot} inside */
export function leadLinks(inside) {
  inside.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('a[href]');
    if (!(link instanceof HTMLAnchorElement)) return;
    const href = link.getAttribute('href') || '';
    if (href.startsWith('#')) {
      // The browser would look for it in the page, and change the page's address.
      event.preventDefault();
      const place = inside.getElementById(href.slice(1));
      place?.scrollIntoView();
      place?.focus({ preventScroll: true });
    } else if (!link.hasAttribute('download')) {
      // The answer is kept nowhere: whoever follows a link must find it again where it was.
      link.target = '_blank';
      link.rel = 'noopener';
    }
  });
}
