"""Reports of the common reporters, as people paste them: who was refused, where, by whom, and in which words."""

from __future__ import annotations

from typing import Any

import pytest

from generator.hosts.quickjs import Engine
from tests.engine.helpers import article, engine, said
from tests.engine.mangle import MANGLINGS


@pytest.fixture(scope="module")
def reader() -> Engine:
    return engine(
        article("unknown", ["user unknown", "no such user here", "doesn't have an account here", "存在しないユーザーです"]),
        article("full", ["mailbox is full", "quota exceeded for this mailbox"], reason="mailbox-full"),
        article("refused", ["connection refused by the server", "Connection refused"], reason="network-timeout"),
        article("expired", [{"text": "retry timeout exceeded", "summary": True}, {"text": "in the queue too long", "summary": True}],
                reason="network-timeout"),
        providers=[
            {"id": "bigmail", "domains": ["bigmail.example"], "hosts": ["*.mx.bigmail.example"], "names": []},
            {"id": "wall", "domains": [], "hosts": [], "names": ["WallGuard"]},
        ],
        usual={"5.1.1": "unknown", "5.2.2": "full"},
    )  # fmt: skip


POSTFIX = """\
This is the mail system at host mail.example.jp.

I'm sorry to have to inform you that your message could not
be delivered to one or more recipients. It's attached below.

                   The mail system

<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1
    <taro@example.com>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)
"""
QMAIL = """\
Hi. This is the qmail-send program at mail.example.jp.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<taro@example.com>:
192.0.2.25 does not like recipient.
Remote host said: 550 5.1.1 user unknown
Giving up on 192.0.2.25.

--- Below this line is a copy of the message.

Return-Path: <hanako@example.jp>
Subject: mailbox is full
"""
SENDMAIL = """\
The original message was received at Mon, 2 Nov 2026 10:00:00 +0900
from client.example.jp [203.0.113.5]

   ----- The following addresses had permanent fatal errors -----
<taro@example.com>
    (reason: 550 5.1.1 <taro@example.com>... User unknown)

   ----- Transcript of session follows -----
... while talking to mx.example.com.:
>>> DATA
<<< 550 5.1.1 <taro@example.com>... User unknown
550 5.1.1 <taro@example.com>... User unknown
"""
EXIM = """\
This message was created automatically by mail delivery software.

A message that you sent could not be delivered to one or more of its
recipients. This is a permanent error. The following address(es) failed:

  taro@example.com
    SMTP error from remote mail server after RCPT TO:<taro@example.com>:
    host mx.example.com [192.0.2.25]: 550-5.1.1 No such user
    550 5.1.1 here

------ This is a copy of the message, including all the headers. ------
"""
EXCHANGE = """\
Delivery has failed to these recipients or groups:

taro@example.com<mailto:taro@example.com>
The email address you entered couldn't be found.

Diagnostic information for administrators:

Generating server: AM0PR01MB0001.example.jp

taro@example.com
Remote Server returned '550 5.1.1 RESOLVER.ADR.RecipNotFound; user unknown'

Original message headers:

Received: from a.example.jp (192.0.2.1) by b.example.jp with SMTP
Subject: mailbox is full
"""
GMAIL = """\
** Address not found **

Your message wasn't delivered to taro@example.com because the address couldn't be found, or is unable to receive mail.

The response from the remote server was:

550 5.1.1 user unknown
"""
GMAIL_JA = """\
アドレス不明

taro@example.com へのメールがブロックされました。

リモート サーバーからの応答は次のとおりです:

550 5.1.1 user unknown
"""
MFILTER = """\
このメールは「m-FILTER」が自動的に生成して送信しています。
以下のメールアドレスへの送信に失敗しました。
taro@example.com

-------server message
550 5.1.1 user unknown <taro@example.com>

-------SMTP command
RCPT TO:<taro@example.com>
"""
OPENSMTPD = """\
    Hi!

    This is the MAILER-DAEMON, please DO NOT REPLY to this e-mail.

    An error has occurred while attempting to deliver a message for
    the following list of recipients:

taro@example.com: 550 5.1.1 no such user here

    Below is a copy of the original message:

Received: by mail.example.jp
Subject: mailbox is full
"""
INTERMAIL = """\
This Message was undeliverable due to the following reason:

Each of the following recipients was rejected by a remote mail server.

    Recipient: <taro@example.com>
    Reason:    5.1.1 <taro@example.com>... user unknown
"""
DSN = """\
Reporting-MTA: dns; mail.example.jp
Arrival-Date: Mon, 2 Nov 2026 10:00:00 +0900

Final-Recipient: rfc822; taro@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 user
    unknown
Last-Attempt-Date: Mon, 2 Nov 2026 10:00:01 +0900
"""
POSTFIX_LOG = (
    "Nov  2 10:00:00 mail postfix/smtp[99]: 4A5B6: to=<taro@example.com>, relay=mx.example.com[192.0.2.25]:25, delay=1.2, "
    "dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.25] said: 550 5.1.1 user unknown (in reply to RCPT TO command))"
)
EXIM_LOG = (
    "2026-11-02 10:00:00 1abcDE-000001-XX ** taro@example.com R=dnslookup T=remote_smtp: SMTP error from remote mail server "
    "after RCPT TO:<taro@example.com>: host mx.example.com [192.0.2.25]: 550 5.1.1 user unknown"
)
SENDMAIL_LOG = (
    "Nov  2 10:00:00 mail sendmail[99]: x1AB: to=<taro@example.com>, delay=00:00:01, mailer=esmtp, relay=mx.example.com. "
    "[192.0.2.25], dsn=5.1.1, stat=User unknown"
)
REPORTERS = {
    "Postfix": POSTFIX, "qmail": QMAIL, "sendmail": SENDMAIL, "Exim": EXIM, "Exchange": EXCHANGE, "Gmail": GMAIL,
    "Gmail in Japanese": GMAIL_JA, "m-FILTER": MFILTER, "OpenSMTPD": OPENSMTPD, "InterMail": INTERMAIL, "DSN": DSN,
    "Postfix log": POSTFIX_LOG, "Exim log": EXIM_LOG, "sendmail log": SENDMAIL_LOG,
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTERS)
def test_reporter(reader: Engine, name: str) -> None:
    result = reader.match({"text": REPORTERS[name]})
    assert result["kind"] == "bounce"
    assert [r["recipient"] for r in result["recipients"]] == ["taro@example.com"]
    recipient = result["recipients"][0]
    assert recipient["matches"][0]["article"] == "unknown"
    assert recipient["matches"][0]["confidence"] == "certain"
    assert [m["article"] for m in recipient["matches"]] == ["unknown"], "the returned original is no evidence"
    assert recipient["status"] == "5.1.1"


