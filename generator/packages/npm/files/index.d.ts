import type { Tree, Contents as Whole } from './types/contents.js';
import type { Result } from './types/result.js';

export type { Article, Code, Next, Step, Tree, TreeNode } from './types/contents.js';
export type * from './types/result.js';

/** What the catalogue says in one language; see `bounce-kb/contents/ja` and `bounce-kb/contents/en`. */
export interface Contents extends Omit<Whole, 'placeholders' | 'examples'> {
  /** What stands for a value that isn't known. */
  placeholders: Record<string, string>;
}

export interface Matcher {
  /** The result for a text that was pasted, or for the bytes of a file. Throws NoMail for a file that is no mail at all. */
  match(input: string | Uint8Array): Result;
}

/** A matcher, ready to answer. It keeps nothing between two inputs. */
export declare function createMatcher(): Matcher;

/** Thrown for a file that is no mail at all. */
export declare class NoMail extends Error {
  /** Outlook's own format, or another kind of file. */
  readonly reason: 'msg' | 'foreign';
}

/** A text of the catalogue on one line, with the values of a match in their places. */
export declare function plainText(tree: Tree, contents: Contents, values?: Record<string, string>): string;
