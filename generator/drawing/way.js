// The way a mail took, as a drawing: four stations, the line between them, and where it stopped. Drawn for answers in the
// browser and for pages when they are built, from this one source. May import nothing: no DOM, no catalogue.
/** @import { Drawing, Scene, Station, Way, Words } from './types' */

// Where the middle of each station stands, in per cent of the width: under it stand the columns of the labels.
const COLUMNS = { 4: [20, 27, 27, 26], 3: [32, 30, 38] };
const HIGH = 60;
const LOW = 28;
/** On a line between two stations the stamp stands here, in parts of the line. */
const ON_LINE = 0.5;

// Between a reader and their own server; at that server; between the servers; at theirs; at the mailbox.
const OWN_LINE = 0.5;
const OWN = 1;
const LINE = 1.5;
const THEIRS = 2;
const MAILBOX = 3;
/** @type {Record<string, number>} */
const STOPS = { auth: OWN, queue: OWN, routing: LINE, connect: LINE, greeting: LINE, tls: LINE, mailbox: MAILBOX };

/**
 * The station at which a mail stopped; halves are on the line behind one.
 * @param {string | null} stage
 * @param {string | null} refusedBy
 * @param {string | null} reason
 */
export function stopOf(stage, refusedBy, reason) {
  const stop = STOPS[stage || ''];
  if (refusedBy === 'own-program') return OWN_LINE;
  if (refusedBy === 'own-service') return stop === LINE && stage !== 'routing' ? OWN_LINE : OWN;
  if (stop === undefined) return reason === 'user-unknown' ? MAILBOX : THEIRS;
  return stop;
}

/**
 * The way of a mail that stopped, still waits (`kind: 'wait'`), of a fraud (`'fake'`), or of a report from the server that
 * writes it (`'report'`).
 * @param {Way} way
 * @param {Words} words
 * @returns {Drawing}
 */
export function drawWay(way, words) {
  const scene = sceneOf(way, words);
  const { stations, kind } = scene;
  const classes = ['way', `w${stations.length}`, kind === 'fake' ? 'low' : ''].filter(Boolean).join(' ');
  return [
    'figure',
    { class: classes },
    ['figcaption', { class: 'vh' }, captionOf(scene, words)],
    ['svg', { class: 'way__pic', 'aria-hidden': 'true', focusable: 'false' }, ...linesOf(scene), ...marksOf(scene)],
    ['ol', null, ...stations.map((station, at) => labelOf(station, at, scene, words))],
  ];
}

/** @param {Way} way @param {Words} words @returns {Scene} */
function sceneOf(way, words) {
  if (way.kind === 'fake') {
    const stations = [
      { icon: 'mail', title: words.claimed, hosts: way.hosts.own },
      { icon: 'you', title: words.you, hosts: [] },
      { icon: 'cloud', title: words.link, hosts: way.hosts.theirs },
    ];
    return { stations, stop: 0, kind: 'fake', height: LOW, stamp: words.fake, note: '' };
  }
  const isOwn = way.stop <= OWN;
  const isReport = way.kind === 'report';
  const stations = [
    { icon: 'you', title: words.you, hosts: [] },
    { icon: isReport ? 'mail' : 'srv', title: (isOwn && way.provider) || words.server, hosts: way.hosts.own },
    { icon: 'srv', title: (!isOwn && way.provider) || words.theirs, hosts: way.hosts.theirs },
    { icon: 'box', title: words.recipient, hosts: way.hosts.recipient },
  ];
  const note = { wait: words.waiting, report: words.writes, back: words.returned }[way.kind];
  return { stations, stop: way.stop, kind: way.kind, height: HIGH, stamp: words.stamp, note };
}

/** The middle of a station, or a place between two, in per cent. @param {number} at @param {number} n */
function middle(at, n) {
  const columns = COLUMNS[n === 3 ? 3 : 4];
  const whole = Math.floor(at);
  const of = (/** @type {number} */ k) => columns.slice(0, k).reduce((sum, one) => sum + one, 0) + columns[k] / 2;
  return whole === at ? of(whole) : of(whole) + (of(whole + 1) - of(whole)) * ON_LINE;
}

/** @param {number} number */
function percent(number) {
  return `${Math.round(number * 100) / 100}%`;
}

/** @param {Scene} scene @returns {Drawing[]} */
function linesOf({ stations, stop, kind, height, note }) {
  const n = stations.length;
  const y = String(height);
  /** @type {Drawing[]} */
  const lines = [];
  for (let at = 0; at + 1 < n; at++) {
    const [from, to] = [middle(at, n), middle(at + 1, n)];
    const line = (/** @type {string} */ name, /** @type {number} */ a, /** @type {number} */ b) =>
      lines.push(['line', { class: name, x1: percent(a), y1: y, x2: percent(b), y2: y }]);
    if (kind === 'fake') line(at === 0 ? 'run bad' : 'rest', from, to);
    else if (stop > at && stop < at + 1) {
      line('run', from, middle(stop, n));
      line('rest', middle(stop, n), to);
    } else if (kind === 'wait' && at === stop) line('try', from, to);
    else line(at < stop ? 'run' : 'rest', from, to);
  }
  if (kind === 'back' || kind === 'report') lines.push(...returnOf(middle(0, n), middle(stop, n), note));
  if (kind === 'wait') {
    const x = percent((middle(stop, n) + middle(Math.min(stop + 1, n - 1), n)) / 2);
    lines.push(['text', { class: 't w', x, y: '34' }, note]);
  }
  if (kind === 'fake') {
    const x = percent((middle(1, n) + middle(2, n)) / 2);
    const cross = ['path', { class: 'head cross', d: 'M-7-7 7 7M7-7-7 7' }];
    lines.push([
      'svg',
      { x, y, overflow: 'visible' },
      ['circle', { class: 'n bare', r: '13' }],
      /** @type {Drawing} */ (cross),
    ]);
  }
  return lines;
}

