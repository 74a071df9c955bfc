"""Postfix, sendmail and Exim, as people paste what they write."""

from __future__ import annotations

from tests.engine.reporters import ORIGINAL, Case, read_and_mangled

TARO = "taro@example.com"
JIRO = "jiro@example.org"

POSTFIX_OPENING = """\
This is the mail system at host mail.example.jp.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

For further assistance, please send mail to postmaster.

If you do so, please include this problem report. You can
delete your own text from the attached returned message.

                   The mail system

"""

POSTFIX = [
    Case("Postfix: recipient refused", POSTFIX_OPENING + """\
<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1
    <taro@example.com>: Recipient address rejected: User unknown (in reply to
    RCPT TO command)

""" + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Postfix: refused after the data", POSTFIX_OPENING + """\
<taro@example.com>: host mx.example.com[192.0.2.25] said: 554 5.7.1 Your message
    looks like spam to us (in reply to end of DATA command)
""", {TARO: "spam"}, stage="content", remote="mx.example.com"),
    Case("Postfix: sender refused", POSTFIX_OPENING + """\
<taro@example.com>: host mx.example.com[192.0.2.25] said: 553 5.1.8
    <hanako@example.jp>: Sender address rejected: not ours (in reply to MAIL FROM
    command)
""", {TARO: "sender"}, stage="sender", remote="mx.example.com"),
    Case("Postfix: connection refused", POSTFIX_OPENING + """\
<taro@example.com>: connect to mx.example.com[192.0.2.25]:25: Connection refused
""", {TARO: "refused"}, stage="connect", remote="mx.example.com"),
    Case("Postfix: refused to talk", POSTFIX_OPENING + """\
<taro@example.com>: host mx.example.com[192.0.2.25] refused to talk to me: 554
    203.0.113.7 is listed on our block list
""", {TARO: "listed"}, stage="greeting", remote="mx.example.com"),
    Case("Postfix: no such domain", POSTFIX_OPENING + """\
<taro@example.com>: Host or domain name not found. Name service error for
    name=example.com type=AAAA: Host not found
""", {TARO: "domain"}),
    Case("Postfix: local user", POSTFIX_OPENING + """\
<taro@example.com>: unknown user: "taro"
""", {TARO: "unknown"}),
    Case("Postfix: LMTP socket", POSTFIX_OPENING + """\
<taro@example.com>: host mail.example.com[private/dovecot-lmtp] said: 552 5.2.2
    <taro@example.com> Quota exceeded for this mailbox (in reply to end of DATA command)
""", {TARO: "full"}, stage="content", remote="mail.example.com"),
    Case("Postfix: expanded alias", POSTFIX_OPENING + """\
<taro@example.com> (expanded from <sales@example.jp>): host
    mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO
    command)
""", {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Postfix: size limit", POSTFIX_OPENING + """\
<taro@example.com>: message size 31457280 exceeds size limit 20971520 of server
    mx.example.com[192.0.2.25]
""", {TARO: "large"}),
    Case("Postfix: lost connection", POSTFIX_OPENING + """\
<taro@example.com>: lost connection with mx.example.com[192.0.2.25] while
    receiving the initial server greeting
""", {TARO: "silent"}, remote="mx.example.com", stage="greeting"),
    Case("Postfix: timed out during the data", POSTFIX_OPENING + """\
<taro@example.com>: conversation with mx.example.com[192.0.2.25] timed out while
    sending message body
""", {TARO: "silent"}, remote="mx.example.com", stage="content"),
    Case("Postfix: two causes", POSTFIX_OPENING + """\
<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)

<jiro@example.org>: host mx.example.org[192.0.2.26] said: 552 5.2.2 Mailbox is
    full (in reply to RCPT TO command)
""", {TARO: "unknown", JIRO: "full"}, stage="recipient", remote="mx.example.com"),
    Case("Postfix: text and notification", POSTFIX_OPENING + """\
<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)

