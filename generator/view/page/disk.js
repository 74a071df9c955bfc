// Links of a page that was opened from a disk. May import nothing.

/** On a disk there is no server that turns an address ending in a slash into its page. */
export function mendLinksOnDisk() {
  if (location.protocol !== 'file:') return;
  const mend = (/** @type {Event} */ event) => {
    const link = event.target instanceof Element && event.target.closest('a[href]');
    if (!(link instanceof HTMLAnchorElement) || link.protocol !== 'file:') return;
    if (link.pathname.endsWith('/')) link.pathname += 'index.html';
  };
  addEventListener('click', mend, true);
}
