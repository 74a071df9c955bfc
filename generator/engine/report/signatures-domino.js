// How Domino and Notes frame what they report.
// Data only; signatures.js says what the properties mean.

/** @type {[string, object][]} */
export const DOMINO = [
  ['was not delivered to:', { family: 'domino', kind: 'bounce' }],
  ['because:', { response: true, bounceOnly: true }],
  ['has not been delivered to:', { family: 'domino', kind: 'delay' }],
  [
    '(次の宛先に|次のユーザーに|次の受信者に)配信(できませんでした|されませんでした)',
    { family: 'domino', kind: 'bounce' },
  ],
  ['(理由|原因) : ユーザー', { response: true, bounceOnly: true }],
  ['(konnte nicht|wurde nicht) zugestellt (werden |)an:', { family: 'domino', kind: 'bounce' }],
  ['(da|weil) : Benutzer', { response: true, bounceOnly: true }],
  ['Error transferring to {remote:host};', { answer: true, remote: true }],
  ['Failure Reasons', { family: 'notes', kind: 'bounce', shared: true }],
  ['Failure Reasons --------', { response: true }],
  ['Returned Message -----', { original: true }],
];
