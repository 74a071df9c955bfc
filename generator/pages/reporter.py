"""The pages of reporters: who writes bounces, how theirs look, where the cause stands in them. Imports its siblings."""

import re
from collections.abc import Iterator

from generator.catalogue import Report, Reporter
from generator.compiled.evidence import Marked
from generator.pages import template, urls
from generator.pages.article import bounce
from generator.pages.edition import Edition, source_of
from generator.pages.page import Page

_MOST_SHOWN = 2
_LONGEST_SHOWN = 2000


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all reporters and the page of each; words that nobody in particular writes have none."""
    named = sorted(
        (one for one in edition.catalogue.reporters.values() if not one.general),
        key=lambda one: edition.say(one.title).lower(),
    )
    yield template.page("reporters.md.j2", urls.REPORTERS, edition, reporters=[(one.id, one.title) for one in named])
    for reporter in named:
        yield _page(edition, reporter)


def _page(edition: Edition, reporter: Reporter) -> Page:
    examples = [one for one in reporter.examples if one.kind in ("bounce", "delay")] or list(reporter.examples)
    return template.page(
        "reporter.md.j2",
        urls.reporter_path(reporter.id),
        edition,
        source=source_of(reporter),
        title=reporter.title,
        look=reporter.look,
        cause=reporter.cause,
        examples=[bounce(_shown(one)) for one in examples[:_MOST_SHOWN]],
        sources=reporter.sources,
    )


def _shown(report: Report) -> Marked:
    """The report up to the returned mail, which says nothing about the cause, with the answers marked."""
    text = report.text
    if report.original_from and (cut := text.find(report.original_from)) > 0:
        text = text[:cut]
    text = text.strip("\n")[:_LONGEST_SHOWN]
    spans = sorted(
        found.span()
        for one in report.recipients
        if one.diagnostic and (found := re.search(r"\s+".join(map(re.escape, one.diagnostic.split())), text))
    )
    pieces: list[tuple[str, bool]] = []
    at = 0
    for start, end in spans:
        if start >= at:
            pieces += [(text[at:start], False), (text[start:end], True)]
            at = end
    return [piece for piece in [*pieces, (text[at:], False)] if piece[0]]
