"""What mail programs and people do to a bounce before it is pasted.

Knows no engine. `GENTLE` ways keep every word and every line whole, so that addresses can still be told apart.
"""

from __future__ import annotations

from collections.abc import Callable

FORWARDED = """\
お世話になっております。次のメールが戻ってきました。

-----元のメッセージ-----
From: Mail Delivery System <MAILER-DAEMON@example.jp>
Sent: Tuesday, November 24, 2026 10:00 AM
To: hanako@example.jp
Subject: Undelivered Mail

"""
FORWARDED_BY_GMAIL = """\
---------- Forwarded message ---------
From: Mail Delivery Subsystem <mailer-daemon@example.com>
Date: 2026年11月24日(火) 10:00
Subject: Delivery Status Notification (Failure)
To: <hanako@example.jp>


"""


def wrapped(text: str, width: int) -> str:
    """Hard-wrapped wherever the width falls, words and codes included."""
    return "\n".join(line[i : i + width] for line in text.split("\n") for i in range(0, max(len(line), 1), width))


def quoted(text: str, depth: int = 1) -> str:
    """Quoted as a reply quotes."""
    return "".join(f"{'>' * depth} {line}\n" for line in text.split("\n"))


def widened(text: str, kept: str = "") -> str:
    """Latin letters, digits and marks as full-width ones, but for those to be kept."""
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" and c not in kept else c for c in text)


def smart(text: str) -> str:
    """Quotes and dashes as word processors make them."""
    return text.replace("'", "’").replace('"', "“").replace(" - ", " – ")


def squeezed(text: str) -> str:
    """All on one line."""
    return " ".join(text.split())


MANGLINGS: dict[str, Callable[[str], str]] = {
    "quoted": quoted,
    "quoted twice": lambda text: quoted(text, 2),
    "forwarded": lambda text: FORWARDED + text,
    "forwarded by Gmail": lambda text: FORWARDED_BY_GMAIL + text,
    "smart quotes": smart,
    "CR only": lambda text: text.replace("\n", "\r"),
    "full-width": widened,
    "wrapped at 31": lambda text: wrapped(text, 31),
    "wrapped at 40": lambda text: wrapped(text, 40),
    "wrapped at 72": lambda text: wrapped(text, 72),
    "squeezed to one line": squeezed,
}
GENTLE = ("quoted", "quoted twice", "forwarded", "forwarded by Gmail", "smart quotes", "CR only")
