"""Hostile and huge inputs: the work of every stage is counted and stays linear, and a limit that cuts says so."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count, pairwise

import pytest

from generator.catalogue import load_catalogue
from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine
from tests.engine.helpers import KB

SIZES = (6_000, 12_000, 24_000, 48_000)
LOG = "Nov 24 10:00:00 mx postfix/smtp[1]: A{n}: to=<u{n}@example.com>, relay=mx.example.com[192.0.2.1]:25, "


def repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


def numbered(line: str, behind: str = "") -> Callable[[int], str]:
    """Lines with numbers up to a size, and as much of `behind`."""

    def made(size: int) -> str:
        lines: list[str] = []
        length = 0
        for n in count():
            lines.append(line.replace("{n}", str(n)))
            length += len(lines[-1])
            if length >= size:
                return "".join(lines) + behind * (size // max(len(behind), 1))
        raise AssertionError

    return made


FAMILIES: dict[str, Callable[[int], str]] = {
    "a line of spaces": lambda size: "550 5.1.1 User unknown\n" + " " * size + "x",
    "a line of wide spaces": lambda size: "550 5.1.1 User unknown\n" + "\u3000" * size + "x",
    "quoting without end": repeated(">"),
    "quoting with spaces": repeated("> "),
    "line breaks": repeated("\n"),
    "one letter": repeated("a"),
    "character references": repeated("&"),
    "combining marks": repeated("\u0301"),
    "recipients, then answers": numbered("<u{n}@example.com>:\n", "550 5.1.1 User unknown\n"),
    "200 recipients, then answers": lambda size: (
        "".join(f"<u{n}@example.com>:\n" for n in range(200)) + "\n" + "550 5.7.1 no\n" * (size // 13)
    ),
    "a list of addresses": numbered("user{n}@example.com\n"),
    "recipients with answers": numbered("<u{n}@example.com>: 550 5.1.1 User unknown\n\n"),
    "status codes": repeated("5.7.1 "),
    "reply codes": repeated("550\n"),
    "a log of delivered mail": numbered(LOG + "status=sent (250 2.0.0 OK)\n"),
    "a log of bounces": numbered(LOG + "status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 no)\n"),
    "words before a hole": repeated("xsaid:"),
    "words around a hole": repeated("host said:"),
    "addresses before words": repeated("[192.0.2.1]said:"),
    "words run together": repeated("hostsaid"),
    "hosts": repeated("a."),
    "at signs": repeated("@"),
    "transcripts": repeated(">>> RCPT TO:<a@example.com>\n<<< 550 no\n"),
    "replies of several lines": repeated("550-5.1.1 a\n"),
    "header lines": repeated("From: a\nSubject: b\n"),
    "technical header lines": repeated("Received: from a by b\n"),
    "subjects": repeated("Subject: "),
    "parentheses": repeated("("),
    "elements": lambda size: "<div>" * (size // 5) + "x",
    "prose": repeated("Here is a sentence of an ordinary mail, as long as others are. "),
    "Japanese prose": repeated("\u30e1\u30fc\u30eb\u304c\u5c4a\u304b\u306a\u3044\u306e\u3067\u3001"),
}


@pytest.fixture(scope="module")
def whole() -> Engine:
    return Engine(match_index(load_catalogue(KB).catalogue))


@pytest.mark.parametrize("family", FAMILIES)
def test_the_work_of_every_stage_is_linear(whole: Engine, family: str) -> None:
    spent = []
    for size in SIZES:
        text = FAMILIES[family](size)
        whole.match({"text": text})
        spent.append(whole.work())
    for smaller, larger in pairwise(spent):
        # A limit on the way makes a step; four times the work for twice the input would be more than one.
        assert larger <= 2.6 * smaller + 20_000, spent


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


def test_a_log_is_read_line_by_line(whole: Engine) -> None:
    line = LOG.replace("{n}", "1") + "status=sent (250 2.0.0 OK)\n"
    other = LOG.replace("{n}", "2") + "status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown)\n"
    for text in (line + other, other + line):
        result = whole.match({"text": text})
        assert result["kind"] == "bounce"
        kinds = {one["recipient"]: (one["kind"], bool(one["matches"])) for one in result["recipients"]}
        assert kinds == {"u1@example.com": ("delivered", False), "u2@example.com": ("bounce", True)}
