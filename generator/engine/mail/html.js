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
const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ensp', ' '],
  ['emsp', ' '],
  ['thinsp', ' '],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['ndash', '\u2013'],
  ['mdash', '\u2014'],
  ['lsquo', '\u2018'],
  ['rsquo', '\u2019'],
  ['sbquo', '\u201a'],
  ['ldquo', '\u201c'],
  ['rdquo', '\u201d'],
  ['bdquo', '\u201e'],
  ['dagger', '\u2020'],
  ['bull', '\u2022'],
  ['hellip', '\u2026'],
  ['lsaquo', '\u2039'],
  ['rsaquo', '\u203a'],
  ['euro', '\u20ac'],
  ['trade', '\u2122'],
  ['larr', '\u2190'],
  ['uarr', '\u2191'],
  ['rarr', '\u2192'],
  ['darr', '\u2193'],
  ['tilde', '\u02dc'],
  ['circ', '\u02c6'],
  ['OElig', '\u0152'],
  ['oelig', '\u0153'],
  ['Scaron', '\u0160'],
  ['scaron', '\u0161'],
  ['lowbar', '_'],
  ['commat', '@'],
  ['colon', ':'],
  ['period', '.'],
  ['sol', '/'],
  ['num', '#'],
  ['lpar', '('],
  ['rpar', ')'],
  ['lsqb', '['],
  ['rsqb', ']'],
  ['NewLine', '\n'],
  ['Tab', '\t'],
  ['hyphen', '\u2010'],
  ['horbar', '\u2015'],
]);
for (const [index, name] of LATIN_1.entries()) NAMED.set(name, String.fromCharCode(160 + index));
// These may stand without their semicolon, as old pages write them.
const BARE = new Set([...LATIN_1, 'amp', 'lt', 'gt', 'quot']);
const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,7}))(;?)/g;

const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p pre search section summary ' +
    'table tbody tfoot thead title tr ul xmp'
  ).split(' '),
);
const PARAGRAPHS = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'ul', 'ol', 'pre', 'blockquote', 'hr']);
const CELLS = new Set(['td', 'th']);
// Nothing in them is a tag but their own end; none of it is shown.
const ENDS = new Map(
  'script style title xml textarea iframe noframes noembed'
    .split(' ')
    .map((name) => [name, new RegExp(`</${name}[^>]*>?`, 'gi')]),
);
// Elements in which a reader sees no words, or one of several that nobody knows.
const UNSEEN = new Set('template svg math select datalist noscript object audio video canvas'.split(' '));
const VOID = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9:]*)/y;
// `<taro@example.jp>` is no tag, whatever a browser thinks.
const ADDRESS = /<[^\s<>="@]*@[^\s<>="]*>/y;
const QUOTED = /"[^"]*"|'[^']*'/g;
const STYLE = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/i;
const SPACES = ['', ' ', '  ', '\n', '\n\n'];
/** Units of a text whose tags tell whether it is a page. */
const PAGE_HEAD = 20000;
/** So many tags stand in no sentence about tags. */
const ENOUGH_TAGS = 4;
/** Units in which a quoted bracket is looked for in a tag: beyond them, the quote never closes. */
const LONGEST_TAG = 20000;

/** @param {number} number */
function fromNumber(number) {
  if (number < 256) return number ? readWindows1252(String.fromCharCode(number)) : '\ufffd';
  return number <= 0x10ffff ? String.fromCodePoint(number) : '\ufffd';
}

/**
 * Decode character references, the named ones of HTML 4 and the common later ones; others stay as they are.
 * @param {string} text
 */
export function decodeEntities(text) {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (all, decimal, hex, name, closed) => {
    if (decimal) return fromNumber(Number(decimal));
    if (hex) return fromNumber(Number.parseInt(hex, 16));
    const known = NAMED.get(name);
    return known !== undefined && (closed || BARE.has(name)) ? known : all;
  });
}

/** What was read so far; white space is held back until something follows it. */
class Page {
  constructor() {
    /** @type {string[]} */
    this.parts = [];
    this.held = '';
  }

  /** @param {string} wanted */
  space(wanted) {
    if (SPACES.indexOf(wanted) > SPACES.indexOf(this.held)) this.held = wanted;
  }

  /** @param {string} text @param {boolean} isPre */
  text(text, isPre) {
    if (isPre) return this.solid(text);
    const flat = text.replace(/[ \t\n\f\r]+/g, ' ');
    const start = flat.startsWith(' ') ? 1 : 0;
    const end = flat.length > start && flat.endsWith(' ') ? flat.length - 1 : flat.length;
    if (start) this.space(' ');
    this.solid(flat.slice(start, end));
    if (end < flat.length) this.space(' ');
  }

  /** @param {string} text */
  solid(text) {
    if (!text) return;
    if (this.parts.length) this.parts.push(this.held);
    this.held = '';
    this.parts.push(text);
  }
}

