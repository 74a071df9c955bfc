"""What crosses the border to the engine, typed: the result and the match index. `kb/schema/` has both as JSON Schema.

Imports typing and pydantic only, which needs the TypedDict of typing_extensions before Python 3.12. The engine's own
types (engine/types.d.ts, engine/index.js) say the same; tests hold real results against these.
"""

from typing import Any, Literal, NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict

_closed = with_config(ConfigDict(extra="forbid"))

Kind = Literal[
    "bounce",
    "delay",
    "abuse-report",
    "auto-reply",
    "delivered",
    "machine-report",
    "suspicious",
    "notice",
    "question",
    "errors-in-text",
    "other",
]
RefusedBy = Literal["own-program", "own-service", "gateway", "recipient-side", "unknown"]
"""Whose decision it was."""
KnownBy = Literal["code", "reporter", "submission", "recipient-host", "gateway", "own-host", "other-host"]
"""What tells whose."""
Ask = Literal["unsent", "flood", "worry", "urgent"]
"""What readers write around a bounce: not theirs, many of them, is it dangerous, no time."""
Confidence = Literal["certain", "likely", "possible"]
Why = Literal["pattern", "near", "concept", "code"]
"""What an article rests on: a sentence, one that nearly stands there, words taken together, or a code."""


@_closed
class Evidence(TypedDict):
    """Words that count; `start` and `end` are UTF-16 offsets into the result's text."""

    start: int
    end: int
    text: str
    kind: Literal["pattern", "near", "vendor", "code", "concept"]
    pattern: NotRequired[int]


@_closed
class Match(TypedDict):
    """An article that fits, the words that prove it, and the values known: of those words, and of the report itself."""

    article: str
    reason: str
    confidence: Confidence
    why: Why
    score: int
    evidence: list[Evidence]
    values: dict[str, str]


@_closed
class Recipient(TypedDict):
    """What a report says about one recipient; `recipient` is None where it names nobody.

    `meant_domain`: what the domain of its address is probably a slip for.
    """

    recipient: str | None
    meant_domain: str | None
    kind: Kind
    refused_by: RefusedBy
    known_by: KnownBy | None
    reply_code: str | None
    status: str | None
    diagnostic: str | None
    stage: str | None
    permanence: Literal["permanent", "transient"] | None
    reporting_mta: str | None
    remote_mta: str | None
    retry_until: str | None
    provider: str | None
    matches: list[Match]


@_closed
class SignPlace(TypedDict):
    """Words that give a fraud away; `start` and `end` count UTF-16 units of the result's text."""

    sign: Literal["own", "held", "demand", "deadline", "threat", "link"]
    start: int
    end: int


@_closed
class Result(TypedDict):
    """The engine's answer to one input. `left_out` counts what limits left out, by what it was.

    `claimed_domain`: of a suspicious mail, the domain of the address it says it comes from.
    """

    kind: Kind
    asks: list[Ask]
    signs: list[SignPlace]
    claimed_domain: str | None
    reporter: str | None
    truncated: bool
    left_out: dict[str, int]
    text: str
    recipients: list[Recipient]


@_closed
class RuleData(TypedDict):
    """A rule of the index: for each of its parts the classes that will do."""

    id: str
    article: str
    all: list[list[str]]
    within: NotRequired[float]
    most: NotRequired[int]
    unless: NotRequired[list[str]]
    ordered: NotRequired[bool]
    sure: NotRequired[bool]


@_closed
class ConceptData(TypedDict):
    """Classes of words, the first `subjects` of them subjects; tables of entries; rules in their order.

    A table has entries by how they start (engine/concept/entries.js).
    """

    classes: list[str]
    subjects: int
    entries: dict[str, str]
    signals: list[str]
    signs: dict[str, str]
    negators: dict[str, str]
    advice: dict[str, str]
    noise: dict[str, str]
    behind: list[str]
    stop: list[str]
    address_after: list[str]
    joined: list[str]
    broad_codes: list[str]
    fillers: list[str]
    hosts: list[tuple[str, str]]
    rules: list[RuleData]


Anchors = int | str | list[int | str]
IndexPattern = tuple[str, Anchors] | tuple[str, Anchors, dict[str, Any]]


@_closed
class IndexArticle(TypedDict):
    """An article of the index; a pattern that can't be used is None."""

    id: str
    reason: str
    provider: str
    refused_by: NotRequired[RefusedBy]
    codes: dict[str, list[str]]
    patterns: list[IndexPattern | None]


@_closed
class IndexProvider(TypedDict):
    """A provider of the index; a name too short to be found by itself has no anchors."""

    id: str
    domains: list[str]
    gateway: NotRequired[bool]
    submission: NotRequired[list[str]]
    hosts: list[str]
    names: list[tuple[str, Anchors | None]]


@_closed
class IndexReporter(TypedDict):
    """A reporter of the index, with its frames and what each says."""

    id: str
    general: NotRequired[bool]
    refused_by: NotRequired[RefusedBy]
    frames: list[tuple[str, Anchors, dict[str, Any]] | None]


@_closed
class FieldWord(TypedDict):
    """A header field, or a family of them, with what it is for and how mail programs label it."""

    name: str
    roles: list[str]
    labels: list[str]


@_closed
class DaemonWords(TypedDict):
    """Machines that report: how their addresses start, what their names hold."""

    addresses: list[str]
    names: list[str]


@_closed
class SubjectWord(TypedDict):
    """Words in a subject, and what they say about the mail; `start`: only at its start."""

    text: str
    says: list[str]
    start: bool


@_closed
class MailWordData(TypedDict):
    """Words of mail that belong to no article and no reporter."""

    fields: list[FieldWord]
    daemons: DaemonWords
    subjects: list[SubjectWord]
    mentioned_behind: list[str]
    log_marks: list[tuple[str, Literal["bounce", "delay"]]]


@_closed
class Index(TypedDict):
    """The match index."""

    articles: list[IndexArticle]
    vendor: list[tuple[str, str, Anchors]]
    providers: list[IndexProvider]
    reporters: list[IndexReporter]
    concepts: ConceptData
    words: MailWordData
    usual: dict[str, str | None]
    refused: dict[str, RefusedBy]
