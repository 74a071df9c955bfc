// Words that a link brings for the search (`#q=...`), as a browser's own search bar makes it (opensearch.xml).
// May import nothing. They stand behind the "#", which no server sees, and are taken out of the address at once.

const MARK = '#q=';
/** A link of anybody's can bring words, so they are few, and there is nothing in them that nobody sees. */
const MOST = 60;
const UNSEEN = /(?![\t\n])\p{C}/gu;

/** The words that the address brings, if any; afterwards it brings none. */
export function takeAsked() {
  if (!location.hash.startsWith(MARK)) return '';
  const words = new URLSearchParams(location.hash.slice(1)).get('q') || '';
  history.replaceState(history.state, '', location.pathname + location.search);
  return words.replace(UNSEEN, '').replace(/\s+/g, ' ').trim().slice(0, MOST);
}
