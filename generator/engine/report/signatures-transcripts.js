// Transcripts of a session and log lines, as servers write them.
// Data only; signatures.js says what the properties mean.

// What was sent; behind it comes the answer.
const SENT = { stop: true, response: true };

/** @type {[string, object][]} */
export const TRANSCRIPTS = [
  // Transcripts
  ['>>> RCPT TO:', { ...SENT, stage: 'recipient' }],
  ['>>> RCPT TO:<{recipient:email}>', { ...SENT, stage: 'recipient', recipient: true }],
  ['>>> MAIL FROM:', { ...SENT, stage: 'sender' }],
  ['>>> DATA', { ...SENT, stage: 'content' }],
  ['>>> .', { ...SENT, stage: 'content', loose: true }],
  ['>>> STARTTLS', { ...SENT, stage: 'tls' }],
  ['>>> AUTH', { ...SENT, stage: 'auth' }],
  ['>>> EHLO', { ...SENT, stage: 'greeting' }],
  ['>>> HELO', { ...SENT, stage: 'greeting' }],
  // Log lines of Postfix
  ['to=<{recipient:email}>,', { recipient: true, log: true }],
  ['relay={remote:host}[{ip}]', { remote: true, log: true }],
  ['status=bounced (', { response: true, kind: 'bounce', log: true }],
  ['status=deferred (', { response: true, kind: 'delay', log: true }],
  ['status=undeliverable (', { response: true, kind: 'bounce', log: true }],
  ['status=sent', { action: 'delivered', log: true }],
  ['NOQUEUE: reject: RCPT from', { stage: 'recipient', kind: 'bounce', log: true }],
  ['reject: RCPT from (unknown|{host})[{ip}]: {number} {number} <{recipient:email}>:', { recipient: true, log: true }],
  ['reject: RCPT from (unknown|{host})[{ip}]: {number} <{recipient:email}>:', { recipient: true, log: true }],
  // of sendmail
  ['relay={remote:host}. [{ip}]', { remote: true, log: true }],
  ['stat=', { response: true, log: true }],
  ['stat=Deferred', { kind: 'delay', log: true }],
  ['stat=Sent', { action: 'delivered', log: true }],
  // of Exim
  ['defer ({number}):', { response: true, kind: 'delay', log: true }],
  ['defer ({number}): ... H={remote:host} [{ip}]', { remote: true, log: true }],
  ['remote_smtp H={remote:host} [{ip}]', { remote: true, log: true }],
  // of qmail
  ['starting delivery {number}: msg {number} to (remote|local) {recipient:email}', { recipient: true, log: true }],
  ['delivery {number}: failure:', { response: true, kind: 'bounce', log: true }],
  ['delivery {number}: deferral:', { response: true, kind: 'delay', log: true }],
];
