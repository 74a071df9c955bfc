"""The ways in which one server's sentence differs from another's: a filler, a synonym, another order, a hyphen ...

Each takes a line, a source of chance and the synonyms, and gives a line, or None where it doesn't fit.
Imports the catalogue.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable

from generator.catalogue.concepts import ConceptWords

Way = Callable[[str, random.Random, "Synonyms"], str | None]

_FILLERS = ("currently", "sorry,", "at this time", "unfortunately", "here", "- please note -")
_FILLERS_JA = ("現在、", "申し訳ございませんが、", "ただいま、")
_LEAD = re.compile(r"^(?:[245]\d\d[ -]?)?(?:#?[245]\.\d{1,3}\.\d{1,3}[ :]*)?")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_WORD_GAP = re.compile(r"(?<=[a-z]) (?=[a-z])")
_TURN = re.compile(r"[:;,] ")
_FEWEST_WORDS = 8
_KEPT = 0.75


class Synonyms:
    """Words of one class and language that stand for each other."""

    def __init__(self, words: ConceptWords) -> None:
        self._classes: dict[str, list[list[str]]] = defaultdict(list)
        for one in words.classes():
            for language in ("en", "ja"):
                plain = [word for word in one.words.get(language, ()) if re.fullmatch(r"[^*=@]{3,}", word)]
                for word in plain:
                    self._classes[word].append(plain)
        # The longest first: "mail address" is not two words.
        self._words = sorted(self._classes, key=lambda word: (-len(word), word))

    def swapped(self, line: str, chance: random.Random) -> str | None:
        """The line with one word replaced by another of its class; words of several classes stay."""
        lower = line.lower()
        found: list[tuple[int, str]] = []
        for word in self._words:
            # Looked for as it is first: few of thousands of words stand in a line.
            if word not in lower:
                continue
            for match in re.finditer(_bounded(word), lower):
                if not any(at < match.end() and match.start() < at + len(other) for at, other in found):
                    found.append((match.start(), word))
        found = [(at, word) for at, word in found if len(self._classes[word]) == 1]
        if not found:
            return None
        at, word = chance.choice(found)
        other = chance.choice(self._classes[word][0])
        return line[:at] + other + line[at + len(word) :]


def _bounded(word: str) -> str:
    return re.escape(word) if _JAPANESE.search(word) else rf"\b{re.escape(word)}\b"


def _split(line: str) -> tuple[str, str]:
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    return line[:at], line[at:]


def _filler(line: str, chance: random.Random, _: Synonyms) -> str | None:
    lead, rest = _split(line)
    if _JAPANESE.search(rest):
        return lead + chance.choice(_FILLERS_JA) + rest
    gaps = [match.start() for match in _WORD_GAP.finditer(rest)]
    if not gaps:
        return None
    at = chance.choice(gaps)
    return f"{lead}{rest[:at]} {chance.choice(_FILLERS)}{rest[at:]}"


def _hyphen(line: str, chance: random.Random, _: Synonyms) -> str | None:
    lead, rest = _split(line)
    gaps = [match.start() for match in _WORD_GAP.finditer(rest)]
    if not gaps:
        return None
    at = chance.choice(gaps)
    return lead + rest[:at] + chance.choice("-_") + rest[at + 1 :]


def _order(line: str, chance: random.Random, _: Synonyms) -> str | None:
    lead, rest = _split(line)
    turns = list(_TURN.finditer(rest))
    if not turns:
        return None
    turn = chance.choice(turns)
    first, second = rest[: turn.start()], rest[turn.end() :].rstrip(".")
    return f"{lead}{second}{turn.group()}{first}" if len(first) > 3 and len(second) > 3 else None


def _cut(line: str, _: random.Random, __: Synonyms) -> str | None:
    words = line.split(" ")
    return " ".join(words[: int(len(words) * _KEPT)]) if len(words) >= _FEWEST_WORDS else None


def _capitals(line: str, _: random.Random, __: Synonyms) -> str | None:
    return line.upper() if "http" not in line else None


def _synonym(line: str, chance: random.Random, synonyms: Synonyms) -> str | None:
    return synonyms.swapped(line, chance)


WAYS: dict[str, Way] = {
    "filler": _filler,
    "hyphen": _hyphen,
    "order": _order,
    "cut": _cut,
    "capitals": _capitals,
    "synonym": _synonym,
}
"""Each way by its name."""