<jiro@example.org>: host mx.example.org[192.0.2.26] said: 552 5.2.2 Mailbox is
    full (in reply to RCPT TO command)

Reporting-MTA: dns; mail.example.jp
X-Postfix-Queue-ID: 4A5B6C
X-Postfix-Sender: rfc822; hanako@example.jp
Arrival-Date: Mon,  2 Nov 2026 10:00:00 +0900 (JST)

Final-Recipient: rfc822; taro@example.com
Original-Recipient: rfc822;taro@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 User unknown

Final-Recipient: rfc822; jiro@example.org
Original-Recipient: rfc822;jiro@example.org
Action: failed
Status: 5.2.2
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 552 5.2.2 Mailbox is full

""" + ORIGINAL, {TARO: "unknown", JIRO: "full"}, remote="mx.example.com", reporting="mail.example.jp"),
    Case("Postfix: delayed", """\
This is the mail system at host mail.example.jp.

####################################################################
# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #
####################################################################

Your message could not be delivered for more than 3 hour(s).
It will be retried until it is 5 day(s) old.

For further assistance, please send mail to postmaster.

                   The mail system

<taro@example.com>: connect to mx.example.com[192.0.2.25]:25: Connection timed
    out
""", {TARO: "silent"}, kind="delay", stage="connect", remote="mx.example.com"),
    Case("Postfix: in Japanese and English (OCN)", """\
This is the mail system at host mail.example.jp.

I'm sorry to have to inform you that the message returned
below could not be delivered to one or more destinations.

For further assistance, please contact <support@example.jp>

If you do so, please include this problem report. You can
delete your own text from the message returned below.

The following sentences are Japanese.

このメールと共に返信されているメールは一つ以上の宛先に対
して配信できませんでした。

お問い合わせは <support@example.jp> までお願いいたします。

<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)
""", {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Postfix: address verified, undeliverable", """\
This is the mail system at host mail.example.jp.

Enclosed is the mail delivery report that you requested.

                   The mail system

<taro@example.com>: delivery failed: host mx.example.com[192.0.2.25] said: 550
    5.1.1 User unknown (in reply to RCPT TO command)

Final-Recipient: rfc822; taro@example.com
Action: undeliverable
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 User unknown
""", {TARO: "unknown"}, remote="mx.example.com"),
    Case("Postfix: address verified, deliverable", """\
This is the mail system at host mail.example.jp.

Enclosed is the mail delivery report that you requested.

                   The mail system

<taro@example.com>: delivery via mx.example.com[192.0.2.25]:25: 250 2.1.5 Ok

Final-Recipient: rfc822; taro@example.com
Action: deliverable
Status: 2.1.5
""", {TARO: None}, kind="delivered"),
]  # fmt: skip

SENDMAIL_OPENING = """\
The original message was received at Mon, 2 Nov 2026 10:00:00 +0900
from client.example.jp [203.0.113.5]

"""

SENDMAIL = [
    Case("sendmail: recipient refused", SENDMAIL_OPENING + """\
   ----- The following addresses had permanent fatal errors -----
<taro@example.com>
    (reason: 550 5.1.1 <taro@example.com>... User unknown)

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> RCPT To:<taro@example.com>
<<< 550 5.1.1 <taro@example.com>... User unknown
550 5.1.1 <taro@example.com>... User unknown

Reporting-MTA: dns; mail.example.jp
Received-From-MTA: DNS; client.example.jp
Arrival-Date: Mon, 2 Nov 2026 10:00:00 +0900

Final-Recipient: RFC822; taro@example.com
Action: failed
Status: 5.1.1
Remote-MTA: DNS; mx.example.com
Diagnostic-Code: SMTP; 550 5.1.1 <taro@example.com>... User unknown
Last-Attempt-Date: Mon, 2 Nov 2026 10:00:01 +0900

""" + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com", reporting="mail.example.jp"),
    Case("sendmail: one transcript, two causes", SENDMAIL_OPENING + """\
   ----- The following addresses had permanent fatal errors -----
