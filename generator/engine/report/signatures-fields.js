// Fields of a delivery status notification (RFC 3464) and header lines.
// Data only; signatures.js says what the properties mean.

const FIELD = { stop: true, field: true };

/** @type {[string, object][]} */
export const FIELDS = [
  [
    'Reporting-MTA: (dns|x-notes|smtp|) ; {reporting:host}',
    { ...FIELD, reporting: true, kind: 'bounce', resumes: true },
  ],
  ['Reporting-MTA:', { ...FIELD, resumes: true }],
  [
    'Final-Recipient: (rfc822|utf-8|) ; {recipient:email}',
    { ...FIELD, block: true, recipient: true, kind: 'bounce', resumes: true },
  ],
  [
    'Final-Recipient: (rfc822|utf-8|) ; <{recipient:email}>',
    { ...FIELD, block: true, recipient: true, kind: 'bounce', resumes: true },
  ],
  ['Original-Recipient: (rfc822|utf-8|) ; {original:email}', { ...FIELD, block: true, alias: true }],
  ['X-Actual-Recipient: (rfc822|utf-8|) ; {original:email}', { ...FIELD, block: true, alias: true }],
  ['X-Failed-Recipients: {recipient:email}', { ...FIELD, failed: true, kind: 'bounce' }],
  ['Remote-MTA: (dns|smtp|) ; {remote:host}', { ...FIELD, remote: true }],
  ['Remote-MTA:', FIELD],
  ['Diagnostic-Code:', { response: true, field: true, diagnostic: true }],
  ['Action: failed', { ...FIELD, kind: 'bounce', action: 'failed' }],
  ['Action: delayed', { ...FIELD, kind: 'delay', action: 'delayed' }],
  ['Action: delivered', { ...FIELD, action: 'delivered' }],
  ['Action: (relayed|relay)', { ...FIELD, action: 'delivered' }],
  ['Action: expanded', { ...FIELD, action: 'delivered' }],
  ['Action: deliverable', { ...FIELD, action: 'delivered' }],
  ['Action:', FIELD],
  ['Status:', { ...FIELD, status: true }],
  ['Last-Attempt-Date:', FIELD],
  ['Will-Retry-Until:', { ...FIELD, kind: 'delay', until: 'behind' }],
  ['Final-Log-Id:', FIELD],
  ['Arrival-Date:', FIELD],
  ['Received-From-MTA:', FIELD],
  ['X-Postfix-Queue-ID:', FIELD],
  ['X-Postfix-Sender:', FIELD],
  ['X-Display-Name:', FIELD],
  ['X-Supplementary-Info:', { response: true, field: true }],
  ['Subject:', { subject: true }],
  // Header lines of the returned message, however they are wrapped
  ['Return-Path: <', { original: true }],
  ['Received: from {word}', { original: true }],
  ['Received: by {word}', { original: true }],
  ['DKIM-Signature: v=', { original: true }],
];
