// What other scripts leave for the view: the engine, its index and redaction, and the contents and letters of the page's language.
import type { redact } from '../engine/answer/redact.js';
import type { RedactionWords } from '../engine/answer/redaction/words.js';
import type { createEngine } from '../engine/engine.js';
import type { IndexData } from '../engine/index.js';
import type { Contents, Letters, Search } from './types';

declare global {
  var BounceContents: Contents;
  var BounceLetters: Letters;
  var BounceEngine: { createEngine: typeof createEngine };
  var BounceIndex: IndexData;
  var BounceSearch: Search | undefined;
  var BounceRedaction: { redact: typeof redact; words: RedactionWords };
}
