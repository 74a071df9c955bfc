"""The matcher for everybody: axe on the pages that have it, in both schemes and on a phone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

# What the theme brings along and this site cannot mend without forking it: (axe's id, a part of the selector).
THEME = {
    ("landmark-unique", ".md-nav"): "On a phone the theme repeats its navigation with the same name.",
    ("scrollable-region-focusable", ".md-sidebar"): "On a phone the theme's drawer scrolls without being focusable.",
}


def findings(seen_page: object) -> list[str]:
    """axe's violations as "id selector", but for those that come with the theme."""
    result = Axe().run(seen_page)
    found = []
    for violation in result.response["violations"]:
        for node in violation["nodes"]:
            target = " ".join(str(part) for part in node["target"])
            if not any(violation["id"] == rule and part in target for rule, part in THEME):
                found.append(f"{violation['id']} {target}: {node['failureSummary']}")
    return found


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("path", ["/", "/en/a/microsoft-banned-sending-ip/"])
def test_pages_with_the_matcher_are_accessible(visit: Visiting, path: str, width: int, scheme: str) -> None:
    seen = visit(path, width=width, scheme=scheme)
    assert findings(seen.page) == []


@pytest.mark.parametrize(
    ("text", "width", "scheme"),
    [
        (messages.QMAIL, 1280, "light"),
        (messages.QMAIL, 390, "dark"),
        (messages.UNKNOWN, 1280, "dark"),
        (messages.UNKNOWN, 390, "light"),
        (messages.SEVERAL, 1280, "light"),
        (messages.SEVERAL, 390, "dark"),
    ],
    ids=lambda value: str(value).partition("\n")[0],
)
def test_answers_are_accessible(visit: Visiting, text: str, width: int, scheme: str) -> None:
    seen = visit("/", width=width, scheme=scheme)
    seen.paste(text)
    seen.page.evaluate("for (const fold of document.querySelectorAll('#bounce-result details')) fold.open = true")
    assert findings(seen.page) == []


@pytest.mark.parametrize(("width", "scheme"), [(1280, "dark"), (390, "light")])
def test_a_chip_and_what_was_left_out_are_accessible(visit: Visiting, width: int, scheme: str) -> None:
    seen = visit("/en/", width=width, scheme=scheme)
    seen.ready()
    seen.hand_over(messages.QMAIL + "x " * 1_500_000)
    seen.answered("matched")
    assert findings(seen.page) == []
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    size = seen.page.locator(".bounce-chip button").bounding_box()
    assert size is not None
    assert min(size["width"], size["height"]) >= 44


@pytest.mark.parametrize(("width", "scheme"), [(1280, "light"), (390, "dark")])
def test_values_of_a_link_are_accessible(visit: Visiting, width: int, scheme: str) -> None:
    seen = visit("/a/general-reputation-blocked/#help_url=https%3A%2F%2Fexample.com%2F", width=width, scheme=scheme)
    assert findings(seen.page) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_nothing_is_wider_than_the_window_and_targets_fit_a_thumb(visit: Visiting, width: int) -> None:
    seen = visit("/", width=width)
    seen.paste(messages.QMAIL + "x" * 500)
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width
    small = seen.page.locator(".bounce-matcher :is(button, summary, .bounce-button)").evaluate_all(
        """all => all.filter((one) => one.offsetParent && one.getBoundingClientRect().height < 44)
          .map((one) => one.textContent)"""
    )
    assert small == []


def test_an_answer_moves_nothing_above_it(visit: Visiting) -> None:
    seen = visit("/", width=390)
    places = """['#bounce', '.bounce-tools [data-choose]', '#bounce-status']
      .map((one) => document.querySelector(one).getBoundingClientRect().top)"""
    before = seen.page.evaluate(places)
    seen.paste(messages.QMAIL)
    assert seen.page.evaluate(places) == before
