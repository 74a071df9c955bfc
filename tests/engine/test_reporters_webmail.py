"""Gmail, Yahoo, AOL, delivery services and filters."""

from __future__ import annotations

from tests.engine.reporters import ORIGINAL, Case, read_and_mangled

TARO = "taro@example.com"
JIRO = "jiro@example.org"

GMAIL = [
    Case("Gmail: not found", """\
** Address not found **

Your message wasn't delivered to taro@example.com because the address couldn't be found, or is unable to receive mail.

Learn more here: https://support.example.net/mail/?p=NoSuchUser

The response was:

550 5.1.1 User unknown. Please try double-checking the recipient's email address for typos.
""", {TARO: "unknown"}),
    Case("Gmail: remote server", """\
** Message not delivered **

There was a problem delivering your message to taro@example.com. See the technical details below.

The response from the remote server was:

552 5.2.2 Mailbox is full

----- Original message -----

""" + ORIGINAL, {TARO: "full"}),
    Case("Gmail: blocked card", """\
Message blocked
Your message to taro@example.com has been blocked. See technical details below for more information.
LEARN MORE
The response from the remote server was:
554 5.7.1 This looks like spam to us
""", {TARO: "spam"}),
    Case("Gmail: delay card", """\
Delivery incomplete
There was a temporary problem delivering your message to taro@example.com. Gmail will retry for 46 more hours. You'll be notified if the delivery fails permanently.
LEARN MORE
The response was:
The recipient server did not accept our requests to connect. [mx.example.com 192.0.2.25: Connection timed out]
""", {TARO: "silent"}, kind="delay"),
    Case("Gmail: too large", """\
** Message too large **

Your message couldn't be delivered to taro@example.com because it exceeds the size limit. Try reducing the size of any attachments.

The response from the remote server was:

552 5.3.4 Message is larger than the server allows
""", {TARO: "large"}),
    Case("Gmail: inbox full", """\
** Recipient inbox full **

Your message couldn't be delivered to taro@example.com. Their inbox is full, or it's getting too much mail right now.

The response was:

The email account that you tried to reach: mailbox is full.
""", {TARO: "full"}),
    Case("Gmail, old", """\
Delivery to the following recipient failed permanently:

     taro@example.com

Technical details of permanent failure:
Google tried to deliver your message, but it was rejected by the server for the recipient domain example.com by mx.example.com. [192.0.2.25].

The error that the other server returned was:
550 5.1.1 User unknown

----- Original message -----

""" + ORIGINAL, {TARO: "unknown"}, remote="mx.example.com"),
    Case("Gmail, older, with a state", """\
Delivery to the following recipient failed permanently:

     taro@example.com

Technical details of permanent failure:
PERM_FAILURE: SMTP Error (state 12): 550 5.1.1 User unknown

   ----- Original message -----

""" + ORIGINAL, {TARO: "unknown"}),
    Case("Gmail, old, several", """\
Delivery to the following recipients failed permanently:

     taro@example.com
     jiro@example.org

Technical details of permanent failure:
The recipient server did not accept our requests to connect: Connection refused

----- Original message -----

""" + ORIGINAL, {TARO: "refused", JIRO: "refused"}),
    Case("Gmail, old, delayed", """\
This is an automatically generated Delivery Status Notification

THIS IS A WARNING MESSAGE ONLY.

YOU DO NOT NEED TO RESEND YOUR MESSAGE.

Delivery to the following recipient has been delayed:

     taro@example.com

Message will be retried for 2 more day(s)

Technical details of temporary failure:
The recipient server did not accept our requests to connect: Connection timed out

----- Original message -----

""" + ORIGINAL, {TARO: "silent"}, kind="delay"),
    Case("Gmail in Japanese: not found", """\
アドレス不明
メールは taro@example.com に配信されませんでした。アドレスが見つからないか、このアドレスではメールを受信できません。
詳細
応答:

550 5.1.1 User unknown
""", {TARO: "unknown"}),
    Case("Gmail in Japanese: blocked", """\
メールのブロック
taro@example.com でメールがブロックされました。詳しくは、下記の詳細な技術情報をご覧ください。
リモート サーバーからの応答は次のとおりです:

554 5.7.1 This looks like spam to us
""", {TARO: "spam"}),
    Case("Gmail in Japanese: delay", """\
メールの配信未完了
taro@example.com へのメールの配信中に一時的な問題が発生しました。Gmail はあと 46 時間再試行します。メールを配信できなかった場合は通知が届きます。
リモート サーバーからの応答:

452 4.2.2 Mailbox is full
""", {TARO: "full"}, kind="delay"),
    Case("Gmail in Japanese: not delivered", """\
メールの配信失敗
taro@example.com へのメール配信中に問題が発生しました。以下の技術情報をご覧ください。
リモート サーバーからの応答:

550 5.7.1 Sender address rejected
""", {TARO: "sender"}),
]  # fmt: skip

