// Where the returned original stands in a pasted report, so that it never counts as evidence.
// May import lines.js. A mail's source needs none of this: there the original is a part of its own.
import { headerKind } from './lines.js';

/** A run of header lines: [from, to) as indexes of lines, whether a technical one (Received ...) is among them. */
function headerRuns(lines) {
  const runs = [];
  let run = null;
  const close = () => {
    if (run && run.count >= 2) runs.push(run);
    run = null;
  };
  lines.forEach((line, index) => {
    const kind = line.text === '' ? '' : headerKind(line);
    const continues = run && line.indented && line.text !== '' && kind === '';
    if (kind === 'technical' || kind === 'shown') {
      run = run || { from: index, to: index, count: 0, technical: false };
      run.count++;
      run.technical = run.technical || kind === 'technical';
      run.to = index + 1;
    } else if (run && (continues || (kind === 'field' && run.technical))) run.to = index + 1;
    else if (line.text !== '' || (run && run.technical)) close();
  });
  close();
  return runs;
}

/**
 * Split a pasted report.
 * @param {object[]} lines of the paste
 * @param {number[]} signs offsets where something was said that only a report says, ascending
 * @param {number[]} markers offsets where a reporter announces the original, ascending
 * @param {number[]} resumes offsets where fields of a notification (RFC 3464) start a report again, ascending
 * @returns {{headers: {start, end}[], originals: {start, end}[]}} ranges of the text; `headers` are a report's own or
 *   quoted header lines
 */
export function findOriginal(lines, signs, markers, resumes) {
  const end = lines.length ? lines[lines.length - 1].end : 0;
  const headers = [];
  const cuts = markers.filter((at) => signs.some((sign) => sign < at));
  for (const run of headerRuns(lines)) {
    const start = lines[run.from].start;
    const stop = lines[run.to - 1].end;
    const signBefore = signs.length > 0 && signs[0] < start;
    const signAfter = signs.some((sign) => sign >= stop);
    if (signBefore && (run.technical || !signAfter)) cuts.push(start);
    else headers.push({ start, end: stop });
  }
  if (!cuts.length) return { headers, originals: [] };
  const cut = Math.min(...cuts);
  const already = resumes.some((at) => at < cut);
  const again = already ? undefined : resumes.find((at) => at > cut);
  return {
    headers: headers.filter((range) => range.start < cut || (again !== undefined && range.start > again)),
    originals: [{ start: cut, end: again === undefined ? end : again }],
  };
}
