"""A page that is older than what it fetches: it says that it must be reloaded, in words, and takes nothing that doesn't fit."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.assets import asset
from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

RELOAD = {"": "ページを読み込み直してください", "en/": "Please reload the page"}
OTHERS = (
    lambda text: text.replace("BounceMarks||{})[", "BounceMarks||{})['of-old']=["),  # a script of another build
    lambda text: "<!doctype html><title>All is well</title>",  # a page where a script was
    lambda text: text[: len(text) // 2],  # half of one
)


@pytest.mark.parametrize("folder", ["", "en/"])
@pytest.mark.parametrize(("name", "changed"), [("contents", OTHERS[0]), ("engine", OTHERS[1]), ("patterns", OTHERS[2])])
def test_what_is_of_another_build_is_not_taken(
    visit: Visiting, site: Path, folder: str, name: str, changed: Callable[[str], str]
) -> None:
    lang = "en" if folder else "ja"
    file = asset(site / folder, f"{name}.{lang}.js" if name == "contents" else f"{name}.js")
    script = file.read_text(encoding="utf-8")
    other = changed(script)
    assert other != script
    seen = visit("/en/guide/privacy/")
    seen.page.route(f"**/{file.name}", lambda route: route.fulfill(body=other, content_type="text/javascript"))
    seen.page.goto(f"{seen.page.url.split('/en/')[0]}/{folder}")
    seen.page.locator("#bounce").fill(messages.QMAIL)
    expect(seen.page.locator("#bounce-status")).to_contain_text(RELOAD[folder])
    assert seen.state == "empty"
    # The page was old, and what it fetched was new: a new page fits, and still knows what was pasted.
    seen.page.unroute(f"**/{file.name}")
    seen.page.reload()
    seen.answered()


@pytest.mark.parametrize("folder", ["", "en/"])
def test_the_search_says_so_as_well(visit: Visiting, folder: str) -> None:
    seen = visit("/en/guide/privacy/")
    seen.page.route("**/search.*.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    seen.page.goto(f"{seen.page.url.split('/en/')[0]}/{folder}")
    seen.page.keyboard.press("/")
    expect(seen.page.locator(".search-status")).to_contain_text(RELOAD[folder])


def test_the_desk_says_so_as_well(visit: Visiting) -> None:
    seen = visit("/en/guide/privacy/")
    seen.page.route("**/engine.*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    seen.page.goto(seen.page.url.replace("guide/privacy/", "desk/"))
    expect(seen.page.locator("[data-status]")).to_contain_text(RELOAD["en/"])
