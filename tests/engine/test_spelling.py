"""A likely slip in the domain of an address: what is pointed out, and what isn't."""

import pytest

from generator.hosts.quickjs import Engine

UNKNOWN = "<taro@{domain}>: host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown\n"
MISSING = (
    "<taro@{domain}>: Host or domain name not found. Name service error for name={domain} type=MX: Host not found\n"
)


def meant(whole: Engine, text: str) -> str | None:
    """The domain that the first recipient's is taken for."""
    return whole.match({"text": text})["recipients"][0]["meant_domain"]


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("gmai.com", "gmail.com"),
        ("gmaill.com", "gmail.com"),
        ("GMIAL.com", "gmail.com"),
        ("gmail.con", "gmail.com"),
        ("gocomo.ne.jp", "docomo.ne.jp"),
        ("docomo.ne.j", "docomo.ne.jp"),
        ("hotmial.com", "hotmail.com"),
    ],
)
def test_a_slip_for_a_well_known_domain_is_pointed_out(whole: Engine, written: str, right: str) -> None:
    assert meant(whole, UNKNOWN.format(domain=written)) == right
    assert meant(whole, MISSING.format(domain=written)) == right


@pytest.mark.parametrize("written", ["gmail.com", "mail.com", "docomo.ne.jp", "example.jp", "gmail1.com", "am.com"])
def test_what_may_well_be_right_is_left_alone(whole: Engine, written: str) -> None:
    assert meant(whole, UNKNOWN.format(domain=written)) is None


def test_a_domain_that_does_not_exist_is_compared_with_others_in_the_text(whole: Engine) -> None:
    original = "\n--- The original message ---\nFrom: Hanako <hanako@example.co.jp>\nSubject: Hello\n"
    assert meant(whole, MISSING.format(domain="exampel.co.jp") + original) == "example.co.jp"
    assert meant(whole, UNKNOWN.format(domain="exampel.co.jp") + original) is None
    assert meant(whole, MISSING.format(domain="mail1.example.co.jp") + "Cc: <a@mail2.example.co.jp>\n") is None
