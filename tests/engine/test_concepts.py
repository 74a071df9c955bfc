"""Concepts: classes of words in one clause of an answer say what a general article means."""

import pytest

from generator.hosts.quickjs import Engine
from generator.hosts.types import Match
from tests.engine.helpers import said


def first(engine: Engine, text: str) -> Match:
    return engine.match({"text": text})["recipients"][0]["matches"][0]


@pytest.mark.parametrize(
    "text",
    [
        "550 {user} {unknown}",
        "550 5.1.1 The {user} that you wrote to is {unknown} at this time",
        "550 5.1.1 {unknown}: this {user}",
        "550-5.1.1 sorry, our {user}\n550 5.1.1 directory says that it is {unknown}",
    ],
)
@pytest.mark.parametrize("user", ["recipient", "USER", "e-mail address", "mail box", "account"])
@pytest.mark.parametrize("unknown", ["unknown", "non-existent", "not registered"])
def test_words_of_two_classes_in_any_order_with_others_between(
    whole: Engine, text: str, user: str, unknown: str
) -> None:
    assert said(whole.match({"text": text.format(user=user, unknown=unknown)})) == ["general-user-unknown"]


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("552 宛先のメールボックスは、保存できる容量がいっぱいになっております", "general-mailbox-full"),
        ("550 ご指定のアドレスは登録されておりませんでした", "general-user-unknown"),
        ("554 送信元サーバーのIPアドレスが、当社のブラックリストに掲載されています", "general-ip-on-blocklist"),
        ("552 Das Postfach des Nutzers ist leider schon voll", "general-mailbox-full"),
        ("550 la boîte de ce destinataire est hélas pleine", "general-mailbox-full"),
    ],
)
def test_languages(whole: Engine, text: str, article: str) -> None:
    assert said(whole.match({"text": text})) == [article]


def test_both_words_are_the_evidence(whole: Engine) -> None:
    text = "552 Sorry, this mailbox seems, for the time being, quite full."
    match = first(whole, text)
    assert (match["article"], match["confidence"]) == ("general-mailbox-full", "likely")
    marked = {item["text"] for item in match["evidence"] if item["kind"] == "concept"}
    assert marked == {"mailbox", "full"}


@pytest.mark.parametrize(
    "text",
    [
        "550 this mailbox is not full",
        "550 the mailbox was opened. The disk of a colleague is full",
        "550 5.0.0 mailbox opened; 250 2.0.0 the weather report is full",
    ],
)
def test_not_denied_and_not_over_the_end_of_a_clause(whole: Engine, text: str) -> None:
    assert "general-mailbox-full" not in said(whole.match({"text": text}))


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("550 no user by that name could be found", "general-user-unknown"),
        ("550 that user was found to be unknown", "general-user-unknown"),
        ("550 the user's mailbox couldn't be located", "general-user-unknown"),
    ],
)
def test_what_says_it_only_when_denied(whole: Engine, text: str, article: str) -> None:
    assert said(whole.match({"text": text})) == [article]


def test_an_exact_sentence_goes_first(whole: Engine) -> None:
    match = first(whole, "550 5.1.1 User unknown")
    assert match["confidence"] == "certain"
    assert {item["kind"] for item in match["evidence"]} <= {"pattern", "code"}


def test_only_a_servers_answer_is_read_for_single_words(whole: Engine) -> None:
    text = (
        "This is the mail system at host mx.example.jp.\n\n"
        "Mail to <taro@example.com> came back. This message was scanned for viruses.\n"
    )
    assert "general-virus-detected" not in said(whole.match({"text": text}))


def test_a_line_cut_within_a_word_goes_on(whole: Engine) -> None:
    text = "552 5.2.0 We are very sorry: mailbox is so full this morning that nothing else goes in until it is emptied"
    cut = "\n".join(text[at : at + 30] for at in range(0, len(text), 30))
    assert said(whole.match({"text": cut})) == ["general-mailbox-full"]


def test_a_known_host_only_from_the_start_of_a_label(whole: Engine) -> None:
    """A list's short name, as rbl, is no list inside another word."""
    listed = "554 5.7.1 connection from 192.0.2.1 is listed at {}"
    assert said(whole.match({"text": listed.format("rbl.example.com")})) == ["general-ip-on-blocklist"]
    refused = "550 connection from {} refused, it is listed"
    assert "general-ip-on-blocklist" not in said(whole.match({"text": refused.format("marble.example.com")}))
