"""The engine in Node: the same answers as in QuickJS, byte for byte, and nothing that ends a batch."""

from __future__ import annotations

import json

import pytest

from generator.compiled.index import match_index
from generator.hosts.node import NodeEngine, find_node
from generator.hosts.quickjs import Engine, EngineError
from tests.browser import messages
from tests.conftest import project_catalogue

CATALOGUE = project_catalogue()
CHARSETS = ("utf-8", "iso-2022-jp", "shift_jis", "euc-jp", "gb18030")


def mails() -> list[bytes]:
    """One example in six of the catalogue as a mail in one charset or another, and every example report as it is."""
    texts = [example.text for article in CATALOGUE.articles.values() for example in article.examples]
    found = [report.text.encode() for reporter in CATALOGUE.reporters.values() for report in reporter.examples]
    for place, text in enumerate(texts[::6]):
        try:
            found.append(messages.mail(text, CHARSETS[place % len(CHARSETS)]))
        except UnicodeEncodeError:
            found.append(text.encode())
    # Bytes that are no text in any charset, and what makes JSON or a line of it unlike others.
    return [*found, b"", bytes(range(256)) * 40, "\u2028\U0001f4e7 550 5.1.1".encode(), b"\x8e\xff\xa4\n" * 30]


@pytest.fixture(scope="module")
def index() -> str:
    return json.dumps(match_index(CATALOGUE), ensure_ascii=False)


def node() -> str:
    found = find_node()
    assert found is not None, "the development tools bring Node"
    return found


def test_node_answers_like_quickjs(index: str) -> None:
    given = mails()
    assert len(given) > 900
    expected = Engine(json.loads(index)).look_at({"bytes": one.decode("latin-1")} for one in given)
    with NodeEngine(node(), index, text=True) as engine:
        lines = [line for at in range(0, len(given), 100) for line in engine.lines(given[at : at + 100])]
    refusals = 0
    for line, (result, refused) in zip(lines, expected, strict=True):
        is_refused = refused not in (None, "empty")
        refusals += is_refused
        assert json.loads(line) == ({"refused": refused} if is_refused else result)
    assert refusals == 1


def test_the_readable_view_is_left_out_unless_asked_for(index: str) -> None:
    with NodeEngine(node(), index) as engine:
        [line] = engine.lines([b"550 5.1.1 User unknown"])
    assert "text" not in json.loads(line)
    assert json.loads(line)["kind"] == "bounce"


def test_a_process_that_has_ended_says_so(index: str) -> None:
    with NodeEngine(node(), index) as engine:
        engine._process.kill()
        engine._process.wait()
        with pytest.raises(EngineError, match="ended before"):
            engine.lines([b"550 5.1.1 User unknown"])
