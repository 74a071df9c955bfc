"""The element on a page of somebody else's, at another origin, whose policy allows what the guide says and nothing more."""

import functools
import http.server
import json
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from generator.hosts.schema import RESULT
from tests.browser import messages
from tests.browser.conftest import RECORD_VIOLATIONS, Visit, arguments, drop_files
from tests.conftest import PROJECT

pytestmark = pytest.mark.browser

# Runs before anything of the element's does: it writes down what the page is told, and which names are there already.
WATCH = """
globalThis.told = [];
globalThis.known = new Set(Object.getOwnPropertyNames(globalThis));
addEventListener('bounce-result', ({ detail, target }) => told.push([target.localName, detail]));
"""
NEW_NAMES = "Object.getOwnPropertyNames(globalThis).filter((name) => !known.has(name) && name !== 'violations')"

PAGE = """<!doctype html>
<html lang="{lang}"><head><meta charset="utf-8"><title>Portal</title></head>
<body><h1>Portal</h1><script src="{site}/{script}"></script>
<bounce-matcher {attributes}></bounce-matcher></body></html>
"""
SCRIPT = "assets/bouncekb/bounce-matcher.js"


def documented() -> str:
    """The directives that the guide says a page needs, as they stand in its example."""
    policies = set()
    for path in ("docs/guide/embed.md", "docs/en/guide/embed.md"):
        lines = (PROJECT / path).read_text(encoding="utf-8").splitlines()
        policies.update(line for line in lines if line.startswith("script-src "))
    [policy] = policies
    return policy


class Portal:
    """Somebody else's server: one page, and its policy as a header."""

    def __init__(self, site: str) -> None:
        self.site = site
        self.pages: dict[str, str] = {}
        self.address = ""

    def page(self, lang: str, attributes: str = "", script: str = SCRIPT) -> str:
        """Put up a page and return its address."""
        path = f"/{len(self.pages)}.html"
        self.pages[path] = PAGE.format(lang=lang, site=self.site, script=script, attributes=attributes)
        return self.address + path


@pytest.fixture
def portal(address: str) -> Iterator[Portal]:
    made = Portal(address)
    policy = f"default-src 'none'; {documented().replace('https://bounce.example.org', address)}"

    class Answering(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = made.pages.get(self.path, "").encode()
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Security-Policy", policy)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: Any) -> None:
            pass

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answering) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        made.address = f"http://127.0.0.1:{server.server_port}"
        yield made
        server.shutdown()