@pytest.mark.parametrize(
    ("name", "stage"),
    [("Postfix", "recipient"), ("qmail", "recipient"), ("sendmail", "content"), ("Exim", "recipient"),
     ("m-FILTER", "recipient"), ("Postfix log", "recipient"), ("DSN", None)],
)  # fmt: skip
def test_stage(reader: Engine, name: str, stage: str | None) -> None:
    assert reader.match({"text": REPORTERS[name]})["recipients"][0]["stage"] == stage


@pytest.mark.parametrize("name", ["Postfix", "sendmail", "Exim", "DSN", "Postfix log", "Exim log"])
def test_remote_mta(reader: Engine, name: str) -> None:
    assert reader.match({"text": REPORTERS[name]})["recipients"][0]["remote_mta"] == "mx.example.com"


def test_reporting_mta(reader: Engine) -> None:
    assert reader.match({"text": DSN})["recipients"][0]["reporting_mta"] == "mail.example.jp"


def test_diagnostic_is_the_servers_answer_on_one_line(reader: Engine) -> None:
    assert reader.match({"text": DSN})["recipients"][0]["diagnostic"] == "550 5.1.1 user unknown"


TWO = """\
This is the mail system at host mail.example.jp.

<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)

<hanako@example.org>: host mx.example.org[192.0.2.26] said: 552 5.2.2 mailbox is
    full (in reply to RCPT TO command)
"""


