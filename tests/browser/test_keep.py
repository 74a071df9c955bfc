"""A paste is not lost: back, reload and the language switch find it, until it is cleared."""

import pytest
from playwright.sync_api import expect

from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

BANNED = "microsoft-banned-sending-ip"


def test_the_language_switch_keeps_the_paste(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL)
    seen.switch("en")
    seen.page.wait_for_url("**/en/")
    seen.answered("matched")
    expect(seen.page.locator("#bounce")).to_have_value(messages.QMAIL)
    expect(seen.page.locator("#bounce-status")).to_contain_text("We found the cause. ")


def test_the_language_switch_keeps_a_file_too(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.drop("bounce.eml", messages.mail(messages.QMAIL, "utf-8"))
    seen.answered("matched")
    seen.switch("ja")
    seen.page.wait_for_url(lambda url: "/en/" not in url)
    seen.answered("matched")
    assert seen.answers[0][0] == BANNED
    expect(seen.page.locator(".chip__label")).to_have_text("bounce.eml（1 KB）")


def test_back_from_an_article_finds_the_answer_again(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL)
    seen.unfold()
    seen.page.locator("[data-open]").click()
    seen.page.wait_for_url(f"**/a/{BANNED}/#*")
    expect(seen.page.locator("#bounce")).to_have_count(0)
    seen.page.go_back()
    seen.answered("matched")
    expect(seen.page.locator("#bounce")).to_have_value(messages.QMAIL)


def test_a_reload_keeps_the_paste_and_clearing_forgets_it(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL)
    seen.page.reload()
    seen.answered("matched")
    seen.page.locator("[data-clear]:visible").first.click()
    seen.page.reload()
    expect(seen.page.locator("#bounce")).to_have_value("")
    assert seen.state == "empty"


def test_deleting_the_text_by_hand_forgets_it_too(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL)
    seen.edit()
    seen.page.locator("#bounce").fill("")
    # The status line may not say yet what was found, so that it is empty before, too.
    expect(seen.page.locator("#bounce-result")).to_have_attribute("data-state", "empty")
    expect(seen.page.locator("#bounce-status")).to_have_text("")
    seen.page.reload()
    assert seen.state == "empty"


def test_the_language_switch_on_an_article_keeps_the_readers_own_words(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL)
    seen.unfold()
    seen.page.locator("[data-open]").click()
    seen.page.wait_for_url(f"**/a/{BANNED}/#*")
    seen.switch("en")
    seen.page.wait_for_url(f"**/en/a/{BANNED}/**")
    expect(seen.page.locator("[data-mine] mark", has_text=messages.SENTENCE)).to_be_visible()
    seen.page.locator("[data-back] a").click()
    seen.page.wait_for_url("**/en/")
    seen.answered("matched")
    expect(seen.page.locator("#bounce")).to_have_value(messages.QMAIL)


@pytest.mark.parametrize("path", ["/", "/en/"])
def test_what_is_too_long_to_be_kept_whole_is_kept_in_part_and_says_so(visit: Visiting, path: str) -> None:
    seen = visit(path)
    seen.ready()
    seen.hand_over(messages.QMAIL + "x" * 6_000_000)
    seen.answered("matched")
    seen.switch("en" if path == "/" else "ja")
    seen.page.wait_for_url(lambda url: ("/en/" in url) == (path == "/"))
    seen.answered("matched")
    assert seen.answers[0][0] == BANNED
    said = "only its first part is here" if path == "/" else "はじめの部分だけが残っていました"
    expect(seen.page.locator("#bounce-status")).to_contain_text(said)
    expect(seen.page.locator(".chip__label")).to_contain_text("5.7 MB")


def test_where_the_browser_keeps_nothing_the_answer_says_so(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('closed'); }; }")
    seen.paste(messages.QMAIL)
    assert seen.answers[0][0] == BANNED
    expect(seen.page.locator("#bounce-result")).to_contain_text("will be gone when you leave this page")
