// A long list in folds, and what stays of it while somebody filters: hits first, folds with hits open, the rest hidden.
// May import nothing. Knows nothing of what is asked; who filters gives each row its rank.

/** No hit. */
export const MISS = Number.POSITIVE_INFINITY;

/** @typedef {{row: HTMLElement, at: number, rank: number}} Entry */

/** The rows of a shelf and its groups: folds (`details[data-group]`), and parts within them (`[data-part]`). */
export class Shelf {
  /** @param {HTMLElement} root @param {string} rows the selector of its rows */
  constructor(root, rows) {
    this.root = root;
    this.lists = [
      ...new Set([...root.querySelectorAll(rows)].map((row) => /** @type {HTMLElement} */ (row.parentElement))),
    ];
    /** @type {Map<HTMLElement, Entry[]>} */
    this.entries = new Map(this.lists.map((list) => [list, entriesOf(list)]));
    this.groups = [...root.querySelectorAll('[data-group], [data-part]')].filter((one) => one instanceof HTMLElement);
    this.order = [...root.children];
    this.isFiltered = false;
  }

  /** Show the hits, the best first. @param {(row: HTMLElement) => number} rankOf @returns {HTMLElement[]} the hits */
  filter(rankOf) {
    if (!this.isFiltered)
      this.open = new Set(this.groups.filter((one) => one instanceof HTMLDetailsElement && one.open));
    this.isFiltered = true;
    /** @type {Entry[]} */
    const hits = [];
    for (const [list, entries] of this.entries) {
      for (const entry of entries) {
        entry.rank = rankOf(entry.row);
        entry.row.hidden = entry.rank === MISS;
        if (!entry.row.hidden) hits.push(entry);
      }
      list.append(...[...entries].sort(byRank).map(({ row }) => row));
    }
    this.showGroups();
    return hits.sort(byRank).map(({ row }) => row);
  }

  /** Everything again as it stood before. */
  reset() {
    if (!this.isFiltered) return;
    this.isFiltered = false;
    for (const [list, entries] of this.entries) {
      for (const { row } of entries) row.hidden = false;
      list.append(...entries.map(({ row }) => row));
    }
    for (const group of this.groups) {
      group.hidden = false;
      if (group instanceof HTMLDetailsElement) group.open = Boolean(this.open?.has(group));
    }
    this.root.append(...this.order);
  }

  showGroups() {
    /** @type {Map<Element, number>} */
    const best = new Map();
    for (const entries of this.entries.values()) {
      const rank = Math.min(...entries.map((entry) => entry.rank));
      for (const group of this.groups) {
        if (group.contains(entries[0].row)) best.set(group, Math.min(rank, best.get(group) ?? MISS));
      }
    }
    for (const group of this.groups) {
      group.hidden = best.get(group) === MISS;
      if (group instanceof HTMLDetailsElement) group.open = !group.hidden;
    }
    const rankOf = (/** @type {Element} */ one) => best.get(one) ?? MISS;
    // Comparing before subtracting: two misses are equal.
    const sorted = [...this.order].sort((a, b) => (rankOf(a) === rankOf(b) ? 0 : rankOf(a) - rankOf(b)));
    this.root.append(...sorted);
  }
}

/** @param {HTMLElement} list @returns {Entry[]} */
function entriesOf(list) {
  return [...list.children].flatMap((row, at) => (row instanceof HTMLElement ? { row, at, rank: 0 } : []));
}

/** @param {Entry} a @param {Entry} b */
function byRank(a, b) {
  return a.rank === b.rank ? a.at - b.at : a.rank - b.rank;
}
