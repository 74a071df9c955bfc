"""What a reader sees without scrolling, measured: on a phone, on a desk, and at 200 % zoom; and what a page weighs."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.assets import plain
from tests.browser import messages
from tests.browser.conftest import Visit, Visiting

pytestmark = pytest.mark.browser

PHONE = (390, 760)
DESK = (1280, 800)
ZOOMED = (640, 400)
"""A window of 1280 x 800 at 200 %."""

CASES = {
    "one": messages.QMAIL,
    "several": messages.FOUR,
    "delay": messages.DELAY_WITH_DATE,
    "suspicious": messages.FRAUD,
    "unmatched": messages.UNKNOWN,
}
ARTICLE = "a/microsoft-banned-sending-ip/"
"""The page of the case `one`."""

SHIFTS = """
globalThis.shifts = [];
new PerformanceObserver((list) => {
  for (const one of list.getEntries()) if (!one.hadRecentInput) globalThis.shifts.push(one.value);
}).observe({ type: 'layout-shift', buffered: true });
"""

# Where the parts of an answer end, in pixels of the window; 0 for what isn't there.
BOTTOMS = """() => {
  const parts = { cause: 'h1', sure: '.sure', facts: '.facts', table: 'table.rows', way: 'figure.way', step: '.next h2',
                  lead: '[data-lead]' };
  const ends = (one) => (one && one.checkVisibility() ? one.getBoundingClientRect().bottom : 0);
  const main = document.querySelector('.answer__main');
  const found = Object.entries(parts).map(([name, selector]) => [name, ends(main.querySelector(selector))]);
  return { ...Object.fromEntries(found), bar: ends(document.querySelector('.bar')), scrolled: scrollY };
}"""


@pytest.fixture(scope="module", params=["/", "/en/"])
def measured(
    request: pytest.FixtureRequest, browser: Any, address: str
) -> Iterator[dict[tuple[str, tuple[int, int]], Any]]:
    """Every case pasted on every window, in one language: where its parts end, and what moved."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    context.add_init_script(SHIFTS)
    found = {}
    for size in (PHONE, DESK, ZOOMED):
        for case, text in CASES.items():
            seen = Visit(context.new_page())
            seen.page.set_viewport_size({"width": size[0], "height": size[1]})
            seen.page.goto(address + request.param)
            seen.ready()
            seen.paste(text)
            seen.page.wait_for_timeout(300)
            found[case, size] = {
                **seen.page.evaluate(BOTTOMS),
                "state": seen.state,
                "wide": seen.page.evaluate("document.documentElement.scrollWidth"),
                "shift": sum(seen.page.evaluate("shifts")),
                "focus": seen.page.evaluate("document.activeElement.localName"),
                "headline": seen.page.locator("#bounce-result h1").inner_text(),
                "said": seen.page.locator("#bounce-status[role=status]").inner_text(),
            }
            seen.page.close()
    yield found
    context.close()


Measured = dict[tuple[str, tuple[int, int]], Any]


@pytest.mark.parametrize(
    ("case", "state"),
    [
        ("one", "matched"),
        ("several", "matched"),
        ("delay", "delay"),
        ("suspicious", "suspicious"),
        ("unmatched", "unmatched"),
    ],
)
def test_every_case_is_answered_in_its_own_state(measured: Measured, case: str, state: str) -> None:
    assert {measured[case, size]["state"] for size in (PHONE, DESK, ZOOMED)} == {state}


@pytest.mark.parametrize("size", [PHONE, DESK])
@pytest.mark.parametrize("case", ["one", "delay", "suspicious", "unmatched"])
def test_from_the_cause_to_the_lead_action_all_is_seen_at_once(
    measured: Measured, case: str, size: tuple[int, int]
) -> None:
    ends = measured[case, size]
    assert ends["scrolled"] == 0
    order = [ends[part] for part in ("cause", "sure", "facts", "way", "step", "lead")]
    assert all(order), ends
    assert order == sorted(order), ends
    assert ends["lead"] <= size[1], ends
    assert ends["bar"] == 0, "the bar repeats a lead action that is in sight"


def test_of_several_recipients_the_table_is_seen_at_once_and_the_bar_carries_the_lead_action(
    measured: Measured,
) -> None:
    ends = measured["several", PHONE]
    assert 0 < ends["cause"] < ends["table"] <= PHONE[1], ends
    assert 0 < (ends["lead"] if ends["lead"] <= PHONE[1] else ends["bar"]) <= PHONE[1], ends
    ends = measured["several", DESK]
    assert 0 < ends["cause"] < ends["table"] < ends["lead"] <= DESK[1], ends


@pytest.mark.parametrize("case", ["one", "delay", "suspicious", "unmatched"])
def test_at_200_per_cent_the_cause_the_facts_and_the_step_are_seen_at_once(measured: Measured, case: str) -> None:
    ends = measured[case, ZOOMED]
    for part in ("cause", "sure", "facts", "step"):
        assert 0 < ends[part] <= ZOOMED[1], (part, ends)


