// Shapes of search: what its index holds, what a query becomes, what is found. Imported in comments only (@import).
// generator/search/script.py makes the index.

export type Kind = 'article' | 'code' | 'provider' | 'reporter' | 'reason' | 'guide' | 'host' | 'list' | 'home';

/** A page. See `Entry` in generator/search/entry.py; `names` are what a provider or a host is called. */
export type PageRow = [
  kind: Kind,
  id: string,
  title: string,
  line: string,
  codes: string[],
  names: string[],
  provider: string,
  hosts: string[],
  leads: boolean,
];

/** A code or range. See `CodeEntry` in generator/search/entry.py. */
export type CodeRow = [code: string, title: string, usual: string, provider: string];

/** A list for each field of a row. */
export type Columns<Row extends unknown[]> = { [At in keyof Row]: Row[At][] };

/** Words that search goes by; see generator/words/search.yaml. */
export interface Lexicon {
  /** Groups of words that mean the same. */
  same: string[][];
  /** What a query is about whatever else it says. */
  strong: string[];
  /** What people say about any refusal. */
  weak: string[];
  /** What people say about any bounce. */
  generic: string[];
  /** What people say about anything. */
  filler: string[];
  /** Latin words that say nothing. */
  stop: string[];
}

/** The texts of pages and then of codes; generator/search/postings.py makes it. */
export interface PostingsIndex {
  /** The features: Latin words, pairs of Japanese characters, and kanji. */
  keys: string[];
  /** For each text a sign of what it is, and a character for each of its features. */
  texts: string;
  /** Are the features of titles among them? */
  titles: boolean;
}

export interface SearchIndex {
  lang: string;
  pages: Columns<PageRow>;
  codes: Columns<CodeRow>;
  postings: PostingsIndex;
  words: Lexicon;
}

/** A page that can be found. */
export interface Page {
  kind: Kind;
  id: string;
  title: string;
  line: string;
  codes: string[];
  provider: string;
  /** Does it answer for its reason when nothing more special does? */
  leads: boolean;
}

/** What is shown for a query, best first. */
export interface Hit {
  kind: Kind;
  /** The page's address below the root of its language, such as `a/general-mailbox-full/`. */
  path: string;
  title: string;
  /** One plain sentence. */
  line: string;
  /** Codes to show, those that were asked for first. */
  codes: string[];
}
