// Scripts without spaces between words.
// May import nothing.

/** In them a name or a value may stand directly beside the words around it. */
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
