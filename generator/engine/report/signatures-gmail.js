// How Gmail and Google Workspace frame what they report.
// Data only; signatures.js says what the properties mean.

const NAMED = { family: 'gmail', kind: 'bounce', recipient: true };
const HEADING = { kind: 'bounce', heading: true };

/** @type {[string, object][]} */
export const GMAIL = [
  ["Your message wasn't delivered to {recipient:email} because", NAMED],
  ["Your message couldn't be delivered to {recipient:email}", NAMED],
  ['Your message to {recipient:email} has been blocked', NAMED],
  ['There was a problem delivering your message to {recipient:email}', NAMED],
  [
    'There was a temporary problem (delivering|while delivering) your message to {recipient:email}',
    { ...NAMED, kind: 'delay' },
  ],
  ['Gmail will retry for', { kind: 'delay', until: 'here' }],
  ['メール(は|が) {recipient:email} に配信されませんでした', NAMED],
  ['メール(は|を) {recipient:email} に配信できませんでした', NAMED],
  ['メール(は|が) {recipient:email} によってブロックされました', NAMED],
  ['{recipient:email} へのメールがブロックされました', NAMED],
  ['{recipient:email} でメールがブロックされました', NAMED],
  ['{recipient:email} へのメール(の配信|を配信|配信|の送信|を送信)', NAMED],
  ['{recipient:email} へのメール(の配信中|配信中)に一時的な問題', { ...NAMED, kind: 'delay' }],
  ['{recipient:email} への(メール|メッセージ)は配信されていません', NAMED],
  ['(Gmail は|Gmailは|あと) {number} 時間 (再試行|、再試行|再送信を試)', { kind: 'delay' }],
  [
    '(アドレス不明|アドレスが見つかりません|メールのブロック|メールがブロックされました|メールをブロックしました)',
    HEADING,
  ],
  ['(メールの配信失敗|メールは配信されませんでした|メールが配信されませんでした|受信トレイの容量不足)', HEADING],
  ['(メールの配信未完了|配信未完了|配信が完了していません)', { kind: 'delay', heading: true }],
  [
    '(Address not found|Message blocked|Message not delivered|Message rejected|Message too large|Recipient inbox full)',
    HEADING,
  ],
  ['Delivery incomplete', { kind: 'delay', heading: true }],
  ['Delivery to the following recipient(s|) failed permanently', { family: 'gmail', kind: 'bounce' }],
  ['The response was:', { response: true }],
  ['The response from the remote server was:', { response: true }],
  ['リモート サーバーからの応答(は次のとおりです|) :', { response: true }],
  ['(応答は次のとおりです|応答は以下のとおりです|レスポンスは次のとおりです)', { response: true }],
  ['Technical details of (permanent|temporary) failure:', { response: true }],
  ['for the recipient domain {host} by {remote:host}. [{ip}]', { remote: true }],
  ['Google tried to deliver your message, but it was rejected by the', { answer: true }],
  ['We recommend contacting the other email provider', { stop: true }],
  ['----- Original message -----', { original: true }],
  ['----- Message truncated -----', { original: true }],
];
