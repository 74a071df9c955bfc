// What other scripts leave for the view: what is on the shelf, the search, and the index of the page's language.
import type { SearchIndex } from '../find/types';
import type { Finder, Where } from './find/find.js';
import type { Shelf } from './types';

declare global {
  /** Not in every browser. */
  var trustedTypes:
    | {
        createPolicy(
          name: string,
          rules: { createScriptURL(address: string): string },
        ): { createScriptURL(address: string): object };
      }
    | undefined;
  /** The marks of the scripts that were loaded, by their plain names (generator/site/marked.py). */
  var BounceMarks: Record<string, string> | undefined;
  var BounceContents: Shelf['BounceContents'];
  var BounceLetters: Shelf['BounceLetters'];
  var BounceEngine: Shelf['BounceEngine'];
  var BounceIndex: Shelf['BounceIndex'];
  var BounceRedaction: Shelf['BounceRedaction'];
  var BounceSearchIndex: SearchIndex;
  var BounceSearch: { finder(where: Where): Finder } | undefined;
}
