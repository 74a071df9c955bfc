// Files dropped on a page. May import nothing.

/**
 * Take files dropped anywhere on the page: one dropped beside a box would make the browser leave, and the paste with it.
 * @param {HTMLElement} root what shows that files are over the page
 * @param {(files: File[]) => void} takeFiles
 */
export function acceptDrops(root, takeFiles) {
  const carried = (/** @type {Event} */ event) => {
    const transfer = event instanceof DragEvent ? event.dataTransfer : null;
    return transfer?.types.includes('Files') ? transfer : null;
  };
  document.addEventListener('dragover', (event) => {
    if (!carried(event)) return;
    event.preventDefault();
    root.setAttribute('data-dropping', '');
  });
  document.addEventListener('dragleave', (event) => {
    if (event instanceof DragEvent && !event.relatedTarget) root.removeAttribute('data-dropping');
  });
  document.addEventListener('drop', (event) => {
    root.removeAttribute('data-dropping');
    const transfer = carried(event);
    if (!transfer) return;
    event.preventDefault();
    takeFiles([...transfer.files]);
  });
}
