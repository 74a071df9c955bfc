// How Japanese carriers, providers and gateways frame what they report.
// Data only; signatures.js says what the properties mean.

const FAILED = { kind: 'bounce' };
// People say so too.
const BROAD = { kind: 'bounce', broad: true };

/** @type {[string, object][]} */
export const JAPAN = [
  // m-FILTER: the product's name in its first line is the administrator's to change
  ['が自動的に生成して送信しています', FAILED],
  ['以下のメールアドレスへの送信に失敗しました', { family: 'm-filter', kind: 'bounce' }],
  ['-------server message', { response: true }],
  ['-------SMTP command RCPT', { stop: true, stage: 'recipient' }],
  ['-------SMTP command MAIL', { stop: true, stage: 'sender' }],
  ['-------SMTP command DATA', { stop: true, stage: 'content' }],
  ['-------SMTP command', { stop: true }],
  ['-------original (message|mail info)', { original: true }],
  // InterScan: its arrows point the other way
  ['Message from InterScan', { family: 'interscan', kind: 'bounce' }],
  ['The following mail could not be delivered', FAILED],
  ['Unable to deliver message to <{recipient:email}>', { kind: 'bounce', recipient: true, answer: true }],
  ['Received >>>', { response: true, diagnostic: true }],
  ['Sent <<<', { stop: true }],
  ['Sent <<< RCPT TO:<{recipient:email}>', { stop: true, stage: 'recipient', recipient: true }],
  ['Sent <<< MAIL FROM:', { stop: true, stage: 'sender' }],
  ['Sent <<< DATA', { stop: true, stage: 'content' }],
  // au, BIGLOBE and other providers
  ['次の(あて先|宛先|受信者)への(メッセージ|メール)は(エラーのため|)送信できませんでした', FAILED],
  ['Non-delivered information', { response: true }],
  ['Non-delivered information -----', { response: true }],
  ['一つ以上の宛先に対して配信できませんでした', FAILED],
  ['(宛先|アドレス)へのメール(が|を|の|)(送信|配信)', BROAD],
  ['(メール|メッセージ)を(送信|配信|配送|お届け)できませんでした', BROAD],
  ['(メール|メッセージ)(が|は)(送信|配信|配送|お届け)できませんでした', BROAD],
  ['(メール|メッセージ)(が|は)(送信|配信|配送)されませんでした', BROAD],
  ['(メール|メッセージ)の(送信|配信|配送)に失敗しました', BROAD],
  ['メール(送信|配信|配送)に失敗しました', BROAD],
  ['(メール|メッセージ)を(配信|配送|送信|お届け)できません', { kind: 'bounce', heading: true }],
  ['(宛先|あて先|送信先|受信者) : <{recipient:email}>', { recipient: true }],
  ['(宛先アドレス|送信先アドレス|宛先メールアドレス|受信者アドレス) : {recipient:email}', { recipient: true }],
  [
    '(エラー内容|エラー理由|エラーメッセージ|エラー詳細|エラーの内容|サーバー応答|サーバーの応答) :',
    { response: true },
  ],
  ['(エラーコード|失敗理由|不達理由|拒否理由|サーバからの応答|サーバーからの応答) :', { response: true }],
  ['以下(は|が)(送信した|送信された|元の|返信された)メール', { original: true }],
  ['(元のメール|送信したメール|元のメッセージ)(は以下|は次|の内容は|のヘッダ)', { original: true }],
];
