"""The pages of reasons: one for each of the vocabulary's headings, and the list of all. Imports its sibling modules."""

from collections.abc import Iterator

from generator.catalogue import Text
from generator.pages import template, urls
from generator.pages.causes import Causes, first_steps
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.provider import usual_way

_SOURCE = "kb/vocabulary.yaml"
_ICONS = {"own": "you", "between": "cloud", "theirs": "srv", "recipient": "box"}
"""The stations at which a mail may have stopped, in the order of its way, and what each looks like."""


def pages(edition: Edition, causes: Causes) -> Iterator[Page]:
    """Yield the list of all reasons and the page of each."""
    yield _list(edition)
    for reason in edition.reasons.values():
        found = edition.of_reason(reason.id)
        first = next((article for article in found if article.id == reason.article), None)
        yield template.page(
            "reason.md.j2",
            urls.reason_path(reason.id),
            edition,
            source=_SOURCE,
            plain=True,
            reason=reason,
            picture=usual_way(edition, [first] if first else found),
            first=first_steps(first) if first else None,
            listed=causes.listed(found, first.id if first else None),
            also=edition.named(article for article in edition.articles if reason.id in article.also_reasons),
        )


def _list(edition: Edition) -> Page:
    counted = [(len(edition.of_reason(reason.id)), reason) for reason in edition.reasons.values()]
    return template.page(
        "reasons.md.j2",
        urls.REASONS,
        edition,
        source=_SOURCE,
        plain=True,
        stations=[(name, icon, stops_at(edition, name)) for name, icon in _ICONS.items()],
        # The busiest first; where they are equal, in the order of the vocabulary.
        reasons=sorted(counted, key=lambda one: -one[0]),
    )


def stops_at(edition: Edition, station: str) -> list[tuple[str, Text]]:
    """What a station of the way leads to: for each reason or article, the path of its page and what it is called."""
    found: list[tuple[str, Text]] = []
    articles = edition.catalogue.articles
    for name in edition.words["reason"]["stations"][station]["leads"]:
        if name in edition.reasons:
            found.append((urls.reason_path(name), edition.reasons[name].title))
        elif name in articles:
            found.append((urls.article_path(name), articles[name].headline))
    return found
