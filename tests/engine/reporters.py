"""A reporter's message as a test case: who was refused, why, at which stage, by whom, and the ways people mangle it.

May import the small engine of helpers.py. Knows no reporter by itself; the tables do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from generator.hosts.quickjs import Engine
from generator.hosts.types import Result
from tests.engine.helpers import article, engine
from tests.engine.mangle import MANGLINGS

# What the returned original says. It must never count, whatever the reporter writes in front of it.
ORIGINAL = """\
Return-Path: <hanako@example.jp>
Received: from client.example.jp ([203.0.113.5]) by mail.example.jp with ESMTP
Date: Mon, 2 Nov 2026 10:00:00 +0900
From: Hanako Sato <hanako@example.jp>
To: taro@example.com
Subject: The zebra crossing is closed

The zebra crossing is closed on Monday.
"""

# These keep every word and every line whole, so that addresses can still be told apart.
GENTLE = ("quoted", "quoted twice", "forwarded", "forwarded by Gmail", "smart quotes", "CR only")


@dataclass(frozen=True)
class Case:
    """`causes`: the first article of each recipient, in order. `stage`, `remote`: of the first recipient, when given."""

    name: str
    text: str
    causes: dict[str | None, str | None]
    kind: str = "bounce"
    stage: str | None = None
    remote: str | None = None
    reporting: str | None = None
    second: str | None = None
    confidence: str = "certain"

    def __str__(self) -> str:
        return self.name


@cache
def reader() -> Engine:
    """An engine with one article a cause; `zebra` stands in returned originals only, `expired` is a summary."""
    summaries = ["retry timeout exceeded", "in the queue too long", "Message expired", "Cannot send message for"]
    return engine(
        article("unknown", ["user unknown", "no such user here", "unknown user", "not listed in the directory",
                            "couldn't be found at the address", "宛先が見つかりません", "ディレクトリには見つかりません"]),
        article("full", ["mailbox is full", "quota exceeded for this mailbox", "mailbox exceeded the local limit"]),
        article("refused", ["Connection refused", "able to establish an SMTP connection"]),
        article("silent", ["Connection timed out", "lost connection with", "timed out while", "is not responding"]),
        article("domain", ["Host not found", "Host unknown", "Unrouteable address", "couldn't find any host named"]),
        article("large", ["exceeds size limit", "larger than the server allows"]),
        article("spam", ["looks like spam to us"]),
        article("listed", ["is listed on our block list"]),
        article("sender", ["Sender address rejected"]),
        article("expired", [{"text": text, "summary": True} for text in summaries]),
        article("zebra", ["zebra crossing is closed"]),
    )  # fmt: skip


def articles(result: Result) -> list[str]:
    """Every article that any recipient was given."""
    return [match["article"] for recipient in result["recipients"] for match in recipient["matches"]]


def check(case: Case) -> None:
    """The message as it is: kind, recipients in order with their first article, stage and servers."""
    result = reader().match({"text": case.text})
    found = {r["recipient"]: r["matches"][0]["article"] if r["matches"] else None for r in result["recipients"]}
    assert (result["kind"], found) == (case.kind, case.causes)
    assert list(found) == list(case.causes)
    assert "zebra" not in articles(result), "the returned original is no evidence"
    first = result["recipients"][0]
    if first["matches"] and case.causes[first["recipient"]] != "expired":
        assert first["matches"][0]["confidence"] == case.confidence
    read = (first["stage"], first["remote_mta"], first["reporting_mta"])
    for found_one, expected in zip(read, (case.stage, case.remote, case.reporting), strict=True):
        if expected is not None:
            assert found_one == expected
    if case.second is not None:
        assert [m["article"] for m in first["matches"]][1:] == [case.second]


def check_mangled(case: Case, mangling: str) -> None:
    """The message as a mail program or a person left it: nobody gets another answer than before."""
    result = reader().match({"text": MANGLINGS[mangling](case.text)})
    found = {r["recipient"]: r["matches"][0]["article"] if r["matches"] else None for r in result["recipients"]}
    assert "zebra" not in articles(result), "the returned original is no evidence"
    if mangling in GENTLE:
        assert found == case.causes
    else:
        assert set(found.values()) <= set(case.causes.values())
