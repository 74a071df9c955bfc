"""`make bench`: sizes and speeds to hold against the budgets, in one run on one machine. Never part of the tests.

    python -m tests.bench

Prints a table with what was measured on 2026-11-27, before the engine was rebuilt, beside it; asserts nothing. CPU times are
user and system time; times of the page are medians of Chromium's own clock. Compare within one run only.
"""

from __future__ import annotations

import gzip
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from generator.catalogue import Catalogue, load_catalogue
from generator.compiled.contents import contents_script
from generator.compiled.index import PlainArticle, PlainIndex, anchored, match_index, plain_index
from generator.hosts.link import link_modules
from generator.hosts.node import NodeEngine, find_node
from generator.hosts.quickjs import Engine
from generator.pages.script import matcher_script, patterns_script, redaction_script
from tests.browser.conftest import arguments
from tests.browser.install import find_chromium

PROJECT = Path(__file__).resolve().parents[1]
KB = PROJECT / "kb"
RUNS = 9
ROUNDS = 5
REPORT = """\
<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1
    <taro@example.com>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)

"""
TIMER = """([name, argument, runs]) => {
  const spent = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    if (name === 'load') globalThis.engine = BounceEngine.createEngine(JSON.parse(argument));
    else engine.match(engine.read({ text: argument }), []);
    spent.push(performance.now() - start);
  }
  return spent;
}"""


def main() -> None:
    """Print sizes, then speeds."""
    catalogue = load_catalogue(KB).catalogue
    index = match_index(catalogue)
    print(f"{'':52}{'now':>12}{'before':>12}")
    for name, size, before in sizes(catalogue):
        row(name, f"{size / 1024:.1f} KiB", before)
    row("a pattern of the index, gzipped", f"{_gzipped(_json(index)) / patterns(index):.1f} B", "")
    row("load the index, QuickJS, CPU", f"{1000 * best(lambda: Engine(index)):.0f} ms", "2300 ms")
    row("bouncekb match of one mail, CPU", f"{one_match():.2f} s", "3.2 s")
    mails = [f"{example.text}".encode() for one in catalogue.articles.values() for example in one.examples]
    row("mails a second of CPU, QuickJS", f"{quickjs_rate(index, mails[:400]):.0f}", "50")
    if node := find_node():
        first, warm = node_rates(node, _json(index), mails)
        row("mails a second of CPU, Node, first / warm", f"{first:.0f} / {warm:.0f}", "")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=arguments())
        page = browser.new_page()
        page.add_script_tag(content=link_modules({"engine/engine.js": "BounceEngine"}))
        for count in (len(index["articles"]), 300, 10_000):
            report_speed(page, anchored(grown(plain_index(catalogue), count)).index, count)
        browser.close()


def row(name: str, now: str, before: str) -> None:
    """Print one line."""
    print(f"{name:52}{now:>12}{before:>12}", flush=True)


def sizes(catalogue: Catalogue) -> Iterator[tuple[str, int, str]]:
    """What a page loads, by name, gzipped bytes, and what it was."""
    count = len(catalogue.articles)
    yield "engine", _gzipped(link_modules({"engine/engine.js": "BounceEngine"})), "45 KiB"
    yield "matcher.js: engine and view", _gzipped(matcher_script(catalogue)), "119 KiB"
    yield "patterns.js: the match index", _gzipped(patterns_script(match_index(catalogue))), "57 KiB"
    yield "redaction.js", _gzipped(redaction_script(catalogue)), ""
    for lang in ("ja", "en"):
        yield f"contents.{lang}.js, an article", _gzipped(contents_script(catalogue, lang)) // count, "1.1 KiB"


def patterns(index: Any) -> int:
    """How many sentences the index holds: patterns, codes, names and frames."""
    lists = [one["patterns"] for one in index["articles"]] + [one["frames"] for one in index["reporters"]]
    lists += [one["names"] for one in index["providers"]] + [index["vendor"]]
    return sum(map(len, lists))


def best(action: Callable[[], object]) -> float:
    """The least CPU time of some runs, in seconds."""
    spent = []
    for _ in range(ROUNDS):
        start = time.process_time()
        action()
        spent.append(time.process_time() - start)
    return min(spent)


def one_match() -> float:
    """CPU seconds of the command for one mail, with the catalogue compiled."""
    with tempfile.NamedTemporaryFile("w", suffix=".eml") as file:
        file.write(REPORT)
        file.flush()
        line = [sys.executable, "-c", "from generator.cli import main; main()", "match", file.name]
        spent = []
        for _ in range(ROUNDS):
            before = os.times()
            subprocess.run(line, check=True, capture_output=True, cwd=PROJECT)
            after = os.times()
            spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(spent)


def quickjs_rate(index: Any, mails: list[bytes]) -> float:
    """Mails that QuickJS answers in a second of CPU."""
    engine = Engine(index)
    inputs = [{"bytes": mail.decode("latin-1")} for mail in mails]
    start = time.process_time()
    engine.match_many(inputs)
    return len(mails) / (time.process_time() - start)


def node_rates(node: str, index: str, mails: list[bytes]) -> tuple[float, float]:
    """Mails that Node answers in a second of CPU: in the first round, and once it is warm."""
    rates = []
    with NodeEngine(node, index) as engine:
        for _ in range(ROUNDS):
            before = engine.cpu()
            for at in range(0, len(mails), 100):
                engine.lines(mails[at : at + 100])
            rates.append(len(mails) / max(engine.cpu() - before, 0.01))
    return rates[0], max(rates[1:])


def _gzipped(text: str) -> int:
    return len(gzip.compress(text.encode(), 9))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def grown(index: PlainIndex, count: int) -> PlainIndex:
    """The index with made-up articles of six patterns each, so that it has `count`."""
    made: list[PlainArticle] = [
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
    page.evaluate(TIMER, ["match", small, 200])
    two = page.evaluate(TIMER, ["match", small, RUNS])
    mega = page.evaluate(TIMER, ["match", REPORT + large, RUNS])
    row(f"Chromium, {count} articles: load", f"{load[0]:.0f} ms", "100-190 ms")
    row(f"Chromium, {count} articles: match 2 KB", f"{statistics.median(two):.2f} ms", "0.6-0.8 ms")
    row(f"Chromium, {count} articles: match 1 MB", f"{statistics.median(mega):.0f} ms", "27-35 ms")


if __name__ == "__main__":
    main()
