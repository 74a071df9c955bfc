"""The article as a value: one cause with one set of steps, and everything that an answer shows of it.

Imports pydantic and the model's other parts. Never reads a file.
"""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from generator.catalogue.model import Entry, RefusedBy, Source, Strict, Text, Title
from generator.catalogue.scalars import (
    EnglishHeadline,
    Id,
    JapaneseHeadline,
    JapaneseLabel,
    Label,
    Name,
    PatternText,
    Reply,
    ReportText,
    StatusOrRange,
    Vendor,
    Words,
)


class ArticleSource(Source):
    """A source, and which parts of the article rest on it."""

    supports: Annotated[tuple[Literal["codes", "patterns", "steps", "cause"], ...], Field(min_length=1)]


class Codes(Strict):
    """The codes seen with an article's cause."""

    reply: tuple[Reply, ...] = ()
    status: tuple[StatusOrRange, ...] = ()
    vendor: tuple[Vendor, ...] = ()


UNKNOWN_STAGE = "unknown"
"""In a pattern's condition: nothing in the report tells at which stage delivery stopped."""


class When(Strict):
    """The conditions under which a pattern counts; all that are given must hold."""

    stage: Id | None = None
    provider: Id | None = None
    reply: Reply | None = None
    status: StatusOrRange | None = None


class Pattern(Strict):
    """What a server says, with holes. `summary` marks a reporter's own summary."""

    text: PatternText
    when: When | None = None
    summary: bool = False


class Rule(Strict):
    """What a general article says: a subject (`of`) and a state (`is`, `with`) in one clause.

    kb/concepts has their classes. `within`: how much may stand between the two, in words. `unless`: classes that must
    not stand in the clause. `most`: words of the clause. `sure`: seldom wrong, so that it is likely by itself.
    """

    id: Id
    of: Annotated[tuple[Words, ...], Field(min_length=1)]
    is_: Annotated[tuple[Words, ...], Field(alias="is")] = ()
    with_: Annotated[tuple[Words, ...], Field(alias="with")] = ()
    within: float = 4
    ordered: bool = False
    most: int | None = None
    unless: tuple[Words, ...] = ()
    sure: bool = False


class Example(Strict):
    """A report or a line of one, and the values that its holes must yield."""

    text: ReportText
    values: dict[Name, Words] | None = None


class NearMiss(Strict):
    """What looks alike, and the article that it belongs to."""

    text: ReportText
    belongs_to: Id


class Headline(Text):
    """The cause, or what to do about it, in a line that a phone shows whole."""

    ja: JapaneseHeadline
    en: EnglishHeadline


class Lasting(Strict):
    """What begins to hold, or ends, on a day; both days are included. `bouncekb stale` names it in time."""

    since: date | None = None
    until: date | None = None


class Caution(Text, Lasting):
    """What makes it worse, or what else there is to know."""


class Step(Lasting):
    """One action: who does it, what to do, and how to know that it worked."""

    who: Id
    do: Text
    check: Text


Addressee = Literal["sender-admin", "recipient-admin", "recipient", "provider"]
"""Whom the reader may have to ask; the ids of actors."""

HostTopic = Literal["spf", "dkim", "dmarc", "smtp", "limits", "abroad", "forwarding", "contact"]
"""What a page of a host is about."""


class Next(Strict):
    """What to do first: a heading, a sentence, and the one action, a letter to copy or a page to open.

    With neither `copy` nor `open` the action is the first of the steps.
    """

    title: Headline
    text: Text
    copy_: Annotated[Addressee | None, Field(alias="copy")] = None
    open: Words | None = None


class Asked(Strict):
    """The words in which people ask for it; search is tested with them."""

    ja: Annotated[tuple[JapaneseLabel, ...], Field(min_length=5, max_length=10)]
    en: Annotated[tuple[Label, ...], Field(min_length=5, max_length=10)]


class Change(Strict):
    """What is new about an article, and since when."""

    date: date
    what: Title


class Exemption(Strict):
    """A check that an article cannot meet, why, and the day by which to look again."""

    check: Id
    reason: Words
    until: date


def _as_mapping(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Article(Entry):
    """One cause with one set of steps."""

    id: Id
    formerly: tuple[Id, ...] = ()
    title: Title
    headline: Headline
    summary: Text
    provider: Id
    reason: Id
    also_reasons: tuple[Id, ...] = ()
    permanence: Id
    stage: Id
    refused_by: RefusedBy | None = None
    fixers: Annotated[tuple[Id, ...], Field(min_length=1)]
    first: Id
    address: Literal["keep", "pause", "remove"]
    codes: Codes = Codes()
    patterns: tuple[
        Annotated[Pattern, BeforeValidator(_as_mapping, json_schema_input_type=PatternText | Pattern)], ...
    ] = ()
    says: tuple[Rule, ...] = ()
    examples: Annotated[
        tuple[Annotated[Example, BeforeValidator(_as_mapping, json_schema_input_type=ReportText | Example)], ...],
        Field(min_length=1),
    ]
    near_misses: tuple[NearMiss, ...] = ()
    next: Next
    prepare: tuple[Text, ...] = ()
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]
    host: tuple[HostTopic, ...] = ()
    how_long: Text
    if_not: Text
    cautions: tuple[Caution, ...] = ()
    reply: Text
    forward: dict[Addressee, Text] = Field(default_factory=dict)
    inside: Text
    asked_as: Asked
    see_also: tuple[Id, ...] = ()
    changed: Annotated[tuple[Change, ...], Field(min_length=1)]
    sources: Annotated[tuple[ArticleSource, ...], Field(min_length=1)]
    exceptions: tuple[Exemption, ...] = ()