/** Where a tag ends whose attributes start at `at`. @param {string} html @param {number} at */
function tagEnd(html, at) {
  let quote = '';
  for (let i = at; i < html.length && i < at + LONGEST_TAG; i++) {
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

/** Do these attributes hide their element? @param {string} attributes */
function isHiding(attributes) {
  if (attributes.includes('hidden') && /\shidden(?=[\s=/>]|$)/i.test(attributes.replace(QUOTED, '""'))) return true;
  if (!/none/i.test(attributes)) return false;
  const style = STYLE.exec(attributes);
  return style !== null && /display\s*:\s*none\b/i.test(style[1] ?? style[2] ?? style[3]);
}

/** @param {RegExp} expression sticky or global @param {string} html @param {number} at */
function matches(expression, html, at) {
  expression.lastIndex = at;
  return expression.exec(html);
}

/** Reads a document from its start to its end. */
class Reader {
  /** @param {string} html */
  constructor(html) {
    this.html = html;
    this.page = new Page();
    this.pre = 0;
    /** What was looked for and is not there. @type {Set<string>} */
    this.missing = new Set();
    /** The element that isn't seen: what was read of it goes once it ends. */
    this.hidden = { name: '', depth: 0, parts: 0, held: '', pre: 0 };
  }

  read() {
    const { html, page } = this;
    for (let at = 0; at < html.length; ) {
      const open = html.indexOf('<', at);
      if (open !== at) page.text(decodeEntities(html.slice(at, open < 0 ? html.length : open)), this.pre > 0);
      if (open < 0) break;
      at = this.markup(open);
    }
    return page.parts.join('');
  }

  /** Read what starts with a bracket, and answer where it ends. @param {number} open */
  markup(open) {
    const address = matches(ADDRESS, this.html, open);
    const tag = address ? null : matches(TAG, this.html, open);
    if (tag) return this.tag(tag[1] !== '', tag[2].toLowerCase(), open + tag[0].length);
    const end = address ? -1 : this.declarationEnd(open);
    if (end >= 0) return end;
    const text = address ? address[0] : '<';
    this.page.text(text, true);
    return open + text.length;
  }

  /** Where a comment, `<!...>`, `<?...>` or a tag without a name ends; -1 for anything else. @param {number} open */
  declarationEnd(open) {
    const comment = this.html.startsWith('<!--', open) ? this.behind('-->', open + 4) : -1;
    if (comment >= 0) return comment;
    return /[!?/]/.test(this.html[open + 1] || '') ? this.behind('>', open) : -1;
  }

  /** @param {string} wanted @param {number} at */
  behind(wanted, at) {
    if (this.missing.has(wanted)) return -1;
    const end = this.html.indexOf(wanted, at);
    if (end < 0) this.missing.add(wanted);
    return end < 0 ? -1 : end + wanted.length;
  }

  /** @param {boolean} isClosing @param {string} name @param {number} from where its attributes start */
  tag(isClosing, name, from) {
    const end = tagEnd(this.html, from);
    const isOpening = !isClosing && this.html[end - 2] !== '/' && !VOID.has(name);
    if (isOpening && !this.hidden.depth) this.hide(name, this.html.slice(from, end));
    else if (this.hidden.name === name && (isOpening || isClosing) && this.endsHidden(isClosing)) return end;
    this.layOut(isClosing, name);
    return isOpening ? this.skip(name, end) : end;
  }

  /** @param {string} name @param {string} attributes */
  hide(name, attributes) {
    if (!UNSEEN.has(name) && !isHiding(attributes)) return;
    this.hidden = { name, depth: 1, parts: this.page.parts.length, held: this.page.held, pre: this.pre };
  }

  /** Does the hidden element end with this tag of its name? Then all is as it was before. @param {boolean} isClosing */
  endsHidden(isClosing) {
    const { hidden, page } = this;
    hidden.depth += isClosing ? -1 : 1;
    if (hidden.depth > 0) return false;
    page.parts.length = hidden.parts;
    page.held = hidden.held;
    this.pre = hidden.pre;
    hidden.name = '';
    return true;
  }

  /** @param {boolean} isClosing @param {string} name */
  layOut(isClosing, name) {
    if (PARAGRAPHS.has(name)) this.page.space('\n\n');
    else if (BLOCKS.has(name)) this.page.space('\n');
    else if (CELLS.has(name)) this.page.space('  ');
    if (name === 'pre') this.pre = Math.max(0, this.pre + (isClosing ? -1 : 1));
  }

  /** Where reading goes on behind the start of an element. @param {string} name @param {number} end */
  skip(name, end) {
    const form = ENDS.get(name);
    if (!form || this.missing.has(name)) return end;
    const found = matches(form, this.html, end);
    if (found) return found.index + found[0].length;
    this.missing.add(name);
    return end;
  }
}

/**
 * The text of an HTML document or fragment: block elements and `<br>` make lines, cells are set apart by two spaces, white
 * space collapses outside `<pre>`. Comments, scripts, styles, and what is hidden or has no words to see are left out. Linear
 * in the length of the input.
 * @param {string} html
 */
export function htmlToText(html) {
  return new Reader(html).read();
}

/** Does a text start like an HTML page? @param {string} text */
export function startsLikePage(text) {
  return /^\s*<(?:!doctype html|html|head|body)\b/i.test(text.slice(0, 500));
}

/** Is this the source of an HTML page or mail, pasted as text? A lone tag in a sentence is not. @param {string} text */
export function looksLikeHtml(text) {
  const tags = text
    .slice(0, PAGE_HEAD)
    .match(/<\/?(?:html|head|body|table|tbody|tr|td|div|p|br|span|font|meta|style)(?=[\s>/])[^<>]{0,2000}>/gi);
  return tags !== null && tags.length >= ENOUGH_TAGS && tags.some((tag) => tag.startsWith('</'));
}