/** The dashed way back. @param {number} from @param {number} to @param {string} note @returns {Drawing[]} */
function returnOf(from, to, note) {
  const stretched = {
    x: percent(from),
    y: '20',
    width: percent(to - from),
    height: '18',
    viewBox: '0 0 100 18',
    preserveAspectRatio: 'none',
    overflow: 'visible',
  };
  return [
    ['svg', stretched, ['path', { class: 'ret', d: 'M100 12C92 -3 80 0 50 0S8 -3 0 15' }]],
    [
      'svg',
      { x: percent(from), y: '38', overflow: 'visible' },
      ['path', { class: 'head', d: 'M-5-7 0 0 5.500-6.500' }],
    ],
    // Over a short way back the words would run out of the picture at its left.
    ['text', { class: 't', x: percent(Math.max((from + to) / 2, 20)), y: '12' }, note],
  ];
}

/** @param {Scene} scene @returns {Drawing[]} */
function marksOf({ stations, stop, kind, height, stamp }) {
  const n = stations.length;
  const cy = String(height);
  /** @type {Drawing[]} */
  const marks = stations.flatMap(({ icon }, at) => {
    if (at === stop && kind !== 'report') return [];
    const rest = at > stop && !(kind === 'fake' && at === 1) ? ' rest' : '';
    const x = percent(middle(at, n));
    return [
      ['circle', { class: `n${rest}`, cx: x, cy, r: '18' }],
      ['svg', { x, y: cy, overflow: 'visible' }, ['g', { class: `g${rest}` }, iconOf(icon, 20)]],
    ];
  });
  if (kind === 'report') return marks;
  const x = percent(middle(stop, n));
  if (kind === 'wait') {
    marks.push(['circle', { class: 'wait', cx: x, cy, r: '21' }]);
    marks.push(['svg', { x, y: cy, overflow: 'visible' }, ['g', { class: 'wait-g' }, iconOf('clock', 24)]]);
  } else {
    marks.push(['circle', { class: 'n bare', cx: x, cy, r: '24' }]);
    marks.push(['circle', { class: 'seal', cx: x, cy, r: '21' }], ['circle', { class: 'seal2', cx: x, cy, r: '16.5' }]);
    const turned = ['text', { class: 'sealt', x: '0', y: '6', transform: 'rotate(-8)' }, stamp];
    marks.push(['svg', { x, y: cy, overflow: 'visible' }, /** @type {Drawing} */ (turned)]);
  }
  return marks;
}

/** @param {string} name @param {number} size @returns {Drawing} */
function iconOf(name, size) {
  const [half, whole] = [String(-size / 2), String(size)];
  return ['use', { href: `#i-${name}`, x: half, y: half, width: whole, height: whole }];
}

/** @param {Station} station @param {number} at @param {Scene} scene @param {Words} words @returns {Drawing} */
function labelOf({ title, hosts }, at, scene, words) {
  const { stop, kind } = scene;
  const stopped = at === stop && kind !== 'report' ? (kind === 'wait' ? 'is-wait' : 'is-stop') : null;
  const shown = hosts.map((host) => /** @type {Drawing} */ (['span', { class: 'host', title: host }, host]));
  return [
    'li',
    stopped ? { class: stopped } : null,
    ['b', null, title],
    ...shown,
    ['span', { class: 'vh' }, `${words.open}${stateOf(at, scene, words)}${words.close}`],
  ];
}

/** What became of the mail at a station, in words. @param {number} at @param {Scene} scene @param {Words} words */
function stateOf(at, { stop, kind }, words) {
  if (kind === 'fake') return [words.maybe_fake, words.arrived, words.keep_shut][at];
  if (at === stop) return { wait: words.waits, report: words.wrote, back: words.stopped }[kind];
  if (at === 0) return words.sent;
  return at < stop ? words.passed : words.not_reached;
}

/** The picture in a sentence. @param {Scene} scene @param {Words} words */
function captionOf({ stations, stop, kind }, words) {
  if (kind === 'fake') return words.caption_fake;
  if (kind === 'wait') return words.caption_wait.replace('{at}', stations[stop].title);
  if (kind === 'report') return words.caption_report.replace('{at}', stations[stop].title);
  const at = Math.floor(stop);
  if (at !== stop)
    return words.caption_between.replace('{from}', stations[at].title).replace('{to}', stations[at + 1].title);
  return words.caption_back.replace('{at}', stations[stop].title);
}

/** An address in the lines that a label has for it: its name and its domain. @param {string | null} address */
export function inLines(address) {
  if (!address) return [];
  const at = address.lastIndexOf('@');
  return at > 0 && address.length > 14 ? [address.slice(0, at + 1), address.slice(at + 1)] : [address];
}
