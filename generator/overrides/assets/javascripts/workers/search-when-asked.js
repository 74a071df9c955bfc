// In front of the theme's search, which builds its index on every page view: here only when a reader types a query.
// Runs as the theme's worker; `?theme=` names the theme's own, which lies in this folder.
const SETUP = 0;
const READY = 1;
const QUERY = 2;
const RESULT = 3;

let setup = null;

/** Keep the index, and let the theme's worker take over with the first query. */
function wait(event) {
  const { type, data } = event.data;
  if (type === SETUP) {
    setup = event.data;
    postMessage({ type: READY });
  } else if (type === QUERY && data.trim()) {
    removeEventListener('message', wait);
    importScripts(new URLSearchParams(location.search).get('theme'));
    dispatchEvent(new MessageEvent('message', { data: setup }));
    // What the theme does with it are promises; all of them are settled before a timer runs.
    setTimeout(() => dispatchEvent(new MessageEvent('message', { data: event.data })));
  } else if (type === QUERY) {
    postMessage({ type: RESULT, data: { items: [] } });
  }
}

addEventListener('message', wait);
