"""What is somebody's own words, and what the returned message: neither is the answer."""

from __future__ import annotations

import pytest

from tests.engine.mangle import MANGLINGS
from tests.engine.reporters import ORIGINAL, Case, check, check_mangled, reader

TARO = "taro@example.com"

ANSWER = """\
<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1 User unknown
    (in reply to RCPT TO command)
"""
REPORT = "This is the mail system at host mail.example.jp.\n\n" + ANSWER
SHORT_ORIGINAL = """\
From: Hanako Sato <hanako@example.jp>
To: taro@example.com
Date: Mon, 2 Nov 2026 10:00:00 +0900
Subject: Closed

The zebra crossing is closed on Monday.
"""

CASES = [
    Case("a header block without a word before it", REPORT + "\n" + ORIGINAL, {TARO: "unknown"}),
    Case("headers without a technical one", REPORT + "\n" + SHORT_ORIGINAL, {TARO: "unknown"}),
    Case("quoted with full-width marks", "\uff1e " + REPORT.replace("\n", "\n\uff1e ") + "\n\n" + ORIGINAL, {TARO: "unknown"}),
    Case("a quoted header block", REPORT + "\n" + "".join(f"> {line}\n" for line in ORIGINAL.split("\n")), {TARO: "unknown"}),
    Case("original message headers", REPORT + "\nOriginal message headers:\n\n" + ORIGINAL, {TARO: "unknown"}),
    Case("original between text and notification", REPORT + "\n" + ORIGINAL + """
Reporting-MTA: dns; mail.example.jp

Final-Recipient: rfc822; taro@example.com
Action: failed
Status: 5.1.1
Remote-MTA: dns; mx.example.com
Diagnostic-Code: smtp; 550 5.1.1 User unknown
""", {TARO: "unknown"}, reporting="mail.example.jp"),
    Case("original, then the reader's question", REPORT + "\n" + ORIGINAL + """
上のメールが戻ってきました。mailbox is full ということでしょうか。
""", {TARO: "unknown"}),
    Case("an original that is a report itself", REPORT + "\n" + """\
Return-Path: <>
Received: from mx.example.org by mail.example.jp
From: Mail Delivery System <MAILER-DAEMON@example.org>
Subject: Undelivered Mail Returned to Sender

This is the mail system at host mx.example.org.

<jiro@example.org>: host mx.example.org[192.0.2.26] said: 552 5.2.2 The zebra
    crossing is closed (in reply to RCPT TO command)
""", {TARO: "unknown"}),
    Case("the reader's words above", """\
お世話になっております。mailbox is full かと思ったのですが、相手の方は空いているそうです。
下記のメールが返ってきました。ご確認をお願いいたします。

""" + REPORT, {TARO: "unknown"}, stage="recipient"),
    Case("the reader's words above a forwarded report", """\
I thought that the mailbox is full, but it is not. Please have a look.

---------- Forwarded message ---------
From: Mail Delivery System <MAILER-DAEMON@mail.example.jp>
Date: Mon, Nov 2, 2026 at 10:00 AM
Subject: Undelivered Mail Returned to Sender
To: <hanako@example.jp>

""" + REPORT + "\n" + ORIGINAL, {TARO: "unknown"}, stage="recipient"),
    Case("the reader's words above the raw source", """\
550 5.1.1 と書いてあります。

Return-Path: <>
Received: from mail.example.jp by mx.example.net with ESMTP
From: MAILER-DAEMON@mail.example.jp (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: hanako@example.jp

""" + REPORT, {TARO: "unknown"}, stage="recipient"),
    Case("a subject that a report quotes", """\
Your message

  Subject: The zebra crossing is closed

was not delivered to:

  taro@example.com

because:

  550 5.1.1 User unknown
""", {TARO: "unknown"}),
    Case("the reader's words below", REPORT + """
よろしくお願いいたします。
佐藤 花子
""", {TARO: "unknown"}),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_read(case: Case) -> None:
    check(case)


@pytest.mark.parametrize("mangling", MANGLINGS)
@pytest.mark.parametrize("case", CASES, ids=str)
def test_mangled(case: Case, mangling: str) -> None:
    if case.name == "headers without a technical one" and mangling in ("squeezed to one line", "wrapped at 31"):
        pytest.skip("nothing is left that tells a header line from a sentence")
    check_mangled(case, mangling)


def test_own_words_never_come_first() -> None:
    result = reader().match({"text": REPORT + "\nmailbox is full でしょうか。\n"})
    assert result["recipients"][0]["matches"][0]["article"] == "unknown"
