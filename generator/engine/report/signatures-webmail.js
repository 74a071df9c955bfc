// How Yahoo, AOL, InterMail, QQ and others that people write mail at frame what they report.
// Data only; signatures.js says what the properties mean.

/** @type {[string, object][]} */
export const WEBMAIL = [
  // Yahoo and AOL
  ['Sorry, we were unable to deliver your message to the following address', { family: 'yahoo', kind: 'bounce' }],
  ["We('|) were unable to deliver your message", { kind: 'bounce' }],
  ['The mail system was unable to deliver', { kind: 'bounce' }],
  ['Message expired for domain {word}', { answer: true }],
  ['[RCPT_TO]', { stage: 'recipient' }],
  ['[MAIL_FROM]', { stage: 'sender' }],
  ['[DATA]', { stage: 'content' }],
  ['[END_OF_DATA]', { stage: 'content' }],
  ['[CONNECT]', { stage: 'connect' }],
  ['Your mail to the following recipients could not be delivered', { kind: 'bounce' }],
  // GMX and 1&1
  ['For the following reason:', { response: true }],
  // InterMail
  ['Each of the following recipients was rejected by a remote mail server', { kind: 'bounce' }],
  ['The reasons given by the server are included', { kind: 'bounce' }],
  ['This Message was undeliverable due to the following reason :', { kind: 'bounce', response: true }],
  ['Your message was not delivered within', { kind: 'bounce', answer: true }],
  ['The following recipients did not receive (your|this) message', { kind: 'bounce', shared: true }],
  ['Recipient: <{recipient:email}>', { recipient: true }],
  ['Please reply to <{email}> if you feel this message to be in error', { shared: true }],
  // QQ, NetEase, Naver
  ['您的邮件被退回', { kind: 'bounce' }],
  ['(无法投递|投递失败|無法投遞|退信原因|退回原因)', { kind: 'bounce' }],
  ['收件人: {recipient:email}', { recipient: true }],
  ['(메일이 전송되지|메일을 전송하지|메일 발송에 실패|수신자에게 메일을 보낼 수 없)', { kind: 'bounce' }],
  // Nobody's in particular
  ['Technical details:', { response: true }],
  ['SMTP:RCPT host {remote:word}:', { response: true, remote: true, stage: 'recipient' }],
  ['SMTP:MAIL host {remote:word}:', { response: true, remote: true, stage: 'sender' }],
  ['SMTP:DATA', { stage: 'content', answer: true }],
  ['The following address(es|) failed:', { kind: 'bounce' }],
  ['Your message could not be delivered', { kind: 'bounce' }],
  ['could not be delivered to the following (recipient|address)', { kind: 'bounce' }],
  [
    'unable to deliver your message to {recipient:email} for the following reason:',
    { kind: 'bounce', recipient: true, response: true },
  ],
  ['mailbox is full: <{recipient:email}>', { recipient: true, answer: true }],
  ['was undeliverable to the following recipient', { kind: 'bounce' }],
  ['Delivery failed to the following recipient', { kind: 'bounce' }],
  ['The reason given was:', { response: true }],
  ['Reason:', { response: true, bounceOnly: true }],
  ['Error Description:', { response: true }],
  ['Error message below:', { response: true }],
  ['Error Code:', { response: true }],
  ['Original mail as follows', { original: true }],
  ['Copy of the message follows', { original: true }],
  ['The original message follows', { original: true }],
  ['original message as received (is|is as follows|follows)', { original: true }],
  ['lines of your original message follow', { original: true }],
];
