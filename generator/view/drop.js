// Files dropped on a matcher. May import nothing.

/**
 * Take files dropped on the matcher, or anywhere on a page that is all matcher.
 * @param {HTMLElement} root
 * @param {(files: File[]) => void} takeFiles
 */
export function acceptDrops(root, takeFiles) {
  // A file dropped beside the box would make the browser leave the page, and the paste with it.
  const whole = root.closest('details') ? root : document;
  const carried = (/** @type {Event} */ event) => {
    const transfer = event instanceof DragEvent ? event.dataTransfer : null;
    return transfer?.types.includes('Files') ? transfer : null;
  };
  whole.addEventListener('dragover', (event) => {
    if (!carried(event)) return;
    event.preventDefault();
    root.setAttribute('data-dropping', '');
  });
  whole.addEventListener('dragleave', (event) => {
    if (event instanceof DragEvent && !event.relatedTarget) root.removeAttribute('data-dropping');
  });
  whole.addEventListener('drop', (event) => {
    root.removeAttribute('data-dropping');
    const transfer = carried(event);
    if (!transfer) return;
    event.preventDefault();
    takeFiles([...transfer.files]);
  });
}
