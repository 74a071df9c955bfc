"""The built site in a real Chromium: a server, a browser, and pages that write down whatever they shouldn't do.

Needs the fixture `site` (the folder of the built site). No test talks to anything but the local server.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.install import MEND, find_chromium

# The browser's own chatter with its maker, which would hide a request of the page's.
QUIET = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)

RECORD_VIOLATIONS = """
globalThis.violations = [];
addEventListener('securitypolicyviolation', (event) => {
  globalThis.violations.push(`${event.violatedDirective} ${event.blockedURI}`);
});
"""

# Asked again and again within the page: the site's own policy forbids what Playwright would wait with.
LOADED = """async () => {
  const missing = () => ['BounceContents', 'BounceEngine', 'BounceIndex', 'BounceRedaction'].filter((name) => !(name in globalThis));
  for (let tries = 0; missing().length; tries++) {
    if (tries === 1000) throw new Error(`not loaded: ${missing()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}"""


class Visit:
    """A page of the site as somebody sees it, with everything it asked for and complained about."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.requests: list[str] = []
        self.complaints: list[str] = []
        page.on("request", lambda request: self.requests.append(request.url))
        page.on("console", lambda message: self._hear(message.type, message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "blocked by Playwright" not in text:
            self.complaints.append(text)

    @property
    def state(self) -> str | None:
        """What `#bounce-result` says it shows."""
        return self.page.locator("#bounce-result").get_attribute("data-state")

    @property
    def answers(self) -> list[tuple[str, str]]:
        """The articles shown, in rank order, each with its confidence."""
        shown = self.page.locator("#bounce-result [data-article][data-confidence]")
        found: list[list[str]] = shown.evaluate_all(
            "all => all.map((one) => [one.dataset.article, one.dataset.confidence])"
        )
        return [(article, confidence) for article, confidence in found]

    @property
    def hits(self) -> list[str]:
        """Where the pages lead that are shown for a few words, in rank order."""
        shown = self.page.locator("#bounce-hits a[data-hit]")
        found: list[str] = shown.evaluate_all("all => all.map((one) => one.getAttribute('href'))")
        return found

    def switch(self, language: str) -> None:
        """Switch the page to the other language, as the head of the page offers it at this width."""
        self.page.locator(f"header a[hreflang={language}]:visible").first.click()

    def edit(self) -> None:
        """Put what was pasted back into the box."""
        self.page.locator("[data-edit]:visible").click()

    def unfold(self) -> None:
        """Open every fold of the answer."""
        self.page.locator("#bounce-result details").evaluate_all(
            "(folds) => folds.forEach((fold) => { fold.open = true; })"
        )

    def ready(self) -> None:
        """Turn to the box and wait until everything is there that an answer needs."""
        self.page.locator("#bounce").focus()
        self.page.evaluate(LOADED)

    def paste(self, text: str, html: str | None = None) -> None:
        """Paste with the keyboard, from the real clipboard, and wait for the answer."""
        self.page.evaluate(
            """async ([text, html]) => {
              const item = { 'text/plain': new Blob([text], { type: 'text/plain' }) };
              if (html) item['text/html'] = new Blob([html], { type: 'text/html' });
              await navigator.clipboard.write([new ClipboardItem(item)]);
            }""",
            [text, html],
        )
        # Below an answer the box is folded away: then the page itself takes the paste.
        if self.page.locator("#bounce").is_visible():
            self.page.locator("#bounce").focus()
        self.page.keyboard.press("Control+V")
        self.answered()

    def answered(self, state: str = "matched possible unmatched not-a-bounce suspicious delay question notice") -> None:
        """Wait until a result stands in one of these states."""
        any_of = ", ".join(f"#bounce-result[data-state={one}]" for one in state.split())
        self.page.locator(any_of).wait_for()

    def hand_over(self, text: str, html: str = "") -> None:
        """Paste what the page takes by itself (long or rich text) without the clipboard, which is slow with megabytes."""
        self.page.evaluate(
            """([text, html]) => {
              const data = new DataTransfer();
              data.setData('text/plain', text);
              if (html) data.setData('text/html', html);
              const at = document.activeElement.closest('.bounce-matcher') ? document.activeElement : null;
              (at || document.getElementById('bounce')).dispatchEvent(
                new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }""",
            [text, html],
        )

    def hand_over_anywhere(self, text: str) -> None:
        """Paste where no field has the focus, without the clipboard, and wait for the answer."""
        self.page.evaluate(
            """(text) => {
              const data = new DataTransfer();
              data.setData('text/plain', text);
              document.body.dispatchEvent(
                new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
            }""",
            text,
        )
        self.answered()

    def drop(self, name: str, content: bytes) -> None:
        """Drop a file on the box."""
        self.drop_all([(name, content)])

    def drop_all(self, files: list[tuple[str, bytes]]) -> None:
        """Drop several files on the box, in this order."""
        drop_files(self.page, "#bounce", files)


def drop_files(page: Page, where: str, files: Sequence[tuple[str, bytes]]) -> None:
    """Drag files over an element and let them go, in this order."""
    transfer = page.evaluate_handle(
        """(files) => {
          const transfer = new DataTransfer();
          for (const [name, latin1] of files)
            transfer.items.add(new File([Uint8Array.from(latin1, (c) => c.charCodeAt(0))], name));
          return transfer;
        }""",
        [[name, content.decode("latin-1")] for name, content in files],
    )
    for kind in ("dragenter", "dragover", "drop"):
        page.dispatch_event(where, kind, {"dataTransfer": transfer})


Visiting = Callable[..., Visit]


@contextlib.contextmanager
def served(site: Path, port: int = 0) -> Iterator[str]:
    """Serve a built site, on a free port unless one is given; the address has no slash at the end."""

    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: Any) -> None:
            pass

        def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
            """The site's own page for what isn't there, as any host of static sites answers."""
            tongue = "en/" if self.path.startswith("/en/") else ""
            page = (site / f"{tongue}404.html").read_bytes()
            self.send_response(code, message)
            self.send_header("Content-Type", "text/html")
            self.end_headers()
            self.wfile.write(page)

    with http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Quiet, directory=str(site))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the built site is served."""
    with served(site) as where:
        yield where


@pytest.fixture(scope="session")
def small_address(small_site: Path) -> Iterator[str]:
    """Where the small site is served that takes reports."""
    with served(small_site) as where:
        yield where


def arguments() -> list[str]:
    """How Chromium is started; its sandbox does not work for root."""
    rooted = hasattr(os, "geteuid") and os.geteuid() == 0
    return [*QUIET, *(["--no-sandbox"] if rooted else [])]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests of a worker."""
    path = find_chromium()
    if not path:
        if os.environ.get("CI"):
            pytest.fail(f"No Chromium found. {MEND}")
        pytest.skip(f"NO CHROMIUM: the site is not tested in a browser. {MEND}")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=arguments())
        yield running
        running.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visiting]:
    """Open pages: `visit("/en/", width=390, scheme="dark", clipboard=False)`; `offline` if the page may keep itself."""
    contexts = []

    def open_page(
        path: str = "/",
        *,
        width: int = 1280,
        height: int = 900,
        scheme: str = "light",
        clipboard: bool = True,
        offline: bool = False,
    ) -> Visit:
        context = browser.new_context(
            service_workers="allow" if offline else "block",
            viewport={"width": width, "height": height},
            color_scheme="dark" if scheme == "dark" else "light",
            permissions=["clipboard-read", "clipboard-write"] if clipboard else [],
        )
        contexts.append(context)
        context.add_init_script(RECORD_VIOLATIONS)
        context.set_default_timeout(15_000)
        found = Visit(context.new_page())
        found.page.goto(path if "://" in path else address + path)
        return found

    yield open_page
    for context in contexts:
        context.close()
