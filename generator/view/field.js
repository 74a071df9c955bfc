// Whether somebody is writing. May import nothing.
const EDITABLE = 'input, textarea, select, [contenteditable]';

/** Does something happen in a field, wherever that stands? @param {Event} event */
export function isInField(event) {
  // The target itself is hidden where the field stands in an element's own tree.
  const [target] = event.composedPath();
  return target instanceof Element && target.closest(EDITABLE) !== null;
}
