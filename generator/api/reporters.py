"""Reporters as data: the list and one file each. Imports its siblings."""

from collections.abc import Iterator

from generator.api import shapes
from generator.api.written import both, file, head, item_path, list_path, names, sources
from generator.catalogue import Reporter
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.urls import reporter_path


def files(edition: Edition) -> Iterator[Page]:
    """Yield the list, then the reporters; words that nobody in particular writes have no file, as they have no page."""
    everyone = sorted(edition.catalogue.reporters.values(), key=lambda one: one.id)
    found = [reporter for reporter in everyone if not reporter.general]
    yield file(list_path("reporters"), shapes.ReporterList(items=[_entry(one) for one in found]))
    for reporter in found:
        yield file(item_path("reporters", reporter.id), _reporter(reporter))


def _entry(reporter: Reporter) -> shapes.ReporterEntry:
    return {
        **head("reporters", reporter.id, reporter.title, reporter_path(reporter.id)),
        "refused_by": reporter.refused_by,
    }


def _reporter(reporter: Reporter) -> shapes.Reporter:
    return {
        **_entry(reporter),
        "asked_as": names(reporter.asked_as) if reporter.asked_as else None,
        "look": both(reporter.look) if reporter.look else None,
        "cause": both(reporter.cause) if reporter.cause else None,
        "examples": [{"name": one.name, "kind": one.kind, "text": one.text} for one in reporter.examples],
        "sources": sources(reporter.sources),
    }
