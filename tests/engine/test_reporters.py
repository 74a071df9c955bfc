"""The reporters' example reports as mail programs and people leave them; as they are written, `bouncekb check` reads them.

What keeps every line whole changes nothing that is read. What breaks lines or joins them may cost a recipient's address,
but nobody gets another answer, and what kind of mail it is stays known.
"""

from __future__ import annotations

import pytest

from generator.hosts.quickjs import Engine
from generator.hosts.types import Result
from tests.conftest import project_catalogue
from tests.engine.mangle import GENTLE, MANGLINGS

# A word too many may be lost where a wrap falls into it, or where two transcripts become one line.
TOLERATED = 0.02


class Told:
    """The reports and what the whole engine reads from them."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.reports = [
            (f"{reporter.id}: {report.name}", report.text)
            for reporter in project_catalogue().reporters.values()
            for report in reporter.examples
            if report.kind in ("bounce", "delay")
        ]
        self.plain = self.read("as it is")

    def read(self, mangling: str) -> list[Result]:
        mangle = MANGLINGS.get(mangling, str)
        return self.engine.match_many([{"text": mangle(text)} for _, text in self.reports])


@pytest.fixture(scope="module")
def told(whole: Engine) -> Told:
    return Told(whole)


def read_from(result: Result) -> list[object]:
    """Everything that is read but the wording of the answer, whose quotes and widths a mangling may change."""
    return [
        result["kind"],
        result["reporter"],
        *(
            (one["recipient"], one["kind"], one["reply_code"], one["status"], one["stage"], one["remote_mta"])
            for one in result["recipients"]
        ),
    ]


def causes(result: Result) -> set[str]:
    return {one["matches"][0]["article"] for one in result["recipients"] if one["matches"]}


@pytest.mark.parametrize("mangling", GENTLE)
def test_whole_lines_are_read_alike(told: Told, mangling: str) -> None:
    for (name, _), plain, mangled in zip(told.reports, told.plain, told.read(mangling), strict=True):
        assert (name, read_from(mangled)) == (name, read_from(plain))
        assert causes(mangled) == causes(plain)


@pytest.mark.parametrize("mangling", [name for name in MANGLINGS if name not in GENTLE])
def test_broken_lines_give_nobody_another_answer(told: Told, mangling: str) -> None:
    other = [
        (name, causes(plain), causes(mangled))
        for (name, _), plain, mangled in zip(told.reports, told.plain, told.read(mangling), strict=True)
        if mangled["kind"] != plain["kind"] or not causes(mangled) <= causes(plain)
    ]
    assert len(other) <= TOLERATED * len(told.reports), other
