// What a reader hands over, as input for the engine: a mail file, or rich text on the clipboard.
// May import nothing. Never puts anything on the page; the HTML of a clipboard is read in a document of its own, which
// runs nothing and loads nothing.

/** The largest file read, in bytes. */
export const LARGEST_FILE = 5 * 1024 * 1024;

const COMPOUND_FILE = '\xd0\xcf\x11\xe0';
const FOREIGN = ['%PDF', 'PK\x03\x04', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'Rar!', '\x1f\x8b'];

/**
 * A mail file as input for the engine: `{input}` with `{bytes}` (Latin-1, one character a byte) or `{text}`, or
 * `{refused}` with the reason: too_big, empty, msg (Outlook's own format), foreign (no mail at all), unreadable.
 */
export async function readMailFile(file) {
  if (/\.msg$/i.test(file.name)) return { refused: 'msg' };
  if (file.size > LARGEST_FILE) return { refused: 'too_big' };
  if (file.size === 0) return { refused: 'empty' };
  let octets;
  try {
    octets = new Uint8Array(await file.arrayBuffer());
  } catch {
    return { refused: 'unreadable' };
  }
  const bytes = latin1Of(octets);
  if (bytes.startsWith(COMPOUND_FILE)) return { refused: 'msg' };
  if (FOREIGN.some((magic) => bytes.startsWith(magic))) return { refused: 'foreign' };
  // A text file that an editor saved as UTF-16 says so in its first two bytes; mail is never written like that.
  if (bytes.startsWith('\xff\xfe')) return { input: { text: new TextDecoder('utf-16le').decode(octets) } };
  if (bytes.startsWith('\xfe\xff')) return { input: { text: new TextDecoder('utf-16be').decode(octets) } };
  return { input: { bytes } };
}

function latin1Of(octets) {
  const parts = [];
  for (let i = 0; i < octets.length; i += 8192)
    parts.push(String.fromCharCode.apply(null, octets.subarray(i, i + 8192)));
  return parts.join('');
}

/** Bytes in Latin-1 writing as an array of octets. */
export function octetsOf(bytes) {
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}

/** The text of a clipboard's HTML where it says more than its plain text (a table's cells, say), else null. */
export function richerText(clipboard) {
  const html = clipboard.getData('text/html');
  if (!html) return null;
  const text = textOfHtml(html);
  const plain = clipboard.getData('text/plain');
  return visibleLength(text) > visibleLength(plain) * 1.05 + 10 ? text : null;
}

function visibleLength(text) {
  return text.replace(/\s+/g, '').length;
}

const SKIPPED = new Set([
  'SCRIPT',
  'STYLE',
  'HEAD',
  'TITLE',
  'TEMPLATE',
  'NOSCRIPT',
  'OBJECT',
  'SVG',
  'SELECT',
  'TEXTAREA',
]);
const CELLS = new Set(['TD', 'TH']);
const INLINE = new Set([
  'A',
  'ABBR',
  'B',
  'BDI',
  'BDO',
  'BIG',
  'CITE',
  'CODE',
  'DEL',
  'EM',
  'FONT',
  'I',
  'IMG',
  'INS',
  'KBD',
  'MARK',
  'O:P',
  'Q',
  'S',
  'SAMP',
  'SMALL',
  'SPAN',
  'STRIKE',
  'STRONG',
  'SUB',
  'SUP',
  'TIME',
  'TT',
  'U',
  'VAR',
  'WBR',
]);

/** The text a reader sees in HTML: a line for each block, a tab between the cells of a table. */
export function textOfHtml(html) {
  const root = new DOMParser().parseFromString(html, 'text/html').body;
  const parts = [];
  const put = (text) => {
    if (text !== '') parts.push(text);
  };
  let node = root;
  let preformatted = 0;
  // By hand rather than by recursion: how deep a hostile document is nested is its own choice.
  while (node) {
    let down = null;
    if (node.nodeType === 3) put(preformatted ? node.data : runningText(node.data, parts[parts.length - 1]));
    else if (node.nodeType === 1 && !SKIPPED.has(node.tagName.toUpperCase()) && !node.hidden) {
      if (!CELLS.has(node.tagName) && !INLINE.has(node.tagName)) put('\n');
      down = node.firstChild;
      if (node.tagName === 'PRE' && down) preformatted++;
    }
    if (down) {
      node = down;
      continue;
    }
    while (node !== root && !node.nextSibling) {
      node = node.parentNode;
      if (node === root) break;
      preformatted -= node.tagName === 'PRE' ? 1 : 0;
      put(closingOf(node.tagName));
    }
    if (node === root) break;
    if (node.nodeType === 1 && !node.firstChild) put(closingOf(node.tagName));
    node = node.nextSibling;
  }
  return parts
    .join('')
    .replace(/[ \t\u00a0]+\n/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function runningText(data, before) {
  const text = data.replace(/[ \t\r\n\f]+/g, ' ');
  return before && /\s$/.test(before) ? text.trimStart() : text;
}

function closingOf(tag) {
  if (CELLS.has(tag)) return '\t';
  return tag === 'BR' || INLINE.has(tag) ? '' : '\n';
}
