// What an answer shows of the catalogue, in one language: generator/compiled/contents.py makes it. It stands by itself, since
// packages take it along (generator/packages/npm.py).

export type Lang = 'ja' | 'en';

/**
 * Catalogue text: a string is text, `["value", id]` a value's place, `["slot", ...]` what only leads up to a value,
 * `["a", href, ...]` a link, else an element.
 */
export type TreeNode = string | TreeNode[];
export type Tree = TreeNode[];

export interface Step {
  who: string;
  do: Tree;
  check: Tree;
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
