"""A bounded share of what `make fuzz` does: every run of the tests asks about the same inputs, `make fuzz` about others."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.hosts.quickjs import EngineError
from tests.conftest import project_catalogue
from tests.fuzz.__main__ import write
from tests.fuzz.asking import Asking, Failure
from tests.fuzz.holds import wrong
from tests.fuzz.inputs import Inputs

SEED, COUNT, BATCH = 1, 2000, 400


@pytest.fixture(scope="module")
def asking() -> Iterator[Asking]:
    with Asking(project_catalogue()) as both:
        yield both


@pytest.mark.parametrize("start", range(0, COUNT, BATCH))
def test_whatever_is_asked_the_answer_holds(asking: Asking, start: int) -> None:
    inputs = Inputs(SEED, project_catalogue())
    assert list(asking.failures([inputs[number] for number in range(start, start + BATCH)])) == []


def test_an_input_depends_on_its_seed_and_number_only() -> None:
    catalogue = project_catalogue()
    some = [Inputs(5, catalogue)[number] for number in range(200)]
    again = Inputs(5, catalogue)
    assert [again[number] for number in reversed(range(200))] == some[::-1]
    assert {key for one in some for key in one} == {"text", "bytes"}
    assert len({json.dumps(one) for one in some}) > 190
    assert Inputs(6, catalogue)[0] != some[0]


def test_what_does_not_hold_is_said(asking: Asking) -> None:
    """The properties can fail: each is broken once, in an answer that is right."""
    given = {"text": "<taro@example.jp>: 550 5.1.1 user unknown"}
    [result] = asking.fast.match_many([given])
    [steps], [redacted] = asking.fast.works(), asking.fast.redacted()
    assert list(wrong(given, result, steps, redacted)) == []
    assert any("steps" in what for what in wrong(given, result, 10**8, redacted))
    leaking = {**redacted, "text": f"{redacted['text']} Taro@example.jp"}
    assert any("stands in what was redacted" in what for what in wrong(given, result, steps, leaking))
    [said] = wrong(given, result, steps, {**redacted, "tokens": [{"token": "[host-9]", "kind": "host"}]})
    assert "nowhere" in said
    moved = copy.deepcopy(result)
    moved["recipients"][0]["matches"][0]["evidence"][0]["start"] -= 1
    assert any("is not" in what for what in wrong(given, moved, steps, redacted))
    moved["recipients"][0]["matches"][0]["evidence"][0]["end"] = 10_000
    assert any("of 41" in what for what in wrong(given, moved, steps, redacted))
    unlike = copy.deepcopy(result)
    unlike["kind"] = "bonce"  # type: ignore[typeddict-item]
    assert any("no result as it is promised" in what for what in wrong(given, unlike, steps, redacted))


def test_an_input_that_the_engine_cannot_answer_is_found_among_others(
    asking: Asking, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = type(asking.fast).match_many

    def match_many(self: object, inputs: list[dict[str, str]], only: None = None) -> object:
        if any("bad" in one.get("text", "") for one in inputs):
            raise EngineError("its process ended")
        return whole(asking.fast, inputs, only)

    monkeypatch.setattr(type(asking.fast), "match_many", match_many)
    given = [{"text": "550 user unknown"}, {"text": "bad"}, {"text": "552 mailbox full"}]
    assert list(asking.failures(given)) == [Failure(given[1], "its process ended")]


def test_a_failure_is_a_file_that_holds_its_input_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.fuzz.__main__.FOLDER", tmp_path / "found")
    given = {"text": "a\ud800\x00b"}
    file = write(Failure(given, "why"), 7, 1)
    assert json.loads(file.read_text()) == {"what": "why", "given": given}
