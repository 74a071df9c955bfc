"""The element on a page of somebody else's, at another origin, whose policy allows what the guide says and nothing more."""

import http.server
import threading
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from generator.hosts.schema import RESULT
from tests.browser import messages
from tests.browser.conftest import Visit, Visiting, drop_files
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

SITE = "https://bounce.example.org"
"""The site's address in the guide."""

# Runs before anything of the element's: it writes down what the page is told, and which names are there already.
WATCH = """
globalThis.told = [];
globalThis.known = [];
addEventListener('bounce-result', ({ detail, target }) => told.push([target.localName, detail]));
known.push(...Object.getOwnPropertyNames(globalThis));
"""
NEW_NAMES = "Object.getOwnPropertyNames(globalThis).filter((name) => !known.includes(name) && isNaN(name))"
# Asked again and again within the page: its policy forbids what Playwright would wait with.
LOADED = """async () => {
  const names = ['engine.', 'patterns.', 'contents.', 'redaction.', 'letters.'];
  const isThere = (name) => performance.getEntriesByType('resource').some((one) => one.name.includes(`/assets/bouncekb/${name}`));
  for (let tries = 0; !names.every(isThere); tries++) {
    if (tries === 1000) throw new Error('not loaded');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}"""

PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Portal</title></head>
<body><h1 id="title">Portal</h1><script src="{script}"></script>
<bounce-matcher {attributes}></bounce-matcher></body></html>
"""


def documented() -> str:
    """The one directive that both guides say a page needs."""
    said = [
        line
        for path in ("docs/guide/embed.md", "docs/en/guide/embed.md")
        for line in (PROJECT / path).read_text(encoding="utf-8").splitlines()
        if line.startswith("script-src ")
    ]
    assert said == [f"script-src {SITE}"] * 2
    return said[0]


class Portal:
    """Somebody else's server: its policy is a header, as strict as a policy can be but for what the guide says."""

    def __init__(self, site: str) -> None:
        self.policy = f"default-src 'none'; {documented().replace(SITE, site)}"
        self.site = site
        self.address = ""
        self._pages: dict[str, str] = {}

    def page(self, lang: str = "ja", attributes: str = "") -> str:
        """Put up a page with the guide's two lines and return its address."""
        path = f"/{len(self._pages)}.html"
        script = f"{self.site}/assets/embed/bounce-matcher.js"
        self._pages[path] = PAGE.format(lang=lang, script=script, attributes=attributes)
        return self.address + path

    def answer(self, path: str) -> bytes:
        """What stands at a path; nothing where there is no page."""
        return self._pages.get(path, "").encode()


@pytest.fixture
def portal(address: str) -> Iterator[Portal]:
    made = Portal(address)

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = made.answer(self.path)
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", made.policy)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        made.address = f"http://127.0.0.1:{server.server_port}"
        yield made
        server.shutdown()


def opened(visit: Visiting, address: str, **how: Any) -> Visit:
    """A portal's page, watched from its start, with the reader's cursor in the box and everything loaded."""
    seen = visit("about://blank", **how)
    seen.page.add_init_script(WATCH)
    seen.page.goto(address)
    seen.page.locator("#bounce").focus()
    seen.page.evaluate(LOADED)
    seen.requests.clear()
    return seen


def untouched(seen: Visit) -> None:
    """The page was asked for nothing, left as it was, and nobody complains."""
    assert seen.requests == []
    assert seen.page.evaluate("violations") == []
    assert seen.page.evaluate(NEW_NAMES) == []
    assert seen.page.evaluate("[sessionStorage.length, localStorage.length, document.cookie]") == [0, 0, ""]
    assert seen.complaints == []
    assert "#" not in seen.page.url


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_a_paste_is_answered_under_a_policy_that_allows_nothing_but_the_scripts(
    visit: Visiting, portal: Portal, lang: str
) -> None:
    seen = opened(visit, portal.page(lang="fr", attributes=f'lang="{lang}"'))
    seen.paste(messages.QMAIL)
    assert seen.answers[0] == ("microsoft-banned-sending-ip", "certain")
    said = {"ja": "送信サーバー", "en": "Your server"}[lang]
    expect(seen.page.locator("#bounce-result h1")).to_contain_text(said)
    seen.unfold()
    # What an answer needs later is there as well, and its links lead to the places inside, not of the page.
    expect(seen.page.locator(".compose pre").first).not_to_be_empty()
    seen.page.locator("#bounce-result .next a[href='#steps']").click()
    expect(seen.page.locator("#steps")).to_be_focused()
    seen.page.locator("[data-step]").first.check(force=True)
    untouched(seen)


