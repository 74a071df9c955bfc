"""qmail and its relatives, Courier, OpenSMTPD and DragonFly: plain sentences below each address."""

from __future__ import annotations

from tests.engine.reporters import ORIGINAL, Case, read_and_mangled

TARO = "taro@example.com"
JIRO = "jiro@example.org"

QMAIL_OPENING = """\
Hi. This is the qmail-send program at mail.example.jp.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

"""
COPY = "\n--- Below this line is a copy of the message.\n\n" + ORIGINAL

QMAIL = [
    Case("qmail: recipient", QMAIL_OPENING + """\
<taro@example.com>:
192.0.2.25 does not like recipient.
Remote host said: 550 5.1.1 User unknown
Giving up on 192.0.2.25.
""" + COPY, {TARO: "unknown"}, stage="recipient", remote="192.0.2.25"),
    Case("qmail: sender", QMAIL_OPENING + """\
<taro@example.com>:
Connected to 192.0.2.25 but sender was rejected.
Remote host said: 550 5.7.1 Sender address rejected
""" + COPY, {TARO: "sender"}, stage="sender", remote="192.0.2.25"),
    Case("qmail: greeting", QMAIL_OPENING + """\
<taro@example.com>:
Connected to 192.0.2.25 but greeting failed.
Remote host said: 554 203.0.113.7 is listed on our block list
I'm not going to try again; this message has been in the queue too long.
""" + COPY, {TARO: "listed"}, stage="greeting", remote="192.0.2.25", second="expired"),
    Case("qmail: name", QMAIL_OPENING + """\
<taro@example.com>:
Connected to 192.0.2.25 but my name was rejected.
Remote host said: 550 mail.example.jp is listed on our block list
""" + COPY, {TARO: "listed"}, stage="greeting", remote="192.0.2.25"),
    Case("qmail: data command", QMAIL_OPENING + """\
<taro@example.com>:
192.0.2.25 failed on DATA command.
Remote host said: 554 5.7.1 This looks like spam to us
""" + COPY, {TARO: "spam"}, stage="content", remote="192.0.2.25"),
    Case("qmail: after the message", QMAIL_OPENING + """\
<taro@example.com>:
192.0.2.25 failed after I sent the message.
Remote host said: 552 5.2.2 Mailbox is full
""" + COPY, {TARO: "full"}, stage="content", remote="192.0.2.25"),
    Case("qmail: no such host", QMAIL_OPENING + """\
<taro@example.com>:
Sorry, I couldn't find any host named example.com. (#5.1.2)
""" + COPY, {TARO: "domain"}, stage="routing"),
    Case("qmail: no connection", QMAIL_OPENING + """\
<taro@example.com>:
Sorry, I wasn't able to establish an SMTP connection. (#4.4.1)
I'm not going to try again; this message has been in the queue too long.
""" + COPY, {TARO: "refused"}, stage="connect", second="expired"),
    Case("qmail: connection died", QMAIL_OPENING + """\
<taro@example.com>:
Connected to 192.0.2.25 but connection died. Possible duplicate! (#4.4.2)
I'm not going to try again; this message has been in the queue too long.
""" + COPY, {TARO: "expired"}, remote="192.0.2.25"),
    Case("qmail: local", QMAIL_OPENING + """\
<taro@example.com>:
Sorry, no such user here by that name. (#5.1.1)
""" + COPY, {TARO: "unknown"}),
    Case("qmail: two causes", QMAIL_OPENING + """\
<taro@example.com>:
192.0.2.25 does not like recipient.
Remote host said: 550 5.1.1 User unknown
Giving up on 192.0.2.25.

<jiro@example.org>:
192.0.2.26 failed after I sent the message.
Remote host said: 552 5.2.2 Mailbox is full
""" + COPY, {TARO: "unknown", JIRO: "full"}, stage="recipient", remote="192.0.2.25"),
    Case("netqmail with authentication", QMAIL_OPENING + """\
<taro@example.com>:
User and password not set, continuing without authentication.
<taro@example.com> 192.0.2.25 does not like recipient.
Remote host said: 550 5.1.1 User unknown
Giving up on 192.0.2.25.
""" + COPY, {TARO: "unknown"}, stage="recipient", remote="192.0.2.25"),
    Case("qmail at a provider", """\
Message from example.jp.
Unable to deliver message to the following address(es).

<taro@example.com>:
192.0.2.25 does not like recipient.
Remote host said: 550 5.1.1 User unknown
Giving up on 192.0.2.25.

--- Original message follows.

""" + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="192.0.2.25"),
    Case("qmail with a support line", """\
Your mail message to the following address(es) could not be delivered. This
is a permanent error. Please verify the addresses and try again.

<taro@example.com>:
child status 100...The message could not be delivered because the mailbox is full.
""" + COPY, {TARO: "full"}),
    Case("qmail: bounce of a bounce", """\
Hi. This is the qmail-send program at mail.example.jp.
I tried to deliver a bounce message to this address, but the bounce bounced!

<taro@example.com>:
192.0.2.25 does not like recipient.
Remote host said: 550 5.1.1 User unknown
Giving up on 192.0.2.25.

--- Below this line is the original bounce.

""" + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="192.0.2.25"),
]  # fmt: skip

