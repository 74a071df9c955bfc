"""The offer to report a bounce that no article fits, on a site that says where reports go."""

from __future__ import annotations

import html
import tomllib
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
import yaml
from playwright.sync_api import Locator, Route, expect

from tests.browser import messages
from tests.browser.conftest import Visit, Visiting
from tests.conftest import PROJECT

ISSUE = "https://git.example.org/kb/issues/new"
UNKNOWN = "<hanako@example.com>: host mx.example.com[203.0.113.9] said: 550 5.7.1 Wuerg, we dislike you"


def offered(visit: Visiting, small_address: str, text: str, issue: str = ISSUE) -> tuple[Visit, Locator]:
    """The page after a text was pasted whose cause is unknown, and the offer to report it, unfolded.

    `issue`: the address that the page has for issues.
    """
    seen = visit(f"{small_address}/en/")
    if issue != ISSUE:
        seen.page.route(f"{small_address}/en/", lambda route: _with(route, issue))
        seen.page.reload()
    seen.ready()
    seen.page.evaluate(
        """(text) => {
          const box = document.getElementById('bounce');
          box.value = text;
          box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
        }""",
        text,
    )
    seen.answered("unmatched")
    seen.unfold()
    offer = seen.page.locator(".report")
    offer.locator("ol.lines").wait_for()
    return seen, offer


def _with(route: Route, issue: str) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, body=answer.text().replace(f'"{ISSUE}"', f'"{html.escape(issue)}"'))


def test_mail_and_form_are_filled_with_the_redacted_text(visit: Visiting, small_address: str) -> None:
    _, offer = offered(visit, small_address, UNKNOWN)
    mail = urlsplit(offer.locator("a[href^='mailto:']").get_attribute("href") or "")
    form = urlsplit(offer.locator("a[href^='https://git.example.org']").get_attribute("href") or "")
    assert mail.path == "desk@example.jp"
    for body in (unquote(parse_qs(mail.query)["body"][0]), parse_qs(form.query)["body"][0]):
        assert "Wuerg, we dislike you" in body
        assert "[recipient-1]" in body
        assert "hanako" not in body
        assert "203.0.113.9" not in body
    for personal in ("hanako", "203.0.113.9"):
        expect(offer).not_to_contain_text(personal)


FORM = ".github/ISSUE_TEMPLATE/bounce.yml"


@pytest.mark.parametrize("before", ["", "field:"])
def test_the_fields_of_an_issue_form_are_filled(visit: Visiting, small_address: str, before: str) -> None:
    """The form of this project, as GitHub takes its fields by their ids, and Gitea by its word before them."""
    written = yaml.safe_load((PROJECT / FORM).read_text(encoding="utf-8"))
    fields = {one.get("id") for one in written["body"]}
    issue = f"{ISSUE}?template=bounce.yml&{before}bounce=&{before}version=&{before}expected="
    _, offer = offered(visit, small_address, UNKNOWN, issue)
    form = urlsplit(offer.locator("a[href^='https://git.example.org']").get_attribute("href") or "")
    filled = parse_qs(form.query, keep_blank_values=True)
    assert {name.removeprefix(before) for name in filled} == {"template", "title", "bounce", "version", "expected"}
    assert {"bounce", "version", "expected"} <= fields
    assert filled["template"] == ["bounce.yml"]
    assert "Wuerg, we dislike you" in filled[f"{before}bounce"][0]
    assert "hanako" not in form.query
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert filled[f"{before}version"] == [project["version"]]
    # What only the reader knows stays for the reader.
    assert filled[f"{before}expected"] == [""]


def test_a_text_that_is_too_long_for_an_address_is_cut_and_says_so(visit: Visiting, small_address: str) -> None:
    too_long = "too long to be filled in whole"
    _, offer = offered(visit, small_address, UNKNOWN)
    expect(offer.locator(".note", has_text=too_long)).to_be_hidden()
    many = "\n".join(f"we dislike you, {number} \U0001f600" for number in range(100))
    _, offer = offered(visit, small_address, f"{UNKNOWN}\n{many}")
    expect(offer.locator(".note", has_text=too_long)).to_be_visible()
    mail = offer.locator("a[href^='mailto:']").get_attribute("href") or ""
    form = offer.locator("a[href^='https://git.example.org']").get_attribute("href") or ""
    assert 1000 < len(mail) <= 1800
    assert 1800 < len(form) <= 6500


def test_a_line_can_be_taken_out_of_a_report_and_put_back(visit: Visiting, small_address: str) -> None:
    seen, offer = offered(visit, small_address, UNKNOWN)
    copy = offer.get_by_role("button", name="Copy these lines")
    line = offer.locator("li", has_text="dislike you")
    line.get_by_role("button").click()
    copy.click()
    expect(offer.locator(".outcome")).to_contain_text("copied")
    assert "dislike" not in seen.page.evaluate("navigator.clipboard.readText()")
    assert "dislike" not in unquote(offer.locator("a[href^='mailto:']").get_attribute("href") or "")
    line.get_by_role("button").click()
    copy.click()
    expect(offer.locator(".say", has_text="restored")).to_have_count(1)
    seen.page.wait_for_timeout(200)
    copied = seen.page.evaluate("navigator.clipboard.readText()")
    assert "dislike you" in copied
    assert "hanako" not in copied


def test_a_report_shows_whole_what_it_sends_and_says_what_it_cut(visit: Visiting, small_address: str) -> None:
    text = "550 5.7.1 Zork quux\n" + "frobnicate " * 5_000 + "\n" + "one more\n" * 200
    seen, offer = offered(visit, small_address, text)
    expect(offer).to_contain_text("only its first 120 lines are shown")
    expect(offer).to_contain_text("Long lines are cut after 2000 characters.")
    shown = [one.strip() for one in offer.locator(".line__text").all_text_contents()]
    offer.get_by_role("button", name="Copy these lines").click()
    expect(offer.locator(".outcome")).to_contain_text("copied")
    copied = [one.strip() for one in seen.page.evaluate("navigator.clipboard.readText()").splitlines()]
    assert copied == shown
    assert max(len(line) for line in copied) <= 2000


@pytest.mark.parametrize("text", [messages.AUTO_REPLY, messages.DELAY])
def test_what_is_no_bounce_is_not_to_be_reported(visit: Visiting, small_address: str, text: str) -> None:
    seen = visit(f"{small_address}/en/")
    seen.paste(text)
    seen.answered("not-a-bounce delay matched")
    expect(seen.page.locator(".report")).to_have_count(0)
