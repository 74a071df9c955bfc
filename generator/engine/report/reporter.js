// Who wrote a report: the reporter whose own frames say most of it.
// May import nothing. Knows no reporter; the frames say whose they are.
/** @import { FrameHit } from '../types.js' */

/**
 * The id of the reporter, or null where only frames that nobody in particular writes were found.
 * @param {FrameHit[]} frames that count
 */
export function reporterOf(frames) {
  /** @type {Map<string, Map<number, number>>} */
  const sizes = new Map();
  for (const { frame, size } of frames) {
    if (frame.general) continue;
    let own = sizes.get(frame.reporter);
    if (!own) {
      own = new Map();
      sizes.set(frame.reporter, own);
    }
    own.set(frame.index, Math.max(size, own.get(frame.index) || 0));
  }
  let best = null;
  let most = 0;
  for (const [reporter, own] of sizes) {
    let size = 0;
    for (const one of own.values()) size += one;
    if (size > most || (size === most && best !== null && reporter < best)) {
      best = reporter;
      most = size;
    }
  }
  return best;
}
