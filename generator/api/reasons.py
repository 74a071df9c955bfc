"""Reasons as data: the list and one file each. Imports its siblings."""

from collections.abc import Iterator

from generator.api import shapes
from generator.api.written import both, file, head, item_path, list_path, names
from generator.catalogue.model import Reason
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.urls import reason_path


def files(edition: Edition) -> Iterator[Page]:
    """Yield the list, then the reasons."""
    found = edition.catalogue.vocabulary.reasons
    yield file(list_path("reasons"), shapes.ReasonList(items=[_entry(one) for one in found]))
    for reason in found:
        yield file(item_path("reasons", reason.id), _reason(edition, reason))


def _entry(reason: Reason) -> shapes.ReasonEntry:
    return {
        **head("reasons", reason.id, reason.title, reason_path(reason.id)),
        "article": reason.article,
    }


def _reason(edition: Edition, reason: Reason) -> shapes.Reason:
    return {
        **_entry(reason),
        "summary": both(reason.summary),
        "asked_as": names(reason.asked_as) if reason.asked_as else None,
        "articles": [article.id for article in edition.of_reason(reason.id)],
        "also": [article.id for article in edition.articles if reason.id in article.also_reasons],
        "sisimai": list(reason.sisimai),
    }
