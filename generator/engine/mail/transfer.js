// Content transfer encodings (RFC 2045, section 6): from encoded text to a byte string, one character a byte.
// May import nothing. Never throws: what is not encoded as declared stays as it is.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEXTETS = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) SEXTETS[ALPHABET.charCodeAt(i)] = i;
const CHUNK = 4096;

/** Decode base64; characters outside its alphabet are skipped, padding starts a new run, a cut-off end gives what it can. */
export function decodeBase64(text) {
  let out = '';
  let pending = [];
  let bits = 0;
  let held = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const sextet = code < 128 ? SEXTETS[code] : -1;
    if (sextet < 0) {
      if (code === 0x3d) held = 0;
      continue;
    }
    bits = ((bits << 6) | sextet) & 0xffffff;
    held += 6;
    if (held < 8) continue;
    held -= 8;
    pending.push((bits >> held) & 0xff);
    if (pending.length < CHUNK) continue;
    out += String.fromCharCode.apply(null, pending);
    pending = [];
  }
  return out + String.fromCharCode.apply(null, pending);
}

/** Decode quoted-printable; a `=` that starts neither a byte nor a soft line break stays. */
export function decodeQuoted(text) {
  return text.replace(/=(?:[ \t]*\n|([0-9A-Fa-f]{2})|[0-9A-Fa-f]?$)/g, (all, hex) =>
    hex ? String.fromCharCode(parseInt(hex, 16)) : '',
  );
}

/** Decode a Q word of RFC 2047, section 4.2: `_` is a space. */
export function decodeQWord(text) {
  return decodeQuoted(text.replace(/_/g, ' '));
}

function isEncodedLine(line) {
  let others = 0;
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x20 || code === 0x3a) return false;
    if (code !== 0x3d && !(code < 128 && SEXTETS[code] >= 0)) others++;
  }
  return others * 10 <= line.length;
}

/**
 * Split the body of a part declared as base64 into what is base64 and what somebody put before or behind it in the clear.
 * @returns {{encoded: boolean, text: string}[]} in order; lines of plain text keep their newline
 */
export function base64Runs(text) {
  const runs = [];
  for (const line of text.split('\n')) {
    const bare = line.trim();
    const last = runs[runs.length - 1];
    // A short line in the midst of plain text ("Thanks,") is plain text too.
    const encoded = last && !last.encoded && bare.length < 40 ? false : isEncodedLine(bare);
    if (!last || last.encoded !== encoded) runs.push({ encoded, lines: [] });
    runs[runs.length - 1].lines.push(encoded ? bare : line + '\n');
  }
  return runs.map((run) => ({ encoded: run.encoded, text: run.lines.join('') }));
}
