import type { Contents } from '../index.js';

declare const contents: Contents;
export default contents;
