"""The ways in which one server's sentence differs from another's: a filler, a synonym, another order, a hyphen ...

Each takes a line, a source of chance and the synonyms, and gives a line, or None where it doesn't fit.
Imports the catalogue.
"""

import random
import re
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from generator.catalogue import Article
from generator.catalogue.concepts import ConceptWords


@dataclass(frozen=True)
class Line:
    """What a server says on one line; the last words that prove its article stand from `start` to `end`."""

    text: str
    start: int
    end: int


Way = Callable[[Line, random.Random, "Synonyms"], str | None]
"""A line, chance and the synonyms of the line's article, to a variant."""

_OPENERS = ("Sorry,", "Unfortunately,", "We regret:", "Please note:")
_ADVERBS = ("currently", "presently", "unfortunately", "at this time", "at the moment")
_VERB = re.compile(r"(?<=[a-z] )(?:is|are|was|were|has|have|had|cannot|does|do|did|will|must|may)\b(?=[ ])")
_FILLERS_JA = ("現在、", "申し訳ございませんが、", "ただいま、")
_LEAD = re.compile(r"^(?:[245]\d\d[ -]?)?(?:#?[245]\.\d{1,3}\.\d{1,3}[ :]*)?")
_JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
_WORD_GAP = re.compile(r"(?<=[a-z]) (?=[a-z])")
_TURN = re.compile(r"[:;,] ")
_KEPT = 0.75
_SENTENCE = 5
"""Words of a sentence that is still known by its beginning."""


class Synonyms:
    """Words that say the same as others where an article's rules look for them."""

    def __init__(self, article: Article, words: ConceptWords) -> None:
        named = {name for rule in article.says for name in (*rule.of, *rule.is_, *rule.with_)}
        self._classes: dict[str, list[list[str]]] = defaultdict(list)
        for one in words.classes():
            for language in ("en", "ja"):
                plain = [word for word in one.words.get(language, ()) if re.fullmatch(r"[^*=@]{3,}", word)]
                for word in plain if one.id in named else ():
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
        alike = [other for other in self._classes[word][0] if _form(other) == _form(word)]
        return line[:at] + chance.choice(alike) + line[at + len(word) :]


def _form(word: str) -> tuple[int, str]:
    """What must be the same of two words, so that a sentence stays one: how many they are, and their ending."""
    return word.count(" "), next((end for end in ("ed", "ing", "s") if word.endswith(end)), "")


def _bounded(word: str) -> str:
    return re.escape(word) if _JAPANESE.search(word) else rf"\b{re.escape(word)}\b"


def _split(line: str) -> tuple[str, str]:
    lead = _LEAD.match(line)
    at = lead.end() if lead else 0
    return line[:at], line[at:]


def _filler(line: Line, chance: random.Random, _: Synonyms) -> str | None:
    lead, rest = _split(line.text)
    if _JAPANESE.search(rest):
        return lead + chance.choice(_FILLERS_JA) + rest
    # An adverb stands behind a verb; without one a sentence only gets an opening.
    verbs = [match.end() for match in _VERB.finditer(rest)]
    if not verbs or chance.random() < 0.5:
        return f"{lead}{chance.choice(_OPENERS)} {rest}"
    at = chance.choice(verbs)
    return f"{lead}{rest[:at]} {chance.choice(_ADVERBS)}{rest[at:]}"


def _hyphen(line: Line, chance: random.Random, _: Synonyms) -> str | None:
    lead, rest = _split(line.text)
    gaps = [match.start() for match in _WORD_GAP.finditer(rest)]
    if not gaps:
        return None
    at = chance.choice(gaps)
    return lead + rest[:at] + chance.choice("-_") + rest[at + 1 :]


def _order(line: Line, chance: random.Random, _: Synonyms) -> str | None:
    lead, rest = _split(line.text)
    turns = list(_TURN.finditer(rest))
    if not turns:
        return None
    turn = chance.choice(turns)
    first, second = rest[: turn.start()], rest[turn.end() :].rstrip(".")
    return f"{lead}{second}{turn.group()}{first}" if len(first) > 3 and len(second) > 3 else None


def _cut(line: Line, _: random.Random, __: Synonyms) -> str | None:
    # Of a few words none can be spared: "550 5.7.1 The message does not" says nothing of the cause any more.
    words = line.text.count(" ", line.start, line.end) + 1
    least = line.start + int((line.end - line.start) * _KEPT) if words >= _SENTENCE else line.end
    gap = line.text.find(" ", least)
    return line.text[:gap] if gap >= 0 else None


def _capitals(line: Line, _: random.Random, __: Synonyms) -> str | None:
    return line.text.upper() if "http" not in line.text else None


def _synonym(line: Line, chance: random.Random, synonyms: Synonyms) -> str | None:
    return synonyms.swapped(line.text, chance)


WAYS: dict[str, Way] = {
    "filler": _filler,
    "hyphen": _hyphen,
    "order": _order,
    "cut": _cut,
    "capitals": _capitals,
    "synonym": _synonym,
}
"""Each way by its name."""
