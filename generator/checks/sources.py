"""Check `sources`: what the catalogue says rests on pages that somebody looked at, on a day that has been."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from generator.catalogue import Origin, Problem
from generator.catalogue.problem import Key
from generator.checks._context import Context

ID = "sources"
DESCRIPTION = "Sources, portals and pages of hosts are https, looked at on a day that isn't in the future, listed once."

# What its host may be is the business of `addresses`.
_HTTPS = re.compile(r"https://[!-~]+\.[!-~]+")

# Somewhere on earth it is already tomorrow.
_AHEAD = timedelta(days=1)


def check(context: Context) -> Iterable[Problem]:
    """Look at every source, portal and page of a host."""
    seen: set[tuple[str, str, str]] = set()
    for origin, keys, url, checked in _dated(context):
        if not _HTTPS.fullmatch(url):
            message = f"`{url}` is not an https address."
            yield origin.problem(ID, (*keys, "url"), message, "Write the page's full address, from https:// on.")
        if checked > context.today + _AHEAD:
            mend = f"Write the day somebody looked, not later than {context.today}."
            yield origin.problem(ID, (*keys, "checked"), f"The date {checked} is in the future.", mend)
        place = (origin.path.as_posix(), str(keys[0]), url)
        if place in seen:
            mend = "Keep one of the two, with what both support."
            yield origin.problem(ID, (*keys, "url"), f"`{url}` is listed twice.", mend)
        seen.add(place)


def _dated(context: Context) -> Iterator[tuple[Origin, tuple[Key, ...], str, date]]:
    catalogue = context.catalogue
    for part in (
        *context.articles,
        *catalogue.providers.values(),
        *catalogue.reporters.values(),
        *catalogue.code_lists,
    ):
        for index, source in enumerate(part.sources):
            yield catalogue.origin(part), ("sources", index), source.url, source.checked
    for provider in catalogue.providers.values():
        for index, portal in enumerate(provider.portals):
            yield catalogue.origin(provider), ("portals", index), portal.url, portal.checked
    for host in catalogue.hosts.values():
        for index, page in enumerate(host.pages):
            yield catalogue.origin(host), ("pages", index), page.url, page.checked
