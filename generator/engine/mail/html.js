// HTML to the text a reader sees, good enough for the matcher: one scan, no tree.
// May import unicode.js. Never throws, and never makes markup again: its output is text.
import { readWindows1252 } from './unicode.js';

const LATIN_1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave ' +
  'Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc ' +
  'Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc ' +
  'iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');
const OTHERS = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  zwnj: '\u200c',
  zwj: '\u200d',
  lrm: '\u200e',
  rlm: '\u200f',
  ndash: '\u2013',
  mdash: '\u2014',
  lsquo: '\u2018',
  rsquo: '\u2019',
  sbquo: '\u201a',
  ldquo: '\u201c',
  rdquo: '\u201d',
  bdquo: '\u201e',
  dagger: '\u2020',
  bull: '\u2022',
  hellip: '\u2026',
  lsaquo: '\u2039',
  rsaquo: '\u203a',
  euro: '\u20ac',
  trade: '\u2122',
  larr: '\u2190',
  uarr: '\u2191',
  rarr: '\u2192',
  darr: '\u2193',
  tilde: '\u02dc',
  circ: '\u02c6',
  OElig: '\u0152',
  oelig: '\u0153',
  Scaron: '\u0160',
  scaron: '\u0161',
  lowbar: '_',
  commat: '@',
  colon: ':',
  period: '.',
  sol: '/',
  num: '#',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  rsqb: ']',
  NewLine: '\n',
  Tab: '\t',
  hyphen: '\u2010',
  horbar: '\u2015',
};
const NAMED = new Map(Object.entries(OTHERS));
LATIN_1.forEach((name, index) => NAMED.set(name, String.fromCharCode(160 + index)));
// These may stand without their semicolon, as old pages write them.
const BARE = new Set([...LATIN_1, 'amp', 'lt', 'gt', 'quot']);
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,7}))(;?)/g;

const BLOCKS = new Set([
  'address',
  'article',
  'aside',
  'blockquote',
  'body',
  'br',
  'caption',
  'center',
  'dd',
  'details',
  'dir',
  'div',
  'dl',
  'dt',
  'fieldset',
  'figure',
  'footer',
  'form',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'hr',
  'html',
  'li',
  'main',
  'nav',
  'ol',
  'p',
  'pre',
  'section',
  'table',
  'tbody',
  'tfoot',
  'thead',
  'title',
  'tr',
  'ul',
]);
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'pre', 'blockquote', 'hr']);
const CELLS = new Set(['td', 'th']);
const ENDS = new Map(
  ['script', 'style', 'title', 'template', 'xml'].map((name) => [name, new RegExp('</' + name + '[^>]*>?', 'gi')]),
);
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:]*)/y;
// `<taro@example.jp>` is no tag, whatever a browser thinks.
const ADDRESS = /<[^\s<>="@]*@[^\s<>="]*>/y;
const SPACES = ['', ' ', '  ', '\n', '\n\n'];

function fromNumber(number) {
  if (number < 256) return number ? readWindows1252(String.fromCharCode(number)) : '\ufffd';
  return number <= 0x10ffff ? String.fromCodePoint(number) : '\ufffd';
}

/** Decode character references, the named ones of HTML 4 and the common later ones; others stay as they are. */
export function decodeEntities(text) {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (all, decimal, hex, name, closed) => {
    if (decimal) return fromNumber(Number(decimal));
    if (hex) return fromNumber(parseInt(hex, 16));
    return NAMED.has(name) && (closed || BARE.has(name)) ? NAMED.get(name) : all;
  });
}

/** What was read so far; white space is held back until something follows it. */
class Page {
  constructor() {
    this.parts = [];
    this.held = '';
  }

  space(wanted) {
    if (SPACES.indexOf(wanted) > SPACES.indexOf(this.held)) this.held = wanted;
  }

  text(text, isPre) {
    if (isPre) return this.solid(text);
    let from = 0;
    for (const found of text.matchAll(/[ \t\n\f\r]+/g)) {
      this.solid(text.slice(from, found.index));
      this.space(' ');
      from = found.index + found[0].length;
    }
    this.solid(text.slice(from));
  }

  solid(text) {
    if (!text) return;
    if (this.parts.length) this.parts.push(this.held);
    this.held = '';
    this.parts.push(text);
  }
}

function tagEnd(html, at) {
  let quote = '';
  for (let i = at; i < html.length && i < at + 20000; i++) {
    const character = html[i];
    if (quote) {
      if (character === quote) quote = '';
    } else if (character === '>') {
      return i + 1;
    } else if ((character === '"' || character === "'") && html[i - 1] === '=') {
      quote = character;
    }
  }
  // A quote that never closes: the next bracket ends the tag.
  const end = html.indexOf('>', at);
  return end < 0 ? html.length : end + 1;
}

function after(html, wanted, at) {
  const end = html.indexOf(wanted, at);
  return end < 0 ? html.length : end + wanted.length;
}

function matches(expression, html, at) {
  expression.lastIndex = at;
  return expression.exec(html);
}

/**
 * The text of an HTML document or fragment: block elements and `<br>` make lines, cells are set apart by two spaces, white
 * space collapses outside `<pre>`, comments, head, scripts and styles are left out. Linear in the length of the input.
 */
export function htmlToText(html) {
  const page = new Page();
  const unclosed = new Set();
  let pre = 0;

  const readTag = (closing, tagName, from) => {
    const name = tagName.toLowerCase();
    const end = tagEnd(html, from);
    if (PARAGRAPHS.has(name)) page.space('\n\n');
    else if (BLOCKS.has(name)) page.space('\n');
    else if (CELLS.has(name)) page.space('  ');
    if (name === 'pre') pre = Math.max(0, pre + (closing ? -1 : 1));
    if (closing || !ENDS.has(name) || unclosed.has(name) || html[end - 2] === '/') return end;
    const found = matches(ENDS.get(name), html, end);
    if (found) return found.index + found[0].length;
    unclosed.add(name);
    return end;
  };

  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    if (open !== at) page.text(decodeEntities(html.slice(at, open < 0 ? html.length : open)), pre > 0);
    if (open < 0) break;
    const address = matches(ADDRESS, html, open);
    const tag = address ? null : matches(TAG, html, open);
    if (tag) {
      at = readTag(tag[1], tag[2], open + tag[0].length);
    } else if (html.startsWith('<!--', open)) {
      at = after(html, '-->', open + 4);
    } else if (/[!?/]/.test(html[open + 1] || '')) {
      at = after(html, '>', open);
    } else {
      const text = address ? address[0] : '<';
      page.text(text, true);
      at = open + text.length;
    }
  }
  return page.parts.join('');
}

/** Is this the source of an HTML page or mail, pasted as text? A lone tag in a sentence is not. */
export function looksLikeHtml(text) {
  const tags = text
    .slice(0, 20000)
    .match(/<\/?(?:html|head|body|table|tbody|tr|td|div|p|br|span|font|meta|style)(?=[\s>/])[^<>]{0,2000}>/gi);
  return tags !== null && tags.length >= 4 && tags.some((tag) => tag.startsWith('</'));
}
