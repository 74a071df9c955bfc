// Reads many files: in a worker where one can be had, else here in short turns. May import read.js and
// scripts.js of the view, and the place.
import { addressOf } from '../scripts.js';
import { answerFiles } from './read.js';

/** @import { PageEngine } from '../engine.js' */
/** @import { Place } from '../place.js' */
/** @import { Report } from './types' */
/** @import { News } from './worker.js' */
/** @typedef {(reports: Report[]) => void} Tell */

// A turn of the page's own work: short enough for a key or a scroll to be answered at once.
const TURN = 40;
// So long a worker is waited for; the page reads without one that isn't there by then.
const PATIENCE = 10000;

/** Whoever reads the files. */
export class Bulk {
  /** @param {Place} place @param {PageEngine} engine */
  constructor(place, engine) {
    this.place = place;
    this.engine = engine;
    this.stopped = false;
    /** @type {Worker | null} */
    this.worker = null;
    /** @type {Promise<void> | null} */
    this.prepared = null;
  }

  /** Have the worker ready, before anything is given. */
  prepare() {
    this.prepared = this.prepared || this.startWorker();
    return this.prepared;
  }

  /** Without a worker (a page on a disk, an old browser) the page reads by itself. @returns {Promise<void>} */
  startWorker() {
    return new Promise((settled) => {
      try {
        const worker = new Worker(addressOf(this.place.assets, 'desk-worker.js'));
        worker.onmessage = () => {
          this.worker = worker;
          settled();
        };
        worker.onerror = () => settled();
        setTimeout(settled, PATIENCE);
      } catch {
        settled();
      }
    });
  }

  /** Read files to their end, or until it is stopped. @param {File[]} files @param {Tell} tell */
  async run(files, tell) {
    this.stopped = false;
    await this.prepare();
    if (this.worker) await this.runBeside(this.worker, files, tell);
    else await this.runHere(files, tell);
  }

  /** @param {Worker} worker @param {File[]} files @param {Tell} tell @returns {Promise<void>} */
  runBeside(worker, files, tell) {
    return new Promise((done, failed) => {
      worker.onmessage = (/** @type {MessageEvent<News>} */ { data }) => {
        if (data.reports) tell(data.reports);
        if (data.done) done();
      };
      worker.onerror = ({ message }) => {
        // Whatever it was reading, it is lost; the next files are read without it.
        this.worker = null;
        worker.terminate();
        failed(new Error(message));
      };
      worker.postMessage({ files });
    });
  }

  /** @param {File[]} files @param {Tell} tell */
  async runHere(files, tell) {
    /** @type {Report[]} */
    let reports = [];
    let last = performance.now();
    await answerFiles(files, (input) => this.engine.ask(input), {
      tell: (report) => reports.push(report),
      stopped: () => this.stopped,
      pause: async () => {
        if (performance.now() - last < TURN) return;
        tell(reports);
        reports = [];
        await new Promise((next) => setTimeout(next, 0));
        last = performance.now();
      },
    });
    tell(reports);
  }

  /** Stop soon: what is read by then stays. */
  stop() {
    this.stopped = true;
    this.worker?.postMessage({ stop: true });
  }
}
