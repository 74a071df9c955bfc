"""The words of an article's examples that a list can quote: short, without what differs from mail to mail.

Imports the marked examples and its sibling that knows the languages. Never knows which article it is.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.compiled.evidence import Marked
from generator.pages.tongue import Lang

_MOST = 2
_LONGEST = 64
_SHORTEST = 4
_SHORTEST_WORD = 12
"""A word of fewer letters says nothing by itself."""

_SAME_START = 20
"""Phrases that begin alike for so long are the same to a reader."""

_GAP = 16
"""Telling words with less between them are one phrase."""

# What differs from mail to mail: readers compare the words around it.
_ADDRESS = r"[\w.+=-]+@[\w.-]+|\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9A-Fa-f]{1,4}:){2,}[0-9A-Fa-f:]*"
_HOST = r"(?:[\w-]+\.)*example\.(?:com|net|org|jp|co\.jp)\b|(?:[\w-]+\.)+example\b\.?"
_VALUE = re.compile(rf"[\[(<]?\b(?:{_ADDRESS}|{_HOST})[\])>]?(?::\d+)?|\b\d{{5,}}\b", re.IGNORECASE)
# The code with which a server begins each line of a long answer, and what is left of a bracket.
_CODE_AGAIN = re.compile(r"\b\d{3}-\d\.\d{1,2}\.\d{1,3}\b|^\W*\d+\]")
_EDGES = " \t.:;,/-<>…"


def phrases_of(marked: Marked) -> Iterator[str]:
    """The telling words of an example, the longest first; those that stand close together as one."""
    runs: list[str] = []
    is_open = False
    for at, (text, telling) in enumerate(marked):
        if telling and not is_open:
            runs.append(text)
            is_open = True
        elif telling or (is_open and len(text) <= _GAP and at + 1 < len(marked) and not re.search(r"[.。]\s", text)):
            runs[-1] += text
        else:
            is_open = False
    yield from sorted(filter(None, map(_shortened, runs)), key=len)[::-1]


def chosen(found: Sequence[Sequence[str]], lang: Lang) -> tuple[str, ...]:
    """Of the phrases of several examples, those that most of them say, as long as they differ.

    For readers of English, those in English come before others.
    """
    phrases = [phrase for of_example in found for phrase in of_example]
    phrases = [phrase for phrase in phrases if _tells(phrase)] or phrases
    count = Counter(phrase.lower() for phrase in phrases)
    # Of two that are said as often, the longer tells more.
    phrases.sort(key=lambda one: (lang == "en" and not one.isascii(), -count[one.lower()] * min(len(one), _SAME_START)))
    kept: list[str] = []
    for phrase in phrases:
        if len(kept) < _MOST and not any(_are_alike(phrase.lower(), one.lower()) for one in kept):
            kept.append(phrase)
    return tuple(kept)


def _are_alike(one: str, other: str) -> bool:
    return one in other or other in one or one[:_SAME_START] == other[:_SAME_START]


def _tells(phrase: str) -> bool:
    """Whether words say something by themselves: one short word doesn't."""
    return " " in phrase or len(phrase) >= _SHORTEST_WORD or not phrase.isascii()


def _shortened(text: str) -> str | None:
    """Telling words on one short line, their values left out; nothing if they are too short to tell anything."""
    line = " ".join(_CODE_AGAIN.sub("", _VALUE.sub("…", text)).split())
    line = re.sub(r"\[?(?:…[\s:]*)+\]?", "… ", line).strip(_EDGES)
    line = _first_sentence(line).strip(_EDGES)
    if len(line) > _LONGEST:
        line = line[:_LONGEST].rsplit(" ", 1)[0].rstrip(_EDGES) + "…"
    return line if len(line) >= _SHORTEST else None


def _first_sentence(line: str) -> str:
    first = re.split(r"\s?(?<!\.)\.\s+(?=[A-Z])", line, maxsplit=1)[0]
    return first if len(first) >= _SHORTEST_WORD else line
