"""The offer to report a bounce that no article fits, on a site that says where reports go."""

from __future__ import annotations

import shutil
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.conftest import served
from tests.conftest import mkdocs

SMALL = Path(__file__).resolve().parents[1] / "catalogue" / "data" / "good"
UNKNOWN = "<hanako@example.com>: host mx.example.com[203.0.113.9] said: 550 5.7.1 Wuerg, we dislike you"


@pytest.fixture(scope="module")
def reporting(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small site with a mail address and an issue form for reports."""
    folder = tmp_path_factory.mktemp("reporting")
    kb = folder / "kb"
    shutil.copytree(SMALL, kb)
    env = {"REPORT_MAIL": "desk@example.jp", "REPORT_ISSUE_URL": "https://git.example.org/kb/issues/new"}
    done = mkdocs("build", "-d", str(folder / "site"), kb=kb, env=env)
    assert done.returncode == 0, done.stdout
    return folder / "site"


@pytest.fixture
def offer(browser: Browser, reporting: Path) -> Page:
    """The page after an unknown bounce was pasted, the offer to report unfolded."""
    with served(reporting) as address:
        page = browser.new_page()
        page.goto(f"{address}/en/")
        page.fill("#bounce", UNKNOWN)
        page.wait_for_selector("#bounce-result[data-state=unmatched]")
        page.evaluate("for (const folded of document.querySelectorAll('#bounce-result details')) folded.open = true")
        return page


def test_mail_and_form_are_filled_with_the_redacted_text(offer: Page) -> None:
    mail = urlsplit(offer.locator("#bounce-result a[href^='mailto:']").get_attribute("href") or "")
    form = urlsplit(offer.locator("#bounce-result a[href^='https://git.example.org']").get_attribute("href") or "")
    assert mail.path == "desk@example.jp"
    for body in (unquote(parse_qs(mail.query)["body"][0]), parse_qs(form.query)["body"][0]):
        assert "Wuerg, we dislike you" in body
        assert "[recipient-1]" in body
        assert "hanako" not in body
        assert "203.0.113.9" not in body


def test_a_text_that_is_too_long_for_an_address_is_cut_and_says_so(offer: Page) -> None:
    note = offer.locator(".bounce-report .bounce-note")
    assert note.is_hidden()
    offer.fill("#bounce", UNKNOWN + "\n" + "\n".join(f"we dislike you, {number} \ud83d\ude00" for number in range(100)))
    offer.locator(".bounce-echo-text", has_text="you, 99").wait_for(state="attached")
    offer.locator(".bounce-report summary").click()
    offer.locator(".bounce-report .bounce-note", has_text="too long to be filled in whole").wait_for()
    mail = offer.locator("#bounce-result a[href^='mailto:']").get_attribute("href") or ""
    form = offer.locator("#bounce-result a[href^='https://git.example.org']").get_attribute("href") or ""
    assert 1000 < len(mail) <= 1800
    assert 1800 < len(form) <= 6500