def test_each_recipient_has_its_own_cause(reader: Engine) -> None:
    result = reader.match({"text": TWO})
    assert [r["recipient"] for r in result["recipients"]] == ["taro@example.com", "hanako@example.org"]
    assert said(result) == ["unknown", "full"]
    assert [len(r["matches"]) for r in result["recipients"]] == [1, 1]


def test_text_and_notification_are_one_recipient(reader: Engine) -> None:
    result = reader.match({"text": POSTFIX + "\n" + DSN})
    assert [r["recipient"] for r in result["recipients"]] == ["taro@example.com"]


def test_forwarded_address_is_one_recipient(reader: Engine) -> None:
    text = DSN.replace(
        "Final-Recipient: rfc822; taro@example.com",
        "Final-Recipient: rfc822; t@example.org\nOriginal-Recipient: rfc822;taro@example.com",
    )
    result = reader.match({"text": POSTFIX + "\n" + text})
    assert len(result["recipients"]) == 1


def test_listed_addresses_share_the_answer(reader: Engine) -> None:
    text = "Delivery to the following recipients failed permanently:\n\n    a@example.com\n    b@example.com\n\nTechnical details of permanent failure:\n550 5.1.1 user unknown\n"
    result = reader.match({"text": text})
    assert [r["recipient"] for r in result["recipients"]] == ["a@example.com", "b@example.com"]
    assert said(result) == ["unknown", "unknown"]


def test_server_answer_wins_over_summary(reader: Engine) -> None:
    text = QMAIL.replace("550 5.1.1 user unknown", "450 mailbox is full").replace(
        "Giving up on 192.0.2.25.",
        "Giving up on 192.0.2.25.\nI'm not going to try again; this message has been in the queue too long.",
    )
    matches = reader.match({"text": text})["recipients"][0]["matches"]
    assert [m["article"] for m in matches] == ["full", "expired"]


def test_code_wins_over_summary(reader: Engine) -> None:
    text = "<taro@example.com>: host mx.example.com[192.0.2.1] said: 452 5.2.2 xyzzy (in reply to RCPT TO command): retry timeout exceeded"
    assert [m["article"] for m in reader.match({"text": text})["recipients"][0]["matches"]] == ["full", "expired"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Subject: Delayed Mail (still being retried)\n\nYour message could not be delivered yet. <a@example.com>: connect to mx.example.com[192.0.2.1]: Connection refused", "delay"),
        ("Final-Recipient: rfc822; a@example.com\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Tue, 3 Nov 2026 10:00:00 +0900", "delay"),
        ("Final-Recipient: rfc822; a@example.com\nAction: delivered\nStatus: 2.0.0\n", "delivered"),
        ("From: hanako@example.jp\nSubject: 自動返信: お見積りの件\n\n不在のため、戻りましたらご連絡します。", "auto-reply"),
        ("From: hanako@example.jp\nTo: taro@example.com\nSubject: 会議\n\n明日の会議は10時からです。", "other"),
        ("This is an email abuse report for a message from 203.0.113.7\n\nFeedback-Type: abuse\nUser-Agent: x", "abuse-report"),
        ("From: shop@example.jp\nTo: taro@example.com\nSubject: Your order is delayed\n\nIt leaves on Monday.", "other"),
        ("From: MAILER-DAEMON@example.jp\nTo: taro@example.com\nSubject: Delivery delayed\n\nNothing to do.", "delay"),
        ("Subject: Warning: could not send message for past 4 hours\n\nNothing to do.", "delay"),
        ("mailbox is full", "bounce"),
        ("", "other"),
    ],
)  # fmt: skip
def test_kind(reader: Engine, text: str, kind: str) -> None:
    assert reader.match({"text": text})["kind"] == kind


def test_a_mail_about_bounces_is_none(reader: Engine) -> None:
    text = "From: hanako@example.jp\nTo: taro@example.com\nSubject: 質問\n\nWhat does user unknown mean?"
    assert said(reader.match({"text": text})) == [None]


def test_a_delay_still_says_what_the_server_said(reader: Engine) -> None:
    result = reader.match(
        {
            "text": "Delivery to the following recipient has been delayed:\n\n  a@example.com\n\nMessage will be retried for 2 more day(s)\n\nTechnical details of temporary failure:\nConnection refused"
        }
    )
    assert result["kind"] == "delay"
    assert said(result) == ["refused"]


