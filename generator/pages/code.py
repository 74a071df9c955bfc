"""The pages of codes: one for each code, and the list of all. Imports its sibling modules."""

from collections.abc import Iterator
from itertools import groupby

from generator.catalogue import Article, Code
from generator.catalogue.model import Reason
from generator.pages import template, urls
from generator.pages.edition import Edition, Named, code_order, named
from generator.pages.page import Page

Shown = tuple[str, str, Code]
"""A code or range as readers write it, the path of its page, and what is known of it."""

_ANY = "\ue000"
"""Stands for the code in the page of a range's codes."""

_BY_ANY = "any"
_PERMANENCE = {"4": "transient", "5": "permanent"}
"""By a code's first digit, whether waiting helps (RFC 5321, section 4.2.1; RFC 3463, section 2)."""

_MANY = 8
"""From so many articles on, a code's list needs headings."""


def pages(edition: Edition) -> Iterator[Page]:
    """Yield the list of all codes and the page of each; every code inside a range has one."""
    yield _list(edition)
    of_ranges: dict[tuple[str, tuple[str, ...]], Page] = {}
    for path, (code, entry) in edition.code_pages.items():
        found = edition.with_code(code)
        if not entry.is_range:
            yield _page(edition, path, code, entry, found)
            continue
        # The codes of a range say the same but for the code, and digits and dots are themselves in every notation.
        same = (entry.code, tuple(article.id for article in found))
        if same not in of_ranges:
            of_ranges[same] = _page(edition, path, _ANY, entry, found)
        page = of_ranges[same]
        yield page._replace(path=path, text=page.text.replace(_ANY, code))


def _page(edition: Edition, path: str, code: str, entry: Code, found: list[Article]) -> Page:
    usual = next((article for article in found if article.id == entry.usual), None)
    return template.page(
        "code.md.j2",
        path,
        edition,
        alike=True,
        code=code,
        entry=entry,
        usual=usual,
        by=entry.refused_by or (usual.refused_by if usual else None) or _BY_ANY,
        permanence=usual.permanence if usual else _PERMANENCE.get(entry.code[:1]),
        others=_by_reason(edition, [article for article in found if article is not usual]),
        provider=edition.catalogue.providers.get(entry.provider),
    )


def _by_reason(edition: Edition, found: list[Article]) -> list[tuple[Reason | None, list[Named]]]:
    if len(found) < _MANY:
        return [(None, named(found))] if found else []
    groups = [(reason, named(one for one in found if one.reason == reason.id)) for reason in edition.reasons.values()]
    return [(reason, articles) for reason, articles in groups if articles]


def shown(edition: Edition, entries: list[Code]) -> list[Shown]:
    """Return codes for a list, in reading order; a range is one line."""
    return [
        (entry.code.replace("-", edition.words["code"]["to"]) if entry.is_range else entry.code, path, entry)
        for entry in sorted(entries, key=code_order)
        if (path := edition.path_of_code(entry.code))
    ]


def _list(edition: Edition) -> Page:
    return template.page("codes.md.j2", urls.CODES, edition, groups=list(_groups(edition)))


def _groups(edition: Edition) -> Iterator[tuple[str, str, list[Shown]]]:
    words = edition.words["code"]
    entries = sorted(edition.catalogue.codes.values(), key=code_order)
    for kind, of_kind in groupby(entries, key=lambda entry: entry.kind):
        if kind != "vendor":
            yield kind, words[kind], shown(edition, list(of_kind))
            continue
        for provider, own in groupby(of_kind, key=lambda entry: entry.provider):
            known = edition.catalogue.providers.get(provider)
            title = edition.say(known.title) if known else provider
            yield f"vendor-{provider}", words["vendor"].replace("{provider}", title), shown(edition, list(own))
