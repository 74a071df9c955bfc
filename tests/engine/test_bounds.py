"""Hostile and huge inputs: the work of every stage is counted and stays linear, and a limit that cuts says so."""

from __future__ import annotations

from itertools import pairwise

import pytest

from generator.hosts.quickjs import Engine
from tests.engine.families import FAMILIES, LOG

SIZES = (6_000, 12_000, 24_000, 48_000)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_work_of_every_stage_is_linear(whole: Engine, family: str) -> None:
    spent = []
    for size in SIZES:
        text = FAMILIES[family](size)
        whole.match({"text": text})
        spent.append(whole.work())
    for smaller, larger in pairwise(spent):
        # A limit on the way makes a step; four times the work for twice the input would be more than one.
        assert larger <= 2.6 * smaller + 40_000, spent


def test_recipients_beyond_the_limit_are_counted(whole: Engine) -> None:
    text = "".join(f"<a{n}@example.com>: 550 5.1.1 User unknown\n\n" for n in range(300))
    result = whole.match({"text": text})
    assert (len(result["recipients"]), result["truncated"], result["left_out"]["recipients"]) == (200, True, 100)


def test_a_text_beyond_the_limit_is_counted(whole: Engine) -> None:
    result = whole.match({"text": "550 5.1.1 User unknown\n" + "word " * 500_000})
    assert result["truncated"] is True
    assert result["left_out"]["units"] > 400_000
    assert result["recipients"][0]["matches"]


def test_more_of_the_same_is_counted_but_shown_once(whole: Engine) -> None:
    result = whole.match({"text": "550 5.1.1 User unknown\n" * 2_000})
    [recipient] = result["recipients"]
    assert result["left_out"]["findings"] > 500
    assert len(recipient["matches"][0]["evidence"]) <= 80


def test_codes_beyond_the_limit_are_counted(whole: Engine) -> None:
    result = whole.match({"text": "550 5.1.1 User unknown\n" + "5.7.1 " * 12_000})
    assert result["truncated"]
    assert result["left_out"]["findings"] > 2_000


def test_a_log_is_read_line_by_line(whole: Engine) -> None:
    line = LOG.replace("{n}", "1") + "status=sent (250 2.0.0 OK)\n"
    other = LOG.replace("{n}", "2") + "status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)\n"
    for text in (line + other, other + line):
        result = whole.match({"text": text})
        assert result["kind"] == "bounce"
        kinds = {one["recipient"]: (one["kind"], bool(one["matches"])) for one in result["recipients"]}
        assert kinds == {"u1@example.com": ("delivered", False), "u2@example.com": ("bounce", True)}
