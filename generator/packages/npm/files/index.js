// The matcher for bounced mail, with its catalogue. Nothing in here asks a network, reads a file or keeps what it is given.
import { matcherOver, NoMail, plainText } from './engine.js';
import patterns from './patterns.js';

export { NoMail, plainText };

/** A matcher, ready to answer. */
export function createMatcher() {
  return matcherOver(patterns);
}