<taro@example.com>
    (reason: 550 5.1.1 <taro@example.com>... User unknown)
<goro@example.com>
    (reason: 552 5.2.2 <goro@example.com>... Mailbox is full)

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> DATA
<<< 550 5.1.1 <taro@example.com>... User unknown
550 5.1.1 <taro@example.com>... User unknown
<<< 552 5.2.2 <goro@example.com>... Mailbox is full
552 5.2.2 <goro@example.com>... Mailbox is full
<<< 503 5.0.0 Need RCPT (recipient)
""", {TARO: "unknown", "goro@example.com": "full"}, stage="content", remote="mx.example.com"),
    Case("sendmail: without reasons, two causes", SENDMAIL_OPENING + """\
   ----- The following addresses had permanent fatal errors -----
<taro@example.com>
<goro@example.com>

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> RCPT To:<taro@example.com>
<<< 550 <taro@example.com>... User unknown
550 <taro@example.com>... User unknown
>>> RCPT To:<goro@example.com>
<<< 552 <goro@example.com>... Mailbox is full
552 <goro@example.com>... Mailbox is full

   ----- Original message follows -----

""" + ORIGINAL, {TARO: "unknown", "goro@example.com": "full"}, stage="recipient", remote="mx.example.com"),
    Case("sendmail: host unknown", SENDMAIL_OPENING + """\
   ----- The following addresses had permanent fatal errors -----
<taro@example.com>
    (reason: 550 Host unknown)

   ----- Transcript of session follows -----
550 5.1.2 <taro@example.com>... Host unknown (Name server: example.com: host not found)
""", {TARO: "domain"}),
    Case("sendmail: gave up", SENDMAIL_OPENING + """\
   ----- The following addresses had permanent fatal errors -----
<taro@example.com>

   ----- Transcript of session follows -----
<taro@example.com>... Deferred: Connection refused by mx.example.com.
Message could not be delivered for 5 days
Message will be deleted from queue
""", {TARO: "refused"}),
    Case("sendmail: warning", """\
    **********************************************
    **      THIS IS A WARNING MESSAGE ONLY      **
    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **
    **********************************************

The original message was received at Mon, 2 Nov 2026 10:00:00 +0900
from client.example.jp [203.0.113.5]

   ----- Transcript of session follows -----
<taro@example.com>... Deferred: Connection timed out with mx.example.com.
Warning: message still undelivered after 4 hours
Will keep trying until message is 5 days old
""", {TARO: "silent"}, kind="delay"),
    Case("sendmail: warning with an answer", """\
The original message was received at Mon, 2 Nov 2026 10:00:00 +0900
from client.example.jp [203.0.113.5]

   ----- The following addresses had transient non-fatal errors -----
<taro@example.com>
    (reason: 452 4.2.2 Mailbox is full)

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> RCPT To:<taro@example.com>
<<< 452 4.2.2 Mailbox is full
<taro@example.com>... Deferred: 452 4.2.2 Mailbox is full
Warning: message still undelivered after 4 hours
Will keep trying until message is 5 days old
""", {TARO: "full"}, kind="delay", stage="recipient", remote="mx.example.com"),
    Case("sendmail: version 5", """\
   ----- Transcript of session follows -----
While talking to mx.example.com:
>>> RCPT To:<taro@example.com>
<<< 550 <taro@example.com>... User unknown
550 <taro@example.com>... User unknown

   ----- Unsent message follows -----
""" + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("sendmail: version 5, gave up", """\
   ----- Transcript of session follows -----
421 mx.example.com (smtp)... Deferred: Connection timed out during user open with mx.example.com

   ----- Unsent message follows -----
""" + ORIGINAL, {None: "silent"}),
    Case("sendmail: program mailer", SENDMAIL_OPENING + """\
   ----- The following addresses had permanent fatal errors -----