def test_the_page_is_told_the_result_and_can_do_nothing_to_the_answer(visit: Visiting, portal: Portal) -> None:
    seen = opened(visit, portal.page())
    seen.page.evaluate("addEventListener('bounce-result', ({ detail }) => { detail.recipients.length = 0; })")
    seen.paste(messages.SEVERAL)
    [[element, _]] = seen.page.evaluate("told")
    assert element == "bounce-matcher"
    assert len(seen.page.locator("#bounce-result table.rows tbody tr").all()) == 3
    seen.page.evaluate("told.length = 0")
    seen.page.locator("[data-clear]:visible").first.click()
    assert seen.page.evaluate("told") == []
    # From the table into the fold of a cause.
    seen.paste(messages.SEVERAL)
    seen.page.locator("table.rows a").last.click()
    expect(seen.page.locator("details[id^=cause-]").last).to_have_attribute("open", "")
    untouched(seen)


def test_what_the_page_is_told_is_the_documented_result(visit: Visiting, portal: Portal) -> None:
    seen = opened(visit, portal.page())
    seen.paste(messages.QMAIL)
    [[_, result]] = seen.page.evaluate("told")
    RESULT.validate_python(result)
    assert result["text"].strip() == messages.QMAIL.strip()
    assert result["recipients"][0]["matches"][0]["article"] == "microsoft-banned-sending-ip"


def test_links_lead_to_pages_of_the_site_in_a_tab_of_their_own(visit: Visiting, portal: Portal) -> None:
    seen = opened(visit, portal.page(attributes='lang="en"'))
    seen.paste(messages.QMAIL)
    seen.unfold()
    with seen.page.context.expect_page() as found:
        seen.page.locator("[data-open]").click()
    assert found.value.url.startswith(f"{portal.site}/en/a/microsoft-banned-sending-ip/#")
    expect(found.value.locator("ol [data-value=sender_ip]").first).to_have_text("203.0.113.7")
    elsewhere = opened(visit, portal.page(attributes='site="https://help.example.com/mail"'))
    elsewhere.paste(messages.QMAIL)
    links = elsewhere.page.locator("a[href^='https://help.example.com/mail/a/microsoft-banned-sending-ip/#']")
    assert links.count() > 0


def test_a_file_is_answered_where_it_is_dropped_and_the_page_keeps_its_own_pastes(
    visit: Visiting, portal: Portal
) -> None:
    seen = opened(visit, portal.page())
    drop_files(seen.page, "h1#title", [("bounce.eml", messages.QMAIL.encode())])
    seen.page.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.setData('text/plain', text);
          const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
          document.body.dispatchEvent(event);
        }""",
        messages.QMAIL,
    )
    seen.page.wait_for_timeout(400)
    assert seen.state == "empty"
    drop_files(seen.page, "#bounce", [("bounce.eml", messages.QMAIL.encode())])
    seen.answered("matched")
    untouched(seen)


def test_the_answer_goes_by_the_width_of_the_element_and_wears_its_own_style(visit: Visiting, portal: Portal) -> None:
    seen = opened(visit, portal.page(attributes='scheme="light"'), scheme="dark")
    seen.paste(messages.QMAIL)
    columns = "getComputedStyle(document.querySelector('bounce-matcher').shadowRoot.querySelector('.answer')).gridTemplateColumns"
    paper = "getComputedStyle(document.querySelector('bounce-matcher').shadowRoot.firstElementChild).backgroundColor"
    assert len(seen.page.evaluate(columns).split()) == 2
    assert seen.page.evaluate(paper) == "rgb(250, 248, 243)"
    seen.page.evaluate("document.querySelector('bounce-matcher').style.width = '400px'")
    assert len(seen.page.evaluate(columns).split()) == 1
    seen.page.evaluate("document.querySelector('bounce-matcher').removeAttribute('scheme')")
    assert seen.page.evaluate(paper) == "rgb(21, 23, 29)"


@pytest.mark.parametrize("path", ["/guide/embed/", "/en/guide/embed/"])
def test_the_guide_shows_the_element_and_takes_none_of_its_pastes_home(visit: Visiting, path: str) -> None:
    seen = visit(path)
    inside = seen.page.locator("bounce-matcher #bounce")
    inside.focus()
    # A slash is a letter in the box, not the key of the site's search.
    seen.page.keyboard.type("/")
    expect(inside).to_have_value("/")
    inside.fill("")
    seen.paste(messages.QMAIL)
    assert seen.answers[0] == ("microsoft-banned-sending-ip", "certain")
    assert seen.page.url.endswith(path)
    assert seen.page.evaluate("violations") == []
    assert seen.complaints == []
