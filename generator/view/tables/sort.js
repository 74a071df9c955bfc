// Tables that sort when a heading is pressed. May import dom.js.
import { el } from '../dom.js';

/** Make the headings of a table into buttons. @param {HTMLTableElement} table */
export function makeSortable(table) {
  const body = table.tBodies[0];
  const headings = [...table.querySelectorAll('thead th')];
  headings.forEach((heading, column) => {
    const isNumbers = heading.hasAttribute('data-numbers');
    const sort = () => {
      // Numbers start with the largest, names with the first.
      const first = isNumbers ? 'descending' : 'ascending';
      const other = isNumbers ? 'ascending' : 'descending';
      const order = heading.getAttribute('aria-sort') === first ? other : first;
      for (const one of headings) one.removeAttribute('aria-sort');
      heading.setAttribute('aria-sort', order);
      const turn = order === 'ascending' ? 1 : -1;
      body.append(...[...body.rows].sort((a, b) => turn * compare(a.cells[column], b.cells[column], isNumbers)));
    };
    heading.replaceChildren(el('button', { type: 'button', class: 'sort', onclick: sort }, heading.textContent || ''));
  });
}

/** @param {HTMLElement} a @param {HTMLElement} b @param {boolean} isNumbers */
function compare(a, b, isNumbers) {
  if (isNumbers) return Number(a.getAttribute('data-value')) - Number(b.getAttribute('data-value'));
  return (a.textContent || '').localeCompare(b.textContent || '', document.documentElement.lang);
}
