"""What holds for every input: nothing throws, offsets lead back to the text, and the work stays linear."""

from __future__ import annotations

import json
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.hosts.quickjs import Engine
from generator.hosts.schema import RESULT
from generator.hosts.types import Kind
from tests.engine.families import TELLING
from tests.engine.helpers import article, engine, unit_slice

pasted = st.lists(st.one_of(st.sampled_from(TELLING), st.text(max_size=12)), max_size=25).map("".join)


@pytest.fixture(scope="module")
def small() -> Engine:
    return engine(
        article("full", ["mailbox is full", "容量を超えています"], reason="mailbox-full"),
        article("listed", ["listed [{sender_ip:ip}] ... here", "{word} is listed {host}"], codes={"vendor": ["S3140"]}),
        usual={"5.1.1": "full"},
    )


@settings(max_examples=300, deadline=None)
@given(text=pasted)
def test_evidence_leads_back_to_the_text(small: Engine, text: str) -> None:
    result = small.match({"text": text})
    for recipient in result["recipients"]:
        for match in recipient["matches"]:
            assert match["evidence"]
            for item in match["evidence"]:
                assert item["start"] < item["end"]
                assert unit_slice(result["text"], item["start"], item["end"]) == item["text"]


@settings(max_examples=300, deadline=None)
@given(data=st.one_of(st.binary(max_size=400), pasted.map(lambda t: t.encode("utf-8", "replace"))))
def test_no_file_throws(small: Engine, data: bytes) -> None:
    result = small.match({"bytes": data.decode("latin-1")})
    assert result["kind"] in get_args(Kind)
    assert result["recipients"]


def test_nul_and_lone_surrogates_survive(small: Engine) -> None:
    text = "550 mailbox is\x00 full \ud800 <x>"
    result = small.match({"text": text})
    assert result["text"] == text
    assert result["recipients"][0]["matches"][0]["article"] == "full"


def test_batch_answers_as_one_by_one(small: Engine) -> None:
    inputs = [{"text": "550 mailbox is full"}, {"text": ""}, {"bytes": "550 5.1.1 nobody"}]
    assert small.match_many(inputs) == [small.match(one) for one in inputs]


ADVERSARIAL = {
    "a gap after every word": ("aaaa ... bbbb ... cccc ... dddd", "aaaa "),
    "holes that could end anywhere": ("code{a:word}x{b:word}y zzzz", "codexyxyxyxyxy"),
    "the start again and again": ("abcdabcdabcdabcdabcde", "abcd"),
    "a hole before the anchor": ("{word} ... {word} is listed", "x is listed "),
    "urls": ("see {url} zzzz", "see http://a/b.c.d.e."),
}


@pytest.mark.parametrize("name", ADVERSARIAL)
def test_work_stays_linear(name: str) -> None:
    pattern, unit = ADVERSARIAL[name]
    hostile = engine(article("a", [pattern]))
    spent = []
    for size in (5_000, 10_000, 20_000):
        text = "550 " + unit * (size // len(unit))
        result = hostile.match({"text": text})
        spent.append(hostile.work())
        assert result["text"] == text
    # The work is counted in steps, not in seconds; the first doubling may still carry the fixed part.
    assert spent[2] <= 2.2 * spent[1] <= 2.2 * 2.2 * max(spent[0], 1)


def test_too_much_work_is_said() -> None:
    hostile = engine(article("a", ["aaaa ... {word} ... {word} ... {word} ... {word} zzzz"]))
    assert hostile.match({"text": "550 " + "aaaa " * 20_000})["truncated"] is True


def test_answers_are_json_of_the_contract(small: Engine) -> None:
    result = small.match({"text": "<taro@example.jp>: host mx.example.jp[192.0.2.1] said: 550 5.2.2 mailbox is full"})
    assert RESULT.validate_json(json.dumps(result), strict=True) == result
    recipient = result["recipients"][0]
    assert recipient["recipient"] == "taro@example.jp"
    assert (recipient["reply_code"], recipient["status"]) == ("550", "5.2.2")
    assert recipient["remote_mta"] == "mx.example.jp"
    assert recipient["permanence"] == "permanent"
    assert recipient["matches"][0]["confidence"] == "certain"
