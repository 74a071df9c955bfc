// Content transfer encodings (RFC 2045, section 6): from encoded text to a byte string, one character a byte.
// May import nothing. Never throws: what is not encoded as declared stays as it is.

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const SEXTETS = new Int8Array(128).fill(-1);
for (let i = 0; i < 64; i++) SEXTETS[ALPHABET.charCodeAt(i)] = i;
const CHUNK = 4096;
const ENCODED_LINE = /^[A-Za-z0-9+/=]*$/;

/**
 * Decode base64; characters outside its alphabet are skipped, padding starts a new run, a cut-off end gives what it can.
 * @param {string} text
 */
export function decodeBase64(text) {
  let out = '';
  /** @type {number[]} */
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

/** The bytes of `=E5=AE=9B`. @param {string} run */
function octets(run) {
  let out = '';
  for (let at = 1; at < run.length; at += 3) out += String.fromCharCode(Number.parseInt(run.slice(at, at + 2), 16));
  return out;
}

/**
 * Decode quoted-printable; a `=` that starts neither a byte nor a soft line break stays.
 * @param {string} text
 */
export function decodeQuoted(text) {
  if (!text.includes('=')) return text;
  return text.replace(/((?:=[0-9A-Fa-f]{2})+)|=[ \t]*\n|=[0-9A-Fa-f]?$/g, (_, run) => (run ? octets(run) : ''));
}

/** Decode a Q word of RFC 2047, section 4.2: `_` is a space. @param {string} text */
export function decodeQWord(text) {
  return decodeQuoted(text.replace(/_/g, ' '));
}

/** @param {string} line */
function isEncodedLine(line) {
  if (ENCODED_LINE.test(line)) return true;
  if (/[ :]/.test(line)) return false;
  let others = 0;
  for (let at = 0; at < line.length; at++) if (!ENCODED_LINE.test(line[at])) others++;
  return others * 10 <= line.length;
}

/**
 * Split the body of a part declared as base64 into what is base64 and what somebody put before or behind it in the clear.
 * @param {string} text
 * @returns {{encoded: boolean, text: string}[]} in order; lines of plain text keep their newline
 */
export function base64Runs(text) {
  /** @type {{encoded: boolean, lines: string[]}[]} */
  const runs = [];
  for (const line of text.split('\n')) {
    const bare = line.trim();
    const last = runs[runs.length - 1];
    // A short line in the midst of plain text ("Thanks,") is plain text too.
    const encoded = last && !last.encoded && bare.length < 40 ? false : isEncodedLine(bare);
    if (last?.encoded === encoded) last.lines.push(encoded ? bare : `${line}\n`);
    else runs.push({ encoded, lines: [encoded ? bare : `${line}\n`] });
  }
  return runs.map((run) => ({ encoded: run.encoded, text: run.lines.join('') }));
}
