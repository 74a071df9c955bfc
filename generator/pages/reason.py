"""The pages of reasons: one for each of the vocabulary's headings, and the list of all. Imports its sibling modules."""

from collections.abc import Iterator

from generator.pages import template, urls
from generator.pages.edition import Edition, named
from generator.pages.page import Page

_SOURCE = "kb/vocabulary.yaml"


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all reasons and the page of each."""
    yield template.page("reasons.md.j2", urls.REASONS, edition, source=_SOURCE)
    for reason in edition.reasons.values():
        found = edition.of_reason(reason.id)
        first = next((article for article in found if article.id == reason.article), None)
        yield template.page(
            "reason.md.j2",
            urls.reason_path(reason.id),
            edition,
            source=_SOURCE,
            reason=reason,
            first=first,
            others=named(article for article in found if article is not first),
            also=named(article for article in edition.articles if reason.id in article.also_reasons),
        )
