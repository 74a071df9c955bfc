"""`make bench`: sizes and speeds to hold against the budgets, in one run on one machine. Never part of the tests.

    python tests/bench.py

Prints a table; asserts nothing. Times are medians of Chromium's own clock, to be compared within one run only.
"""

from __future__ import annotations

import gzip
import json
import statistics
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from generator.catalogue import Catalogue, load_catalogue
from generator.compiled.index import match_index
from generator.hosts.quickjs import engine_script
from generator.pages.contents import contents_script
from generator.pages.script import matcher_script
from tests.browser.conftest import arguments
from tests.browser.install import find_chromium

KB = Path(__file__).resolve().parents[1] / "kb"
RUNS = 9
REPORT = """\
<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1
    <taro@example.com>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)

"""
TIMER = """([name, argument, runs]) => {
  const spent = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    if (name === 'load') BounceEngine.load(argument);
    else { BounceEngine.read(JSON.stringify({text: argument})); BounceEngine.match('[]'); }
    spent.push(performance.now() - start);
  }
  return spent;
}"""


def main() -> None:
    """Print sizes, then speeds."""
    start = time.perf_counter()
    catalogue = load_catalogue(KB).catalogue
    print(f"catalogue: {len(catalogue.articles)} articles, loaded in {time.perf_counter() - start:.2f} s")
    for name, size in sizes(catalogue):
        print(f"{name:44} {size / 1024:8.1f} KiB gzipped")
    index = match_index(catalogue)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=arguments())
        page = browser.new_page()
        page.add_script_tag(content=engine_script())
        for count in (len(index["articles"]), 300, 10_000):
            report_speed(page, grown(index, count), count)
        browser.close()


def sizes(catalogue: Catalogue) -> Iterator[tuple[str, int]]:
    """What a page loads, by name and gzipped bytes."""
    count = len(catalogue.articles)
    index = json.dumps(match_index(catalogue), ensure_ascii=False, separators=(",", ":"))
    yield "engine", _gzipped(engine_script())
    yield "patterns (the match index)", _gzipped(index)
    yield "matcher.js: engine, patterns and view", _gzipped(matcher_script(catalogue))
    for lang in ("ja", "en"):
        yield f"contents.{lang}.js, an article", _gzipped(contents_script(catalogue, lang)) // count


def _gzipped(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def grown(index: Any, count: int) -> Any:
    """The index with made-up articles of six patterns each, so that it has `count`."""
    made = [
        {
            "id": f"made-{i}",
            "reason": "system-error",
            "provider": "general",
            "codes": {},
            "patterns": [{"text": f"made up cause {i:05} number {k} of a server ... {{word}} ended"} for k in range(6)],
        }
        for i in range(max(0, count - len(index["articles"])))
    ]
    return {**index, "articles": index["articles"] + made}


def report_speed(page: Page, index: Any, count: int) -> None:
    """Print how long it takes to load an index, and to match 2 KB and 1 MB with it."""
    load = page.evaluate(TIMER, ["load", json.dumps(index), 3])
    small = REPORT * (2048 // len(REPORT) + 1)
    large = ("Here is a sentence of an ordinary mail, as long as others are. " * 17_000)[:1_000_000]
    page.evaluate(TIMER, ["match", small, 50])
    two = page.evaluate(TIMER, ["match", small, RUNS])
    mega = page.evaluate(TIMER, ["match", REPORT + large, RUNS])
    median = statistics.median
    print(f"{count:6} articles: load {median(load):7.1f} ms   2 KB {median(two):6.2f} ms   1 MB {median(mega):6.1f} ms")


if __name__ == "__main__":
    main()
