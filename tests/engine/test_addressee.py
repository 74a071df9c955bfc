"""A server's answer pasted alone: whom it names as the recipient, and when it names nobody for certain."""

import pytest

from generator.hosts.quickjs import Engine


def told(whole: Engine, text: str) -> tuple[str, str | None]:
    """The cause of an answer, and the recipient in its steps."""
    first = whole.match({"text": text})["recipients"][0]["matches"][0]
    values = first["values"]
    assert values.get("recipient_domain") == (values["recipient"].split("@")[1] if "recipient" in values else None)
    return first["article"], values.get("recipient")


@pytest.mark.parametrize(
    ("text", "article"),
    [
        ("550 5.1.1 <taro@example.jp>: Recipient address rejected: User unknown", "general-user-unknown"),
        ("550 5.1.1 taro@example.jp User unknown", "general-user-unknown"),
        ("550 taro@example.jp... No such user here", "general-user-unknown"),
        ("host mx.example.jp[192.0.2.5] said: 550 5.1.1 <taro@example.jp>: User unknown", "general-user-unknown"),
        ("452 4.2.2 <taro@example.jp>: Mailbox full", "general-mailbox-full"),
    ],
)
def test_the_address_that_the_server_repeats_is_the_recipients(whole: Engine, text: str, article: str) -> None:
    assert told(whole, text) == (article, "taro@example.jp")


@pytest.mark.parametrize(
    "text",
    [
        "550 5.1.1 User unknown, contact postmaster@example.jp",
        "550 5.1.1 <taro@example.jp>: User unknown, from <hanako@example.com>",
        "550 5.1.8 <hanako@example.com>: Sender address rejected: Domain not found",
    ],
)
def test_another_address_is_not_taken_for_it(whole: Engine, text: str) -> None:
    assert told(whole, text)[1] is None


def test_a_slip_in_it_is_pointed_out(whole: Engine) -> None:
    assert (
        whole.match({"text": "550 5.1.1 <taro@gmial.com>: User unknown"})["recipients"][0]["meant_domain"]
        == "gmail.com"
    )
