"""The pattern language: what it finds, what it refuses, and that it agrees with a plain oracle."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.compiled.index import anchored
from generator.hosts.types import Match
from tests.engine.helpers import article, engine, index


def match_one(pattern: str, text: str) -> Match | None:
    """The match of one pattern in a server's answer, or None."""
    result = engine(article("a", [pattern])).match({"text": f"550 {text}"})
    matches = result["recipients"][0]["matches"]
    return matches[0] if matches else None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("mailbox (is|) (full|over quota)", "mailbox full"),
        ("mailbox (is|) (full|over quota)", "Mailbox is\r\n   over\tquota"),
        ("mailbox (is|) (full|over quota)", "ＭＡＩＬＢＯＸ　ＦＵＬＬ"),
        ("user unknown", "> User\n> unknown"),
        ("user unknown", "550-5.1.1 user 550-5.1.1 unknown"),
        ("isn't known here", "isn’t known here"),
        ("容量を超えています", "容量を\n超えて います"),
        ("ドメインが見つかりません", "ﾄﾞﾒｲﾝが見つかりません"),
        (
            "S3150 ... part of their network is on our block list",
            "S3150. Some x part of their network is on our block list",
        ),
        ("(#5.1.1) no mailbox", "(#5.1.1) no mailbox"),
        (r"costs \{5\} coins more", "costs {5} coins more"),
        ("listed at <{host}> today", "listed at &lt;zen.example.com&gt; today"),
    ],
)
def test_found(pattern: str, text: str) -> None:
    assert match_one(pattern, text) is not None


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        ("mailbox is full", "mailbox analysis fully done"),
        ("is full of mail", "analysis fullofmail"),
        ("no user here", "casino user here"),
        ("no user", "nouser"),
        ("user unknown", "user xunknown"),
        ("listed ... blocked here", "listed " + "x" * 90 + " blocked here"),
        ("address [{ip}] is listed", "address [203.0.113.777] is listed"),
    ],
)
def test_not_found(pattern: str, text: str) -> None:
    assert match_one(pattern, text) is None


@pytest.mark.parametrize(
    ("pattern", "text", "values"),
    [
        ("banned sending IP [{sender_ip:ip}]", "banned sending IP [203.0.113.7].", {"sender_ip": "203.0.113.7"}),
        ("banned sending IP [{sender_ip:ip}]", "banned sending IP [203.0.\n113.7]", {"sender_ip": "203.0.113.7"}),
        ("banned sending IP {sender_ip:ip}", "banned sending IP 203.0.113.7\n24 hours", {"sender_ip": "203.0.113.7"}),
        ("banned sending IP {sender_ip:ip}", "banned sending IP 2001:db8::25, sorry", {"sender_ip": "2001:db8::25"}),
        ("{recipient:email} is not known here", "Taro@Example.JP is not known here", {"recipient": "Taro@Example.JP"}),
        ("listed at {blocklist:host}", "listed at zen.example.com.", {"blocklist": "zen.example.com"}),
        (
            "see more at <{help_url:url}>",
            "see more at <https://example.com/a?b=(c)>;",
            {"help_url": "https://example.com/a?b=(c)"},
        ),
        (
            "{recipient:email} is not known here",
            "so taro@e\nxample.jp is not known here",
            {"recipient": "taro@example.jp"},
        ),
        (
            "from {sender_ip:ip} rejected by lists",
            "from 203.0.113.\n52 rejected by lists",
            {"sender_ip": "203.0.113.52"},
        ),
        ("exceeds the limit of {size_limit:number}", "exceeds the limit of 10,240 bytes", {"size_limit": "10,240"}),
        ("reference ({reference:word})", "reference (AB-12).", {"reference": "AB-12"}),
    ],
)
def test_values(pattern: str, text: str, values: dict[str, str]) -> None:
    found = match_one(pattern, text)
    assert found is not None
    assert found["values"] == values


@pytest.mark.parametrize(
    ("pattern", "message"),
    [
        ("abc", "no literal of 4 characters"),
        ("{word} {host}", "no literal of 4 characters"),
        ("mailbox", "stands in ordinary mail too"),
        ("please try again later ... mail server", "stands in ordinary mail too"),
        ("we are {sorry}", "is no hole"),
        ("we are {sorry here", "never closed"),
        ("(a|b|c|d|e) (f|g|h|i) cannot be", "more than 16 alternatives"),
    ],
)
def test_refused(pattern: str, message: str) -> None:
    problems = anchored(index(article("a", [pattern]))).patterns
    assert len(problems) == 1
    assert problems[0].owner == "a"
    assert problems[0].place == 0
    assert message in problems[0].message
    assert problems[0].mend


# A plain oracle: white space dropped on both sides, then a backtracking regular expression of Python.
WORDS = ["abcd", "efgh", "xyzw", "ab", "q"]
literals = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3).map(" ".join)
pattern_pieces = st.lists(
    st.one_of(literals, st.just("..."), st.just("(abcd|xyzw q|)")), min_size=1, max_size=4
).filter(lambda pieces: sum("|" in piece for piece in pieces) <= 2)
texts = st.lists(st.sampled_from([*WORDS, ".", "-", "\n"]), max_size=30).map(" ".join)
# No more than the articles that a recipient gets, so that none is left out.
PATTERNS = 5
TEXTS = 4


def oracle(pattern: str, text: str) -> bool:
    """Does the pattern stand in the text, by Python's own regular expressions? Long Latin patterns only."""
    regex = ""
    for piece in re.split(r"(\.\.\.|\([^)]*\))", pattern):
        if piece == "...":
            regex += ".{0,80}"
        elif piece.startswith("("):
            regex += "(?:" + "|".join(re.escape(c.replace(" ", "")) for c in piece[1:-1].split("|")) + ")"
        else:
            regex += re.escape(piece.replace(" ", ""))
    regex = re.sub(r"^(?:\.\{0,80\})+|(?:\.\{0,80\})+$", "", regex)
    dense, starts = "", set()
    for word in text.split():
        starts.add(len(dense))
        if not word[0].isalnum():
            starts.add(len(dense) + 1)
        dense += word
    starts.add(len(dense))
    compiled = re.compile(regex, re.DOTALL)
    return any(compiled.fullmatch(dense, i, j) for i in starts for j in starts if j > i)


@settings(max_examples=40, deadline=None)
@given(
    patterns=st.lists(pattern_pieces, min_size=PATTERNS, max_size=PATTERNS),
    bodies=st.lists(texts, min_size=TEXTS, max_size=TEXTS),
)
def test_agrees_with_the_oracle(patterns: list[list[str]], bodies: list[str]) -> None:
    # Empty choices at an end move the end of the pattern; the two texts around keep both sides comparable.
    whole = [f"startword {body} finishword" for body in bodies]
    written = [" ".join(["startword", *pieces, "finishword"]) for pieces in patterns]
    made = engine(*(article(f"a{place}", [pattern]) for place, pattern in enumerate(written)))
    for text, result in zip(whole, made.match_many([{"text": f"550 {text}"} for text in whole]), strict=True):
        found = {match["article"] for match in result["recipients"][0]["matches"] if match["why"] == "pattern"}
        assert found == {f"a{place}" for place, pattern in enumerate(written) if oracle(pattern, text)}
