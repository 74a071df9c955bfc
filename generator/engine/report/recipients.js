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
    // Where it was named: in the text, in the fields of a notification (RFC 3464).
    this.told = false;
    this.notified = false;
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
    // The answer is the reporter's own line about a server's answer before it.
    this.echo = false;
    this.from = 0;
    // The end of the address that started the block, or -1.
    this.anchored = -1;
    this.indent = 0;
    this.paragraph = false;
  }

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
    for (const block of this.group) block.spans.push(piece);
    this.from = at;
  }

  blockOf(address) {
    const key = canonical(this.aliases, address);
    if (!this.blocks.has(key) && this.blocks.size < MOST_BLOCKS) this.blocks.set(key, new Block(address));
    return this.blocks.get(key) || this.common;
  }

  /** A hard wrap may leave the end of a known address at the start of a line. */
  isTail(address) {
    const tail = address.toLowerCase();
    for (const key of this.blocks.keys()) if (key.length > tail.length && key.endsWith(tail)) return true;
    return false;
  }

  leave() {
    this.group = [this.common];
    this.response = false;
    this.anchored = -1;
    this.paragraph = false;
  }

  anchor(event) {
    if (event.known && !this.blocks.has(canonical(this.aliases, event.address))) return;
    if (event.fallback && this.anchored >= 0) return;
    // What is indented deeper than the address whose answer this is goes on with the answer.
    if (this.response && this.anchored >= 0 && event.indent > this.indent) return;
    if (!event.paragraph && this.isTail(event.address)) return;
    const block = this.blockOf(event.address);
    if (event.paragraph) block.notified = true;
    else block.told = true;
    // An answer that repeats the address ("550 <taro@example.jp>: unknown", wrapped) is still the same answer.
    if (this.response && !event.paragraph && this.group.length === 1 && this.group[0] === block) return;
    const listed = !event.paragraph && this.anchored >= 0 && event.at - this.anchored <= 3 && !this.response;
    this.close(event.at);
    this.group = listed ? this.group.filter((other) => other !== block).concat(block) : [block];
    this.anchored = event.to;
    this.indent = event.indent || 0;
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
    if (event.at < this.from || (event.weak && this.response && !!event.echo === this.echo)) return undefined;
    if (event.type === 'blank') return this.blank(event.at);
    this.close(event.at);
    if (event.type === 'shared') this.leave();
    else {
      this.response = event.type === 'response';
      this.echo = !!event.echo;
    }
    if (event.type === 'skip') {
      this.leave();
      this.from = event.ends;
    }
    return undefined;
  }
}

/** The only recipient that the text has words about and the only one that the notification names are one person, forwarded. */
function unite(blocks, pieces) {
  const told = blocks.filter((block) => !block.notified);
  const notified = blocks.filter((block) => !block.told);
  if (told.length !== 1 || notified.length !== 1 || !told[0].spans.some((span) => span.response)) return blocks;
  for (const piece of pieces) {
    if (piece.owners.includes(notified[0]))
      piece.owners = Array.from(new Set(piece.owners.map((block) => (block === notified[0] ? told[0] : block))));
  }
  told[0].spans = pieces.filter((piece) => piece.owners.includes(told[0]));
  return blocks.filter((block) => block !== notified[0]);
}

/**
 * Sweep over the events in order and give each piece of the stream to its blocks.
 * @param {{at: number, type: string, to?: number, address?: string, ends?: number, weak?: boolean, echo?: boolean, ...}[]} events sorted by
 *   `at`; types: anchor (a recipient's block starts; `to` = end of the address, `paragraph`: it ends at a blank line,
 *   `known`: only for a recipient named before, `fallback`: only where no block is open, `indent` of a line of its own),
 *   shared (what follows belongs to no recipient), response (`weak`: not within
 *   another, `echo`: a reporter's own), stop, blank, skip (`ends`: nothing up to there counts)
 * @param {number} length of the stream
 * @returns {{blocks: Block[], common: Block, pieces: object[]}} blocks in order of appearance; `common` belongs to no
 *   recipient; `pieces` in the order of the stream, with their `owners`
 */
export function sweep(events, length, aliases) {
  const state = new Sweep(aliases);
  for (const event of events) state.take(event);
  state.close(length);
  return { blocks: unite(Array.from(state.blocks.values()), state.pieces), common: state.common, pieces: state.pieces };
}

/** Give what was found (`name` = signatures, hits, codes or names; in the order of the stream) to the blocks it stands in. */
export function deal(pieces, name, items) {
  let at = 0;
  for (const item of items) {
    while (at < pieces.length && pieces[at].to <= item.from) at++;
    if (at < pieces.length && pieces[at].from <= item.from) {
      const placed = { ...item, response: pieces[at].response, summary: item.summary || pieces[at].echo };
      for (const block of pieces[at].owners) block[name].push(placed);
    }
  }
}
