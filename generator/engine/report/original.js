// Where the returned original stands in a pasted report, so that it never counts as evidence.
// May import lines.js and the mail room's words.js. A mail's source needs none of this: there the original is a part of its own.
/** @import { MailWords, Range } from '../types.js' */
/** @import { Line } from './lines.js' */
import { isDaemon } from '../mail/words.js';
import { fieldOf, headerKind } from './lines.js';

/**
 * Header lines one after the other: [from, to) as indexes of lines; whether a technical one (Received ...) or a daemon is among
 * them: a header block that names one is the report's own, whatever somebody wrote above it.
 * @typedef {{from: number, to: number, count: number, technical: boolean, daemon: boolean, sender: boolean}} Run
 */

/** Does a line that is no header line of its own go on with a run? @param {Run} run @param {Line} line @param {string} kind @param {number} index */
function goesOn(run, line, kind, index) {
  if (line.text === '') return false;
  if (kind === 'part' || (kind === 'field' && run.technical)) return true;
  return kind === '' && run.to === index && line.indent > 0;
}

/** @param {MailWords} words @param {Line[]} lines @returns {Run[]} */
function headerRuns(words, lines) {
  /** @type {Run[]} */
  const runs = [];
  /** @type {Run | null} */
  let run = null;
  lines.forEach((line, index) => {
    const kind = line.text === '' ? '' : headerKind(words, line);
    if (kind === 'technical' || kind === 'shown') {
      if (!run) {
        run = { from: index, to: index, count: 0, technical: false, daemon: false, sender: false };
        runs.push(run);
      }
      run.count++;
      run.technical = run.technical || kind === 'technical';
      run.sender = run.sender || !!fieldOf(words, line)?.roles.has('sender');
      run.daemon = run.daemon || isDaemon(words, line.text);
      run.to = index + 1;
    } else if (run && goesOn(run, line, kind, index)) run.to = index + 1;
    else if (line.text !== '' || run?.technical) run = null;
  });
  return runs.filter(({ count }) => count >= 2);
}

/**
 * What was seen in a paste: offsets, each list ascending. `signs`: where something stands that a report says; `said`:
 * those of them that are no mere pattern; `frames`: where a reporter introduces itself; `markers`: where one announces the
 * original; `resumes`: where a report starts again (fields of RFC 3464).
 * @typedef {{signs: number[], said: number[], frames: number[], markers: number[], resumes: number[]}} Seen
 */

/** Does a reporter introduce itself only below a stretch? Somebody's own words may stand above a report with its headers. @param {number[]} frames @param {number} start @param {number} stop */
function framedAfter(frames, start, stop) {
  return !(frames[0] < start) && frames[frames.length - 1] >= stop;
}

/** Header runs, as those of the report and as starts of a returned message. @param {MailWords} words @param {Line[]} lines @param {Seen} seen */
function sortRuns(words, lines, { signs, said, frames }) {
  /** @type {Range[]} */
  const headers = [];
  /** @type {number[]} */
  const cuts = [];
  for (const run of headerRuns(words, lines)) {
    const start = lines[run.from].start;
    const stop = lines[run.to - 1].end;
    const own = framedAfter(frames, start, stop) || (run.daemon && !(frames[0] < start));
    const signAfter = said[said.length - 1] >= stop;
    if (signs[0] < start && !own && (run.technical || !signAfter)) cuts.push(start);
    // A report may list whose mail it is about, and its subject, and go on: that is still the report.
    else if (!(signs[0] < start) || run.technical || run.sender || run.daemon) headers.push({ start, end: stop });
  }
  return { headers, cuts };
}

/** Announcements of the original that count: behind what a report says, and not among its header lines. @param {Range[]} headers @param {Seen} seen */
function announced(headers, { signs, frames, markers }) {
  let at = 0;
  return markers.filter((marker) => {
    while (at < headers.length && headers[at].end <= marker) at++;
    const inHeaders = at < headers.length && headers[at].start <= marker;
    return signs[0] < marker && !framedAfter(frames, marker, marker) && !inHeaders;
  });
}

/**
 * Split a pasted report.
 * @param {MailWords} words
 * @param {Line[]} lines of the paste
 * @param {Seen} seen
 * @returns {{headers: Range[], originals: Range[]}} `headers`: a report's own or quoted header lines
 */
export function findOriginal(words, lines, seen) {
  const end = lines.length ? lines[lines.length - 1].end : 0;
  const { headers, cuts } = sortRuns(words, lines, seen);
  cuts.push(...announced(headers, seen));
  /** @type {Range[]} */
  const originals = [];
  const first = seen.resumes[0];
  let next = 0;
  for (const cut of cuts.sort((a, b) => a - b)) {
    const last = originals[originals.length - 1];
    if (last && cut < last.end) continue;
    while (next < seen.resumes.length && seen.resumes[next] <= cut) next++;
    // Where a report goes on behind the original, it does so once: fields before it were its own.
    const again = first < cut ? undefined : seen.resumes[next];
    originals.push({ start: cut, end: again === undefined ? end : again });
  }
  let at = 0;
  const own = headers.filter((range) => {
    while (at < originals.length && originals[at].end <= range.start) at++;
    return !(at < originals.length && originals[at].start <= range.start);
  });
  return { headers: own, originals };
}
