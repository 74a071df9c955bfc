"""The theme's search: what a code finds, and that no page builds the index before somebody asks."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

INDEX_BUILDER = "/workers/search."


@pytest.mark.parametrize("path", ["/", "/en/provider/"])
def test_a_code_finds_its_page_and_only_a_query_builds_the_index(visit: Visiting, path: str) -> None:
    seen = visit(path)
    box = seen.page.locator(".md-search__input")
    box.focus()
    found = seen.page.locator(".md-search-result__link")
    assert not [url for url in seen.requests if INDEX_BUILDER in url]
    box.press_sequentially("5.7.511")
    expect(found.filter(has_text="5.7.511").first).to_be_visible()
    assert [url for url in seen.requests if INDEX_BUILDER in url]
    box.clear()
    box.press_sequentially("5.7.606")
    expect(found.first).to_contain_text("5.7.606")


def test_a_link_with_a_query_searches_at_once(visit: Visiting) -> None:
    seen = visit("/?q=5.7.511")
    expect(seen.page.locator(".md-search-result__link").first).to_contain_text("5.7.511")
