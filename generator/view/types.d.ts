// Shapes of the view: what a page brings along, what the contents script holds, what a reader gave. Imported in comments
// only (@import). generator/pages/script.py and generator/compiled/contents.py make the first two.
import type { Input, Refusal, Result } from '../engine/types';

/**
 * Catalogue text: a string is text, `["value", id]` a value's place, `["slot", ...]` what only leads up to a value,
 * `["a", href, ...]` a link, else an element.
 */
export type TreeNode = string | TreeNode[];
export type Tree = TreeNode[];

export type Lang = 'ja' | 'en';
export type Values = Record<string, string>;
export type Say = (key: string, values?: Record<string, string | number>) => string;

/** What stands for the values of a text. */
export interface Filling {
  /** Is it a value that isn't known? */
  lacks(id: string): boolean;
  words(id: string): string;
  node(id: string): Node;
}

export interface Step {
  who: string;
  do: Tree;
  check: Tree;
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

/** What to do first: a letter to copy, a page to open, or the first of the steps. */
export interface Next {
  title: string;
  text: Tree;
  copy: string | null;
  open: string | null;
}

/** An article as an answer shows it. */
export interface Article {
  /** Whose overlay it comes from, and where to reach them. */
  by?: { name: string; contact: string | null };
  title: string;
  headline: string;
  next: Next;
  summary: Tree;
  permanence: string;
  /** What is said of the recipient's address: check it, or it is not the cause. */
  address: 'check' | 'not-it';
  stage: string;
  refused_by: string | null;
  reason: string;
  provider: string;
  /** Who of them acts first; may be `wait`. */
  acts: string;
  prepare: Tree[];
  /** The steps that an answer shows first, and those of the others who can help. */
  first: Step[];
  others: { who: string; steps: Step[] }[];
  /** To whom the sheet is taken along. */
  asked: string;
  cautions: Tree[];
  /** To whom there are letters, besides a customer. */
  letters: string[];
  /** Does the reply to a customer speak in two voices? */
  voices: boolean;
  /** Ids of the values that steps and replies name. */
  values: string[];
  if_not: Tree;
  /** What the reader's host has pages about that help here. */
  host: string[];
}

export interface Code {
  title: string;
  meaning: Tree;
}

/** The contents script of one language. */
export interface Contents {
  articles: Record<string, Article>;
  codes: Record<string, Code>;
  providers: Record<string, { title: string; short: string; kind: string }>;
  /** Who writes bounces, by id. */
  reporters: Record<string, string>;
  actors: Record<string, { title: string; note: string }>;
  permanence: Record<string, string>;
  placeholders: Record<string, Record<Lang, string>>;
  /** Services people send through. */
  hosts: Record<string, { title: string; pages: { topics: string[]; title: string; url: string; use: Tree }[] }>;
  examples: Record<string, string>;
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
