// Drawings for those who aren't JavaScript: JSON in, JSON out. May import its siblings.
import { drawWay, stopOf } from './way.js';

/** The way of an article's mails. @param {string} json {stage, refused_by, reason, provider, words, hosts} */
export function way(json) {
  const { stage, refused_by: by, reason, provider, hosts, words } = JSON.parse(json);
  return JSON.stringify(drawWay({ kind: 'back', stop: stopOf(stage, by, reason), provider, hosts }, words));
}
