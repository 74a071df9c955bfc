"""What the box takes: rich text as text, and a chip in its place for a file and for what is too long for it."""

import pytest
from playwright.sync_api import expect

from tests.browser import messages
from tests.browser.conftest import Visit, Visiting

pytestmark = pytest.mark.browser

BANNED = ("microsoft-banned-sending-ip", "certain")
LONG = (messages.QMAIL + "".join(f"line {number} of a long log\n" for number in range(50_000)))[:1_150_000]


def chip(seen: Visit) -> str:
    """What the chip says it stands for; empty where there is none."""
    return str(seen.page.locator(".chip").evaluate("(one) => one.hidden ? '' : one.firstChild.textContent"))


def test_rich_text_that_says_more_than_plain_text_is_read_from_its_html(visit: Visiting) -> None:
    seen = visit()
    html = (
        "<div><h1>Delivery has failed</h1><table><tr><td>Remote server</td><td>mx.example.com</td></tr>"
        "<tr><td>Said</td><td>550 5.7.606 Access denied, banned sending IP<br>[203.0.113.7]</td></tr></table>"
        "<style>p{color:red}</style><pre>a  b\n  c</pre></div>"
    )
    seen.paste("Delivery has failed", html)
    assert seen.answers[0] == BANNED
    value = seen.page.locator("#bounce").input_value()
    assert "Remote server  mx.example.com" in value
    assert "banned sending IP\n[203.0.113.7]" in value
    assert "a  b\n  c" in value
    assert "color" not in value
    assert "<" not in value


def test_a_rich_paste_goes_where_the_cursor_is_and_can_be_undone(visit: Visiting) -> None:
    seen = visit()
    box = seen.page.locator("#bounce")
    box.fill("before after")
    box.evaluate("(one) => one.setSelectionRange(7, 12)")
    seen.paste("x", "<p>550 5.1.1 user unknown</p><p>and more of it</p>")
    expect(box).to_have_value("before 550 5.1.1 user unknown\n\nand more of it")
    seen.edit()
    box.press("!")
    expect(box).to_have_value("before 550 5.1.1 user unknown\n\nand more of it!")
    box.press("Control+Z")
    expect(box).to_have_value("before 550 5.1.1 user unknown\n\nand more of it")
    box.press("Control+Z")
    expect(box).to_have_value("before after")


def test_rich_text_that_says_the_same_is_pasted_as_plain_text(visit: Visiting) -> None:
    seen = visit()
    seen.paste(messages.QMAIL, "<pre>" + messages.QMAIL.replace("<", "&lt;") + "</pre>")
    assert seen.page.locator("#bounce").input_value() == messages.QMAIL
    seen.edit()
    seen.page.keyboard.press("Control+Z")
    assert seen.page.locator("#bounce").input_value() == ""


@pytest.mark.parametrize(("path", "said"), [("/", "貼り付けた文面（1.1 MB）"), ("/en/", "Pasted text, 1.1 MB")])
def test_a_long_paste_never_enters_the_box_and_is_answered(visit: Visiting, path: str, said: str) -> None:
    seen = visit(path)
    seen.ready()
    seen.page.evaluate(
        """() => {
          globalThis.longest = 0;
          const { set, get } = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value');
          Object.defineProperty(HTMLTextAreaElement.prototype, 'value', {
            get, set(text) { globalThis.longest = Math.max(longest, text.length); set.call(this, text); } });
          document.addEventListener('input', (event) => {
            globalThis.longest = Math.max(longest, event.target.value.length); });
        }"""
    )
    seen.paste(LONG)
    assert seen.answers[0] == BANNED
    assert seen.page.evaluate("longest") == 0
    assert chip(seen) == said
    expect(seen.page.locator("#bounce")).to_be_hidden()
    lines = seen.page.locator(".chip__lines")
    expect(seen.page.locator("#bounce-result h1")).to_be_focused()
    expect(lines).to_contain_text("Hi. This is the qmail-send program at mail.example.jp.")
    assert (lines.text_content() or "").endswith(" …")