RELATIVES = [
    Case("Courier", """\
This is a delivery status notification from mail.example.jp,
running the Courier mail server, version 0.78.

The original message was received on Mon, 2 Nov 2026 10:00:00 +0900
from client.example.jp (client.example.jp [203.0.113.5])

---------------------------------------------------------------------------

                           UNDELIVERABLE MAIL

Your message to the following recipients cannot be delivered:

<taro@example.com>:
    mx.example.com [192.0.2.25]:
>>> RCPT TO:<taro@example.com>
<<< 550 5.1.1 User unknown.

---------------------------------------------------------------------------

If your message was also sent to additional recipients, their delivery
status is not included in this report. You may or may not receive
other delivery status notifications for additional recipients.

""" + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Courier, delayed", """\
This is a delivery status notification from mail.example.jp,
running the Courier mail server, version 0.78.

The original message was received on Mon, 2 Nov 2026 10:00:00 +0900

                           WARNING: DELAYED MAIL

Your message to the following recipients has not been delivered yet, but
more attempts will be made:

<taro@example.com>:
    mx.example.com [192.0.2.25]:
<<< Connection timed out
""", {TARO: "silent"}, kind="delay"),
    Case("OpenSMTPD", """\
    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.

    An error has occurred while attempting to deliver a message for
    the following list of recipients:

taro@example.com: 550 5.1.1 User unknown
jiro@example.org: 552 5.2.2 Mailbox is full

    Below is a copy of the original message:

""" + ORIGINAL, {TARO: "unknown", JIRO: "full"}),
    Case("OpenSMTPD, own words", """\
    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this email.

    An error has occurred while attempting to deliver a message for
    the following list of recipients:

taro@example.com: Connection refused

    Below is a copy of the original message:

""" + ORIGINAL, {TARO: "refused"}),
    Case("OpenSMTPD, delayed", """\
    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this email.

    A message is delayed for more than 4 hours for the following
    list of recipients:

taro@example.com: Connection timed out

    Please note that this is only a temporary failure report.
    The message is kept in the queue for up to 4 days.
    You DO NOT NEED to re-send the message to these recipients.

    Below is a copy of the original message:

""" + ORIGINAL, {TARO: "silent"}, kind="delay"),
    Case("DragonFly", """\
This is the DragonFly Mail Agent v0.13 at mail.example.jp.

There was an error delivering your mail to <taro@example.com>.

mx.example.com [192.0.2.25] did not like our RCPT TO:
550 5.1.1 User unknown

Message headers follow.

""" + ORIGINAL, {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
]  # fmt: skip

CASES = [*QMAIL, *RELATIVES]


test_read, test_mangled = read_and_mangled(CASES)
