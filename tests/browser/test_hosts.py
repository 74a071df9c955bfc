"""One engine, two hosts: the browser and Python answer every example of the catalogue alike, and advise alike."""

from __future__ import annotations

import contextlib
import itertools
import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from playwright.sync_api import expect

from generator.cli import main
from generator.compiled.index import match_index
from generator.hosts.link import link_modules
from generator.hosts.quickjs import Engine
from tests.browser import messages
from tests.browser.conftest import Visiting
from tests.conftest import project_catalogue

pytestmark = pytest.mark.browser

KB = Path(__file__).parents[2] / "kb"
ADVISED = ("general-connection-timed-out", "general-mailbox-full", "general-tls-failed", "microsoft-banned-sender")
"""Articles whose first step in the file isn't that of the most able, or isn't the first to take."""


def inputs() -> list[dict[str, str]]:
    """Examples and near misses, one in three, as they are pasted, and as files in the charsets of Japanese mail."""
    catalogue = project_catalogue()
    texts = [example.text for article in catalogue.articles.values() for example in article.examples]
    texts += [miss.text for article in catalogue.articles.values() for miss in article.near_misses]
    texts = texts[::3]
    found = [{"text": text} for text in texts]
    for text, charset in zip(texts, itertools.cycle(("utf-8", "iso-2022-jp", "shift_jis", "euc-jp")), strict=False):
        with contextlib.suppress(UnicodeEncodeError):
            found.append({"bytes": messages.mail(text, charset).decode("latin-1")})
    return found


def test_both_hosts_answer_alike(visit: Visiting) -> None:
    asked = inputs()
    index = match_index(project_catalogue())
    expected = Engine(index).match_many(asked)
    seen = visit()
    seen.ready()
    seen.page.evaluate(link_modules({"view/engine.js": "Asking"}))
    answered: list[dict[str, Any]] = json.loads(
        seen.page.evaluate(
            """([index, json]) => {
              globalThis.BounceIndex = index;
              const engine = new Asking.PageEngine();
              return JSON.stringify(JSON.parse(json).map((one) => engine.ask(one).result));
            }""",
            [index, json.dumps(asked)],
        )
    )
    assert len(answered) == len(expected) > 100
    for given, here, there in zip(asked, answered, expected, strict=True):
        assert here == there, given


def test_both_hosts_advise_the_same_first_step(visit: Visiting, tmp_path: Path) -> None:
    articles = project_catalogue().articles
    texts = {name: articles[name].examples[0].text for name in ADVISED}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    line = ["match", "--kb", str(KB), "--lang", "en", *(str(tmp_path / name) for name in texts)]
    told = CliRunner().invoke(main, line).output
    advice = [line.partition(": ")[2] for line in told.splitlines() if line.startswith("  What to do first: ")]
    assert len(advice) == len(ADVISED)
    seen = visit("/en/")
    for step, text in zip(advice, texts.values(), strict=True):
        seen.paste(text)
        first = seen.page.locator("#bounce-result .steps .do").first.inner_text()
        assert step.partition(": ")[2] == " ".join(first.split())
        seen.page.locator("[data-clear]:visible").first.click()
        expect(seen.page.locator("#bounce-result")).to_have_attribute("data-state", "empty")
