// Finding patterns in a text: each is filed under its anchors, compiled when the words around one are met, and verified there.
// May import limits.js, compile.js, runs.js, verify.js, near.js and text.js. Never asks what a pattern is for.
/** @import { Alternative } from './compile.js' */
/** @import { Anchor } from './anchors.js' */
/** @import { Meter } from '../limits.js' */
/** @import { Span } from '../types.js' */
/** @import { Text } from './text.js' */
import { MOST_PLACES } from '../limits.js';
import { compilePattern, GRAM } from './compile.js';
import { verifyNearly } from './near.js';
import { runAround, unitsFrom } from './runs.js';
import { verify } from './verify.js';

// A rolling hash of four units of 5 bits each: the oldest unit falls out by itself, and a-z never collide.
const SHIFT = 5;
const BUCKETS = 1 << (SHIFT * GRAM);

/**
 * @typedef {{alternative: Alternative, element: number, at: number}} Filed an alternative, and where in it the anchor stands
 * @typedef {{from: number, to: number, size: number, values: Record<string, Span>}} Found
 */

/** @type {Filed[]} */
const NONE = [];

/** One anchor of a pattern: the plain run that must stand there, and the alternatives that are tried there. */
class Place {
  /** @param {Source<any>} source @param {Anchor} anchor @param {Place | null} next another place of the same hash */
  constructor(source, anchor, next) {
    this.source = source;
    this.anchor = anchor;
    this.next = next;
    // Known once the anchor is met: the run around an anchor that is an offset, and where in the run it stands.
    this.run = '';
    this.lead = 0;
    /** @type {Filed[] | null} */
    this.filed = null;
  }

  /** Find the run. */
  meet() {
    this.filed = [];
    if (typeof this.anchor === 'string') return;
    const around = runAround(this.source.text, this.anchor);
    if (!around) return;
    this.run = around.run;
    this.lead = around.offsets.indexOf(this.anchor);
  }
}

/**
 * A pattern that can be found. `what` is the caller's.
 * @template T
 */
export class Source {
  /**
   * @param {string} text the pattern
   * @param {Anchor | Anchor[]} anchors
   * @param {T} what
   * @param {boolean} isFrame a frame is trusted: its inner word boundaries don't count, however short it is
   * @param {boolean} loose it need not start and end at a word's boundary
   */
  constructor(text, anchors, what, isFrame = false, loose = false) {
    this.text = text;
    this.anchors = anchors;
    this.what = what;
    this.isFrame = isFrame;
    this.loose = loose;
    /** @type {Place[]} */
    this.places = [];
    this.compiled = false;
  }

  /** Compile, and file each alternative under the first anchor that it holds. */
  compile() {
    this.compiled = true;
    for (const place of this.places) if (!place.filed) place.meet();
    for (const alternative of compilePattern(this.text)) {
      if (this.isFrame) alternative.strict = false;
      this.places.some((place) => fileUnder(place, alternative));
    }
  }
}

/** @param {Place} place @param {Alternative} alternative */
function fileUnder(place, alternative) {
  const wanted = place.run || place.anchor;
  return alternative.elements.some((element, index) => {
    const at = 'units' in element ? element.run.indexOf(/** @type {string} */ (wanted)) : -1;
    if (at >= 0) place.filed?.push({ alternative, element: index, at: at + place.lead });
    return at >= 0;
  });
}

/**
 * All sources, filed.
 * @template T
 */
export class Filter {
  /** @param {Source<T>[]} sources */
  constructor(sources) {
    this.sources = sources;
    this.bits = new Uint8Array(BUCKETS >> 3);
    /** @type {Map<number, Place>} */
    this.places = new Map();
    const units = new Array(GRAM).fill(0);
    for (const source of sources) {
      const { anchors } = source;
      if (!Array.isArray(anchors)) this.file(source, anchors, units);
      else for (const anchor of anchors) this.file(source, anchor, units);
    }
  }

  /** @param {Source<T>} source @param {Anchor} anchor @param {number[]} units room for four */
  file(source, anchor, units) {
    if (typeof anchor === 'number') unitsFrom(source.text, anchor, units);
    else for (let i = 0; i < GRAM; i++) units[i] = anchor.charCodeAt(i);
    let hash = 0;
    for (let i = 0; i < GRAM; i++) hash = ((hash << SHIFT) ^ units[i]) & (BUCKETS - 1);
    const place = new Place(source, anchor, this.places.get(hash) || null);
    source.places.push(place);
    this.places.set(hash, place);
    this.bits[hash >> 3] |= 1 << (hash & 7);
  }

  /** The alternatives of a place whose four units were met; where they must stand whole, only if its run stands there. @param {Place} place @param {Text} text @param {number} at @param {boolean} isWhole @param {Meter} meter @returns {Filed[]} */
  filedAt(place, text, at, isWhole, meter) {
    const { source } = place;
    meter.take(1);
    if (!place.filed) place.meet();
    if (isWhole && place.run !== '' && !text.folded.startsWith(place.run, at - place.lead)) return NONE;
    if (!source.compiled) source.compile();
    return /** @type {Filed[]} */ (place.filed);
  }

  /** Go to each place where an anchor stands, until there are enough of what is found. @param {Text} text @param {Meter} meter @param {unknown[]} found @param {(place: Place, at: number) => void} visit */
  search(text, meter, found, visit) {
    const { units, length } = text;
    const { bits, places } = this;
    meter.take(length);
    let hash = 0;
    for (let end = 0; end < length; end++) {
      hash = ((hash << SHIFT) ^ units[end]) & (BUCKETS - 1);
      if (!(bits[hash >> 3] & (1 << (hash & 7)))) continue;
      const at = end + 1 - GRAM;
      if (at < 0) continue;
      if (meter.spent) break;
      if (found.length >= MOST_PLACES) {
        meter.leaveOut('units', length - at);
        break;
      }
      for (let place = places.get(hash) || null; place; place = place.next) visit(place, at);
    }
  }

  /**
   * All places where a pattern stands in a text, in the order of its anchors there.
   * @param {Text} text
   * @param {Meter} meter the search stops early once the work is used up
   * @returns {(Found & {what: T})[]}
   */
  find(text, meter) {
    /** @type {(Found & {what: T})[]} */
    const found = [];
    this.search(text, meter, found, (place, at) => {
      const { source } = place;
      for (const filed of this.filedAt(place, text, at, true, meter)) {
        const match = verify(text, filed, at, source.loose, meter);
        if (match) found.push({ what: source.what, ...match });
      }
    });
    return found;
  }

  /**
   * All places where a pattern nearly stands (near.js), in the order of its anchors there.
   * @param {Text} text
   * @param {Meter} meter
   * @param {(what: T) => boolean} wanted which patterns are looked for
   * @returns {(Found & {what: T, filler: Span | null, cut: boolean})[]}
   */
  findNearly(text, meter, wanted) {
    /** @type {(Found & {what: T, filler: Span | null, cut: boolean})[]} */
    const found = [];
    this.search(text, meter, found, (place, at) => {
      if (!wanted(place.source.what)) return;
      for (const filed of this.filedAt(place, text, at, false, meter)) {
        const match = verifyNearly(text, filed, at, meter);
        if (match) found.push({ what: place.source.what, ...match });
      }
    });
    return found;
  }
}
