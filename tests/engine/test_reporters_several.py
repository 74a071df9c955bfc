"""Several recipients in one report: each has its own answer, a shared one belongs to all, nobody appears twice."""

from __future__ import annotations

from tests.engine.reporters import ORIGINAL, Case, read_and_mangled, reader

TARO = "taro@example.com"
GORO = "goro@example.com"
JIRO = "jiro@example.org"

CASES = [
    Case("sendmail: one answer to the data for both", """\
   ----- The following addresses had permanent fatal errors -----
<taro@example.com>
<goro@example.com>

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> DATA
<<< 554 5.7.1 This looks like spam to us
554 5.0.0 Service unavailable
""", {TARO: "spam", GORO: "spam"}, stage="content", remote="mx.example.com"),
    Case("sendmail: answers without reasons or commands", """\
   ----- The following addresses had permanent fatal errors -----
<taro@example.com>
<goro@example.com>
<jiro@example.org>

   ----- Transcript of session follows -----
550 5.1.1 <taro@example.com>... User unknown
552 5.2.2 <goro@example.com>... Mailbox is full
550 5.1.2 <jiro@example.org>... Host unknown (Name server: example.org: host not found)
""", {TARO: "unknown", GORO: "full", JIRO: "domain"}),
    Case("sendmail: two servers", """\
   ----- The following addresses had permanent fatal errors -----
<taro@example.com>
    (reason: 550 5.1.1 User unknown)
<jiro@example.org>
    (reason: 552 5.2.2 Mailbox is full)

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> RCPT To:<taro@example.com>
<<< 550 5.1.1 User unknown
550 5.1.1 <taro@example.com>... User unknown
... while talking to mx.example.org.:
>>> RCPT To:<jiro@example.org>
<<< 552 5.2.2 Mailbox is full
552 5.2.2 <jiro@example.org>... Mailbox is full
""", {TARO: "unknown", JIRO: "full"}, stage="recipient", remote="mx.example.com"),
    Case("a notification alone", """\
Reporting-MTA: dns; mail.example.jp
Arrival-Date: Mon, 2 Nov 2026 10:00:00 +0900

Final-Recipient: rfc822; taro@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 User unknown

Final-Recipient: rfc822; jiro@example.org
Action: failed
Status: 5.2.2
Remote-MTA: dns; mx.example.org
Diagnostic-Code: smtp; 552 5.2.2 Mailbox is full
""", {TARO: "unknown", JIRO: "full"}, remote="mx.example.com", reporting="mail.example.jp"),
    Case("a notification whose recipient comes last", """\
Reporting-MTA: dns; mail.example.jp

Action: failed
Diagnostic-Code: smtp; 550 5.1.1 User unknown
Status: 5.1.1
Final-Recipient: rfc822; taro@example.com

Action: failed
Diagnostic-Code: smtp; 552 5.2.2 Mailbox is full
Status: 5.2.2
Final-Recipient: rfc822; jiro@example.org
""", {TARO: "unknown", JIRO: "full"}),
    Case("one failed, one delivered", """\
Final-Recipient: rfc822; taro@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown

Final-Recipient: rfc822; jiro@example.org
Action: delivered
Status: 2.0.0
Diagnostic-Code: smtp; 250 Ok
""", {TARO: "unknown", JIRO: None}),
    Case("a forwarded address is the same person", """\
This is the mail system at host mail.example.jp.

<taro@example.net> (expanded from <taro@example.com>): host
    mx.example.net[192.0.2.25] said: 552 5.2.2 Mailbox is full (in reply to RCPT
    TO command)

Final-Recipient: rfc822; taro@example.net
Original-Recipient: rfc822;taro@example.com
Action: failed
Status: 5.2.2
Diagnostic-Code: smtp; 552 5.2.2 Mailbox is full
""", {"taro@example.net": "full"}),
    Case("an alias in the text, the person in the notification", """\
   ----- The following addresses had permanent fatal errors -----
"|exec /usr/bin/procmail || exit 75 #taro"
    (expanded from: <sales@example.com>)

   ----- Transcript of session follows -----
550 5.1.1 "|exec /usr/bin/procmail || exit 75 #taro"... User unknown

Reporting-MTA: dns; mail.example.com

Final-Recipient: RFC822; taro@example.com
Action: failed
Status: 5.1.1
""", {TARO: "unknown"}, reporting="mail.example.com"),
    Case("one in the text, another one in the notification", """\
This is the mail system at host mail.example.jp.

<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)

Final-Recipient: rfc822; t.suzuki@example.net
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown
""", {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("an address to ask is no recipient", """\
This is the mail system at host mail.example.jp.

If you have questions, write to:

<support@example.jp>

Final-Recipient: rfc822; taro@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown
""", {TARO: "unknown"}),
    Case("the same person in other letters", """\
This is the mail system at host mail.example.jp.

<Taro@Example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)

Final-Recipient: rfc822; taro@example.com
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 User unknown
""", {"Taro@Example.com": "unknown"}),
    Case("listed addresses, then one answer", """\
The following address(es) failed:

  taro@example.com
  goro@example.com

For the following reason:

Mailbox is full
""", {TARO: "full", GORO: "full"}),
    Case("two share an answer, the third has its own", """\
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  taro@example.com
  goro@example.com
    host mx.example.com [192.0.2.25]
    SMTP error from remote mail server after end of data:
    554 This looks like spam to us
  jiro@example.org
    Unrouteable address
""", {TARO: "spam", GORO: "spam", JIRO: "domain"}),
    Case("Exchange: two in one domain", """\
Delivery has failed to these recipients or groups:

taro@example.com<mailto:taro@example.com>
goro@example.com<mailto:goro@example.com>
Your message couldn't be delivered to the recipient because you don't have permission to send to it.

Diagnostic information for administrators:

Generating server: mail.example.jp

taro@example.com
Remote Server returned '550 5.1.1 User unknown'

goro@example.com
Remote Server returned '552 5.2.2 Mailbox is full'

Original message headers:

""" + ORIGINAL, {TARO: "unknown", GORO: "full"}, reporting="mail.example.jp"),
]  # fmt: skip


test_read, test_mangled = read_and_mangled(CASES)


def test_more_recipients_than_anybody_reads_are_still_an_answer() -> None:
    text = "".join(f"<a{n}@example.com>: 550 5.1.1 User unknown\n\n" for n in range(500))
    recipients = reader().match({"text": text})["recipients"]
    assert recipients[0]["matches"][0]["article"] == "unknown"
    assert len(recipients) <= 201
