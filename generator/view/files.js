// Mail files: their bytes as the engine takes them, and the first of several that is a mail.
// May import bytes.js and limits.js. Never judges what a file holds; that is the engine's.
import { latin1Of } from './bytes.js';
import { LARGEST_FILE, MOST_FILES_TRIED } from './limits.js';

/** @import { Input, Refusal } from '../engine/types' */
/** @import { Answer } from './types' */
/** @typedef {'too_big' | 'unreadable' | Refusal} NoMail why a file can't be looked up */

// The same as the command's (generator/characters.py): what nobody sees, or what turns the words behind it round.
const STEERING = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu;

/** A file's name as a page says it: with the escapes of characters that would steer what stands around it. @param {File} file */
export function nameOf(file) {
  return file.name.replace(STEERING, (character) => {
    const code = (character.codePointAt(0) || 0).toString(16);
    return code.length < 3
      ? `\\x${code.padStart(2, '0')}`
      : `\\u${code.length < 5 ? code.padStart(4, '0') : `{${code}}`}`;
  });
}

/**
 * A file as input for the engine, its bytes in Latin-1 writing.
 * @param {File} file
 * @param {number} [largest]
 * @returns {Promise<{input: Input, refused: null} | {input: null, refused: NoMail}>}
 */
export async function readFile(file, largest = LARGEST_FILE) {
  if (file.size > largest) return { input: null, refused: 'too_big' };
  try {
    return { input: { bytes: latin1Of(new Uint8Array(await file.arrayBuffer())) }, refused: null };
  } catch {
    return { input: null, refused: 'unreadable' };
  }
}

/**
 * The first of some files that the engine takes, with its answer; else why the first of all was refused.
 * @param {File[]} files
 * @param {(input: Input) => Answer} ask
 * @returns {Promise<{file: File, input: Input, answer: Answer} | {file: File, refused: NoMail}>}
 */
export async function firstMail(files, ask) {
  /** @type {{file: File, refused: NoMail} | null} */
  let first = null;
  for (const file of files.slice(0, MOST_FILES_TRIED)) {
    const read = await readFile(file);
    const answer = read.input ? asked(ask, read.input) : read;
    if (read.input && !answer.refused) return { file, input: read.input, answer };
    first = first || { file, refused: answer.refused || 'unreadable' };
  }
  return first || { file: files[0], refused: 'unreadable' };
}

/** What is answered; an input that the engine fails on ends nothing. @param {(input: Input) => Answer} ask @param {Input} input */
function asked(ask, input) {
  try {
    return ask(input);
  } catch (problem) {
    reportError(problem);
    return { result: null, refused: /** @type {const} */ ('unreadable') };
  }
}
