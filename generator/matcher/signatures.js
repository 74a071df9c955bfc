// What reporters write around a server's answer: compiled once and found in the same pass as the catalogue's patterns.
// May import pattern.js and the tables. Never decides; report.js does.
//
// Properties of a signature:
//   family     the reporter that writes so               kind       bounce, delay, abuse-report, auto-reply, delivered
//   response   the server's answer starts behind it      stop       an answer ends before it
//   answer     it is itself such an answer               stage      where delivery stopped
//   recipient  a recipient's block starts here           shared     what follows belongs to no recipient in particular
//   original   the returned message starts here          remote, reporting   a hole of that name holds the server
//   field      a field of a notification                 log        a line of a server's log
import { compilePattern } from './pattern.js';
import { UNIX } from './signatures-unix.js';
import { EXCHANGE } from './signatures-exchange.js';
import { WEBMAIL } from './signatures-webmail.js';
import { FIELDS } from './signatures-fields.js';

/** All signatures as entries for the filter: compiled alternatives with `signature` set to their properties. */
export function signatureEntries() {
  const entries = [];
  for (const [text, signature] of UNIX.concat(EXCHANGE, WEBMAIL, FIELDS)) {
    for (const compiled of compilePattern(text, true)) {
      entries.push({ ...compiled, strict: false, loose: !!signature.loose, signature });
    }
  }
  return entries;
}
