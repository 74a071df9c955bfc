// Is a text the source of a mail: a header block as servers write it, from the start?
// May import words.js and headers.js. Never reads a body.
import { splitHeaders } from './headers.js';
import { rolesOf } from './words.js';

/**
 * @import { FieldRole, MailWords } from '../types.js'
 * @import { Field } from './headers.js'
 */

const BOUNDARY = /\s*--\S[^\n]*\ncontent-[a-z-]+:/iy;
const MBOX_LINE = /\s*From \S[^\n]{0,200} \d\d:\d\d/y;

/** @param {RegExp} form sticky @param {string} text */
function startsLike(form, text) {
  form.lastIndex = 0;
  return form.test(text);
}

/**
 * Is a text whose header block has these fields the source of a mail?
 * @param {string} text newlines LF
 * @param {Field[]} fields
 * @param {MailWords} words
 */
export function isSource(text, fields, words) {
  if (startsLike(BOUNDARY, text)) return true;
  if (fields.length < 2) return false;
  const has = (/** @type {FieldRole} */ role) => fields.some(({ name }) => rolesOf(words, name).has(role));
  // Copied out of a report, its fields look much like a header block.
  if ((has('status') || has('feedback')) && !has('mail')) return false;
  return startsLike(MBOX_LINE, text) || has('technical') || has('part');
}

/** Is this text the source of a mail? @param {string} text newlines LF @param {MailWords} words */
export function looksLikeSource(text, words) {
  return isSource(text, splitHeaders(text, true, words).fields, words);
}
