// Drawings for those who aren't JavaScript: JSON in, JSON out. May import its siblings.
import { drawWay, stopOf } from './way.js';

/** The way of an article's mails. @param {string} json {stage, refused_by, reason, provider, words, hosts} */
export function way(json) {
  const { stage, refused_by: by, reason, provider, hosts, words } = JSON.parse(json);
  return JSON.stringify(drawWay({ kind: 'back', stop: stopOf(stage, by, reason), provider, hosts }, words));
}

/** The way of a report to its reader. @param {string} json {writer, words} */
export function report(json) {
  const { writer, words } = JSON.parse(json);
  const hosts = { own: [], theirs: [], recipient: [] };
  return JSON.stringify(drawWay({ kind: 'report', stop: 1, provider: writer, hosts }, words));
}
