"""Makes inputs: the examples of the catalogue and its reporters, mangled and mutated, and what is no report at all.

Knows no engine. Everything comes from a seed and a number, never from the clock.
"""

from __future__ import annotations

import base64
import quopri
from collections.abc import Callable, Sequence
from random import Random

from generator.catalogue import Catalogue
from tests.engine.families import FAMILIES, TELLING
from tests.engine.mangle import MANGLINGS

Input = dict[str, str]
"""{"text": ...}, or {"bytes": ...} with a character for each byte, as the engine takes it."""

_STRANGE = [
    "\x00", "\x1b[31m", "\r", "\n", "\n\n", "\t", "\u00ad", "\u0301", "\u200b", "\u202e", "\u2028", "\ufeff", "\ufffe", "\uffff",
    "\ud800", "\udfff", "\ude00\ud83d", "\U0001f600", "\u3000", "＠", "İ", "ß", "ﷺ", "\u1100\u1161", "&#0;", "&#xd800;", "&lt;",
    "<script>", "</textarea>", "<img src=x onerror=x>", "{sender_ip}", "${x}", "__proto__", "constructor", "%00", "%2540", "=\n",
    "=?utf-8?B?77u/?=", "javascript:x", "http://[::1", "2001:db8::25", "203.0.113.7", "999.999.999.999", "5.7.606-5.7.649", "550-",
]  # fmt: skip
_CHARSETS = (
    "utf-8",
    "iso-2022-jp",
    "shift_jis",
    "euc-jp",
    "us-ascii",
    "utf-7",
    "gb18030",
    "big5",
    "euc-kr",
    "x-unknown",
    "",
)
_ENCODINGS = ("7bit", "8bit", "base64", "quoted-printable", "uuencode", "constructor")
_PLANES = ((0, 0x7F), (0, 0xFF), (0x3000, 0x30FF), (0x4E00, 0x9FFF), (0xD800, 0xDFFF), (0xFE00, 0xFFFF), (0, 0x10FFFF))
_LONGEST = 4000


class Inputs:
    """The inputs of a seed: `inputs[number]`, each the same whenever it is asked for."""

    def __init__(self, seed: int, catalogue: Catalogue) -> None:
        self._seed = seed
        self._reports = _reports(catalogue)
        self._words = _words(catalogue)

    def __getitem__(self, number: int) -> Input:
        random = Random(f"{self._seed}:{number}")
        kind = random.choices((self._mutated, self._mail, self._soup, _text, _bytes, _family), (50, 15, 20, 5, 5, 5))[0]
        return kind(random)

    def _mutated(self, random: Random) -> Input:
        """A report as somebody would paste it, if it weren't for some edits."""
        return {"text": self._spoilt(random)}

    def _mail(self, random: Random) -> Input:
        """A file: a report in a mail whose structure, charset or bytes don't hold what they promise."""
        body, charset = self._spoilt(random), random.choice(_CHARSETS)
        data = _encoded(body, charset if random.random() < 0.7 else random.choice(_CHARSETS))
        encoding = random.choice(_ENCODINGS)
        if encoding == "base64" and random.random() < 0.8:
            data = base64.encodebytes(data)
        elif encoding == "quoted-printable" and random.random() < 0.8:
            data = quopri.encodestring(data)
        part = _head(f"text/{random.choice(['plain', 'html'])}; charset={charset}", encoding) + data
        for level in range(random.choice([0, 0, 1, 1, 2, 5, 40])):
            mark = f"--b{level}\r\n".encode()
            part = _head(f"multipart/report; boundary=b{level}", "7bit") + mark + part + b"\r\n" + mark
        whole = bytearray(b"From: MAILER-DAEMON@mail.example.jp\r\nSubject: failure notice\r\n" + part)
        for _ in range(random.choice([0, 0, 1, 5])):
            at = random.randrange(len(whole) + 1)
            whole[at : at + random.choice([0, 1, 200])] = random.randbytes(random.choice([0, 1, 3]))
        return {"bytes": bytes(whole).decode("latin-1")}

    def _soup(self, random: Random) -> Input:
        """Words that tell something, in no order."""
        pieces = random.choices((self._words, TELLING, _STRANGE, ["\n", " "]), (4, 4, 1, 3), k=random.randrange(1, 60))
        return {"text": "".join(random.choice(words) + random.choice(("", " ")) for words in pieces)}

    def _spoilt(self, random: Random) -> str:
        text = random.choice(self._reports)[:_LONGEST]
        if random.random() < 0.25:
            text = random.choice(sorted(MANGLINGS.items()))[1](text)
        for _ in range(random.choice([0, 1, 1, 2, 3, 8])):
            text = self._edited(random, text)
        return text

    def _edited(self, random: Random, text: str) -> str:
        """One edit, at one place or between two."""
        low, high = sorted(random.randrange(len(text) + 1) for _ in range(2))
        high = min(high, low + random.choice([1, 8, 80, 800]))
        head, span, tail = text[:low], text[low:high], text[high:]
        edits: tuple[Callable[[], str], ...] = (
            lambda: head + tail,
            lambda: head,
            lambda: head + span * random.choice([2, 3, 30]) + tail,
            lambda: tail + span + head,
            lambda: head + span.swapcase() + tail,
            lambda: head + span[::-1] + tail,
            lambda: head + random.choice(_STRANGE) + tail,
            lambda: head + random.choice(TELLING) + tail,
            lambda: head + random.choice(self._words) + tail,
            lambda: head + random.choice(self._reports)[:_LONGEST] + tail,
            lambda: head + random.choice(_STRANGE).join(span) + tail,
        )
        return random.choice(edits)()[: 2 * _LONGEST]


def _reports(catalogue: Catalogue) -> list[str]:
    articles, reporters = catalogue.articles.values(), catalogue.reporters.values()
    found = [example.text for article in articles for example in article.examples]
    found += [miss.text for article in articles for miss in article.near_misses]
    return found + [example.text for reporter in reporters for example in reporter.examples]


def _words(catalogue: Catalogue) -> list[str]:
    """Patterns, codes, frames and addresses of providers, as they are written."""
    articles, reporters = catalogue.articles.values(), catalogue.reporters.values()
    found = [pattern.text for article in articles for pattern in article.patterns]
    found += [frame.text for reporter in reporters for frame in reporter.frames]
    found += [name for provider in catalogue.providers.values() for name in (*provider.domains, *provider.hosts)]
    return found + list(catalogue.codes)


def _text(random: Random) -> Input:
    """Characters of any kind, halves of pairs among them."""
    planes: Sequence[tuple[int, int]] = random.sample(_PLANES, 2)
    return {"text": "".join(chr(random.randint(*random.choice(planes))) for _ in range(random.randrange(300)))}


def _bytes(random: Random) -> Input:
    return {"bytes": random.randbytes(random.randrange(600)).decode("latin-1")}


def _family(random: Random) -> Input:
    """A text that once took quadratic work, with something behind it."""
    made = random.choice(sorted(FAMILIES.items()))[1](random.randrange(100, _LONGEST))
    return {"text": made + random.choice(["", "x", "\n", random.choice(TELLING)])}


def _head(content_type: str, encoding: str) -> bytes:
    return f"Content-Type: {content_type}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode()


def _encoded(text: str, charset: str) -> bytes:
    known = charset if charset not in ("x-unknown", "") else "latin-1"
    return text.encode("utf-16", "replace").decode("utf-16", "replace").encode(known, "replace")
