// Every limit of the engine, with its reason; and the meter that counts work and remembers what a limit left out.
// May import nothing. A limit that cuts says so to the meter: nothing is lost in silence.

/** Nested multiparts and messages that are entered. Real mail has five; each level costs a pass over its body. */
export const MOST_LEVELS = 30;
/** Parts of a mail that are looked at. Digests and forwarded threads have dozens. */
export const MOST_PARTS = 400;
/** UTF-16 units (or bytes) of one part's text that are read. A report is short; what is longer is an attachment's. */
export const LONGEST_PART = 1024 * 1024;
/** Units of a part without a type of its own that may be a notification's fields; a larger one is an attachment. */
export const LONGEST_STATUS = 65536;
/** Units of a returned original that are shown, and of one part of it that are read for that. It is never evidence: nothing is missed. */
export const LONGEST_ORIGINAL = 20000;
export const LONGEST_ORIGINAL_PART = 256 * 1024;
/** Lines of a header block, and units of one value: no server writes more. What follows such a block is read as text. */
export const MOST_HEADER_LINES = 2000;
export const LONGEST_HEADER_VALUE = 20000;
/** Units of the readable view that are searched; a paste of two megabytes is a log, and its start tells as much. */
export const MOST_UNITS = 2000000;
/** Recipients that are told apart. */
export const MOST_RECIPIENTS = 200;
/** Stretches, frames, hits and codes of one recipient that are looked at: more of the same proves no more. */
export const MOST_FINDINGS = 1000;
/** Places of words, and of codes, that a search collects: 200 recipients have a fifth of it; what follows is not searched. */
export const MOST_PLACES = 10000;
/** Hits of one article for one recipient that are ranked: the score has its most long before. */
export const MOST_ARTICLE_HITS = 100;
/** Articles a recipient gets, and pieces of evidence for each: nobody reads further. */
export const MOST_MATCHES = 5;
export const MOST_EVIDENCE = 40;
/** Pieces of evidence in a whole result: hundreds of recipients with one answer would repeat it hundreds of times. */
export const MOST_ALL_EVIDENCE = 4000;
/** Units of an answer that are shown, and that are looked at for the names of servers and for concepts. */
export const LONGEST_DIAGNOSTIC = 1000;
export const LONGEST_ANSWER = 5000;
/** Units of all answers to a recipient that are looked at for the names of servers and for concepts. */
export const LONGEST_ANSWERS = 10000;
/** Units of a text that are read for what it wants of its reader: a fraud says so before all else. */
export const LONGEST_START = 2000;
/** Words of one class in one clause that a rule tries: no server names more. */
export const MOST_TRIED = 20;
/** Units of a text in which sentences are looked for that nearly stand there: it is no log. */
export const LONGEST_NEAR = 20000;
/** Units of a text, and domains of addresses in it, with which one that doesn't exist is compared: it is only a hint. */
export const LONGEST_COMPARED = 20000;
export const MOST_DOMAINS = 50;
/** Stretches of one recipient that are read for concepts: the own diagnostic, and a few answers beside it. */
export const MOST_READ = 6;
/** Units of a line that are read: none that means something is longer, and a file may be one line of megabytes. */
export const LONGEST_LINE = 2000;
/** Units that one hole of a pattern may hold. */
export const LONGEST_VALUE = 256;

/**
 * Work that one input may cost: a fixed part, and a part for each unit, as it came and again as it is read. A step is a
 * few machine operations. Megabytes of nothing but bounces take half of it.
 */
export const WORK_BASE = 2000000;
export const WORK_PER_UNIT = 8;
/** Work for each unit of a text to redact: it is read in several decodings, and several times. */
export const REDACTION_PER_UNIT = 40;

/**
 * Counts the work of one input through every stage, and what limits left out. Stages ask `spent` in their loops and stop
 * early: what was found by then is the answer, and it says that it is not whole.
 */
export class Meter {
  constructor() {
    this.left = WORK_BASE;
    this.allowed = WORK_BASE;
    this.whole = true;
    /** @type {Map<string, number>} */
    this.dropped = new Map();
  }

  /** Allow for a text of so many units. @param {number} units @param {number} [each] work for a unit */
  allow(units, each = WORK_PER_UNIT) {
    this.left += each * units;
    this.allowed += each * units;
  }

  /** Take work; false once nothing is left. @param {number} steps */
  take(steps) {
    this.left -= steps;
    return this.left >= 0;
  }

  /** Is the work used up? */
  get spent() {
    return this.left < 0;
  }

  /** The steps taken so far. */
  get steps() {
    return this.allowed - this.left;
  }

  /**
   * A limit left something out that might have changed the answer: `what` it was (parts, levels, units, recipients ...)
   * and how many.
   * @param {string} what @param {number} count
   */
  leaveOut(what, count) {
    if (count <= 0) return;
    this.note(what, count);
    this.whole = false;
  }

  /** A limit left something out of what is shown; the answer is the same. @param {string} what @param {number} count */
  note(what, count) {
    if (count > 0) this.dropped.set(what, (this.dropped.get(what) || 0) + count);
  }

  /** Is the answer less than whole? */
  get truncated() {
    return this.spent || !this.whole;
  }
}
