"""The feed of new and changed articles (Atom), dated by the catalogue. Imports its sibling modules."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import NamedTuple
from uuid import UUID, uuid5

from generator.catalogue import Article, newest_day
from generator.pages import template
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.urls import article_path, url_of

PATH = "feed.xml"
MOST = 50
"""So many entries, the newest."""

_OURS = UUID("6f6d1c52-0c3b-5d0e-9c67-3f9d7f6a2b41")
"""The namespace of entries' ids, which must stay what they are wherever the site lives: never change it."""


class Entry(NamedTuple):
    """What changed about an article on one day."""

    id: str
    title: str
    url: str
    day: date
    changes: list[str]
    reason: str


def page(edition: Edition) -> Page:
    """Return the feed of this language."""
    return template.page(
        "feed.xml.j2",
        PATH,
        edition,
        id=_urn(edition, "feed"),
        day=newest_day(edition.catalogue),
        site=edition.site,
        entries=list(islice(_entries(edition), MOST)),
    )


def _entries(edition: Edition) -> Iterator[Entry]:
    """All entries, newest first; those of a day by article."""
    days = [(day, one) for one in edition.articles for day in {change.date for change in one.changed}]
    for day, article in sorted(days, key=lambda one: (-one[0].toordinal(), one[1].id)):
        reason = edition.reasons.get(article.reason)
        yield Entry(
            _urn(edition, f"{_first_id(article)}/{day.isoformat()}"),
            edition.say(article.title),
            f"{edition.site}{url_of(article_path(article.id))}",
            day,
            [edition.say(change.what) for change in article.changed if change.date == day],
            edition.say(reason.title) if reason else "",
        )


def _first_id(article: Article) -> str:
    """The id that an article had first: a new name is no news."""
    return article.formerly[0] if article.formerly else article.id


def _urn(edition: Edition, name: str) -> str:
    return uuid5(_OURS, f"{edition.lang}/{name}").urn
