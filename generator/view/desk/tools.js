// What is done with the whole list: saved for a spreadsheet, or cleared by two presses. May import dom.js and csv.js.
import { el } from '../dom.js';
import { csvOf } from './csv.js';

/** @import { Place } from '../place.js' */
/** @import { Day } from './day.js' */

// Long enough to read what a second press does.
const PATIENCE = 10000;

/** The two buttons. @param {Day} day @param {Place} place @param {{cleared: () => void, say: (line: string) => void}} listeners */
export function dayTools(day, place, listeners) {
  const { say } = place;
  const save = () => {
    const { text, count } = csvOf(day.rows, place);
    download(text, `${say('desk.file_name')}-${new Date().toLocaleDateString('sv')}.csv`);
    listeners.say(say('desk.exported', { n: count }));
  };
  const clear = el('button', { type: 'button', class: 'btn bare', 'data-clear': true }, say('desk.clear'));
  let sure = false;
  let timer = 0;
  const calm = () => {
    clearTimeout(timer);
    sure = false;
    clear.textContent = say('desk.clear');
  };
  clear.addEventListener('click', () => {
    if (sure) {
      calm();
      listeners.cleared();
      return;
    }
    sure = true;
    clear.textContent = say('desk.clear_sure');
    listeners.say(say('desk.clear_ask'));
    timer = setTimeout(calm, PATIENCE);
  });
  clear.addEventListener('blur', calm);
  return el(
    'div',
    { class: 'acts' },
    el('button', { type: 'button', class: 'btn quiet', 'data-export': true, onclick: save }, say('desk.export')),
    clear,
  );
}

/** Save a text as a file. @param {string} text @param {string} name */
function download(text, name) {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = el('a', { href, download: name });
  link.click();
  // The browser has taken it by then.
  setTimeout(() => URL.revokeObjectURL(href), PATIENCE);
}
