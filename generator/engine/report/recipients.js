// Which words of a report belong to which recipient, and which of them are a server's answer.
// May import limits.js. Works on positions in the stream; read.js prepares the events.
/** @import { Meter } from '../limits.js' */
/** @import { Block, Findings, Stretch } from '../types.js' */
import { MOST_FINDINGS, MOST_RECIPIENTS } from '../limits.js';

// Two addresses with at most so many units between them stand in one list.
const LIST_GAP = 3;

/**
 * Something that happens at a position of the stream:
 * anchor - a recipient's block starts; `to` = end of the address, `paragraph`: it ends at a blank line, `known`: only for
 *   a recipient named before, `fallback`: only where no block is open, `indent` of a line of its own;
 * shared - what follows belongs to no recipient in particular; response - a server answers (`weak`: not within another
 *   answer, `echo`: a reporter's own line about one); stop - an answer ends; blank - a blank line; skip - nothing up to
 *   `ends` counts.
 * @typedef {{at: number, type: 'anchor' | 'shared' | 'response' | 'stop' | 'blank' | 'skip', to?: number, address?: string,
 *   ends?: number, weak?: boolean, echo?: boolean, paragraph?: boolean, known?: boolean, fallback?: boolean,
 *   indent?: number}} Event
 */

/** @param {string | null} address @returns {Block} */
function newBlock(address) {
  // `told`, `notified`: where it was named, in the text or in the fields of a notification (RFC 3464).
  return { address, spans: [], told: false, notified: false, frames: [], hits: [], codes: [], names: [] };
}

/** An address by its canonical one: a notification's Final-Recipient and Original-Recipient are the same person. @param {Map<string, string>} aliases @param {string} address */
function canonical(aliases, address) {
  let key = address.toLowerCase();
  for (let hops = 0; hops < 5; hops++) {
    const next = aliases.get(key);
    if (next === undefined) break;
    key = next;
  }
  return key;
}

class Sweep {
  /** @param {Map<string, string>} aliases */
  constructor(aliases) {
    this.aliases = aliases;
    /** @type {Map<string, Block>} */
    this.blocks = new Map();
    this.common = newBlock(null);
    // Recipients beyond the limit: what is said of them must not be taken for somebody else's.
    this.beyond = newBlock(null);
    /** @type {Set<string>} */
    this.dropped = new Set();
    /** @type {Stretch[]} */
    this.pieces = [];
    this.group = [this.common];
    this.response = false;
    // The answer is the reporter's own line about a server's answer before it.
    this.echo = false;
    this.from = 0;
    // The end of the address that started the block, or -1.
    this.anchored = -1;
    this.indent = 0;
    this.paragraph = false;
    /** Ends of known addresses, for `isTail`. @type {Set<string>} */
    this.tails = new Set();
  }

  /** @param {number} at */
  close(at) {
    if (at <= this.from) return;
    const piece = {
      from: this.from,
      to: at,
      response: this.response && !this.echo,
      echo: this.response && this.echo,
      owners: this.group,
    };
    this.pieces.push(piece);
    this.from = at;
  }

  /** @param {string} address */
  blockOf(address) {
    const key = canonical(this.aliases, address);
    const known = this.blocks.get(key);
    if (known) return known;
    if (this.blocks.size >= MOST_RECIPIENTS) {
      this.dropped.add(key);
      return this.beyond;
    }
    const block = newBlock(address);
    this.blocks.set(key, block);
    for (let from = 1; from < key.length; from++) this.tails.add(key.slice(from));
    return block;
  }

  /** A hard wrap may leave the end of a known address at the start of a line. @param {string} address */
  isTail(address) {
    return this.tails.has(address.toLowerCase());
  }

  leave() {
    this.group = [this.common];
    this.response = false;
    this.anchored = -1;
    this.paragraph = false;
  }

  /** Is this address no start of a block, but part of what is said already? @param {Event} event @param {string} address */
  isMention(event, address) {
    if (event.known && !this.blocks.has(canonical(this.aliases, address))) return true;
    if (event.fallback && this.anchored >= 0) return true;
    // What is indented deeper than the address whose answer this is goes on with the answer.
    if (this.response && this.anchored >= 0 && (event.indent ?? -1) > this.indent) return true;
    return !event.paragraph && this.isTail(address);
  }

  /** @param {Event} event */
  anchor(event) {
    const address = event.address || '';
    if (this.isMention(event, address)) return;
    const block = this.blockOf(address);
    if (event.paragraph) block.notified = true;
    else block.told = true;
    // An answer that repeats the address ("550 <taro@example.jp>: unknown", wrapped) is still the same answer.
    if (this.response && !event.paragraph && this.group.length === 1 && this.group[0] === block) return;
    const listed = !event.paragraph && this.anchored >= 0 && event.at - this.anchored <= LIST_GAP && !this.response;
    this.close(event.at);
    this.group = listed ? withMember(this.group, block) : [block];
    this.anchored = event.to ?? event.at;
    this.indent = event.indent || 0;
    this.response = false;
    this.paragraph = !!event.paragraph;
  }

  /** @param {number} at */
  blank(at) {
    if (this.response && at > this.from) {
      this.close(at);
      this.response = false;
    }
    if (this.paragraph && at > this.anchored) {
      this.close(at);
      this.leave();
    }
  }

