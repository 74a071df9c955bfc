"""The promises of the site: nothing pasted leaves the tab, where it stays until it is cleared, and no paste can do harm."""

import json

import pytest
from playwright.sync_api import expect

from generator.hosts.link import link_modules
from tests.browser import messages
from tests.browser.conftest import Visiting
from tests.browser.harm import NOT_OURS, stored

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("path", ["/", "/en/"])
@pytest.mark.parametrize("text", [messages.QMAIL, messages.UNKNOWN, messages.AUTO_REPLY])
def test_after_a_paste_the_page_asks_for_nothing_and_keeps_it_in_the_tab_only(
    visit: Visiting, path: str, text: str
) -> None:
    seen = visit(path)
    seen.ready()
    kept = stored(seen)
    seen.requests.clear()
    seen.paste(text)
    seen.unfold()
    for tick in seen.page.locator("#bounce-result :is(input[type=radio], input[type=checkbox]):visible").all():
        tick.check(force=True)
    seen.page.wait_for_timeout(300)
    assert seen.requests == []
    assert stored(seen) == kept
    assert "hanako" not in seen.page.url
    assert seen.page.evaluate("sessionStorage['bouncekb.given']") == text
    seen.page.locator("[data-clear]:visible").first.click()
    left = seen.page.evaluate("Object.fromEntries(Object.entries(sessionStorage))")
    # How the reader wants letters is kept; nothing of what was pasted, not even what was ticked off for it.
    assert {key for key in left if not key.startswith("bouncekb.manner.")} <= {"bouncekb.provider", "bouncekb.host"}
    assert not any("hanako" in value or "203.0.113" in value for value in left.values())


def test_every_request_stays_with_the_site(visit: Visiting, address: str) -> None:
    seen = visit()
    seen.ready()
    seen.paste(messages.QMAIL)
    assert [url for url in seen.requests if not url.startswith((address, "data:"))] == []


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>globalThis.harmed = 1</script>",
        "<img src=x onerror='globalThis.harmed = 1'>",
        "\u202e\u2066drawkcab\u0000\ufffe\ud83d",
        "</textarea><svg onload=globalThis.harmed=1>",
        "javascript:globalThis.harmed=1",
        "{sender_ip} {{recipient}} ${globalThis.harmed=1}",
    ],
)
def test_a_hostile_paste_is_only_text(visit: Visiting, hostile: str) -> None:
    seen = visit()
    seen.ready()
    text = f"<x@example.com>:\n{hostile}\nRemote host said: 550 5.1.1 user unknown {hostile}\n{hostile}"
    # As JSON, since a lone surrogate can't travel otherwise.
    seen.page.evaluate(
        """(json) => {
          const box = document.getElementById('bounce');
          box.value = JSON.parse(json);
          box.dispatchEvent(new InputEvent('input', { inputType: 'insertFromPaste' }));
        }""",
        json.dumps(text),
    )
    seen.answered("matched")
    assert seen.page.evaluate("globalThis.harmed") is None
    assert seen.page.evaluate("violations") == []
    assert seen.complaints == []
    assert seen.page.evaluate(NOT_OURS) == []
    shown = seen.page.evaluate("JSON.stringify(document.querySelector('#letter .echo').textContent)")
    assert hostile.split("\u0000")[0] in json.loads(shown)


def test_hostile_html_on_the_clipboard_runs_nothing_and_loads_nothing(visit: Visiting, address: str) -> None:
    seen = visit()
    seen.ready()
    seen.requests.clear()
    html = (
        f"<img src='{address}/spy.png' onerror='globalThis.harmed=1'><script>globalThis.harmed=1</script>"
        f"<link rel=stylesheet href='{address}/spy.css'><p style='color:red' onclick='x()'></p>"
        + "<div>" * 3000
        + "550 5.1.1 user unknown"
        + "</div>" * 3000
    )
    seen.hand_over("x", html)
    seen.answered("matched")
    assert seen.page.evaluate("globalThis.harmed") is None
    assert seen.requests == []
    assert seen.page.evaluate("violations") == []
    assert seen.complaints == []
    assert seen.page.locator("#bounce").input_value() == "550 5.1.1 user unknown"


