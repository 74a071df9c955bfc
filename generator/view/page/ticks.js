// Steps that the reader ticks off; what is ticked stays for the tab. May import keep.js of the view.
import { isTicked, keepTick } from '../keep.js';

/** Show what is ticked of the steps below `root` (`input[data-step]`), and keep what the reader ticks. @param {ParentNode} root */
export function keepTicks(root) {
  for (const box of root.querySelectorAll('input[data-step]')) {
    if (!(box instanceof HTMLInputElement)) continue;
    const step = box.getAttribute('data-step') || '';
    box.checked = isTicked(step);
    box.addEventListener('change', () => keepTick(step, box.checked));
  }
}