def test_a_long_paste_says_that_it_is_being_read_before_it_is(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.ready()
    seen.page.evaluate(
        """() => {
          globalThis.said = [];
          const chip = document.querySelector('.chip');
          const status = document.getElementById('bounce-status');
          new MutationObserver(() => requestAnimationFrame(() => {
            said.push(`${status.textContent} ${chip.hidden ? 'box' : 'chip'} ${status.textContent && document
              .getElementById('bounce-result').dataset.state}`);
          })).observe(status, { childList: true });
        }"""
    )
    seen.paste(LONG)
    expect(seen.page.locator("#bounce-status")).to_contain_text("We found the cause")
    assert seen.page.evaluate("said[0]") == "Reading. chip empty"


def test_a_long_paste_as_rich_text_becomes_a_chip_too(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.ready()
    seen.hand_over("x", "".join(f"<div>{line}</div>" for line in LONG.replace("<", "&lt;").splitlines()))
    seen.answered("matched")
    assert seen.answers[0] == BANNED
    assert chip(seen).startswith("Pasted text, 1.")


def test_what_stood_in_the_box_is_part_of_a_long_paste(visit: Visiting) -> None:
    seen = visit("/en/")
    box = seen.page.locator("#bounce")
    box.fill("550 5.1.1 user unknown\n")
    seen.answered("matched")
    box.evaluate("(one) => one.setSelectionRange(one.value.length, one.value.length)")
    seen.paste("x" * 70_000)
    expect(seen.page.locator(".chip__lines")).to_contain_text("550 5.1.1 user unknown")
    expect(seen.page.locator("#letter .echo")).to_contain_text("550 5.1.1 user unknown")


def test_a_text_that_grows_too_long_in_another_way_becomes_a_chip(visit: Visiting) -> None:
    seen = visit("/en/")
    box = seen.page.locator("#bounce")
    # As a program fills it in: typing so much takes Chromium half a minute.
    box.evaluate("(one, text) => { one.value = text; one.dispatchEvent(new InputEvent('input')); }", LONG[:65_000])
    seen.answered("matched")
    assert chip(seen) == ""
    box.evaluate("(one) => { one.focus(); one.setSelectionRange(one.value.length, one.value.length); }")
    seen.page.keyboard.insert_text("550 5.1.1 user unknown " * 50)
    expect(seen.page.locator(".chip")).to_contain_text("Pasted text, 65 KB")


def test_a_long_text_that_is_dropped_becomes_a_chip(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.page.locator("#bounce").fill("first")
    transfer = seen.page.evaluate_handle(
        "(text) => { const t = new DataTransfer(); t.setData('text/plain', text); return t; }", LONG
    )
    seen.page.dispatch_event("#bounce", "drop", {"dataTransfer": transfer})
    seen.answered("matched")
    assert chip(seen) == "Pasted text, 1.1 MB"
    expect(seen.page.locator(".chip__lines")).to_contain_text("first")


def test_a_chip_is_removed_by_its_button_and_the_box_is_back(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(LONG)
    seen.page.locator("[data-clear]:visible").first.click()
    assert seen.state == "empty"
    assert chip(seen) == ""
    expect(seen.page.locator("#bounce")).to_be_focused()
    expect(seen.page.locator("#bounce")).to_have_value("")
    expect(seen.page.locator("#bounce-status")).to_have_text("Cleared.")


def test_the_next_paste_takes_a_chips_place(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.paste(LONG)
    seen.page.evaluate("navigator.clipboard.writeText('552 5.2.2 mailbox full')")
    seen.page.keyboard.press("Control+V")
    expect(seen.page.locator("[data-confidence]").first).to_have_attribute("data-article", "general-mailbox-full")
    assert chip(seen) == ""
    expect(seen.page.locator("#bounce")).to_have_value("552 5.2.2 mailbox full")
    expect(seen.page.locator("#bounce-result h1")).to_be_focused()


def test_a_file_stands_as_a_chip_with_its_first_lines(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.drop("bounce.eml", messages.mail("配信できませんでした。\n\n" + messages.QMAIL, "iso-2022-jp"))
    seen.answered("matched")
    assert chip(seen) == "bounce.eml, 1 KB"
    expect(seen.page.locator(".chip__lines")).to_contain_text("配信できませんでした。")
    expect(seen.page.locator(".pasted")).to_contain_text("bounce.eml, 1 KB")
    seen.paste(messages.UNKNOWN)
    expect(seen.page.locator("#bounce")).to_have_value(messages.UNKNOWN)
    assert chip(seen) == ""
