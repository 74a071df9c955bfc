"""Causes as lists show them: the words of a bounce first, then what they mean, the likeliest first.

Imports its sibling modules and the marked examples. Never decides which articles a list is about.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from generator.catalogue import GENERAL, Article, Text
from generator.catalogue.article import Next
from generator.catalogue.model import Reason
from generator.compiled.evidence import Examples, Marked
from generator.pages.edition import Edition, Named, named

MOST_SHOWN = 8
"""So many causes stand open in a list; the others are one touch away."""

# Of the words that a list quotes.
_MOST_SAID = 2
_LONGEST_SAID = 64
_SHORTEST_SAID = 4
_SHORTEST_WORD = 12
_SAME_START = 20
_FEW = 12
"""Up to so many links need no headings."""

_GAP = 16
"""Telling words with less between them are one phrase."""

# What differs from mail to mail: readers compare the words around it.
_ADDRESS = r"[\w.+=-]+@[\w.-]+|\d{1,3}(?:\.\d{1,3}){3}|(?:[0-9A-Fa-f]{1,4}:){2,}[0-9A-Fa-f:]*"
_HOST = r"(?:[\w-]+\.)*example\.(?:com|net|org|jp|co\.jp)\b|(?:[\w-]+\.)+example\b\.?"
_VALUE = re.compile(rf"[\[(<]?\b(?:{_ADDRESS}|{_HOST})[\])>]?(?::\d+)?|\b\d{{5,}}\b", re.IGNORECASE)
# The code with which a server begins each line of a long answer, and what is left of a bracket.
_CODE_AGAIN = re.compile(r"\b\d{3}-\d\.\d{1,2}\.\d{1,3}\b|^\W*\d+\]")
_EDGES = " \t.:;,/-<>…"


class Cause(NamedTuple):
    """An article as a list of causes shows it; a page that lists one depends on no more of it."""

    id: str
    headline: Text
    permanence: str
    says: tuple[str, ...]


class FirstSteps(NamedTuple):
    """An article as a page that says what to do first shows it."""

    id: str
    headline: Text
    next: Next


def first_steps(article: Article) -> FirstSteps:
    """What to do first about an article's cause."""
    return FirstSteps(article.id, article.headline, article.next)


class Listed(NamedTuple):
    """The likeliest causes, and the others under their reasons (under none where they are few)."""

    top: Sequence[Cause]
    rest: Sequence[tuple[Reason | None, Sequence[Named]]]

    @property
    def more(self) -> int:
        """How many others there are."""
        return sum(len(articles) for _, articles in self.rest)


class Causes:
    """Makes lists of causes in one language; what an article's bounces say is worked out once."""

    def __init__(self, edition: Edition, examples: Examples) -> None:
        self._edition = edition
        self._examples = examples
        self._often = {name: place for place, name in enumerate(edition.words["lists"]["often"])}
        self._said: dict[str, list[tuple[str, tuple[str, ...]]]] = {}

    def listed(self, articles: Iterable[Article], first: str | None = None, containing: str | None = None) -> Listed:
        """The articles by frequency, `first` before all; bounces with `containing` in them speak for an article."""
        ranked = sorted(articles, key=lambda one: (one.id != first, *self._rank(one)))
        top, rest = ranked[:MOST_SHOWN], ranked[MOST_SHOWN:]
        twice = {one.headline for one in top if sum(other.headline == one.headline for other in top) > 1}
        return Listed(
            [self.cause(one, containing, titled=one.headline in twice) for one in top],
            self._by_reason(rest),
        )

    def cause(self, article: Article, containing: str | None = None, titled: bool = False) -> Cause:
        """One article; `titled` where its headline alone doesn't tell it from its neighbours."""
        said = self._said.get(article.id)
        if said is None:
            said = self._said[article.id] = [
                (example.text, tuple(_phrases(marked)))
                for example, marked in zip(article.examples, self._examples[article.id], strict=False)
            ]
        naming = [found for text, found in said if containing and containing in text]
        says = self._chosen(naming or [found for _, found in said])
        return Cause(article.id, article.title if titled else article.headline, article.permanence, tuple(says))

    def _rank(self, article: Article) -> tuple[int, bool, int, str]:
        # What readers meet most; then cases of every mail system before those of one; then those of which more
        # examples were collected.
        often = self._often.get(article.id, len(self._often))
        return (often, article.provider != GENERAL, -len(article.examples), article.id)

    def _chosen(self, found: Sequence[Sequence[str]]) -> Iterator[str]:
        """The phrases that most examples say, as long as they differ; in English, those in English before others."""
        phrases = [phrase for of_example in found for phrase in of_example]
        phrases = [phrase for phrase in phrases if _tells(phrase)] or phrases
        count = Counter(phrase.lower() for phrase in phrases)
        phrases.sort(key=lambda one: (self._edition.lang == "en" and not one.isascii(), -count[one.lower()]))
        kept: list[str] = []
        for phrase in phrases:
            small = phrase.lower()
            if not any(_are_alike(small, one) for one in kept):
                kept.append(small)
                yield phrase
            if len(kept) == _MOST_SAID:
                return

    def _by_reason(self, articles: Sequence[Article]) -> list[tuple[Reason | None, Sequence[Named]]]:
        if not articles:
            return []
        if len(articles) <= _FEW:
            return [(None, named(articles))]
        groups = [
            (reason, named(one for one in articles if one.reason == reason.id))
            for reason in self._edition.reasons.values()
        ]
        return sorted(((reason, found) for reason, found in groups if found), key=lambda one: -len(one[1]))


def _phrases(marked: Marked) -> Iterator[str]:
    """The telling words of an example, the longest first; those that stand close together as one."""
    runs: list[str] = []
    is_open = False
    for at, (text, telling) in enumerate(marked):
        if telling:
            runs[len(runs) - is_open :] = [(runs[-1] if is_open else "") + text]
            is_open = True
        elif is_open and len(text) <= _GAP and at + 1 < len(marked) and not re.search(r"[.。]\s", text):
            runs[-1] += text
        else:
            is_open = False
    yield from sorted(filter(None, map(_shortened, runs)), key=len)[::-1]


def _are_alike(one: str, other: str) -> bool:
    return one in other or other in one or one[:_SAME_START] == other[:_SAME_START]


def _tells(phrase: str) -> bool:
    """Whether words say something by themselves: one short word doesn't."""
    return " " in phrase or len(phrase) >= _SHORTEST_WORD or not phrase.isascii()


def _shortened(text: str) -> str | None:
    """Telling words on one short line, their values left out; nothing if they are too short to tell anything."""
    line = " ".join(_CODE_AGAIN.sub("", _VALUE.sub("…", text)).split())
    line = re.sub(r"\[?(?:…[\s:]*)+\]?", "… ", line).strip(_EDGES)
    if len(line) > _LONGEST_SAID:
        line = line[:_LONGEST_SAID].rsplit(" ", 1)[0].rstrip(_EDGES) + "…"
    return line if len(line) >= _SHORTEST_SAID else None