@pytest.mark.parametrize(
    ("text", "reply", "status"),
    [
        ("550", "550", None),
        ("5.1.1", None, "5.1.1"),
        ("550 5.7.606", "550", "5.7.606"),
        ("５５０　５．７．６０６", "550", "5.7.606"),
        ("550 5.7.\n606 blocked", "550", "5.7.606"),
        ("#5.2.2 smtp;552", "552", "5.2.2"),
        ("the version 4.86.2 of 15.0.918.8 at 203.0.113.7", None, None),
        ("I bought 550 apples and 451 pears", None, None),
    ],
)
def test_codes(reader: Engine, text: str, reply: str | None, status: str | None) -> None:
    recipient = reader.match({"text": text})["recipients"][0]
    assert (recipient["reply_code"], recipient["status"]) == (reply, status)


def test_code_alone_is_possible_at_most(reader: Engine) -> None:
    match = reader.match({"text": "550 5.1.1"})["recipients"][0]["matches"][0]
    assert (match["article"], match["confidence"]) == ("unknown", "possible")
    assert match["evidence"][0]["text"] == "5.1.1"


def test_unknown_code_has_no_match(reader: Engine) -> None:
    assert said(reader.match({"text": "550 5.7.1 no"})) == [None]


@pytest.mark.parametrize(
    ("text", "provider"),
    [
        ("<a@example.com>: host in1.mx.bigmail.example[192.0.2.1] said: 550 user unknown", "bigmail"),
        ("<a@bigmail.example>: host mx.example.com[192.0.2.1] said: 550 user unknown", "bigmail"),
        ("<a@example.com>: host mx.example.com[192.0.2.1] said: 550 blocked by WallGuard: user unknown", "wall"),
        ("<a@example.com>: host mx.example.com[192.0.2.1] said: 550 user unknown", None),
    ],
)
def test_provider(reader: Engine, text: str, provider: str | None) -> None:
    assert reader.match({"text": text})["recipients"][0]["provider"] == provider


def condition(**when: Any) -> Engine:
    return engine(
        article("conditional", [{"text": "user unknown today", "when": when}]),
        article("plain", ["user unknown"]),
    )


@pytest.mark.parametrize(
    ("when", "first"),
    [({"stage": "recipient"}, "conditional"), ({"stage": "content"}, "plain"), ({"reply": "550"}, "conditional"),
     ({"reply": "551"}, "plain"), ({"status": "5.1.0-5.1.9"}, "conditional"), ({"provider": "docomo"}, "plain")],
)  # fmt: skip
def test_when_is_a_condition(when: dict[str, str], first: str) -> None:
    text = "<a@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1 user unknown today (in reply to RCPT TO command)"
    assert said(condition(**when).match({"text": text})) == [first]


def wrapped(text: str, width: int) -> str:
    return "\n".join(line[i : i + width] or "" for line in text.split("\n") for i in range(0, max(len(line), 1), width))


@pytest.mark.parametrize("mangling", MANGLINGS)
@pytest.mark.parametrize("name", REPORTERS)
def test_mangled(reader: Engine, name: str, mangling: str) -> None:
    assert said(reader.match({"text": MANGLINGS[mangling](REPORTERS[name])})) == ["unknown"]


def test_sendmails_own_line_yields_to_the_servers_answer(reader: Engine) -> None:
    text = SENDMAIL.replace("<<< 550 5.1.1 <taro@example.com>... User unknown", "<<< 550 5.7.1 Wuerg, go away").replace(
        "(reason: 550 5.1.1 <taro@example.com>... User unknown)", "(reason: 550 5.7.1 Wuerg, go away)"
    )
    match = reader.match({"text": text})["recipients"][0]["matches"][0]
    assert (match["article"], match["confidence"]) == ("unknown", "likely")
    full = text.replace("Wuerg, go away", "the mailbox is full")
    assert [m["article"] for m in reader.match({"text": full})["recipients"][0]["matches"]] == ["full", "unknown"]


