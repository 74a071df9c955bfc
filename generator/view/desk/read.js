// Many files, one mail after another: the same on the page and in its worker. May import files.js and limits.js of the
// view, and of the engine what splits an mbox. Sends nothing and keeps nothing.
import { messageRanges } from '../../engine/mail/mbox.js';
import { nameOf, readFile } from '../files.js';
import { LARGEST_FILE, LARGEST_MBOX, MOST_MAILS } from '../limits.js';
import { keptOf } from './kept.js';

/** @import { Input } from '../../engine/types' */
/** @import { Answer } from '../types' */
/** @import { Report } from './types' */

const MBOX = /^\s*From \S/;
const HEAD = 64;

/**
 * Answer all mails of some files, in their order.
 * @param {File[]} files
 * @param {(input: Input) => Answer} ask
 * @param {{tell: (report: Report) => void, pause: () => Promise<void>, stopped: () => boolean}} host
 *   `pause` is awaited between two mails, so that whoever runs this stays awake
 */
export async function answerFiles(files, ask, { tell, pause, stopped }) {
  let total = files.length;
  let mails = 0;
  tell({ is: 'total', total });
  for (const [at, file] of files.entries()) {
    await pause();
    if (stopped()) return;
    if (mails >= MOST_MAILS) {
      tell({ is: 'left', count: files.length - at });
      return;
    }
    const largest = (await isMbox(file)) ? LARGEST_MBOX : LARGEST_FILE;
    const { input, refused } = await readFile(file, largest);
    if (refused) {
      tell({ is: 'refused', file: nameOf(file), why: refused });
      continue;
    }
    const bytes = input.bytes || '';
    const ranges = messageRanges(bytes);
    const taken = ranges.slice(0, MOST_MAILS - mails);
    if (taken.length < ranges.length) tell({ is: 'left', count: ranges.length - taken.length });
    if (taken.length > 1) {
      total += taken.length - 1;
      tell({ is: 'total', total });
    }
    for (const [start, end] of taken) {
      await pause();
      if (stopped()) return;
      tell(answered(nameOf(file), { bytes: bytes.slice(start, end) }, ask));
      mails++;
    }
  }
}

/** @param {File} file */
async function isMbox(file) {
  try {
    return MBOX.test(await file.slice(0, HEAD).text());
  } catch {
    // Whoever reads all of it finds out why.
    return false;
  }
}

/** @param {string} file @param {Input} input @param {(input: Input) => Answer} ask @returns {Report} */
function answered(file, input, ask) {
  try {
    const { result, refused } = ask(input);
    return refused ? { is: 'refused', file, why: refused } : { is: 'mail', file, kept: keptOf(result) };
  } catch (problem) {
    // Not an error of the page, which says that this one could not be read, and goes on.
    console.error(problem);
    return { is: 'refused', file, why: 'unreadable' };
  }
}
