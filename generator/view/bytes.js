// Bytes as the engine writes them, one character a byte (Latin-1), and their texts as browsers and Node decode them.
// May import nothing, and needs no page.

/** @import { Need } from '../engine/types' */

/** @param {Uint8Array} octets */
export function latin1Of(octets) {
  const parts = [];
  for (let i = 0; i < octets.length; i += 8192)
    parts.push(String.fromCharCode.apply(null, /** @type {any} */ (octets.subarray(i, i + 8192))));
  return parts.join('');
}

/** @param {string} bytes */
function octetsOf(bytes) {
  return Uint8Array.from(bytes, (character) => character.charCodeAt(0));
}

/** The texts of what the engine needs decoded, in its order. @param {Need[]} need */
export function decoded(need) {
  return need.map(([charset, bytes]) => new TextDecoder(charset, { ignoreBOM: true }).decode(octetsOf(bytes)));
}
