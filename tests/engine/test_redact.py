"""Redaction: nothing that names a person or a machine is left, and the same value is the same token."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hosts.quickjs import Engine
from tests.engine.helpers import article, engine

REPORT = """\
From: MAILER-DAEMON@mail.example.jp
To: Hanako Yamada <hanako@example.jp>
Subject: Undelivered Mail Returned to Sender

<taro@example.com>: host mx.example.com[203.0.113.7] said: 550 5.1.1 <taro@example.com>
    from 2001:db8::25 at 14:59:45 see https://www.example.com/?user=taro%40example.com
    mx1.big.example says no, go to https://delist.example.net/ (in reply to RCPT TO command)

--- Below this line is a copy of the message.

Return-Path: <hanako@example.jp>
Message-ID: <secret@example.jp>
Subject: 見積書の件

山田です。
"""


@pytest.fixture(scope="module")
def redactor() -> Engine:
    return engine(
        article("a", ["user unknown"]),
        providers=[{"id": "big", "domains": [], "hosts": ["*.big.example"], "names": ["delist.example.net"]}],
    )


def test_nothing_identifying_is_left(redactor: Engine) -> None:
    text = redactor.redact({"text": REPORT})["text"]
    for secret in (
        "hanako",
        "Yamada",
        "taro",
        "203.0.113.7",
        "2001:db8",
        "mx.example.com",
        "mail.example.jp",
        "www.example.com",
        "secret",
    ):
        assert secret.lower() not in text.lower()


def test_what_tells_the_cause_stays(redactor: Engine) -> None:
    text = redactor.redact({"text": REPORT})["text"]
    for telling in (
        "550 5.1.1",
        "in reply to RCPT TO",
        "Undelivered Mail Returned to Sender",
        "MAILER-DAEMON@",
        "14:59:45",
        "mx1.big.example",
    ):
        assert telling in text


def test_same_value_same_token(redactor: Engine) -> None:
    text = redactor.redact({"text": REPORT})["text"]
    assert text.count("[recipient-1]") == 3
    assert text.count("[sender-1]") == 2


def test_returned_message_is_left_out_of_what_was_matched(redactor: Engine) -> None:
    redactor.match({"text": REPORT})
    text = redactor.redact({"text": REPORT})["text"]
    assert "山田です" not in text
    assert "見積書" not in text
    assert text.rstrip().endswith("[original]")


def test_tokens_are_listed(redactor: Engine) -> None:
    result = redactor.redact({"text": REPORT})
    assert {t["kind"] for t in result["tokens"]} >= {"recipient", "host", "ip", "name"}
    assert all(t["token"] in result["text"] for t in result["tokens"])


@given(
    st.lists(
        st.sampled_from(
            [
                "a@example.jp",
                "203.0.113.7",
                "To: A B <c@example.org>\n",
                "mx.example.net",
                " ",
                "\n",
                "5.7.1",
                "@",
                ".",
                "[",
                "x",
            ]
        ),
        max_size=20,
    ).map("".join)
)
def test_every_text_can_be_redacted(redactor: Engine, text: str) -> None:
    assert isinstance(redactor.redact({"text": text})["text"], str)
