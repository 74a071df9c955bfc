"""Sentences that are nearly there: a hyphen for a space, words more, broken off; and what must not count as one."""

import pytest

from generator.hosts.types import Match
from tests.engine.helpers import article, engine

ENGINE = engine(
    article("full", ["mailbox of this customer is full today"], reason="mailbox-full"),
    article("spam", ["message was rejected because its content looks like spam"], reason="spam-content"),
    article("size", ["message was rejected because its content is too large"], reason="too-large"),
    article("short", ["user unknown"]),
)
WORDED = engine(
    article("disabled", ["account is presently disabled"]),
    article("sending", ["sending for this account is disabled"]),
    article("gone", ["user is gone away"]),
    article("presently", ["user is presently gone away"]),
)


def match_of(text: str) -> Match | None:
    """The first article that a server's answer gets."""
    matches = ENGINE.match({"text": text})["recipients"][0]["matches"]
    return matches[0] if matches else None


@pytest.mark.parametrize(
    "text",
    [
        "550 mailbox of this customer is_full today",
        "550 mailbox-of this customer is full today",
        "550 user-unknown",
    ],
)
def test_a_mark_in_the_place_of_a_space_changes_nothing(text: str) -> None:
    found = match_of(text)
    assert found
    assert (found["why"], found["confidence"]) == ("pattern", "certain")


def test_a_mark_or_a_filler_does_not_hide_a_sentence_behind_a_shorter_one() -> None:
    found = WORDED.match({"text": "550 5.0.0 sending-for this account is presently disabled"})["recipients"][0][
        "matches"
    ]
    assert [match["article"] for match in found] == ["sending", "disabled"]
    assert found[0]["evidence"][0]["text"] == "sending-for this account is presently disabled"


@pytest.mark.parametrize(
    ("text", "articles"),
    [
        ("550 user is unfortunately gone away", ["gone"]),
        ("550 user is at this\r\n time gone away", ["gone"]),
        ("550 user is presently gone away", ["presently", "gone"]),
        ("550 see user-is-gone-away@example.com", []),
        ("550 see https://example.com/user-is-gone-away", []),
        ("550 see user-is-gone-away.example.com", []),
        ("550 it failed\nUser-is-gone-away: yes", []),
    ],
)
def test_a_filler_says_nothing_and_a_name_is_no_sentence(text: str, articles: list[str]) -> None:
    assert [match["article"] for match in WORDED.match({"text": text})["recipients"][0]["matches"]] == articles


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("550 mailbox of this customer is now completely full today", "full"),
        ("550 mailbox of this very old customer is full today", "full"),
        ("550 message was rejected by us because its content looks like spam", "spam"),
        ("550 message was rejected because its content looks like", "spam"),
        ("550 message was rejected because its content looks li", "spam"),
        (
            "<taro@example.com>: host mx.example.com[192.0.2.1] said: 550 mailbox of this customer is\n\nSee below.",
            "full",
        ),
        ("(reason: 550 mailbox of this customer is)\n", "full"),
    ],
)
def test_words_more_and_words_less_make_it_possible(text: str, wanted: str) -> None:
    found = match_of(text)
    assert found
    assert (found["article"], found["why"], found["confidence"]) == (wanted, "near", "possible")
    assert [proof["kind"] for proof in found["evidence"] if proof["kind"] != "code"] == ["near"]


@pytest.mark.parametrize(
    "text",
    [
        "550 mailbox of this customer is not full today",
        "550 mailbox of this customer is by no means full today",
        "550 mailbox of this customer. It is full today",
        "550 mailbox of this customer is one two three four full today",
        "550 user is unknown",
        "550 message was rejected because its content",
        "550 mailbox of this",
        "550 mailbox of this customer is\nnew and welcome",
    ],
)
def test_other_sentences_are_not_taken_for_it(text: str) -> None:
    assert match_of(text) is None


def test_a_short_paste_is_a_bounce_by_a_sentence_that_is_nearly_there() -> None:
    told = "Message was rejected because its content looks"
    assert ENGINE.match({"text": told})["kind"] == "bounce"
    assert match_of(told)
    letter = "Dear Hanako, thank you for the photographs. They are lovely. We had a great time in Kyoto last week.\n\n"
    assert ENGINE.match({"text": letter + letter + told})["kind"] == "other"
    assert ENGINE.match({"text": f"From: taro@example.jp\nSubject: hello\n\n{told}\n"})["kind"] == "other"


def test_a_sentence_that_is_there_leaves_no_room_for_others() -> None:
    found = ENGINE.match({"text": "550 user unknown, mailbox of this customer is now full today"})["recipients"][0][
        "matches"
    ]
    assert [match["article"] for match in found] == ["short"]