def test_an_answer_in_a_transcript_goes_on_over_its_arrows(reader: Engine) -> None:
    text = SENDMAIL.replace(
        "<<< 550 5.1.1 <taro@example.com>... User unknown",
        "<<< 550-5.2.2 the mailbox\n<<< 550-5.2.2 is full\n<<< 550 5.2.2 today",
    )
    assert "full" in [m["article"] for m in reader.match({"text": text})["recipients"][0]["matches"]]
    squeezed = " ".join(text.split())
    assert "full" in [m["article"] for m in reader.match({"text": squeezed})["recipients"][0]["matches"]]


def test_headers_of_a_part_are_no_returned_mail(reader: Engine) -> None:
    text = DSN.replace(
        "\n\nFinal", "\n\nContent-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 7bit\n\nFinal"
    )
    assert said(reader.match({"text": text})) == ["unknown"]


def test_diagnostic_skips_the_words_that_lead_to_the_answer(reader: Engine) -> None:
    text = DSN.replace(
        "smtp; 550 5.1.1 user\n    unknown",
        "X-Postfix; host mx.example.com[192.0.2.25] said: 550 5.1.1 user\n    unknown",
    )
    assert reader.match({"text": text})["recipients"][0]["diagnostic"] == "550 5.1.1 user unknown"


@pytest.mark.parametrize("mangling", ["wrapped at 31", "full-width", "squeezed to one line"])
def test_provider_is_recognised_in_a_mangled_host(reader: Engine, mangling: str) -> None:
    text = "<a@example.com>: a word or two, then host in1.mx.bigmail.example[192.0.2.1] said: 550 user unknown"
    assert reader.match({"text": MANGLINGS[mangling](text)})["recipients"][0]["provider"] == "bigmail"


@pytest.mark.parametrize(
    ("text", "until"),
    [
        ("Final-Recipient: rfc822; a@example.com\nAction: delayed\nStatus: 4.4.1\nWill-Retry-Until: Tue, 3 Nov 2026 10:00:00 +0900\n", "Tue, 3 Nov 2026 10:00:00 +0900"),
        ("Delivery to the following recipient has been delayed:\n\n  a@example.com\n\nMessage will be retried for 2 more day(s)\n", "Message will be retried for 2 more day(s)"),
        ("<a@example.com>: host mx.example.com[192.0.2.1] said: 550 user unknown", None),
    ],
)  # fmt: skip
def test_a_delay_says_how_long_the_server_keeps_trying(reader: Engine, text: str, until: str | None) -> None:
    assert reader.match({"text": text})["recipients"][0]["retry_until"] == until


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("<a@example.com>: host mx.example.com[192.0.2.1] said: 550 5.7.1 blocked (ZZ3140)", "likely"),
        ("ZZ3140", "possible"),
    ],
)
def test_a_providers_own_code_is_likely_in_an_answer_and_possible_alone(text: str, confidence: str) -> None:
    coded = engine(article("listed", ["some words of its own"], codes={"vendor": ["ZZ3140"]}))
    match = coded.match({"text": text})["recipients"][0]["matches"][0]
    assert (match["article"], match["confidence"], match["evidence"][0]["kind"]) == ("listed", confidence, "vendor")


def test_html_pasted_as_text_is_read(reader: Engine) -> None:
    html = (
        "<html><body><p>Delivery has failed to these recipients or groups:</p><p>taro@example.com</p>"
        "<div>Remote Server returned '550 5.1.1 user unknown'</div></body></html>"
    )
    result = reader.match({"text": html})
    assert "<p>" not in result["text"]
    assert result["recipients"][0]["recipient"] == "taro@example.com"
    assert result["recipients"][0]["diagnostic"] == "550 5.1.1 user unknown"


def test_a_tag_in_a_sentence_is_no_html(reader: Engine) -> None:
    text = "550 5.6.0 the tag <br> of <p>this</p> is refused: user unknown"
    assert reader.match({"text": text})["text"] == text


def test_an_auto_reply_may_start_with_its_subject(reader: Engine) -> None:
    assert reader.match({"text": "自動返信: お見積りの件\n\n10日まで休みます。"})["kind"] == "auto-reply"
