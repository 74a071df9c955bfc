// What reporters write around a server's answer: compiled once and found in the same pass as the catalogue's patterns.
// May import pattern.js and the tables. Never decides; report.js does.
//
// Properties of a signature:
//   family     the reporter that writes so               kind       bounce, delay, abuse-report, auto-reply, delivered
//   response   the server's answer starts behind it      stop       an answer ends before it
//   answer     it is itself such an answer               stage      where delivery stopped
//   recipient  a recipient's block starts here           shared     what follows belongs to no recipient in particular
//   original   the returned message starts here          resumes    a report that quoted header lines goes on here
//   subject    the rest of the line is the returned message's subject
//   remote, reporting   a hole of that name holds the server; `faint`: only where no other signature names one
//   heading    only where it stands alone on its line
//   broad      people say so too: not in a mail that has a sender of its own who is no machine
//   fallback   its hole names a recipient only where no block is open
//   until      how long the server keeps trying is said behind it, or here
//   field      a field of a notification                 log        a line of a server's log
import { compilePattern } from '../pattern/compile.js';
import { UNIX } from './signatures-unix.js';
import { QMAIL } from './signatures-qmail.js';
import { SERVERS } from './signatures-servers.js';
import { EXCHANGE } from './signatures-exchange.js';
import { DOMINO } from './signatures-domino.js';
import { GMAIL } from './signatures-gmail.js';
import { WEBMAIL } from './signatures-webmail.js';
import { SERVICES } from './signatures-services.js';
import { LISTS } from './signatures-lists.js';
import { JAPAN } from './signatures-japan.js';
import { FIELDS } from './signatures-fields.js';
import { TRANSCRIPTS } from './signatures-transcripts.js';
import { KINDS } from './signatures-kinds.js';

const ALL = UNIX.concat(
  QMAIL,
  SERVERS,
  EXCHANGE,
  DOMINO,
  GMAIL,
  WEBMAIL,
  SERVICES,
  LISTS,
  JAPAN,
  FIELDS,
  TRANSCRIPTS,
  KINDS,
);

/** All signatures as entries for the filter: compiled alternatives with `signature` set to their properties. */
export function signatureEntries() {
  const entries = [];
  for (const [text, signature] of ALL) {
    for (const compiled of compilePattern(text, true)) {
      entries.push(Object.assign(compiled, { strict: false, loose: !!signature.loose, signature }));
    }
  }
  return entries;
}
