"""The pages of reporters: who writes bounces, how theirs look, where the cause stands in them. Imports its siblings."""

import re
from collections.abc import Iterator, Sequence

from generator.catalogue import Report, Reporter
from generator.compiled.evidence import Marked
from generator.pages import drawing, template, urls
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.prose import verbatim

_MOST_SHOWN = 2
_LONGEST_SHOWN = 2000


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all reporters and the page of each; words that nobody in particular writes have none."""
    well_known: Sequence[str] = edition.words["reporter"]["first"]

    def place(one: Reporter) -> tuple[int, str]:
        first = well_known.index(one.id) if one.id in well_known else len(well_known)
        return (first, edition.say(one.title).lower())

    named = sorted((one for one in edition.catalogue.reporters.values() if not one.general), key=place)
    listed = [(one.id, one.title) for one in named]
    tiles = sum(one.id in well_known for one in named)
    yield template.page(
        "reporters.md.j2", urls.REPORTERS, edition, plain=True, tiles=listed[:tiles], others=listed[tiles:]
    )
    for reporter in named:
        yield _page(edition, reporter)


def _page(edition: Edition, reporter: Reporter) -> Page:
    examples = [one for one in reporter.examples if one.kind in ("bounce", "delay")] or list(reporter.examples)
    shown = [_shown(one) for one in examples[:_MOST_SHOWN]]
    return template.page(
        "reporter.md.j2",
        urls.reporter_path(reporter.id),
        edition,
        source=edition.source_of(reporter),
        plain=True,
        id=reporter.id,
        title=reporter.title,
        way=drawing.report(edition.lang, edition.short(reporter.title)) if reporter.refused_by is None else None,
        look=reporter.look,
        cause=reporter.cause,
        examples=[_marked(one) for one in shown],
        shown=["".join(text for text, _ in one) for one in shown],
        sources=reporter.sources,
    )


def _marked(example: Marked) -> str:
    """An example as the inside of a `<pre>` on one line, its telling words in `<mark>`."""
    return "".join(f"<mark>{verbatim(text)}</mark>" if telling else verbatim(text) for text, telling in example)


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