YAHOO = [
    Case("Yahoo", """\
Sorry, we were unable to deliver your message to the following address.

<taro@example.com>:
554: delivery error: dd no such user here [-5] - mta1.mail.example.net

--- Below this line is a copy of the message.

""" + ORIGINAL, {TARO: "unknown"}),
    Case("Yahoo, command behind the answer", """\
Sorry, we were unable to deliver your message to the following address.

<taro@example.com>:
Remote host said: 552 5.2.2 <taro@example.com>... Mailbox is full [RCPT_TO]

--- Below this line is a copy of the message.

""" + ORIGINAL, {TARO: "full"}, stage="recipient"),
    Case("Yahoo, expired in front of the answer", """\
Sorry, we were unable to deliver your message to the following address.

<taro@example.com>:
Message expired for domain example.com. Remote host said: 451 4.7.1 203.0.113.7 is listed on our block list [MAIL_FROM]

--- Below this line is a copy of the message.

""" + ORIGINAL, {TARO: "listed"}, stage="sender", second="expired"),
    Case("Yahoo, several", """\
Sorry, we were unable to deliver your message to the following addresses.

<taro@example.com>:
550: 5.1.1 User unknown
<jiro@example.org>:
552: 5.2.2 Mailbox is full

--- Below this line is a copy of the message.

""" + ORIGINAL, {TARO: "unknown", JIRO: "full"}),
    Case("AOL", """\
The original message was received at Mon, 2 Nov 2026 10:00:00 +0900
from client.example.jp [203.0.113.5]


*** ATTENTION ***

Your e-mail is being returned to you because there was a problem with its
delivery.  The address which was undeliverable is listed in the section
labeled: "----- The following addresses had permanent fatal errors -----".

The reason your mail is being returned to you is listed in the section
labeled: "----- Transcript of Session Follows -----".

   ----- The following addresses had permanent fatal errors -----
<taro@example.com>

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> RCPT To:<taro@example.com>
<<< 550 User unknown
550 <taro@example.com>... User unknown
""", {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
]  # fmt: skip

SERVICES = [
    Case("Amazon SES", """\
An error occurred while trying to deliver the mail to the following recipients:
taro@example.com

Reporting-MTA: dns; a1-2.smtp-out.example.net

Action: failed
Final-Recipient: rfc822; taro@example.com
Diagnostic-Code: smtp; 550 5.1.1 User unknown
Status: 5.1.1

""" + ORIGINAL, {TARO: "unknown"}, reporting="a1-2.smtp-out.example.net"),
    Case("Amazon SES, reason in a sentence", """\
The following message to <taro@example.com> was undeliverable.
The reason for the problem:
5.1.0 - Unknown address error 550-'5.1.1 User unknown'

""" + ORIGINAL, {TARO: "unknown"}),
    Case("Amazon SES, a notification in JSON", """\
{"notificationType":"Bounce","bounce":{"bounceType":"Permanent","bounceSubType":"General","bouncedRecipients":[{"emailAddress":"taro@example.com","action":"failed","status":"5.1.1","diagnosticCode":"smtp; 550 5.1.1 user unknown"}],"timestamp":"2026-11-02T01:00:00.000Z","reportingMTA":"dns; a1-2.smtp-out.example.net"},"mail":{"source":"hanako@example.jp","destination":["taro@example.com"],"commonHeaders":{"subject":"The zebra crossing is closed"}}}
""", {TARO: "unknown"}),
    Case("SendGrid", """\
Hello, this is the mail server on mail.example.net.

I am sending you this message to inform you on the delivery status of a
message you previously sent.  Immediately below you will find a list of
the affected recipients;  also attached is a Delivery Status Notification
(DSN) report in standard format, as well as the headers of the original
message.

  <taro@example.com>  delivery failed; will not continue trying

Reporting-MTA: dns;mail.example.net
X-PowerMTA-VirtualMTA: a1
Received-From-MTA: dns;client.example.jp (203.0.113.5)
Arrival-Date: Mon, 2 Nov 2026 10:00:00 +0900

Original-Recipient: rfc822;taro@example.com
Final-Recipient: rfc822;taro@example.com
Action: failed
Status: 5.1.1 (bad destination mailbox address)
Remote-MTA: dns;mx.example.com (192.0.2.25)
Diagnostic-Code: smtp;550 5.1.1 User unknown
X-PowerMTA-BounceCategory: bad-mailbox

""" + ORIGINAL, {TARO: "unknown"}, remote="mx.example.com", reporting="mail.example.net"),
    Case("PowerMTA, delayed", """\
Hello, this is the mail server on mail.example.net.

I am sending you this message to inform you on the delivery status of a
message you previously sent.  Immediately below you will find a list of
the affected recipients;  also attached is a Delivery Status Notification
(DSN) report in standard format, as well as the headers of the original
message.

  <taro@example.com>  delivery has been delayed; will continue trying

Original-Recipient: rfc822;taro@example.com
Final-Recipient: rfc822;taro@example.com
Action: delayed
Status: 4.2.2 (mailbox full)
Diagnostic-Code: smtp;452 4.2.2 Mailbox is full
""", {TARO: "full"}, kind="delay"),
    Case("MessageLabs", """\
This is the mail delivery agent at messagelabs.com.

I was unable to deliver your message to the following addresses:

taro@example.com

Reason: 550 User unknown

The message subject was: The zebra crossing is closed
The message date was: Mon, 2 Nov 2026 10:00:00 +0900
The message identifier was: 4B/F1-12345-1234
The message reference was: server-1.example.net!1234!1

Please do not reply to this email as it is sent from an unattended mailbox.
""", {TARO: "unknown"}),
    Case("Mimecast", """\
This is a delivery failure notification message indicating that
an email you addressed to email address :
-- taro@example.com

could not be delivered. The problem appears to be :
-- Recipient email server rejected the message

Additional information follows :
-- 550 5.1.1 User unknown

This condition occurred after 1 attempt(s) to deliver over
a period of 0 hour(s).

If you sent the email to multiple recipients, you will receive one
of these messages for each one which failed delivery,  otherwise
they have been sent.
""", {TARO: "unknown"}),
    Case("Barracuda", """\
Your message to: taro@example.com
was blocked by our Spam Firewall. The email you sent with the following subject has NOT BEEN DELIVERED:

Subject: The zebra crossing is closed

The reason: 203.0.113.7 is listed on our block list
""", {TARO: "listed"}),
    Case("amavisd-new", """\
The message WAS NOT relayed to:
  <taro@example.com>: [127.0.0.1] said:
   550 5.1.1 Failed, id=02022-02, from MTA([127.0.0.1]:10025): 550 5.1.1 User unknown

This nondelivery report was generated by the program amavisd-new at host
mail.example.jp. Our internal reference code for your message is
02022-02/aBcDeF

Return-Path: <hanako@example.jp>
From: Hanako Sato <hanako@example.jp>
Message-ID: <a1b2@mail.example.jp>
Subject: The zebra crossing is closed

Reporting-MTA: dns; mail.example.jp
Received-From-MTA: smtp; mail.example.jp ([127.0.0.1])
Arrival-Date: Mon, 2 Nov 2026 10:00:00 +0900 (JST)

Original-Recipient: rfc822;taro@example.com
Final-Recipient: rfc822;taro@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; 127.0.0.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

""" + ORIGINAL, {TARO: "unknown"}, reporting="mail.example.jp"),
    Case("a filter's technical details", """\
============================================================================
      This is an automatically generated Delivery Status Notification.

Delivery to the following recipients failed permanently:

   * taro@example.com


============================================================================
                             Technical details:

SMTP:RCPT host 192.0.2.25: 553 5.3.0 <taro@example.com>... No such user here


============================================================================
""", {TARO: "unknown"}, stage="recipient"),
    Case("QQ", """\
抱歉，您的邮件被退回来了……
原邮件信息：
时间  2026-11-02 10:00:00
主题: The zebra crossing is closed
收件人: taro@example.com
退信原因：
收件人邮件地址（taro@example.com）不存在，邮件无法送达。
host mx.example.com[192.0.2.25] said: 550 User unknown (in reply to RCPT TO command)
""", {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("MailFoundry", """\
Unable to deliver message to: <taro@example.com>
Delivery failed for the following reason:
Server mx.example.com[192.0.2.25] failed with: 550 <taro@example.com> No such user here

This has been a permanent failure.  No further delivery attempts will be made.
""", {TARO: "unknown"}, remote="mx.example.com"),
]  # fmt: skip

CASES = [*GMAIL, *YAHOO, *SERVICES]


test_read, test_mangled = read_and_mangled(CASES)
