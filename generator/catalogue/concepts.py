"""Classes of words that servers use, and how an answer is read before they are looked up; files of kb/concepts/.

An article says which combination of classes it means (`Article.says`). Imports the model's common parts.
Never reads a file.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import Field

from generator.catalogue.model import Part, Strict
from generator.catalogue.scalars import Id, Words
from generator.catalogue.words import Language

Entries = Mapping[Language, Annotated[tuple[Words, ...], Field(min_length=1)]]
"""Runs of words by language; `word*` has any ending, `=word` stands exactly so."""


class WordClass(Strict):
    """Words that say the same. Those in `denied` say it only when they are denied, as in "not found"."""

    id: Id
    words: Entries = Field(default_factory=dict)
    denied: Entries = Field(default_factory=dict)


class ClassList(Part):
    """A file of classes."""

    classes: tuple[WordClass, ...]


SignalId = Literal[
    "own",
    "held",
    "demand",
    "threat",
    "deadline",
    "usage",
    "asking",
    "unsent",
    "flood",
    "worry",
    "urgent",
    "theirs",
    "undelivered",
    "mailing",
    "parcel",
    "chat",
]


class SignalWords(Strict):
    """Words that tell what a text wants of its reader; kb/concepts/signals.yaml explains each signal."""

    id: SignalId
    words: Entries


class SignalList(Part):
    """The file of signals."""

    signals: tuple[SignalWords, ...]


class KnownHost(Strict):
    """Part of a host's name, and the class that such a host or a link to it stands for."""

    host: Words
    means: Id


class Reading(Part):
    """How an answer is read: what denies, what is filler, what is advice, what says nothing."""

    negators: Entries
    behind: tuple[Words, ...]
    joined: tuple[Words, ...]
    stop: Entries
    advice: Entries
    noise: tuple[Words, ...]
    fillers: tuple[Words, ...] = ()
    address_after: tuple[Words, ...]
    broad_codes: tuple[Words, ...]
    hosts: tuple[KnownHost, ...]


class Order(Part):
    """The ids of all rules, the one that wins first."""

    order: tuple[Id, ...]


@dataclass(frozen=True)
class ConceptWords:
    """All of kb/concepts/."""

    subjects: ClassList
    states: ClassList
    phrases: ClassList
    reading: Reading
    order: Order
    signals: SignalList

    def classes(self) -> Iterator[WordClass]:
        """All classes: subjects, states, phrases."""
        for one in (self.subjects, self.states, self.phrases):
            yield from one.classes


NO_CONCEPTS = ConceptWords(
    ClassList(classes=()),
    ClassList(classes=()),
    ClassList(classes=()),
    Reading(
        negators={},
        behind=(),
        joined=(),
        stop={},
        advice={},
        noise=(),
        fillers=(),
        address_after=(),
        broad_codes=(),
        hosts=(),
    ),
    Order(order=()),
    SignalList(signals=()),
)
"""What stands for files that can't be used."""
