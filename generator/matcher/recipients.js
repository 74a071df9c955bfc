// Which words of a report belong to which recipient, and which of them are a server's answer.
// May import nothing. Works on positions in the stream; report.js prepares the events.

/** More recipients than this in one report are not told apart; nobody reads further. */
const MOST_BLOCKS = 200;

/**
 * A recipient block: what a report says about one recipient. `spans` are pieces of the stream ([from, to), `response`
 * true where a server answers); the other lists hold what was found in them, in the order of the stream.
 */
export class Block {
  constructor(address) {
    this.address = address;
    this.spans = [];
    this.signatures = [];
    this.hits = [];
    this.codes = [];
    this.names = [];
  }
}

/** Every address by its canonical one: a notification's Final-Recipient and Original-Recipient are the same person. */
export function canonical(aliases, address) {
  let key = address.toLowerCase();
  for (let hops = 0; aliases.has(key) && hops < 5; hops++) key = aliases.get(key);
  return key;
}

class Sweep {
  constructor(aliases) {
    this.aliases = aliases;
    this.blocks = new Map();
    this.common = new Block(null);
    this.pieces = [];
    this.group = [this.common];
    this.response = false;
    this.from = 0;
    // The end of the address that started the block, or -1.
    this.anchored = -1;
    this.paragraph = false;
  }

  close(at) {
    if (at <= this.from) return;
    const piece = { from: this.from, to: at, response: this.response, owners: this.group };
    this.pieces.push(piece);
    for (const block of this.group) block.spans.push(piece);
    this.from = at;
  }

  blockOf(address) {
    const key = canonical(this.aliases, address);
    if (!this.blocks.has(key) && this.blocks.size < MOST_BLOCKS) this.blocks.set(key, new Block(address));
    return this.blocks.get(key) || this.common;
  }

  leave() {
    this.group = [this.common];
    this.response = false;
    this.anchored = -1;
    this.paragraph = false;
  }

  anchor(event) {
    const block = this.blockOf(event.address);
    // An answer that repeats the address ("550 <taro@example.jp>: unknown", wrapped) is still the same answer.
    if (this.response && !event.paragraph && this.group.length === 1 && this.group[0] === block) return;
    const listed = this.anchored >= 0 && event.at - this.anchored <= 3 && !this.response;
    this.close(event.at);
    this.group = listed ? this.group.filter((other) => other !== block).concat(block) : [block];
    this.anchored = event.to;
    this.response = false;
    this.paragraph = event.paragraph;
  }

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

  take(event) {
    if (event.type === 'anchor') return this.anchor(event);
    if (event.at < this.from || (event.weak && this.response)) return undefined;
    if (event.type === 'blank') return this.blank(event.at);
    this.close(event.at);
    if (event.type === 'shared') this.leave();
    else this.response = event.type === 'response';
    if (event.type === 'skip') {
      this.leave();
      this.from = event.ends;
    }
    return undefined;
  }
}

/**
 * Sweep over the events in order and give each piece of the stream to its blocks.
 * @param {{at: number, type: string, to?: number, address?: string, ends?: number, weak?: boolean}[]} events sorted by
 *   `at`; types: anchor (a recipient's block starts; `to` = end of the address, `paragraph`: it ends at a blank line),
 *   shared (what follows belongs to no recipient), response, stop, blank, skip (`ends`: nothing up to there counts)
 * @param {number} length of the stream
 * @returns {{blocks: Block[], common: Block, pieces: object[]}} blocks in order of appearance; `common` belongs to no
 *   recipient; `pieces` in the order of the stream, with their `owners`
 */
export function sweep(events, length, aliases) {
  const state = new Sweep(aliases);
  for (const event of events) state.take(event);
  state.close(length);
  return { blocks: Array.from(state.blocks.values()), common: state.common, pieces: state.pieces };
}

/** Give what was found (`name` = signatures, hits, codes or names; in the order of the stream) to the blocks it stands in. */
export function deal(pieces, name, items) {
  let at = 0;
  for (const item of items) {
    while (at < pieces.length && pieces[at].to <= item.from) at++;
    if (at < pieces.length && pieces[at].from <= item.from) {
      const placed = { ...item, response: pieces[at].response };
      for (const block of pieces[at].owners) block[name].push(placed);
    }
  }
}
