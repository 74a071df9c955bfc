"""Mail servers for small offices, older products, and systems of carriers."""

from __future__ import annotations

from tests.engine.reporters import ORIGINAL, Case, read_and_mangled

TARO = "taro@example.com"

CASES = [
    Case("James", """\
Hi. This is the James mail server at mail.example.jp.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out. Below
I include the list of recipients and the reason why I was unable to deliver
your message.

Failed recipient(s):
taro@example.com

Error message:
550 - Requested action not taken: no such user here

Original message:

""" + ORIGINAL, {TARO: "unknown"}),
    Case("CommuniGate Pro", """\
Failed to deliver to 'taro@example.com'
SMTP module(domain example.com) reports:
 host mx.example.com says:
 550 5.1.1 User unknown

""" + ORIGINAL, {TARO: "unknown"}, remote="mx.example.com"),
    Case("Haraka", """\
Hi. This is the mail server at mail.example.jp.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

Intended Recipients: <taro@example.com>
Failure Reason: Error: 550 5.1.1 User unknown

""" + ORIGINAL, {TARO: "unknown"}),
    Case("MDaemon", """\
The attached message had PERMANENT fatal delivery errors!

After one or more unsuccessful delivery attempts the attached message has
been removed from the mail queue on this server.  The number and frequency
of delivery attempts are determined by local configuration parameters.

YOUR MESSAGE WAS NOT DELIVERED TO ONE OR MORE RECIPIENTS!

Failed address: taro@example.com

--- Session Transcript ---
 Mon 2026-11-02 10:00:00: Attempting SMTP connection to [192.0.2.25:25]
 Mon 2026-11-02 10:00:01: --> RCPT To:<taro@example.com>
 Mon 2026-11-02 10:00:01: <-- 550 5.1.1 User unknown
--- End Transcript ---

""" + ORIGINAL, {TARO: "unknown"}, stage="recipient"),
    Case("hMailServer", """\
Your message did not reach some or all of the intended recipients.

   Sent: Mon, 2 Nov 2026 10:00:00 +0900
   Subject: The zebra crossing is closed

The following recipient(s) could not be reached:

taro@example.com
   Error Type: SMTP
   Remote server (192.0.2.25) issued an error.
   hMailServer sent: RCPT TO:<taro@example.com>
   Remote server replied: 550 5.1.1 User unknown

hMailServer
""", {TARO: "unknown"}, stage="recipient"),
    Case("MailEnable", """\
Message could not be delivered to some recipients.
The following recipient(s) could not be reached:

    Recipient: [SMTP:taro@example.com]
    Reason: Remote SMTP Server Returned: 550 5.1.1 User unknown

Message headers follow:

""" + ORIGINAL, {TARO: "unknown"}),
    Case("SmarterMail", """\
Could not deliver message to the following recipient(s):

Failed Recipient: taro@example.com
Reason: Remote host said: 550 5.1.1 User unknown

   -- The header and top 20 lines of the message follows --

""" + ORIGINAL, {TARO: "unknown"}),
    Case("Sun Messaging Server", """\
This report relates to a message you sent with the following header fields:

  Message-id: <a1b2@mail.example.jp>
  Date: Mon, 02 Nov 2026 10:00:00 +0900
  From: Hanako Sato <hanako@example.jp>
  To: taro@example.com
  Subject: The zebra crossing is closed

Your message cannot be delivered to the following recipients:

  Recipient address: taro@example.com
  Reason: Remote SMTP server has rejected address
  Diagnostic code: smtp;550 5.1.1 User unknown
  Remote system: dns;mx.example.com (TCP|203.0.113.7|40123|192.0.2.25|25)

""" + ORIGINAL, {TARO: "unknown"}, remote="mx.example.com"),
    Case("IMail", """\
Unknown user: taro@example.com

Original message follows.

""" + ORIGINAL, {TARO: "unknown"}, confidence="likely"),
    Case("Zoho", """\
This message was created automatically by mail delivery software.
 A message that you sent could not be delivered to one or more of its recipients. This is a permanent error.

taro@example.com, ERROR CODE :550 - User unknown

""" + ORIGINAL, {TARO: "unknown"}),
    Case("GroupWise", """\
The message that you sent was undeliverable to the following:
    taro@example.com (550 5.1.1 User unknown)

""" + ORIGINAL, {TARO: "unknown"}),
    Case("MailMarshal", """\
Your message:
   From:    hanako@example.jp
   To:      taro@example.com
   Subject: The zebra crossing is closed

Could not be delivered because of

550 5.1.1 User unknown

The following recipients were affected:
    taro@example.com

Additional Information
======================
Original Sender:    <hanako@example.jp>
Sender-MTA:         <203.0.113.5>
Remote-MTA:         <192.0.2.25>
Reporting-MTA:      <mail.example.jp>
MessageName:        <B4a.1.mml>
Last-Attempt-Date:  <10:00:00 Mon, 2 November 2026>
""", {TARO: "unknown"}),
    Case("SurfControl", """\
Your message could not be sent.
A transcript of the attempts to send the message follows.
The number of attempts made: 1
Addressed To: taro@example.com

Mon 2 Nov 2026 10:00:00 +0900
Failed to send to identified host,
taro@example.com: [192.0.2.25], 550 User unknown
--- Message non-deliverable.
""", {TARO: "unknown"}),
    Case("McAfee", """\
--- The following addresses had delivery problems ---

<taro@example.com>   (User unknown taro@example.com)

--- The original message follows ---

""" + ORIGINAL, {TARO: "unknown"}),
    Case("a mobile carrier", """\
Your mail sent on: Mon, 2 Nov 2026 10:00:00 +0900
Could not be delivered to: <taro@example.com>
As their mailbox is full.

""" + ORIGINAL, {TARO: "full"}),
    Case("a carrier's message service", """\
Message could not be delivered to mobile.
Error: No such user here
To: taro@example.com
""", {TARO: "unknown"}),
    Case("recipient and reason on two lines", """\
Your message could not be delivered to one or more of its recipients. The following address(es) failed:

Recipient: <taro@example.com>
Reason: 552 5.2.2 Mailbox is full

""" + ORIGINAL, {TARO: "full"}),
    Case("an answer behind asterisks", """\
Your message was not delivered to the following recipients:

<taro@example.com>
    *** 550 5.1.1 User unknown

""" + ORIGINAL, {TARO: "unknown"}),
    Case("what the remote server said", """\
The message could not be delivered to the following recipient(s):

<taro@example.com>:
Remote server said: 550 5.1.1 User unknown

""" + ORIGINAL, {TARO: "unknown"}),
    Case("a gateway above a notification", """\
Your message has been rejected by a gateway:

The following addresses had permanent fatal errors:
<taro@example.com>
    (reason: 554 5.7.1 This looks like spam to us)

Reporting-MTA: dns; mail.example.jp

Final-Recipient: RFC822; taro@example.com
Action: failed
Status: 5.7.1
Remote-MTA: DNS; mx.example.com
Diagnostic-Code: SMTP; 554 5.7.1 This looks like spam to us
""", {TARO: "spam"}, remote="mx.example.com"),
]  # fmt: skip


test_read, test_mangled = read_and_mangled(CASES)
