"""Hostile inputs: families, each a text of about a given number of characters, of what once took quadratic work or could;

and pieces of reports that tell an engine something, for texts that are made of nothing else.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

TELLING = [
    "mailbox is full", "550 5.1.1", "<taro@example.jp>:", "Remote host said:", ">>> RCPT TO:<a@example.jp>", "<<< 550",
    "Final-Recipient: rfc822; taro@example.jp", "Diagnostic-Code: smtp; 550", "Action: failed", "\n\n", "> ", "　", "\x00",
    "\ud800", "\u200b", "&#x41;", "容量を超えています", "[203.0.113.7]", "Received: from x\nFrom: a\nSubject: b\n",
    "----- Original message -----", "Content-Type: multipart/report; boundary=x\n\n--x\n", "=?iso-2022-jp?B?GyRC?=", "\r",
]  # fmt: skip

LOG = "Nov 24 10:00:00 mx postfix/smtp[1]: A{n}: to=<u{n}@example.com>, relay=mx.example.com[192.0.2.1]:25, "


def repeated(unit: str) -> Callable[[int], str]:
    return lambda size: unit * (size // len(unit))


def numbered(line: str, behind: str = "") -> Callable[[int], str]:
    """Lines with numbers up to a size; with `behind`, half of that and as much of `behind`."""

    def made(size: int) -> str:
        lines: list[str] = []
        length = 0
        half = size // 2 if behind else size
        for n in count():
            lines.append(line.replace("{n}", str(n)))
            length += len(lines[-1])
            if length >= half:
                return "".join(lines) + behind * (half // max(len(behind), 1))
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