def test_nothing_overflows_or_jumps(measured: Measured) -> None:
    for (case, size), found in measured.items():
        assert found["wide"] <= size[0], (case, size)
        assert found["shift"] <= 0.02, (case, size)


def test_the_cause_has_the_focus_and_is_announced(measured: Measured) -> None:
    for (case, size), found in measured.items():
        assert found["focus"] == "h1", (case, size)
        if case in ("one", "unmatched"):
            assert found["headline"].rstrip("。.") in found["said"], (case, size)
        assert found["said"].rstrip().endswith(("。", ".")), (case, size, found["said"])


@pytest.mark.parametrize("tongue", ["/", "/en/"])
@pytest.mark.parametrize("case", CASES)
def test_the_narrowest_phone_needs_no_scrolling_sideways(visit: Visiting, tongue: str, case: str) -> None:
    seen = visit(tongue, width=320, height=640)
    seen.paste(CASES[case])
    seen.unfold()
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= 320


def test_the_bar_takes_over_once_the_lead_action_has_scrolled_away(visit: Visiting) -> None:
    seen = visit("/en/", width=PHONE[0], height=PHONE[1])
    seen.paste(messages.QMAIL)
    bar = seen.page.locator(".bar")
    expect(bar).to_be_hidden()
    seen.page.locator("#steps-letters").scroll_into_view_if_needed()
    expect(bar).to_be_visible()
    bar.get_by_role("button").click()
    expect(bar).to_contain_text("Copied.")
    assert "203.0.113.7" in seen.page.evaluate("navigator.clipboard.readText()")
    seen.page.evaluate("scrollTo(0, 0)")
    expect(bar).to_be_hidden()


@pytest.mark.parametrize("tongue", ["/", "/en/"])
def test_an_article_is_four_screens_of_a_phone_and_its_lead_action_on_the_first(visit: Visiting, tongue: str) -> None:
    seen = visit(tongue + ARTICLE, width=PHONE[0], height=PHONE[1])
    assert seen.page.evaluate("document.documentElement.scrollHeight") <= 4 * PHONE[1]
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= PHONE[0]
    ends = seen.page.evaluate(BOTTOMS)
    assert 0 < ends["cause"] < ends["facts"] < ends["way"] < ends["lead"] <= PHONE[1], ends
    assert seen.page.locator("#steps li").first.evaluate("(one) => one.getBoundingClientRect().top") <= 1.5 * PHONE[1]


@pytest.mark.parametrize("tongue", ["/", "/en/"])
def test_an_article_does_not_jump_while_it_loads(visit: Visiting, address: str, tongue: str) -> None:
    seen = visit(tongue + "guide/privacy/", width=PHONE[0], height=PHONE[1])
    seen.page.add_init_script(SHIFTS)
    for page in (ARTICLE, "", "code/", "provider/"):
        seen.page.goto(address + tongue + page)
        seen.page.wait_for_timeout(200)
        assert sum(seen.page.evaluate("shifts")) <= 0.02, page


def files(seen: Visit, site: Path) -> dict[str, int]:
    """The site's files that a page asked for, each with its size as a server sends it."""
    names = {urlsplit(url).path for url in seen.requests if url.startswith("http")}
    found = {}
    for name in names:
        file = site / (name.lstrip("/") + ("index.html" if name.endswith("/") else ""))
        if file.is_file():
            found[name] = len(gzip.compress(file.read_bytes(), 6))
    return found


@pytest.mark.parametrize("tongue", ["/", "/en/"])
def test_the_home_page_is_light_until_a_reader_turns_to_the_box(visit: Visiting, site: Path, tongue: str) -> None:
    seen = visit(tongue)
    seen.page.wait_for_timeout(300)
    asked = files(seen, site)
    assert tongue in asked and len(asked) > 5
    assert sum(asked.values()) <= 150 * 1024, asked


@pytest.mark.parametrize("tongue", ["/", "/en/"])
def test_a_page_that_is_no_matcher_loads_none_and_no_index(visit: Visiting, site: Path, tongue: str) -> None:
    lang = "ja" if tongue == "/" else "en"
    kept_for_later = {
        "matcher.js",
        "patterns.js",
        "redaction.js",
        f"contents.{lang}.js",
        f"search.{lang}.js",
        "desk.js",
    }
    assert kept_for_later <= {plain(file.name) for file in site.rglob("assets/bouncekb/*.js")}
    for page in (ARTICLE, "code/5.1.1/", "provider/", "guide/privacy/"):
        seen = visit(tongue + page)
        seen.page.wait_for_timeout(200)
        assert {plain(Path(name).name) for name in files(seen, site)}.isdisjoint(kept_for_later), page
