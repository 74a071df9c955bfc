// Files dropped on a page. May import nothing.

/**
 * Take files dropped anywhere on the page: one dropped beside a box would make the browser leave, and the paste with it.
 * @param {HTMLElement} root what shows that files are over the page
 * @param {(files: File[]) => void} takeFiles
 * @param {Document | HTMLElement} [area] where they may be dropped, if it isn't the whole page
 */
export function acceptDrops(root, takeFiles, area = document) {
  const carried = (/** @type {Event} */ event) => {
    const transfer = event instanceof DragEvent ? event.dataTransfer : null;
    return transfer?.types.includes('Files') ? transfer : null;
  };
  const isInside = (/** @type {EventTarget | null} */ to) => to instanceof Node && area.contains(to);
  area.addEventListener('dragover', (event) => {
    if (!carried(event)) return;
    event.preventDefault();
    root.setAttribute('data-dropping', '');
  });
  area.addEventListener('dragleave', (event) => {
    if (event instanceof DragEvent && !isInside(event.relatedTarget)) root.removeAttribute('data-dropping');
  });
  area.addEventListener('drop', (event) => {
    root.removeAttribute('data-dropping');
    const transfer = carried(event);
    if (!transfer || event.defaultPrevented) return;
    event.preventDefault();
    takeFiles([...transfer.files]);
  });
}
