// What other scripts leave for the view: the engine, and the contents of the page's language once they are loaded.
import type { Contents } from './types';

declare global {
  var BounceContents: Contents;
  var BounceEngine: {
    load(index: string): string;
    read(input: string): string;
    match(texts: string): string;
    redact(text: string): string;
  };
}
