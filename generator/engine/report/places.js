// Places: from offsets of the text to units of its stream and back, and ranges of units.
// May import lines.js. Knows nothing of reports.
import { plain } from './lines.js';

/** First unit of the stream that stands at or after an offset of the text. */
export function unitAt(stream, offset) {
  let low = 0;
  let high = stream.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stream.starts[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Is there nothing else on the line of a heading? In a sentence its words are ordinary mail. */
export function standsAlone(doc, stream, hit) {
  const before = doc.text.slice(Math.max(0, stream.starts[hit.from] - 80), stream.starts[hit.from]);
  const after = doc.text.slice(stream.ends[hit.to - 1], stream.ends[hit.to - 1] + 80);
  return !/[\p{L}\p{N}]/u.test(/[^\r\n]*$/.exec(before)[0] + /^[^\r\n]*/.exec(after)[0]);
}

/** Ranges in order, overlapping ones made one. */
export function merged(ranges) {
  const joined = [];
  for (const range of ranges.slice().sort((a, b) => a.from - b.from)) {
    const last = joined[joined.length - 1];
    if (last && range.from <= last.to) last.to = Math.max(last.to, range.to);
    else joined.push({ ...range });
  }
  return joined;
}

/** Does `at` stand in one of the merged ranges? */
export function insideAny(ranges, at) {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ranges[middle].to <= at) low = middle + 1;
    else high = middle;
  }
  return low < ranges.length && ranges[low].from <= at;
}

/** The value of a hole as it stands in the text, without the white space that a wrap put into it. */
export function valueText(doc, stream, value) {
  return plain(doc.text.slice(stream.starts[value.from], stream.ends[value.to - 1])).replace(
    /[\s\u200b]+(?:>\s*)*/g,
    '',
  );
}
