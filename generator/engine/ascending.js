// Looking up in what is in ascending order.
// May import nothing.

/**
 * The first index at which something holds that holds for all behind it too, or `length` if there is none.
 * @param {number} length of the list
 * @param {(index: number) => boolean} holds
 */
export function firstIndex(length, holds) {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
