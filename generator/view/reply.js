// The codes of a server's answer, as everybody writes them: the reply code, then the status code. Draws nothing.

/** @import { Recipient } from '../engine/types' */

/** What was read of the codes, in their order. @param {Recipient} recipient */
export function codesRead({ reply_code: reply, status }) {
  return [reply, status].flatMap((code) => code || []);
}

/** The same in one line, `550 5.7.1`; empty where there is none. @param {Recipient} recipient */
export function codeRead(recipient) {
  return codesRead(recipient).join(' ');
}
