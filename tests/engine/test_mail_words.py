"""Words of mail are looked up in the lists of kb/words/: fields by role, labels, daemons, subjects."""

from __future__ import annotations

import pytest

from tests.engine.helpers import WORDS
from tests.engine.source_reading import SourceReader, texts

READER = SourceReader()


def roles(name: str) -> set[str]:
    """What a field is for."""
    return set(READER.call("Words", "rolesOf", "WORDS", name))


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("received", {"technical", "mail"}),
        ("arc-seal", {"technical", "identifier"}),
        ("arc", set()),
        ("content-type", {"part"}),
        ("x-error", {"kept"}),
        ("x-some-server-error", {"kept"}),
        ("x-terror", set()),
        ("x-spam-error", {"technical"}),
        ("x-ms-exchange-message-id", {"technical", "identifier"}),
        ("x-some-message-id", {"identifier"}),
        ("x-failed-recipients", {"kept", "failed", "status"}),
        ("x-other-failed-recipients", {"kept"}),
        ("thread-topic", {"technical", "subject"}),
        ("thread-index", {"technical"}),
        ("", set()),
        ("constructor", set()),
        ("__proto__", set()),
    ],
)
def test_the_most_particular_field_says_what_a_name_is_for(name: str, wanted: set[str]) -> None:
    assert roles(name) == wanted


def test_each_label_leads_to_its_field() -> None:
    labels = {label: field["name"] for field in WORDS["fields"] for label in field["labels"]}
    for label, name in [
        ("差出人", "from"),
        ("Betreff", "subject"),
        ("Envoyé", "date"),
        ("받는 사람", "to"),
        ("Sent", "date"),
    ]:
        assert labels[label] == name
    assert all(roles(name) for name in labels.values())


@pytest.mark.parametrize(
    "sender",
    [
        "MAILER-DAEMON@mx.example.jp",
        '"Mail Delivery System" <noreply@example.jp>',
        "MailDelivery\u2010Subsystem <a@example.jp>",
        "MDaemon@mx.example.jp",
        "Postmaster <a@example.jp>",
        "システム管理者 <admin@example.jp>",
        "Системный администратор <a@example.jp>",
    ],
)
def test_a_daemon_is_known_by_name_and_address(sender: str) -> None:
    assert READER.call("Words", "isDaemon", "WORDS", sender)


@pytest.mark.parametrize(
    "sender", ["", "taro@example.jp", "Damon <damon@example.jp>", "配送センター <post@example.jp>"]
)
def test_a_person_is_no_daemon(sender: str) -> None:
    assert not READER.call("Words", "isDaemon", "WORDS", sender)


@pytest.mark.parametrize(
    ("subject", "wanted"),
    [
        ("Returned mail: see transcript for details", {"bounce", "telling"}),
        ("Fwd: RETURNED  MAIL", {"bounce", "telling"}),
        ("Undeliverable: hello", {"bounce"}),
        ("undeliverables", set()),
        ("Delivery Status Notification (Delay)", {"bounce", "delay"}),
        ("Warning: could not send message for past 4 hours", {"delay", "telling"}),
        ("A warning", set()),
        ("Auto-Reply: hello", {"auto-reply"}),
        ("automobile", set()),
        ("[自動返信] お問い合わせ", {"auto-reply"}),
        ("Ｒｅ： hello", {"answer"}),
        ("Meine Abwesenheit", set()),
        ("配信できませんでした", {"bounce"}),
        ("Non‐remis : bonjour", {"bounce"}),
        ("hello", set()),
    ],
)
def test_what_a_subject_says(subject: str, wanted: set[str]) -> None:
    found = READER.call("Words", "subjectsIn", "WORDS", subject)
    assert {saying for phrase in found for saying in phrase["says"]} == wanted


def test_roles_decide_what_is_shown_and_what_is_source() -> None:
    head = "User-Agent: y\nFrom: a@example.jp\nSender: b@example.jp\nX-Some-Failure: 550 no\n\nx"
    assert READER.looks_like_source(head)
    assert texts(READER.read(head), "header") == ["From: a@example.jp\nX-Some-Failure: 550 no"]
    # The fields of an abuse report are no header block, though one of them stands in mails, too.
    assert not READER.looks_like_source("Feedback-Type: abuse\nUser-Agent: y\nVersion: 1\n\nx")


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("To: taro@example.jp", "to"),
        ("to: taro@example.jp", "to"),
        ("Отправитель: taro@example.jp", "sender"),
        ("Copie à : taro@example.jp", "cc"),
        ("X-Spam-Status: no", "x-spam-*"),
        ("An: karl@example.de", "to"),
        ("an: karl@example.de", None),
        ("list-price of this: 5", None),
        (": x", None),
        ("x" * 1000 + ":", None),
    ],
)
def test_the_field_that_a_line_starts_with(line: str, name: str | None) -> None:
    shown = READER.call("Words", "shownField", "WORDS", line)
    assert (shown and shown["field"]["name"]) == name


@pytest.mark.parametrize(
    ("line", "starts"),
    [
        ("Subject: hello", ["hello"]),
        ("the Subject: hello", []),
        ("お送りになった件名：お知らせ", ["お知らせ"]),
        ("Ihre Nachricht, Betreff: hallo", ["hallo"]),
        ("Система: отказ", []),
        ("Тема: привет", ["привет"]),
    ],
)
def test_where_a_line_quotes_a_subject(line: str, starts: list[str]) -> None:
    assert [line[at:].strip() for at in READER.call("Words", "subjectsShown", "WORDS", line)] == starts


@pytest.mark.parametrize(
    ("before", "mentioned"),
    [
        ("Your message has no Subject: ", True),
        ("missing 'subject:", True),
        ("Subject: ", False),
        ("Piano Subject:", False),
    ],
)
def test_a_sentence_may_mention_the_subject(before: str, mentioned: bool) -> None:
    assert READER.call("Words", "isMentioned", "WORDS", before) == mentioned


@pytest.mark.parametrize(
    ("subject", "telling"),
    [
        ("Returned mail: User unknown", True),
        ("Warning -- no such user", True),
        ("Undeliverable: your order", False),
        ("Re: returned mail: x", False),
        ("Returned mail", False),
    ],
)
def test_a_subject_may_tell_the_cause(subject: str, telling: bool) -> None:
    assert READER.call("Words", "isTelling", "WORDS", subject) == telling
