// Finds what logs, transcripts, paths and directories tell of people and machines without an address: users, hosts, ids.
// May import words.js and pattern/values.js. Sees a reading in which addresses, hosts and IPs are hidden already.
import { ipv4Length } from '../../pattern/values.js';

/** @import { RedactionWords } from './words.js' */

/** @import { Reading } from './reading.js' */
/** @import { Add, ValueKind } from './values.js' */

/** A word, which may stand in brackets or quotes. */
const VALUE = '[<"\']{0,2}([^\\s<>"\',;:()[\\]{}\\uffff]{1,128})';
/** A machine's name without dots; what has a figure is none of the words that may stand there. */
const BARE_HOST = '[a-z0-9_-]{2,63}';
const HOST_WITH_FIGURE = '(?=[a-z_-]{1,62}\\d)[a-z][a-z0-9_-]{1,62}';
/** A comment of a Received field (RFC 5322, 3.2.2), or none. */
const COMMENT = '(?:\\([^()]{0,80}\\)\\s{0,9})?';
const PROMPT = '^[ \\t>]{0,12}(?:(?:>>>|c:|->|=>|client:)\\s?)?';

/** What tells by its form: the kind of value that the group is. @type {[RegExp, ValueKind][]} */
const TELLING = [
  // syslog: `Nov 27 10:00:00 mx-hongo postfix/smtp[123]:`
  [
    /^(?:<\d+>)?(?:[a-z]{3} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dt[\d:.+z-]{8,30}) ([^\s\uffff]{1,255}) [\w./-]{1,60}(?:\[\d+\])?:/dgm,
    'host',
  ],
  // mbox: `From taro Fri Nov 27`
  [/^>?from ([^\s\uffff]{1,128}) {1,3}(?:mon|tue|wed|thu|fri|sat|sun) [a-z]{3} /dgm, 'name'],
  [new RegExp(`${PROMPT}(?:helo|ehlo|lhlo) ${VALUE}`, 'dgm'), 'host'],
  [new RegExp(`${PROMPT}(?:vrfy|expn) ${VALUE}`, 'dgm'), 'name'],
  [/^[ \t>]{0,12}received\s?: from ([^\s\uffff()]{1,128})/dgm, 'host'],
  [new RegExp(`(?<![a-z])(?:rcpt to|mail from)[ \\t]?:[ \\t]?${VALUE}`, 'dg'), 'name'],
  [/(?<![a-z])(?:envelope-(?:from|sender)|for) <([^\s<>@\uffff]{2,64})/dg, 'name'],
  [/\((?:helo|ehlo)[ =]([^\s()\uffff]{1,128})/dg, 'host'],
  // `by mx1 (comment) with ESMTP id ...` of a Received field (RFC 5321, 4.4)
  [/(?<![a-z])by ([a-z0-9_-]{2,63})\s{1,9}(?:\([^()]{0,80}\)\s{0,9})?(?:with\s|via\s|id\s|for\s{1,9}<|;)/dg, 'host'],
  // `host mx1[192.0.2.1] said:`, `connect to mx1[192.0.2.1]:25`, `H=mx1 [192.0.2.1]`: an address stands behind the name
  [/(?<![\w.\uffff-])([a-z0-9_-]{2,63})(?=\[(?:ipv6:)?\uffff)/dg, 'host'],
  [/(?<![a-z0-9])h=([a-z0-9_-]{2,63})(?= [[(])/dg, 'host'],
  // `from mx1 by mailsv2`: without a figure they might be words.
  [new RegExp(`(?<![a-z])from (${HOST_WITH_FIGURE})\\s{1,9}${COMMENT}by\\s`, 'dg'), 'host'],
  [new RegExp(`(?<![a-z])from [^\\s]{1,255}\\s{1,9}${COMMENT}by (${HOST_WITH_FIGURE})(?![\\w.-])`, 'dg'), 'host'],
  [/(?<![a-z])auth (?:plain|login|xoauth2|oauthbearer|cram-md5|ntlm) ([a-z0-9+/=]{8,2000})/dg, 'id'],
  // sendmail and qmail: `<taro>... User unknown`, `<taro>:`
  [/<([^\s<>@\uffff]{1,64})>(?=\.\.\.|:)/dg, 'name'],
  // Bang paths, home directories, domains of Windows
  [/\uffff!([a-z0-9._-]{2,64})/dg, 'name'],
  [/(?<![\w/])~([a-z][\w.-]{1,63})\//dg, 'name'],
  [/(?<![0-9a-f-])([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?![0-9a-f-])/dg, 'id'],
  // Exchange: an address of another kind, written as one of SMTP.
  [/(?<![a-z])(imcea[a-z0-9]*-[^\s<>()"',;\uffff]+)/dg, 'address'],
];

/** What tells by a word before or behind it. @param {RedactionWords} words @returns {[RegExp, ValueKind][]} */
function labelled({ before, aroundMachines: { called, speaks, before: talkingTo, behind } }) {
  return [
    // `(host mx1 said: 550`, `Remote Server at mx1 (192.0.2.1)`, and what has a figure: `connect to host mx1.`
    [new RegExp(`(?<![a-z])${called} (${BARE_HOST})(?=\\s{0,9}[[(]|\\s{1,9}${speaks}(?![a-z]))`, 'dg'), 'host'],
    [new RegExp(`(?<![a-z])${called} (${HOST_WITH_FIGURE})(?![\\w.-])`, 'dg'), 'host'],
    [new RegExp(`(?<![a-z])${talkingTo} (${BARE_HOST})\\.?:`, 'dg'), 'host'],
    [new RegExp(`^[ \\t>]{0,12}(${BARE_HOST}) (?:#\\d|${behind})`, 'dgm'), 'host'],
    [new RegExp(`(?<![a-z0-9])${before.person}=${VALUE}`, 'dg'), 'name'],
    [new RegExp(`(?<![a-z0-9])${before.machine}=${VALUE}`, 'dg'), 'host'],
    [
      new RegExp(
        `(?<![a-z])${before.identifier}[ \\t]?[:=#]?[ \\t]?[<"'(]?((?=[a-z_.-]{0,64}\\d)[a-z0-9][a-z0-9._+/=-]{5,100})`,
        'dg',
      ),
      'id',
    ],
    [new RegExp(`${before.subject}(?: line)?[ :は]{0,3}["'「『]([^"「」『』\\n]{2,200})["'」』]`, 'dg'), 'subject'],
    [new RegExp(`"${before.quoted}"\\s?:\\s?"([^"\\n]{1,128})"`, 'dg'), 'name'],
    // `unknown user: "taro"`, `user unknown: taro`, `for user taro`, `ユーザー「taro」`
    [new RegExp(`${before.called}(?: [a-z]{1,12}){0,2}:? ?["'<]([^\\s"'<>\\uffff]{2,64})["'>]`, 'dg'), 'name'],
    [
      new RegExp(`${before.called}(?: ${before.unknown}){0,2}: ([^\\s"'<>:;,()\\uffff]{2,64})(?=[\\s.)]*$)`, 'dgm'),
      'name',
    ],
    [new RegExp(`(?<![a-z])for ${before.called} ([^\\s"'<>:;,()\\uffff]{2,64})`, 'dg'), 'name'],
    [new RegExp(`${before.calledUnspaced}[ :「『"'(]{0,3}([a-z][a-z0-9._+-]{1,63})`, 'dg'), 'name'],
  ];
}

/** A domain of Windows is written in capitals; `\n` in a log is none. */
const WINDOWS_USER = /(?<![\w\\])([A-Z][A-Z0-9-]{2,14}\\[\w.-]{2,64})/dg;
const IP_WITH_HYPHENS = /(?<!\d|\d-)(\d{1,3}-\d{1,3}-\d{1,3}-\d{1,3})(?!-?\d)/dg;

const HOMES =
  /(?:\/(?:home\d?|users|export\/home|var\/(?:spool\/)?(?:mail|virtual|vmail))|[a-z]:\\users|\\\\[a-z0-9.-]{1,63})[/\\]([^\s"'<>,;:()]{1,300})/dg;
const PATH_PART = /[^/\\\uffff]+/g;

// Directories: `/o=Corp/ou=Sales/cn=Taro`, `CN=Taro Suzuki,OU=Sales,DC=example`, `G=Taro;S=Suzuki;P=Corp`.
const DIRECTORY_START = /(?<![a-z0-9])(?:cn|ou|o|dc|uid|s|g|p|c|a)=/g;
const DIRECTORY_PART = /[,;/+]? ?(cn|ou|o|dc|uid|s|g|p|c|a|st|l)=([^,;/+=<>"\r\n\uffff]{0,100})/y;

/** The place of a match's group; every regular expression here has the flag `d`. @param {RegExpExecArray} found */
function place(found) {
  return /** @type {[number, number]} */ (found.indices?.[1] || [0, 0]);
}

/** Does a bare word name somebody or something? @param {RedactionWords} words @param {string} value */
function isTelling(words, value) {
  return (
    value.length > 1 &&
    /[\p{L}\p{N}]/u.test(value) &&
    !words.isAllOrdinary(value) &&
    !/^(?:\d{1,4}|3d|[245]\.\d+\.\d+)$/.test(value)
  );
}

/** @param {Reading} reading @param {Add} add */
function findTold({ text, lower, words }, add) {
  for (const [regex, kind] of TELLING.concat(labelled(words))) {
    for (const found of lower.matchAll(regex)) {
      const [from, to] = place(found);
      if (isTelling(words, found[1])) add(from, to, kind, found[1]);
    }
  }
  for (const found of text.matchAll(WINDOWS_USER)) add(...place(found), 'name', found[1].toLowerCase());
  for (const found of lower.matchAll(IP_WITH_HYPHENS)) {
    const ip = found[1].replace(/-/g, '.');
    if (ipv4Length(ip)) add(...place(found), 'ip', ip);
  }
}

/** Users' folders: each part of the path that is no word of a mail store. @param {Reading} reading @param {Add} add */
function findHomes({ lower, words }, add) {
  for (const found of lower.matchAll(HOMES)) {
    const [from] = place(found);
    for (const part of found[1].matchAll(PATH_PART))
      if (isTelling(words, part[0])) add(from + part.index, from + part.index + part[0].length, 'name', part[0]);
  }
}

/** @param {Reading} reading @param {Add} add */
function findDirectoryNames({ text, lower }, add) {
  const search = new RegExp(DIRECTORY_START.source, 'g');
  for (let start = search.exec(lower); start; start = search.exec(lower)) {
    const from = start.index;
    const keys = new Set();
    let last = '';
    let says = false;
    let to = from;
    DIRECTORY_PART.lastIndex = from;
    for (let part = DIRECTORY_PART.exec(lower); part; part = DIRECTORY_PART.exec(lower)) {
      keys.add(part[1]);
      to = DIRECTORY_PART.lastIndex;
      last = part[2];
      says ||= /[\p{L}\p{N}]/u.test(last);
    }
    search.lastIndex = Math.max(to, search.lastIndex);
    const person =
      keys.has('cn') || (keys.has('uid') && keys.size > 1) || (keys.has('s') && (keys.has('g') || keys.has('p')));
    if (!says || (!person && !(keys.size > 1 && (keys.has('ou') || keys.has('o') || keys.has('dc'))))) continue;
    // Prose may follow the last part: it ends with a word, or with words in capitals.
    const words = /^\S*(?: \p{Lu}\S*){0,3}/u.exec(text.slice(to - last.length, to));
    const end = to - last.length + (words ? words[0].length : 0);
    add(from, end, 'address', lower.slice(from, end));
  }
}

/** @param {Reading} reading @param {Add} add */
export function findTraces(reading, add) {
  findTold(reading, add);
  findHomes(reading, add);
  findDirectoryNames(reading, add);
}