  /** @param {Event} event */
  take(event) {
    if (event.type === 'anchor') {
      this.anchor(event);
      return;
    }
    if (event.at < this.from || (event.weak && this.response && !!event.echo === this.echo)) return;
    if (event.type === 'blank') {
      this.blank(event.at);
      return;
    }
    this.close(event.at);
    if (event.type === 'shared') this.leave();
    else {
      this.response = event.type === 'response';
      this.echo = !!event.echo;
    }
    if (event.type === 'skip') {
      this.leave();
      this.from = event.ends ?? event.at;
    }
  }
}

/** A list of recipients with one more at its end. @param {Block[]} group @param {Block} block */
function withMember(group, block) {
  if (group[group.length - 1] === block) return group;
  return group.filter((other) => other !== block).concat(block);
}

/** The only recipient that the text has words about and the only one that the notification names are one person, forwarded. @param {Block[]} blocks @param {Stretch[]} pieces */
function unite(blocks, pieces) {
  const told = blocks.filter((block) => !block.notified);
  const notified = blocks.filter((block) => !block.told);
  if (told.length !== 1 || notified.length !== 1) return blocks;
  if (!pieces.some((piece) => piece.response && piece.owners.includes(told[0]))) return blocks;
  for (const piece of pieces) {
    if (!piece.owners.includes(notified[0])) continue;
    const owners = piece.owners.map((block) => (block === notified[0] ? told[0] : block));
    piece.owners = owners.filter((block, index) => owners.indexOf(block) === index);
  }
  return blocks.filter((block) => block !== notified[0]);
}

/**
 * Sweep over the events in order and give each piece of the stream to its blocks.
 * @param {Event[]} events sorted by `at`
 * @param {number} length of the stream
 * @param {Map<string, string>} aliases addresses by a better known one, in small letters
 * @param {Meter} meter
 * @returns {{blocks: Block[], common: Block, pieces: Stretch[]}} blocks in order of appearance; `common` belongs to no
 *   recipient; `pieces` in the order of the stream, with their `owners`
 */
export function sweep(events, length, aliases, meter) {
  const state = new Sweep(aliases);
  for (const event of events) {
    if (!meter.take(4)) break;
    state.take(event);
  }
  state.close(length);
  meter.leaveOut('recipients', state.dropped.size);
  const blocks = unite(Array.from(state.blocks.values()), state.pieces);
  const giver = new Giver(meter);
  for (const piece of state.pieces) if (!giver.give(piece, piece, 'spans')) break;
  return { blocks, common: state.common, pieces: state.pieces };
}

/** Give everything that was found to the blocks it stands in. @param {Stretch[]} pieces @param {Findings} found @param {Meter} meter */
export function deal(pieces, found, meter) {
  const giver = new Giver(meter);
  dealOut(giver, pieces, found.frames, (hit) => hit, 'frames');
  dealOut(giver, pieces, found.names, (hit) => hit, 'names');
  const answered = (/** @type {Stretch} */ piece, /** @type {boolean} */ summary) => ({
    response: piece.response,
    summary: summary || piece.echo,
  });
  dealOut(giver, pieces, found.hits, (hit, piece) => ({ ...hit, ...answered(piece, hit.summary) }), 'hits');
  dealOut(giver, pieces, found.codes, (hit, piece) => ({ ...hit, ...answered(piece, false) }), 'codes');
  meter.leaveOut('findings', giver.beyond);
}

/** Gives things to the blocks that own a piece, as many as each may have. */
class Giver {
  /** @param {Meter} meter */
  constructor(meter) {
    this.meter = meter;
    this.beyond = 0;
    /** Owners of whom none could take any more of a list the last time. @type {{owners: Block[] | null, name: string}} */
    this.full = { owners: null, name: '' };
  }

  /**
   * Give a thing to all owners of a piece; false once the work is used up.
   * @template {'spans' | keyof Findings} Name
   * @param {Stretch} piece
   * @param {Block[Name][number]} thing
   * @param {Name} name
   */
  give({ owners }, thing, name) {
    const { full } = this;
    // Two hundred owners that share thousands of pieces are not asked each time.
    if (full.owners === owners && full.name === name) {
      this.beyond += owners.length;
      return this.meter.take(1);
    }
    let taken = false;
    for (const block of owners) {
      const list = /** @type {Block[Name][number][]} */ (block[name]);
      if (list.length < MOST_FINDINGS) {
        list.push(thing);
        taken = true;
      } else this.beyond++;
    }
    if (!taken) this.full = { owners, name };
    return this.meter.take(1 + owners.length);
  }
}

/**
 * Give hits to the blocks of the stretches they stand in.
 * @template {keyof Findings} Name
 * @param {Giver} giver
 * @param {Stretch[]} pieces
 * @param {Findings[Name]} hits
 * @param {(hit: Findings[Name][number], piece: Stretch) => Block[Name][number]} place what becomes of a hit in a stretch
 * @param {Name} name
 */
function dealOut(giver, pieces, hits, place, name) {
  for (const { hit, piece } of placedIn(pieces, /** @type {Findings[Name][number][]} */ (hits))) {
    if (!giver.give(piece, place(hit, piece), name)) return;
  }
}

/**
 * Each of some hits, in the order of the stream, with the piece it stands in; those in none are left out.
 * @template {{from: number}} T
 * @param {Stretch[]} pieces
 * @param {T[]} hits
 */
function* placedIn(pieces, hits) {
  let at = 0;
  for (const hit of hits) {
    while (at < pieces.length && pieces[at].to <= hit.from) at++;
    if (at < pieces.length && pieces[at].from <= hit.from) yield { hit, piece: pieces[at] };
  }
}
