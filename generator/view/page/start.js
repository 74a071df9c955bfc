// Starts what every page does by itself: values from its link, copying, ticking off, and taking a paste wherever it lands.
// May import its siblings and the view's helpers. Knows no engine: what is pasted is looked up on the home page.
import { sayer } from '../dom.js';
import { whenParsed } from '../parsed.js';
import { mendLinksOnDisk } from './disk.js';
import { takeElsewhere } from './elsewhere.js';
import { startLetters } from './letters.js';
import { showMine } from './mine.js';
import { keepTicks } from './ticks.js';
import { startValues } from './values.js';

/** @import { Settings } from '../types' */

/**
 * Start everything that is on this page.
 * @param {Settings} settings
 */
export function start(settings) {
  const base = document.querySelector('script[data-base]')?.getAttribute('data-base') || '';
  whenParsed(() => {
    const lang = document.documentElement.lang.startsWith('ja') ? 'ja' : 'en';
    const say = sayer(settings.words[lang]);
    startValues(settings.kinds, say);
    showMine(base, settings.kinds, say);
    startLetters(say);
    keepTicks(document);
    takeElsewhere(base);
    mendLinksOnDisk();
  });
}
