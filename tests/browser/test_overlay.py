"""The answer of an organisation's own article says whose it is, alone and among several."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visit, Visiting

OURS = "said: 552 5.2.2 Example Corp Mail: this mailbox has reached its limit"
THEIRS = "said: 550 5.7.606 Access denied, blocked address [203.0.113.7]"
CONTACT = "https://help.example.co.jp/mail"


def pasted(visit: Visiting, address: str, *lines: str) -> Visit:
    seen = visit(address)
    seen.ready()
    seen.paste("\n".join(lines))
    return seen


@pytest.mark.parametrize(("tongue", "said"), [("/", "例示商事による案内"), ("/en/", "By Example Corp.")])
def test_an_answer_says_whose_it_is(visit: Visiting, small_address: str, tongue: str, said: str) -> None:
    seen = pasted(
        visit, small_address + tongue, f"<taro@example.co.jp>: host mx1.mail.example.co.jp[192.0.2.25] {OURS}"
    )
    badge = seen.page.locator("[data-article=example-corp-quota] h1 + p")
    expect(badge.locator(".by")).to_have_text(said)
    expect(badge.locator("a")).to_have_attribute("href", CONTACT)


def test_among_several_causes_only_its_own_says_so(visit: Visiting, small_address: str) -> None:
    seen = pasted(
        visit,
        f"{small_address}/en/",
        f"<taro@example.co.jp>: host mx1.mail.example.co.jp[192.0.2.25] {OURS}",
        f"<hanako@example.com>: host mx1.acme-mail.com[192.0.2.26] {THEIRS}",
    )
    expect(seen.page.locator("details[data-article=example-corp-quota] .by")).to_have_count(1)
    expect(seen.page.locator("details[data-article=acme-blocked-ip]")).to_have_count(1)
    expect(seen.page.locator(".by")).to_have_count(1)
