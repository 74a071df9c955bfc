"""One engine, two hosts: the browser and Python answer every example of the catalogue alike, to the letter."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue import load_catalogue
from generator.hosts.link import link_modules
from generator.hosts.quickjs import Engine
from generator.index import match_index
from tests.browser import messages
from tests.browser.conftest import Visiting

pytestmark = pytest.mark.browser

KB = Path(__file__).parents[2] / "kb"


def inputs() -> list[dict[str, str]]:
    """Every example and near miss as it is pasted, and as a file in the charsets that Japanese mail uses."""
    catalogue = load_catalogue(KB).catalogue
    texts = [example.text for article in catalogue.articles.values() for example in article.examples]
    texts += [miss.text for article in catalogue.articles.values() for miss in article.near_misses]
    found = [{"text": text} for text in texts]
    for text in texts:
        for charset in ("utf-8", "iso-2022-jp", "shift_jis", "euc-jp"):
            try:
                found.append({"bytes": messages.mail(text, charset).decode("latin-1")})
            except UnicodeEncodeError:
                continue
    return found


def test_both_hosts_answer_alike(visit: Visiting) -> None:
    asked = inputs()
    index = match_index(load_catalogue(KB).catalogue)
    expected = Engine(index).match_many(asked)
    seen = visit()
    seen.page.evaluate(link_modules({"view/engine.js": "Asking"}))
    answered: list[dict[str, Any]] = json.loads(
        seen.page.evaluate(
            """([index, json]) => {
              const engine = new Asking.PageEngine(index);
              return JSON.stringify(JSON.parse(json).map((one) => engine.ask(one).result));
            }""",
            [json.dumps(index), json.dumps(asked)],
        )
    )
    assert len(answered) == len(expected) > 100
    for given, here, there in zip(asked, answered, expected, strict=True):
        assert here == there, given
