// Where the returned original stands in a pasted report, so that it never counts as evidence.
// May import lines.js. A mail's source needs none of this: there the original is a part of its own.
import { headerKind } from './lines.js';

// Who sends reports. A header block that names one of them is the report's own, whatever somebody wrote above it.
const DAEMON = /mailer-?daemon|postmaster|mail delivery|delivery subsystem|microsoftexchange/i;

/** Runs of header lines: [from, to) as indexes of lines, and whether a technical one (Received ...) or a daemon is among them. */
function headerRuns(lines) {
  const runs = [];
  let run = null;
  const close = () => {
    if (run && run.count >= 2) runs.push(run);
    run = null;
  };
  lines.forEach((line, index) => {
    const kind = line.text === '' ? '' : headerKind(line);
    const continues = run && run.to === index && line.indent && line.text !== '' && kind === '';
    if (kind === 'technical' || kind === 'shown') {
      run = run || { from: index, to: index, count: 0, technical: false, daemon: false };
      run.count++;
      run.technical = run.technical || kind === 'technical';
      run.daemon = run.daemon || DAEMON.test(line.text);
      run.to = index + 1;
    } else if (run && (continues || (kind === 'field' && run.technical) || kind === 'part')) run.to = index + 1;
    else if (line.text !== '' || (run && run.technical)) close();
  });
  close();
  return runs;
}

/**
 * Split a pasted report.
 * @param {object[]} lines of the paste
 * @param {{signs: number[], said: number[], frames: number[], markers: number[], resumes: number[]}} seen offsets, each
 *   list ascending: `signs` where something stands that a report says, `said` those of them that are no mere pattern,
 *   `frames` where a reporter introduces itself, `markers` where one announces the original, `resumes` where a report
 *   starts again (fields of RFC 3464)
 * @returns {{headers: {start, end}[], originals: {start, end}[]}} ranges of the text; `headers` are a report's own or
 *   quoted header lines
 */
export function findOriginal(lines, { signs, said, frames, markers, resumes }) {
  const end = lines.length ? lines[lines.length - 1].end : 0;
  const headers = [];
  const cuts = [];
  // Somebody's own words may stand above a report with its headers; what introduces a reporter then comes below them.
  const framedAfter = (start, stop) => !(frames[0] < start) && frames[frames.length - 1] >= stop;
  for (const run of headerRuns(lines)) {
    const start = lines[run.from].start;
    const stop = lines[run.to - 1].end;
    const own = framedAfter(start, stop) || (run.daemon && !(frames[0] < start));
    const signAfter = said[said.length - 1] >= stop;
    if (signs[0] < start && !own && (run.technical || !signAfter)) cuts.push(start);
    else headers.push({ start, end: stop });
  }
  let at = 0;
  for (const marker of markers) {
    while (at < headers.length && headers[at].end <= marker) at++;
    if (signs[0] < marker && !framedAfter(marker, marker) && !(at < headers.length && headers[at].start <= marker))
      cuts.push(marker);
  }
  const originals = [];
  for (const cut of cuts.sort((a, b) => a - b)) {
    const last = originals[originals.length - 1];
    if (last && cut < last.end) continue;
    const already = resumes.some((resume) => resume < cut);
    const again = already ? undefined : resumes.find((resume) => resume > cut);
    originals.push({ start: cut, end: again === undefined ? end : again });
  }
  return {
    headers: headers.filter((range) => !originals.some((o) => range.start >= o.start && range.start < o.end)),
    originals,
  };
}
