"""The site for everybody: axe on every kind of page and answer, forced colours, the keyboard alone, thumbs and narrow windows."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

BANNED = "a/microsoft-banned-sending-ip/"
PAGES = (
    "",
    BANNED,
    "a/general-reputation-blocked/#help_url=https%3A%2F%2Fexample.com%2F",
    "code/",
    "code/5.1.1/",
    "provider/",
    "provider/microsoft/",
    "reason/",
    "reason/mailbox-full/",
    "reporter/",
    "reporter/postfix/",
    "host/",
    "host/xserver/",
    "guide/privacy/",
    "guide/support/",
    "guide/how-matching-works/",
    "desk/",
    "no-such-page/",
)
"""One page of every kind."""

# All folds, but of long lists, whose rows are alike, the first alone: axe takes 20 seconds for the list of all codes.
OPEN = """() => [...document.querySelectorAll('main details, #main details')].forEach((fold, at) => {
  fold.open = at === 0 || fold.querySelectorAll('*').length < 200;
})"""

ANSWERS = (
    messages.QMAIL,
    messages.UNKNOWN,
    messages.SEVERAL,
    messages.DELAY,
    messages.FRAUD,
    messages.QUESTION,
    messages.AUTO_REPLY,
    messages.REFUSED,
    f"送った覚えのないメールです。\n\n{messages.QMAIL}",
)
"""One text for every state of an answer."""


def findings(page: Page) -> list[str]:
    """axe's violations in both schemes, as "scheme id selector"."""
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        # Colours on the way from one scheme to the other are those of neither.
        page.evaluate("Promise.all(document.getAnimations().map((one) => one.finished))")
        # A scheme is a set of colours: for the second, only these can be wrong.
        only = {"runOnly": ["color-contrast"]} if scheme == "dark" else {}
        # Whatever holds is many times as much as what doesn't, and nobody reads it.
        options = {"resultTypes": ["violations"], **only}
        for violation in Axe().run(page, options=options).response["violations"]:
            for node in violation["nodes"]:
                target = " ".join(str(part) for part in node["target"])
                found.append(f"{scheme} {violation['id']} {target}: {node['failureSummary']}")
    return found


# As a reader with a mouse finds them, and as one with a phone.
ROUNDS = pytest.mark.parametrize(("tongue", "width"), [("/", 390), ("/en/", 1280)])


@ROUNDS
def test_every_kind_of_page_is_accessible(visit: Visiting, address: str, tongue: str, width: int) -> None:
    seen = visit(tongue, width=width)
    found = {}
    for page in PAGES:
        seen.page.goto(address + tongue + page)
        seen.page.evaluate(OPEN)
        found[page] = findings(seen.page)
    assert {page: bad for page, bad in found.items() if bad} == {}


@ROUNDS
def test_every_answer_is_accessible(visit: Visiting, tongue: str, width: int) -> None:
    seen = visit(tongue, width=width)
    found = {}
    for text in ANSWERS:
        seen.hand_over_anywhere(text)
        seen.unfold()
        found[text.partition("\n")[0]] = findings(seen.page)
        seen.page.locator("[data-clear]:visible").first.click()
    assert {text: bad for text, bad in found.items() if bad} == {}


@ROUNDS
def test_pages_for_a_few_words_and_the_search_are_accessible(visit: Visiting, tongue: str, width: int) -> None:
    seen = visit(tongue, width=width)
    seen.page.locator("#bounce").fill("5.1.1")
    seen.page.locator("#bounce-hits a[data-hit]").first.wait_for()
    assert findings(seen.page) == []
    seen.page.locator("#bounce").fill("")
    seen.page.keyboard.press("Escape")
    seen.page.locator("[data-search-open]").click()
    seen.page.locator("input[data-search]").fill("550")
    seen.page.locator("dialog a[data-hit]").first.wait_for()
    assert findings(seen.page) == []


def test_an_answer_that_another_page_opens_from_is_accessible(visit: Visiting) -> None:
    seen = visit("/", width=390)
    seen.paste(messages.QMAIL)
    seen.page.goto(seen.page.url + BANNED)
    expect(seen.page.locator("[data-mine]")).to_be_visible()
    assert findings(seen.page) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_a_chip_and_what_was_left_out_are_accessible(visit: Visiting, width: int) -> None:
    seen = visit("/en/", width=width)
    seen.ready()
    seen.hand_over(messages.QMAIL + "x " * 1_500_000)
    seen.answered("matched")
    assert findings(seen.page) == []
    assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


# Whatever is smaller than a thumb where it is pressed: a value's own area is its ::after.
SMALL = """() => {
  const area = (one) => Math.max(one.getBoundingClientRect().height, parseFloat(getComputedStyle(one, '::after').height) || 0);
  const pressed = '#main :is(button, summary, .btn, .tick, .tabs label, .opts label, input:not([type=checkbox], [type=radio]), select)';
  return [...document.querySelectorAll(pressed)]
    .filter((one) => one.checkVisibility() && area(one) < 43.5)
    .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 30)} ${area(one)}`);
}"""


