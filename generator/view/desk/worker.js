// The desk's worker: reads and answers files beside the page, which stays awake. May import engine.js of the view and
// read.js. It is given files by its page and answers to nobody else.
import { PageEngine } from '../engine.js';
import { answerFiles } from './read.js';

/** @import { Report } from './types' */
/** @typedef {{files?: File[], stop?: boolean}} Order */
/** @typedef {{ready?: boolean, reports?: Report[], done?: boolean}} News */
/**
 * @typedef {object} Scope what a worker has of its page
 * @property {(type: 'message', heard: (event: {data: Order}) => void) => void} addEventListener
 * @property {(news: News) => void} postMessage
 */

// Often enough to look alive, seldom enough to leave the page its time.
const EVERY = 250;
// Mails that a page puts on its list at once.
const MOST_AT_ONCE = 60;

/** Serve the page of this worker. @param {Scope} scope */
export function serve(scope) {
  const engine = new PageEngine();
  let stopped = false;
  /** @type {Report[]} */
  let reports = [];
  let last = 0;
  const flush = () => {
    if (reports.length > 0) scope.postMessage({ reports });
    reports = [];
    last = Date.now();
  };
  const run = async (/** @type {File[]} */ files) => {
    stopped = false;
    await answerFiles(files, (input) => engine.ask(input), {
      tell: (report) => reports.push(report),
      stopped: () => stopped,
      pause: async () => {
        if (Date.now() - last < EVERY && reports.length < MOST_AT_ONCE) return;
        flush();
        // An order to stop is heard between two turns only.
        await new Promise((next) => setTimeout(next, 0));
      },
    });
    flush();
    scope.postMessage({ done: true });
  };
  scope.addEventListener('message', ({ data }) => {
    if (data.stop) stopped = true;
    else if (data.files) run(data.files);
  });
  engine.prepare();
  scope.postMessage({ ready: true });
}
