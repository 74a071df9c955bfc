"""The home page: the matcher, and below it the ways to browse. Imports its sibling modules."""

from collections.abc import Mapping

from generator.pages import template, urls
from generator.pages.edition import Edition
from generator.pages.matcher import matcher
from generator.pages.page import Page

CODES = 24


def page(edition: Edition, report: Mapping[str, str]) -> Page:
    """Return the home page. Of the codes it shows those that most articles name."""
    known = edition.catalogue.providers
    return template.page(
        "home.md.j2",
        urls.HOME,
        edition,
        matcher=matcher(edition, urls.HOME, report, folded=False),
        providers=[known[one] for one in edition.words["home"]["providers"] if one in known],
        codes=_busiest_codes(edition),
    )


def _busiest_codes(edition: Edition) -> list[tuple[str, str, object]]:
    counted = [
        (len(edition.with_code(code)), code, path, entry)
        for path, (code, entry) in edition.code_pages.items()
        if entry.kind != "vendor" and not entry.is_range
    ]
    shown = {path for n, _, path, _ in sorted(counted, key=lambda one: -one[0])[:CODES] if n}
    return [(code, path, entry) for _, code, path, entry in counted if path in shown]
