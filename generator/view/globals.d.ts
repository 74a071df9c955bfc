// What other scripts leave for the view: the engine, its index and redaction, and the contents and letters of the page's language.
import type { redact } from '../engine/answer/redact.js';
import type { RedactionWords } from '../engine/answer/redaction/words.js';
import type { createEngine } from '../engine/engine.js';
import type { IndexData } from '../engine/index.js';
import type { SearchIndex } from '../find/types';
import type { Finder, Where } from './find/find.js';
import type { Contents, Letters } from './types';

declare global {
  /** The marks of the scripts that were loaded, by their plain names (generator/site/marked.py). */
  var BounceMarks: Record<string, string> | undefined;
  var BounceContents: Contents;
  var BounceLetters: Letters;
  var BounceSearchIndex: SearchIndex;
  var BounceEngine: { createEngine: typeof createEngine };
  var BounceIndex: IndexData;
  var BounceSearch: { finder(where: Where): Finder } | undefined;
  var BounceRedaction: { redact: typeof redact; words: RedactionWords };
}
