// An mbox file: messages one behind the other, separated by lines like `From sender@example.jp Tue Nov 24 04:17:00 2026`.
// May import nothing. The engine reads the first message and counts the others; who wants them all reads one after another.

const START = /\s*From \S/y;
const SEPARATOR = /From \S[^\r\n]{0,200} \d\d:\d\d[^\r\n]{0,40}(?:\r\n?|\n)[!-9;-~]+:/y;
const BLANK_LINES = ['\r\n\r\n', '\n\n', '\r\r'];

/** @param {RegExp} form sticky @param {string} text @param {number} at */
function isAt(form, text, at) {
  form.lastIndex = at;
  return form.test(text);
}

/** Where the message before ends if the next one starts at `at`, or -1. @param {string} text @param {number} at */
function endBefore(text, at) {
  const blank = BLANK_LINES.find((line) => text.startsWith(line, at - line.length));
  return blank && isAt(SEPARATOR, text, at) ? at - blank.length : -1;
}

/**
 * Where the messages of an mbox stand; a text that is no mbox is one message.
 * @param {string} text newlines of any kind
 * @returns {[start: number, end: number][]}
 */
export function messageRanges(text) {
  /** @type {[start: number, end: number][]} */
  const ranges = [];
  let start = 0;
  if (isAt(START, text, 0)) {
    for (let at = text.indexOf('From ', 1); at >= 0; at = text.indexOf('From ', at + 1)) {
      const end = endBefore(text, at);
      if (end < 0) continue;
      ranges.push([start, end]);
      start = at;
    }
  }
  ranges.push([start, text.length]);
  return ranges;
}

/**
 * @param {string} text newlines of any kind
 * @returns {{first: string, others: number}} the first message, all of a text that is no mbox; how many follow it
 */
export function firstMessage(text) {
  const ranges = messageRanges(text);
  return { first: text.slice(0, ranges[0][1]), others: ranges.length - 1 };
}
