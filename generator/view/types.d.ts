// Shapes of the view: what a page brings along, what the contents script holds, what a reader gave. Imported in comments
// only (@import). generator/pages/script.py and generator/compiled/contents.py make the first two.
import type { redact } from '../engine/answer/redact.js';
import type { RedactionWords } from '../engine/answer/redaction/words.js';
import type { createEngine } from '../engine/engine.js';
import type { IndexData } from '../engine/index.js';
import type { Input, Refusal, Result } from '../engine/types';
import type { Contents, Lang, Tree } from './contents.js';

export type * from './contents.js';

export type Values = Record<string, string>;
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** What stands for the values of a text. */
export interface Filling {
  /** Is it a value that isn't known? */
  lacks(id: string): boolean;
  words(id: string): string;
  node(id: string): Node;
}

/** An article's own words in its letters, by letter and language, and how long it takes. */
export interface OwnLetters {
  letters: Record<string, Partial<Record<Lang, Tree>>>;
  how_long: Record<Lang, Tree>;
}

/** The letters script of one language; `frames` stand around the words of an article. */
export interface Letters {
  frames: Record<Lang, Record<string, Tree>>;
  articles: Record<string, OwnLetters>;
}

/**
 * Where scripts leave what they bring, each under its name: the page itself, or on somebody else's page an object that
 * no one else knows.
 */
export interface Shelf {
  BounceContents: Contents;
  BounceLetters: Letters;
  BounceEngine: { createEngine: typeof createEngine };
  BounceIndex: IndexData;
  BounceRedaction: { redact: typeof redact; words: RedactionWords };
  BounceMarks?: Record<string, string>;
}

/** What the matcher's script is started with: words by language and key, the kind of hole of each placeholder. */
export interface Settings {
  words: Record<Lang, Record<string, string>>;
  kinds: Record<string, string>;
}

/** Where a reader can report a bounce; either may be empty. */
export interface Channels {
  mail: string;
  issue: string;
  version: string;
}

/** Something the reader gave to be looked up: a text in the box, or what stands as a chip in its place. */
export interface Given {
  input: Input;
  /** A file's name. */
  name?: string;
  /** Of a chip: bytes, of all of it. */
  size?: number;
  /** Only its start is left: it was too long to be kept whole when the page was left. */
  cut?: boolean;
}

/** What the engine answers to an input; `redacted` is the result's text with everything personal replaced. */
export type Answer = { result: Result; redacted: () => string; refused: null } | { result: null; refused: Refusal };

/** What an answer is drawn as; `early`: the lead action is too far down to be seen at once. */
export interface Drawn {
  state: string;
  line: string;
  nodes: Child[];
  early: boolean;
}

/** What an answer shows of each cause, by article, and the page it is on. */
export interface Shown {
  where: string;
  cases: Record<string, { quote: [text: string, marked: boolean][]; values: Values; code: string }>;
}

/** What stands in an element; `null` and `false` stand for nothing. */
export type Child = Node | string | null | undefined | false | Child[];

/** A stretch of a text that is marked, and the attributes of its mark. */
export type Marked = [start: number, end: number, attributes: Record<string, string>];
