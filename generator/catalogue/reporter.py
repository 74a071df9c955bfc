"""Reporters as values: who writes bounces, in which frames, and whole reports with what must be read from them.

Imports the model, `scalars` and pydantic. Never reads a file. What a verb does to a report stands in
`generator/engine/report/`.
"""

from typing import Annotated, Literal

from pydantic import Field

from generator.catalogue.model import Called, Entry, Source, Strict, Text, Title
from generator.catalogue.scalars import Id, Mark, PatternText, Prose, Reply, ReportText, Status, Words

Verb = Literal[
    "recipient",
    "recipient-field",
    "alias-field",
    "failed",
    "answer",
    "diagnostic",
    "answer-here",
    "answer-ends",
    "common",
    "original",
    "report",
    "subject",
    "unspaced",
    "number",
]
"""What a frame says: kb/reporters/README explains each."""

Only = Literal["alone", "machine", "report", "otherwise"]
Kind = Literal["bounce", "delay", "abuse-report", "auto-reply", "delivered", "machine-report", "other"]


class Frame(Strict):
    """A reporter's own words, with holes, and what they say about the report."""

    text: PatternText
    says: tuple[Verb, ...] = ()
    only: Only | None = None
    kind: Kind | None = None
    action: Literal["failed", "delayed", "delivered"] | None = None
    stage: Id | None = None
    until: Literal["here", "behind"] | None = None
    loose: bool = False


class LogMark(Strict):
    """What a log puts before a recipient's address, white space between, and what became of that recipient."""

    text: Mark
    kind: Literal["bounce", "delay"]


class ReadRecipient(Strict):
    """What must be read about one recipient; only what is written is compared."""

    recipient: Words | None
    kind: Kind | None = None
    reply_code: Reply | None = None
    status: Status | None = None
    stage: Id | None = None
    remote_mta: Words | None = None
    diagnostic: Prose | None = None


class Report(Strict):
    """A whole report of this reporter, and what must be read from it.

    `original_from` is the first line of the returned message, where the report holds one.
    """

    name: Words
    text: ReportText
    kind: Kind
    reporting_mta: Words | None = None
    original_from: Words | None = None
    recipients: tuple[ReadRecipient, ...] = ()


class NoReport(Strict):
    """Ordinary mail that looks like this reporter's: no frame of it may count there."""

    text: ReportText


class ReporterSource(Source):
    """A source, and which parts of the reporter's file rest on it."""

    supports: Annotated[tuple[Literal["frames", "examples", "look"], ...], Field(min_length=1)]


class Reporter(Entry):
    """Who writes such reports. `general`: nobody in particular does, so it is never named as the writer.

    `refused_by`: it tells of what the reader's own program or service did, as an error window does.
    """

    id: Id
    title: Title
    asked_as: Called | None = None
    general: bool = False
    refused_by: Literal["own-program", "own-service"] | None = None
    look: Text | None = None
    cause: Text | None = None
    frames: Annotated[tuple[Frame, ...], Field(min_length=1)]
    log_marks: tuple[LogMark, ...] = ()
    examples: tuple[Report, ...] = ()
    near_misses: tuple[NoReport, ...] = ()
    sources: tuple[ReporterSource, ...] = ()