@pytest.mark.parametrize("tongue", ["/", "/en/"])
@pytest.mark.parametrize(
    "page", ["", "a/microsoft-banned-sending-ip/", "code/5.7.606/", "guide/privacy/", "no-such-page/"]
)
def test_no_page_breaks_its_own_security_policy(visit: Visiting, tongue: str, page: str) -> None:
    seen = visit(tongue + page)
    policy = seen.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert "unsafe" not in policy
    assert "connect-src 'self'" in policy
    if seen.page.locator("#bounce").count():
        seen.paste(messages.QMAIL)
        seen.unfold()
    assert seen.page.evaluate("violations") == []
    assert [text for text in seen.complaints if "404" not in text] == []


# Ways from a string to a script that a page's policy must not take.
SINKS = """() => {
  const tried = [
    () => { document.createElement('script').src = '/x.js'; },
    () => { document.createElement('script').textContent = 'globalThis.harmed = 1'; },
    () => { document.createElement('div').innerHTML = '<b>x</b>'; },
    () => new Worker('/x.js'),
    () => trustedTypes.createPolicy('another', {}),
    () => DomRoom.ownScript('https://elsewhere.example/x.js'),
    () => DomRoom.el('script', { src: 'data:text/javascript,1' }),
  ];
  return tried.map((one) => { try { one(); return 'taken'; } catch (problem) { return problem.name; } });
}"""
TARGETS = """(targets) => targets.map((one) => DomRoom.el('a', { href: one }, 'x').getAttribute('href'))"""


def test_a_page_makes_no_script_of_a_string_and_no_link_to_one(visit: Visiting) -> None:
    seen = visit("/en/")
    seen.page.evaluate(link_modules({"view/dom.js": "DomRoom"}))
    assert set(seen.page.evaluate(SINKS)) == {"TypeError"}
    policy = seen.page.locator("meta[http-equiv=Content-Security-Policy]").get_attribute("content") or ""
    assert "base-uri 'none'" in policy
    assert seen.page.locator("meta[name=referrer]").get_attribute("content") == "same-origin"
    good = ["https://www.example.jp/x", "mailto:taro@example.jp", "../a/x/#sender_ip=203.0.113.7", "#steps", "./"]
    bad = [
        "javascript:x",
        " JavaScript:x",
        "java\tscript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///x",
        "https://[",
    ]
    assert seen.page.evaluate(TARGETS, good) == good
    assert set(seen.page.evaluate(TARGETS, bad)) == {None}


def test_the_matcher_works_on_pages_opened_from_a_disk(visit: Visiting, site: object) -> None:
    seen = visit(f"file://{site}/index.html")
    seen.page.locator("#bounce").focus()
    seen.page.keyboard.insert_text(messages.QMAIL)
    seen.answered("matched")
    assert seen.answers[0] == ("microsoft-banned-sending-ip", "certain")
    seen.unfold()
    seen.page.locator("[data-open]").click()
    expect(seen.page.locator("ol [data-value=sender_ip]").first).to_have_text("203.0.113.7")
    seen.switch("en")
    seen.page.wait_for_url("file://**/en/a/microsoft-banned-sending-ip/index.html#*")
    expect(seen.page.locator("ol [data-value=sender_ip]").first).to_have_text("203.0.113.7")
    seen.page.locator("header nav a", has_text="By code").click()
    seen.page.wait_for_url("file://**/en/code/index.html")
    seen.page.evaluate("(text) => navigator.clipboard.writeText(text)", messages.UNKNOWN)
    seen.page.keyboard.press("Control+V")
    seen.page.wait_for_url("file://**/en/index.html")
    seen.answered("unmatched")
