// When a server gives up, from what the mail says, and that date for a calendar. May import nothing.

const MAIL_DATE = /(?:[A-Z][a-z]{2}, *)?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})?(?: *[+-]\d{4}| GMT)?/;
const DAYS = /(\d{1,2}) ?(?:days?|日)/i;
const DAY = 24 * 60 * 60 * 1000;

/**
 * When the server gives up: a date it names, or the day it was sent and the days it names; null unless both stand there.
 * @param {string | null} words what the server says of it
 * @param {string} text the whole mail
 */
export function endOf(words, text) {
  if (!words) return null;
  const named = MAIL_DATE.exec(words);
  if (named) return dateOf(named[0]);
  const days = DAYS.exec(words);
  const sent = MAIL_DATE.exec(text);
  const from = days && sent ? dateOf(sent[0]) : null;
  return from && days ? new Date(from.getTime() + Number(days[1]) * DAY) : null;
}

/** @param {string} written */
function dateOf(written) {
  const date = new Date(written);
  return Number.isNaN(date.getTime()) ? null : date;
}

/** An event of half an hour as a calendar takes it (RFC 5545). @param {Date} at @param {string} title @param {string} text */
export function calendarFile(at, title, text) {
  const stamp = (/** @type {Date} */ date) => `${date.toISOString().replace(/[-:]/g, '').slice(0, 15)}Z`;
  const said = (/** @type {string} */ words) => words.replace(/([\\;,])/g, '\\$1').replace(/\n/g, '\\n');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Bounce KB//EN',
    'BEGIN:VEVENT',
    `UID:${stamp(at)}@bounce-kb`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(at)}`,
    'DURATION:PT30M',
    `SUMMARY:${said(title)}`,
    `DESCRIPTION:${said(text)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n');
}
