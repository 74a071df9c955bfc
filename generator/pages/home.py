"""The home page: the matcher, and below it the ways to browse. Imports its sibling modules."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.catalogue import Provider
from generator.pages import template, urls
from generator.pages.edition import Edition
from generator.pages.matcher import matcher
from generator.pages.page import Page

_MOST_DOMAINS = 2


def page(edition: Edition, report: Mapping[str, str]) -> Page:
    """Return the home page. What it shows of providers, codes and causes is chosen in the pages' words."""
    known = edition.catalogue.providers
    shown = [known[one] for one in edition.words["home"]["providers"] if one in known]
    return template.page(
        "home.md.j2",
        urls.HOME,
        edition,
        matcher=matcher(edition, urls.HOME, report),
        stations=list(_stations(edition)),
        providers=[(one.id, edition.short(one.title), _domains(one)) for one in shown],
        others=len(known) - len(shown),
        codes=list(_codes(edition)),
    )


def _stations(edition: Edition) -> Iterator[tuple[str, str, Sequence[tuple[str, str]]]]:
    known = edition.catalogue.articles
    for station in edition.words["home"]["stations"]:
        pages = [(one, edition.say(known[one].headline)) for one in station["pages"] if one in known]
        yield station["title"], station["icon"], pages


def _domains(provider: Provider) -> str:
    return " · ".join(provider.domains[:_MOST_DOMAINS])


def _codes(edition: Edition) -> Iterator[tuple[str, str, Any]]:
    for code in edition.words["home"]["codes"]:
        path, entry = edition.path_of_code(code), edition.catalogue.codes.find(code)
        if path and entry:
            yield code, path, entry