@pytest.mark.parametrize("text", [messages.QMAIL + "x" * 500, messages.SEVERAL, messages.UNKNOWN, messages.DELAY])
def test_nothing_is_wider_than_the_window_and_targets_fit_a_thumb(visit: Visiting, text: str) -> None:
    seen = visit("/", width=390)
    seen.paste(text)
    seen.unfold()
    assert seen.page.evaluate(SMALL) == []
    for width in (390, 320, 1280):
        seen.page.set_viewport_size({"width": width, "height": 760})
        assert seen.page.evaluate("document.documentElement.scrollWidth") <= width


def test_forced_colours_lose_neither_an_edge_nor_a_word(visit: Visiting) -> None:
    seen = visit("/en/", width=390)
    seen.page.emulate_media(forced_colors="active")
    seen.paste(messages.QMAIL)
    edges = seen.page.evaluate(
        """() => Object.fromEntries(['[data-lead]', '.tabs label', '.tick span', '.btn.quiet', '.letter', '.compose pre'].map(
          (one) => {
            const style = getComputedStyle(document.querySelector(`#bounce-result ${one}`));
            return [one, style.borderTopStyle === 'none' ? 0 : parseFloat(style.borderTopWidth)];
          }))"""
    )
    assert {one: width for one, width in edges.items() if width < 1} == {}
    lead = seen.page.locator("[data-lead]").first
    expect(lead).to_be_in_viewport()
    for fact in seen.page.locator(".facts").first.locator("dt, dd").all():
        expect(fact).to_be_visible()
    # The drawing keeps to the colours that the reader chose.
    drawn = seen.page.evaluate(
        """() => {
          const ground = getComputedStyle(document.body).backgroundColor;
          return [...document.querySelectorAll('#bounce-result .answer__main figure.way svg :is(line, path, circle)')]
            .filter((one) => one.checkVisibility())
            .map((one) => getComputedStyle(one).stroke).filter((stroke) => stroke !== 'none' && stroke === ground).length;
        }"""
    )
    assert drawn == 0
    # What is chosen among the letters is told by more than a colour.
    chosen = seen.page.evaluate(
        """() => [...document.querySelectorAll('#bounce-result .tabs label')].map((one) => {
          const { borderTopColor, backgroundColor, outlineStyle, textDecorationLine, color, fontWeight } = getComputedStyle(one);
          return [one.matches(':has(:checked)'), [borderTopColor, backgroundColor, outlineStyle, textDecorationLine, color, fontWeight].join()];
        })"""
    )
    assert {look for is_on, look in chosen if is_on}.isdisjoint({look for is_on, look in chosen if not is_on})


def test_the_keyboard_alone_leads_from_a_paste_to_the_copied_text(visit: Visiting) -> None:
    seen = visit("/en/")
    keyboard = seen.page.keyboard
    seen.page.evaluate("(text) => navigator.clipboard.writeText(text)", messages.QMAIL)
    keyboard.press("Tab")
    expect(seen.page.get_by_role("link", name="Skip to content")).to_be_focused()
    keyboard.press("Enter")
    keyboard.press("Tab")
    expect(seen.page.locator("#bounce")).to_be_focused()
    keyboard.press("Control+V")
    seen.answered("matched")
    expect(seen.page.locator("#bounce-result h1")).to_be_focused()
    lead = seen.page.locator("[data-lead]").first
    for _ in range(5):
        keyboard.press("Tab")
        shown = seen.page.evaluate(
            "() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);"
            " return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth); }"
        )
        assert shown >= 2, seen.page.evaluate("document.activeElement.outerHTML")[:200]
        if lead.evaluate("(one) => one === document.activeElement"):
            break
    expect(lead).to_be_focused()
    keyboard.press("Enter")
    expect(seen.page.locator(".next [role=status]").first).to_contain_text("Copied.")
    expect(lead).to_be_focused()
    assert "203.0.113.7" in seen.page.evaluate("navigator.clipboard.readText()")
    # And on to the first tick, which the space bar sets.
    keyboard.press("Tab")
    keyboard.press("Tab")
    keyboard.press("Space")
    expect(seen.page.locator("#steps input[data-step]").first).to_be_checked()


def test_the_letter_that_scrolls_can_be_scrolled_with_keys(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste("".join(f"line {number}\n" for number in range(200)) + messages.QMAIL)
    echo = seen.page.locator("#letter .echo")
    assert echo.evaluate("(one) => one.tabIndex") == 0
    echo.focus()
    before = seen.page.evaluate("[scrollY, document.querySelector('#letter .echo').scrollTop].join()")
    for _ in range(5):
        seen.page.keyboard.press("PageDown")
    seen.page.wait_for_timeout(400)
    assert seen.page.evaluate("[scrollY, document.querySelector('#letter .echo').scrollTop].join()") != before
