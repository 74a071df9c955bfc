"""What readers write around a bounce, and what only looks like their words."""

import pytest

from generator.hosts.quickjs import Engine

BOUNCE = """
This is the mail system at host mx.example.jp.

<hanako@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1
    <hanako@example.com>: Recipient address rejected: User unknown (in reply to RCPT TO command)
"""


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("送った覚えのないメールが戻ってきました。", ["unsent"]),
        ("昨日から何百通も届きます。", ["flood"]),
        ("このメールは開いても大丈夫ですか？", ["worry"]),
        ("急いでいるので助けてください。", ["urgent"]),
        ("急ぎです。送った覚えがないのに、次々に来ます。", ["flood", "urgent"]),
        ("I never sent this, and they keep coming. Is this a virus?", ["flood", "worry"]),
        ("取引先に送ったら戻ってきました。", []),
    ],
)
def test_own_words_before_or_behind_a_bounce_are_read(whole: Engine, said: str, asks: list[str]) -> None:
    for text in (f"{said}\n{BOUNCE}", f"{BOUNCE}\n{said}\n"):
        result = whole.match({"text": text})
        assert (result["kind"], result["asks"]) == ("bounce", asks)
        assert result["recipients"][0]["matches"][0]["article"] == "general-user-unknown"


def test_a_report_as_it_came_has_none_of_them(whole: Engine) -> None:
    head = "Return-Path: <>\nFrom: MAILER-DAEMON@mx.example.jp\nTo: taro@example.jp\nSubject: Undelivered Mail Returned to Sender\n"
    assert whole.match({"bytes": f"{head}\nWe are in a hurry.\n{BOUNCE}"})["asks"] == []


def test_the_returned_mail_and_its_subject_ask_nothing(whole: Engine) -> None:
    original = "\n----- Original message -----\nFrom: taro@example.jp\nTo: hanako@example.com\nSubject: in a hurry\n\nIs this safe?\n"
    assert whole.match({"text": BOUNCE + original})["asks"] == []
