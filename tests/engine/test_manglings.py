"""What mail programs and people do to a bounce before it is pasted: the project's own examples, mangled.

Measured over the whole catalogue: a mangling may cost three points of a hundred at most, and what every mail program
does (wrapping, quoting, forwarding, widening) costs none on any of the reports, in any combination.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from generator.hosts.quickjs import Engine
from generator.hosts.types import Evidence, Result
from tests.conftest import project_catalogue
from tests.engine.helpers import said, unit_slice
from tests.engine.mangle import FORWARDED, FORWARDED_BY_GMAIL, MANGLINGS, quoted, widened, wrapped

CATALOGUE = project_catalogue()
EXAMPLES = [(article, example.text) for article in CATALOGUE.written for example in article.examples]
REPORTS = [(article, text) for article, text in EXAMPLES if text.strip().count("\n") >= 2]
# One report in three and one line in twelve: enough to see three points.
SAMPLE = REPORTS[::3] + [pair for pair in EXAMPLES if pair not in REPORTS][::12]


def first_lines(text: str, result: Result) -> str:
    """Cut off after the line where the evidence ends."""
    end = max(item["end"] for item in evidence(result))
    rest = unit_slice(result["text"], end, len(result["text"]) * 2)
    return unit_slice(result["text"], 0, end) + rest.split("\n")[0]


def telling_lines(text: str, result: Result) -> str:
    """Only the lines that hold the evidence."""
    items = evidence(result)
    start = unit_slice(result["text"], 0, min(item["start"] for item in items)).rfind("\n") + 1
    return first_lines(text, result)[start:]


def evidence(result: Result) -> list[Evidence]:
    items = result["recipients"][0]["matches"][0]["evidence"]
    return [item for item in items if item["kind"] != "code"] or items


def with_result(mangle: Callable[[str], str]) -> Callable[[str, Result], str]:
    return lambda text, _: mangle(text)


REPLY_CODE = re.compile(r"(?<!\d)[245]\d\d(?!\d)")

MOST_LOST = {"wrapped at 31": 0.07}
"""A word that is cut in the middle is no word of a concept, unless the lines around show that they were all cut."""

WAYS: dict[str, Callable[[str, Result], str]] = {
    **{name: with_result(mangle) for name, mangle in MANGLINGS.items()},
    "only the first lines": first_lines,
    "only the telling lines": telling_lines,
}


def batches(texts: list[str], engine: Engine) -> Iterator[Result]:
    for i in range(0, len(texts), 100):
        yield from engine.match_many([{"text": text} for text in texts[i : i + 100]])


@pytest.fixture(scope="module")
def plain(whole: Engine) -> list[Result]:
    """The results of the sample as it is written."""
    return list(batches([text for _, text in SAMPLE], whole))


@pytest.mark.parametrize("name", WAYS)
def test_a_mangling_costs_three_points_at_most(whole: Engine, plain: list[Result], name: str) -> None:
    texts = [WAYS[name](text, result) for (_, text), result in zip(SAMPLE, plain, strict=True)]
    lost = [
        f"{article.id}: {text!r}"
        for (article, _), text, result in zip(SAMPLE, texts, batches(texts, whole), strict=True)
        if article.reason not in reasons(result)
    ]
    assert len(lost) <= MOST_LOST.get(name, 0.03) * len(SAMPLE), "\n".join(lost[:10])


def reasons(result: Result) -> list[str]:
    return [r["matches"][0]["reason"] for r in result["recipients"] if r["matches"]]


@cache
def certain(engine: Engine, text: str) -> bool:
    """Is an example answered by an exact sentence?"""
    matches = engine.match({"text": text})["recipients"][0]["matches"]
    return bool(matches) and matches[0]["confidence"] == "certain"


@settings(max_examples=150, deadline=None)
@given(
    report=st.sampled_from(REPORTS),
    width=st.integers(60, 100),
    depth=st.integers(0, 3),
    prefix=st.sampled_from(["", FORWARDED, FORWARDED_BY_GMAIL]),
    wide=st.booleans(),
)
def test_wrapped_quoted_forwarded_widened_is_the_same(
    whole: Engine, report: tuple[Any, str], width: int, depth: int, prefix: str, wide: bool
) -> None:
    article, text = report
    # What rests on the sentence as it stands must not depend on where the lines end.
    assume(certain(whole, text))
    lines = wrapped(text, width)
    # A code that is cut in two is none, and a sentence that needs it then says something else.
    assume(REPLY_CODE.findall(lines) == REPLY_CODE.findall(text))
    text = widened(lines) if wide else lines
    text = prefix + (quoted(text, depth) if depth else text)
    result = whole.match({"text": text})
    # A host's name that is cut in two may hide whose server answered; the cause stays.
    assert article.id in said(result) or (article.provider != "general" and article.reason in reasons(result))
