// How mail servers for small offices and older products frame what they report.
// Data only; signatures.js says what the properties mean.

/** @type {[string, object][]} */
export const SERVERS = [
  // CommuniGate Pro
  ["Failed to deliver to '{recipient:email}'", { family: 'communigate', kind: 'bounce', recipient: true }],
  ["Message delivery to '{recipient:email}' (delayed|failed)", { family: 'communigate', recipient: true }],
  ['SMTP module(domain {word}) reports:', { response: true }],
  ['LOCAL module(account {word}) reports:', { response: true }],
  ['host {remote:host} says:', { response: true, remote: true }],
  // MDaemon
  ['PERMANENT fatal delivery errors', { family: 'mdaemon', kind: 'bounce' }],
  ['The attached message had', { kind: 'bounce' }],
  ['YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS', { kind: 'bounce' }],
  ['Failed address: {recipient:email}', { kind: 'bounce', recipient: true }],
  ['Session Transcript ---', { stop: true }],
  ['--> RCPT To:', { stop: true, stage: 'recipient' }],
  ['--> MAIL From:', { stop: true, stage: 'sender' }],
  ['--> DATA', { stop: true, stage: 'content' }],
  ['<-- 4', { answer: true, loose: true }],
  ['<-- 5', { answer: true, loose: true }],
  ['--- End Transcript', { stop: true }],
  // hMailServer, MailEnable, SmarterMail
  ['hMailServer sent: RCPT TO:', { stop: true, stage: 'recipient' }],
  ['hMailServer sent: MAIL FROM:', { stop: true, stage: 'sender' }],
  ['hMailServer sent: (DATA|.)', { stop: true, stage: 'content' }],
  ['Remote server replied:', { response: true }],
  ['Remote server ({remote:ip}) issued an error', { remote: true }],
  ['Error Type: SMTP Error Description:', { kind: 'bounce', response: true }],
  ["Connection to (recipients|recipient's) server failed", { kind: 'bounce', answer: true }],
  ['Recipient: [SMTP:{recipient:email}]', { recipient: true }],
  ['Remote SMTP Server Returned:', { response: true }],
  ['Could not deliver message to the following (recipients|recipient\\(s\\))', { kind: 'bounce' }],
  ['Message could not be delivered to some recipients', { kind: 'bounce' }],
  ['Failed Recipient: {recipient:email}', { kind: 'bounce', recipient: true }],
  ['The header and top {number} lines of the message follow', { original: true }],
  // Sun Messaging Server, InterMail and their relatives
  ['This report relates to a message you sent with the following header fields', { family: 'ims', kind: 'bounce' }],
  ['Your message cannot be delivered to the following recipients', { kind: 'bounce', resumes: true }],
  ['Your message has been enqueued and undeliverable for', { kind: 'delay' }],
  ['Recipient address: {recipient:email}', { recipient: true }],
  ['Diagnostic code:', { response: true }],
  ['Remote system: (dns|DNS) ; {remote:host}', { stop: true, remote: true }],
  // Haraka, IMail, Kerio, Zoho, McAfee, MailFoundry and others
  ['Intended Recipients: <{recipient:email}>', { recipient: true }],
  ['Failure Reason:', { response: true }],
  ['Unknown user: {recipient:email}', { kind: 'bounce', recipient: true }],
  ['{recipient:email}, ERROR CODE :', { kind: 'bounce', recipient: true, response: true }],
  ['The following addresses had delivery problems', { kind: 'bounce' }],
  ['Unable to deliver message to: <{recipient:email}>', { kind: 'bounce', recipient: true }],
  ['Delivery failed for the following reason:', { response: true }],
  ['Server {remote:host}[{ip}] failed with:', { response: true, remote: true }],
  ['This has been a permanent failure', { kind: 'bounce', stop: true }],
  // Carriers
  ['Could not be delivered to: <{recipient:email}>', { kind: 'bounce', recipient: true }],
  ['As their mailbox is full', { kind: 'bounce', answer: true }],
  ['Message could not be delivered to mobile. Error:', { kind: 'bounce', response: true }],
  // IMail
  ['User mailbox exceeds allowed size : {recipient:email}', { kind: 'bounce', recipient: true, answer: true }],
  ['Invalid final delivery userid : {recipient:email}', { kind: 'bounce', recipient: true, answer: true }],
  // James
  ['Failed recipient(s):', { kind: 'bounce', heading: true }],
  ['Error message (below|) :', { response: true, heading: true }],
  ['Message details:', { stop: true, heading: true }],
  // GroupWise
  ['The message that you sent was undeliverable to the following', { family: 'groupwise', kind: 'bounce' }],
];