"|exec /usr/bin/procmail || exit 75 #taro"
    (reason: Can't create output)
    (expanded from: <taro@example.com>)

   ----- Transcript of session follows -----
procmail: Quota exceeded for this mailbox
550 5.0.0 "|exec /usr/bin/procmail || exit 75 #taro"... Can't create output
""", {TARO: "full"}, confidence="likely"),
    Case("sendmail: service unavailable after the answer", SENDMAIL_OPENING + """\
   ----- The following addresses had permanent fatal errors -----
<taro@example.com>
    (reason: 554 5.7.1 This looks like spam to us)

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> DATA
<<< 554 5.7.1 This looks like spam to us
554 5.0.0 Service unavailable

""" + ORIGINAL, {TARO: "spam"}, stage="content", remote="mx.example.com"),
]  # fmt: skip

EXIM_OPENING = """\
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

"""
EXIM_COPY = "\n------ This is a copy of the message, including all the headers. ------\n\n"

EXIM = [
    Case("Exim: host behind the command", EXIM_OPENING + """\
  taro@example.com
    SMTP error from remote mail server after RCPT TO:<taro@example.com>:
    host mx.example.com [192.0.2.25]: 550 5.1.1 User unknown
""" + EXIM_COPY + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Exim: host before the command", EXIM_OPENING + """\
  taro@example.com
    host mx.example.com [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<taro@example.com>:
    550 5.1.1 User unknown
""" + EXIM_COPY + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Exim: old wording", EXIM_OPENING + """\
  taro@example.com
    SMTP error from remote mailer after end of data:
    host mx.example.com [192.0.2.25]: 554 This looks like spam to us
""" + EXIM_COPY + ORIGINAL, {TARO: "spam"}, stage="content", remote="mx.example.com"),
    Case("Exim: sender refused", EXIM_OPENING + """\
  taro@example.com
    SMTP error from remote mail server after MAIL FROM:<hanako@example.jp> SIZE=2779:
    host mx.example.com [192.0.2.25]: 501 5.1.8 Sender address rejected
""" + EXIM_COPY + ORIGINAL, {TARO: "sender"}, stage="sender", remote="mx.example.com"),
    Case("Exim: pipelined", EXIM_OPENING + """\
  taro@example.com
    host mx.example.com [192.0.2.25]
    SMTP error from remote mail server after pipelined end of data:
    552 5.2.2 Mailbox is full
""" + EXIM_COPY + ORIGINAL, {TARO: "full"}, stage="content", remote="mx.example.com"),
    Case("Exim: refused at the connection", EXIM_OPENING + """\
  taro@example.com
    host mx.example.com [192.0.2.25]
    SMTP error from remote mail server after initial connection:
    554 203.0.113.7 is listed on our block list
""" + EXIM_COPY + ORIGINAL, {TARO: "listed"}, stage="connect", remote="mx.example.com"),
    Case("Exim: refused at EHLO", EXIM_OPENING + """\
  taro@example.com
    host mx.example.com [192.0.2.25]
    SMTP error from remote mail server after EHLO mail.example.jp:
    550 203.0.113.7 is listed on our block list
""" + EXIM_COPY + ORIGINAL, {TARO: "listed"}, stage="greeting", remote="mx.example.com"),
    Case("Exim: summary behind the answer", EXIM_OPENING + """\
  taro@example.com
    host mx.example.com [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<taro@example.com>:
    452 4.2.2 Mailbox is full: retry timeout exceeded
""" + EXIM_COPY + ORIGINAL, {TARO: "full"}, stage="recipient", remote="mx.example.com", second="expired"),
    Case("Exim: only a summary", EXIM_OPENING + """\
  taro@example.com
    retry timeout exceeded
""" + EXIM_COPY + ORIGINAL, {TARO: "expired"}),
    Case("Exim: unreachable", EXIM_OPENING + """\
  taro@example.com
    host mx.example.com [192.0.2.25]
    Connection refused: retry timeout exceeded
""" + EXIM_COPY + ORIGINAL, {TARO: "refused"}, second="expired"),
    Case("Exim: no route", EXIM_OPENING + """\
  taro@example.com
    Unrouteable address
""" + EXIM_COPY + ORIGINAL, {TARO: "domain"}),
    Case("Exim: list of causes", EXIM_OPENING + """\
  taro@example.com
    SMTP error from remote mail server after RCPT TO:<taro@example.com>:
    host mx.example.com [192.0.2.25]: 550 5.1.1 User unknown
  jiro@example.org
    SMTP error from remote mail server after RCPT TO:<jiro@example.org>:
    host mx.example.org [192.0.2.26]: 552 5.2.2 Mailbox is full
  saburo@example.net
    Unrouteable address
""" + EXIM_COPY + ORIGINAL, {TARO: "unknown", JIRO: "full", "saburo@example.net": "domain"},
         stage="recipient", remote="mx.example.com"),
    Case("Exim: generated from an alias", EXIM_OPENING + """\
  taro@example.com
    (generated from sales@example.jp)
    host mx.example.com [192.0.2.25]
    SMTP error from remote mail server after RCPT TO:<taro@example.com>:
    550 5.1.1 User unknown
""" + EXIM_COPY + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Exim: text of a local delivery", EXIM_OPENING + """\
  taro@example.com
    local delivery failed

The following text was generated during the delivery attempt:

------ taro@example.com ------

Quota exceeded for this mailbox
""" + EXIM_COPY + ORIGINAL, {TARO: "full"}),
    Case("Exim: pipe to a program", EXIM_OPENING + """\
  pipe to |/usr/local/bin/sorter
    generated by taro@example.com
    Quota exceeded for this mailbox
""" + EXIM_COPY + ORIGINAL, {TARO: "full"}, confidence="likely"),
    Case("Exim: delayed", """\
This message was created automatically by mail delivery software.
A message that you sent has not yet been delivered to one or more of its
recipients after more than 24 hours on the queue on mail.example.jp.

The message identifier is:     1abcDE-000001-XX
The subject of the message is: The zebra crossing is closed
The date of the message is:    Mon, 2 Nov 2026 10:00:00 +0900

The address to which the message has not yet been delivered is:

  taro@example.com
    host mx.example.com [192.0.2.25]
    Connection refused

No action is required on your part. Delivery attempts will continue for
some time, and this warning may be repeated at intervals if the message
remains undelivered. Eventually the mail delivery software will give up,
and when that happens, the message will be returned to you.
""", {TARO: "refused"}, kind="delay"),
    Case("Exim: mail.ru", """\
Это письмо создано автоматически сервером Mail.Ru, отвечать на него не нужно.

К сожалению, Ваше письмо не может быть доставлено одному или нескольким получателям:

  taro@example.com
    SMTP error from remote mail server after RCPT TO:<taro@example.com>:
    host mx.example.com [192.0.2.25]: 550 5.1.1 User unknown

Рекомендуем Вам проверить корректность указания адресов получателей.

**********************

""" + EXIM_OPENING + """\
  taro@example.com
    SMTP error from remote mail server after RCPT TO:<taro@example.com>:
    host mx.example.com [192.0.2.25]: 550 5.1.1 User unknown
""" + EXIM_COPY + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Exim: 1&1, reason below the address", """\
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of
its recipients. This is a permanent error.

The following address failed:

taro@example.com

For the following reason:

Mail is larger than the server allows. For explanation visit
https://postmaster.example.de/errors?ip=203.0.113.7

--- The header of the original message is following. ---

""" + ORIGINAL, {TARO: "large"}),
    Case("Exim: GMX, server in brackets", """\
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

taro@example.com:
SMTP error from remote server for RCPT TO command, host: mx.example.com (192.0.2.25) reason: 550 5.1.1 User unknown

--- The header of the original message is following. ---

""" + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
]  # fmt: skip

CASES = [*POSTFIX, *SENDMAIL, *EXIM]


test_read, test_mangled = read_and_mangled(CASES)
