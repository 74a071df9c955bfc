"""Log lines of Postfix, sendmail, Exim and qmail, one or several at a time."""

from __future__ import annotations

from tests.engine.reporters import Case, read_and_mangled

TARO = "taro@example.com"
JIRO = "jiro@example.org"

CASES = [
    Case("Postfix: bounced", """\
Nov  2 10:00:00 mail postfix/smtp[1234]: 4A5B6C: to=<taro@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=1.2, delays=0.1/0/0.5/0.6, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.25] said: 550 5.1.1 <taro@example.com>: User unknown (in reply to RCPT TO command))
""", {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Postfix: deferred", """\
Nov  2 10:00:00 mail postfix/smtp[1234]: 4A5B6C: to=<taro@example.com>, relay=none, delay=301, delays=0.1/0/300/0, dsn=4.4.1, status=deferred (connect to mx.example.com[192.0.2.25]:25: Connection timed out)
""", {TARO: "silent"}, kind="delay", stage="connect", remote="mx.example.com"),
    Case("Postfix: two recipients", """\
Nov  2 10:00:00 mail postfix/smtp[1234]: 4A5B6C: to=<taro@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=1.2, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command))
Nov  2 10:00:01 mail postfix/smtp[1235]: 4A5B6C: to=<jiro@example.org>, relay=mx.example.org[192.0.2.26]:25, delay=1.3, dsn=5.2.2, status=bounced (host mx.example.org[192.0.2.26] said: 552 5.2.2 Mailbox is full (in reply to RCPT TO command))
""", {TARO: "unknown", JIRO: "full"}, stage="recipient", remote="mx.example.com"),
    Case("Postfix: refused a client", """\
Nov  2 10:00:00 mx postfix/smtpd[1234]: NOQUEUE: reject: RCPT from client.example.jp[203.0.113.5]: 550 5.1.1 <taro@example.com>: Recipient address rejected: User unknown; from=<hanako@example.jp> to=<taro@example.com> proto=ESMTP helo=<client.example.jp>
""", {TARO: "unknown"}, stage="recipient"),
    Case("sendmail: user unknown", """\
Nov  2 10:00:00 mail sendmail[1234]: xA210abc: to=<taro@example.com>, ctladdr=<hanako@example.jp> (1000/1000), delay=00:00:01, xdelay=00:00:01, mailer=esmtp, pri=120000, relay=mx.example.com. [192.0.2.25], dsn=5.1.1, stat=User unknown
""", {TARO: "unknown"}, remote="mx.example.com"),
    Case("sendmail: deferred", """\
Nov  2 10:00:00 mail sendmail[1234]: xA210abc: to=<taro@example.com>, delay=01:00:00, xdelay=00:00:00, mailer=esmtp, pri=210000, relay=mx.example.com. [192.0.2.25], dsn=4.0.0, stat=Deferred: Connection refused by mx.example.com.
""", {TARO: "refused"}, kind="delay", remote="mx.example.com"),
    Case("Exim: failed", """\
2026-11-02 10:00:00 1abcDE-000001-XX ** taro@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.25]: SMTP error from remote mail server after RCPT TO:<taro@example.com>: 550 5.1.1 User unknown
""", {TARO: "unknown"}, stage="recipient", remote="mx.example.com"),
    Case("Exim: no route", """\
2026-11-02 10:00:00 1abcDE-000001-XX ** taro@example.com: Unrouteable address
""", {TARO: "domain"}),
    Case("Exim: deferred", """\
2026-11-02 10:00:00 1abcDE-000001-XX == taro@example.com R=dnslookup T=remote_smtp defer (111): Connection refused H=mx.example.com [192.0.2.25]
""", {TARO: "refused"}, kind="delay", remote="mx.example.com"),
    Case("Exim: two recipients", """\
2026-11-02 10:00:00 1abcDE-000001-XX ** taro@example.com R=dnslookup T=remote_smtp H=mx.example.com [192.0.2.25]: SMTP error from remote mail server after RCPT TO:<taro@example.com>: 550 5.1.1 User unknown
2026-11-02 10:00:01 1abcDE-000001-XX ** jiro@example.org R=dnslookup T=remote_smtp H=mx.example.org [192.0.2.26]: SMTP error from remote mail server after end of data: 552 5.2.2 Mailbox is full
""", {TARO: "unknown", JIRO: "full"}, stage="recipient", remote="mx.example.com"),
    Case("qmail: failure", """\
@4000000066aabbcc11223344 starting delivery 12: msg 4567 to remote taro@example.com
@4000000066aabbcd11223344 delivery 12: failure: 192.0.2.25_does_not_like_recipient./Remote_host_said:_550_5.1.1_User_unknown/Giving_up_on_192.0.2.25./
""", {TARO: "unknown"}, stage="recipient"),
    Case("qmail: deferral", """\
@4000000066aabbcc11223344 starting delivery 12: msg 4567 to remote taro@example.com
@4000000066aabbcd11223344 delivery 12: deferral: Sorry,_I_wasn't_able_to_establish_an_SMTP_connection._(#4.4.1)/
""", {TARO: "refused"}, kind="delay", stage="connect"),
]  # fmt: skip


test_read, test_mangled = read_and_mangled(CASES)
