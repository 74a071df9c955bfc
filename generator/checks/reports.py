"""Check `reports`: from every example report of a reporter the engine reads what the example says."""

from collections.abc import Iterable, Iterator
from typing import Any

from generator.catalogue import Problem, Report
from generator.catalogue.reporter import ReadRecipient
from generator.checks._context import Context, Read

ID = "reports"
DESCRIPTION = "Every example report of a reporter is read as it says: kind, writer, recipients, answer, original."

_COMPARED = ("kind", "reply_code", "status", "stage", "remote_mta", "diagnostic")


def check(context: Context) -> Iterable[Problem]:
    """Compare each example with what the engine read."""
    for read in context.reports:
        if not isinstance(read.asked, Report):
            continue
        origin = context.catalogue.origin(read.reporter)
        for key, wanted, found in _differences(read, read.asked):
            message = f"`{read.asked.name}` should give {key} {_shown(wanted)}, but {_shown(found)} is read."
            mend = "Mend the frames, or the example if it is wrong; `bouncekb explain` shows how it is read."
            yield origin.problem(ID, read.keys, message, mend)


def _differences(read: Read, asked: Report) -> Iterator[tuple[str, Any, Any]]:
    result = read.result
    if result["kind"] != asked.kind:
        yield "the kind", asked.kind, result["kind"]
    if not read.reporter.general and result["reporter"] != read.reporter.id:
        yield "the reporter", read.reporter.id, result["reporter"]
    if asked.reporting_mta and result["recipients"][0]["reporting_mta"] != asked.reporting_mta:
        yield "the reporting MTA", asked.reporting_mta, result["recipients"][0]["reporting_mta"]
    yield from _original(read, asked)
    addresses = [recipient["recipient"] for recipient in result["recipients"]]
    if not asked.recipients:
        return
    if addresses != [one.recipient for one in asked.recipients]:
        yield "the recipients", [one.recipient for one in asked.recipients], addresses
        return
    for one, found in zip(asked.recipients, result["recipients"], strict=True):
        yield from _recipient(one, dict(found))


def _original(read: Read, asked: Report) -> Iterator[tuple[str, Any, Any]]:
    first = next((found["text"].strip() for found in read.trace["originals"] if found["text"].strip()), None)
    line = first.splitlines()[0].strip().lstrip("> ").strip() if first else None
    if line != asked.original_from:
        yield "an original from", asked.original_from, line


def _recipient(one: ReadRecipient, found: dict[str, Any]) -> Iterator[tuple[str, Any, Any]]:
    for key in _COMPARED:
        wanted = getattr(one, key)
        if wanted is not None and found[key] != wanted:
            yield f"{one.recipient or 'the recipient'} the {key}", wanted, found[key]


def _shown(value: Any) -> str:
    return "none" if value is None else f"`{value}`"
