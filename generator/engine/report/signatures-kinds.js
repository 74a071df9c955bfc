// Words that tell a kind of mail: a delay, an automatic reply, a receipt, an abuse report.
// Data only; signatures.js says what the properties mean.

const DELAY = { kind: 'delay' };
const ABUSE = { kind: 'abuse-report' };
const DELIVERED = { kind: 'delivered' };
const REPLY = { kind: 'auto-reply' };

/** @type {[string, object][]} */
export const KINDS = [
  ['THIS IS A WARNING (MESSAGE |)ONLY', DELAY],
  ['YOU DO NOT NEED TO RESEND YOUR MESSAGE', DELAY],
  ['Will keep trying until message is', { ...DELAY, until: 'here' }],
  ['Message will be retried for', { ...DELAY, until: 'here' }],
  ['Delivery Status Notification (Delay)', DELAY],
  ['message still undelivered after', DELAY],
  ['Your message is delayed', DELAY],
  ['has been delayed', { kind: 'delay', broad: true }],
  ['Delayed Mail (still being retried)', DELAY],
  ['It will be retried until it is', { ...DELAY, until: 'here' }],
  ['The mail system will continue to try', DELAY],
  ['配信が(遅れています|遅延しています)', { kind: 'delay', broad: true }],
  ['(再送を続けます|再送を試みます|再送信を試みます)', DELAY],
  ['Feedback-Type:', { ...ABUSE, field: true }],
  ['This is an email abuse report', ABUSE],
  ['This is an abuse report for an email message', ABUSE],
  ['Delivery Status Notification (Success)', DELIVERED],
  ['Successful Mail Delivery Report', DELIVERED],
  ['was successfully delivered to', DELIVERED],
  ['has been successfully (delivered|relayed)', DELIVERED],
  ['Your message was successfully relayed', DELIVERED],
  ['Your message (has been|was) delivered to the following recipients', DELIVERED],
  ['Delivery to these recipients or (groups|distribution lists) is complete', DELIVERED],
  ['次の受信者(またはグループ|)に配信されました', DELIVERED],
  ['受信者またはグループへの配信は完了しました', DELIVERED],
  ['Enclosed is the mail delivery report that you requested', DELIVERED],
  ['配信が完了しました', DELIVERED],
  ['This is a (return receipt|receipt) for the mail', DELIVERED],
  ['was (read|displayed|deleted without being read) on', { kind: 'delivered', broad: true }],
  ['に開封されました', { kind: 'delivered', broad: true }],
  ['開封確認', { kind: 'delivered', heading: true }],
  ['Disposition: (automatic-action|manual-action)', { ...DELIVERED, field: true }],
  ['This is an (autoreply|automatic reply|automated reply|automated response)', REPLY],
  ['I am (currently |)out of the office', REPLY],
  ['I will be out of the office', REPLY],
  ['不在のため', REPLY],
  ['(このメール|本メール)は(自動返信|自動応答)', REPLY],
  ['(自動返信|自動応答)メールです', REPLY],
];
