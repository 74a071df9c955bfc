// What is no mail at all: nothing, another program's file, bytes that are no text.
// May import nothing. Never looks for anything a mail says.

/**
 * @import { Refusal } from '../types.js'
 */

// Compound files are a mail program's own format for a mail, and some others that nobody hands in as one.
const COMPOUND_FILE = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1';
const FOREIGN = [
  '%PDF-',
  'PK\x03\x04',
  'PK\x05\x06',
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF87a',
  'GIF89a',
  'Rar!\x1a',
  "7z\xbc\xaf'\x1c",
  '\x1f\x8b',
  'BZh9',
  '\xfd7zXZ',
  '!BDN',
  '\x78\x9f\x3e\x22',
  '\x7fELF',
  'SQLite format 3\0',
];
/** Units that are looked at: a file that starts like text is text. */
const SAMPLE = 64 * 1024;

/** What the first bytes say of a file, one character a byte. @param {string} bytes @returns {Refusal | null} */
export function refusedByMark(bytes) {
  if (bytes.startsWith(COMPOUND_FILE)) return 'msg';
  return FOREIGN.some((mark) => bytes.startsWith(mark)) ? 'foreign' : null;
}

/** Is there nothing but white space? @param {string} text */
export function isBlank(text) {
  return !/\S/.test(text);
}

/**
 * Is this no text in any charset? Text has white space and escapes, but hardly any other control character; of random
 * bytes every tenth is one.
 * @param {string} text or bytes, one character a byte
 */
export function isBinary(text) {
  const sample = text.slice(0, SAMPLE);
  const controls = sample.match(/[\x00-\x08\x0e-\x19\x1c-\x1f]/g);
  return controls !== null && controls.length > 8 && controls.length * 16 > sample.length;
}
