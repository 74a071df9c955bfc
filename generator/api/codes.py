"""Codes as data: the list, and a file for each code that has a page. Imports its siblings."""

from collections.abc import Iterator

from generator.api import shapes
from generator.api.written import both, file, head, item_path, list_path, sources
from generator.catalogue import Code
from generator.pages.edition import Edition
from generator.pages.page import Page
from generator.pages.urls import code_path, code_slug


def files(edition: Edition) -> Iterator[Page]:
    """Yield the list, then the codes; each code of a range is one."""
    entries = [_entry(code, entry) for code, entry in edition.code_pages.values()]
    yield file(list_path("codes"), shapes.CodeList(items=entries))
    for code, entry in edition.code_pages.values():
        yield file(item_path("codes", code_slug(code)), _code(edition, code, entry))


def _entry(code: str, entry: Code) -> shapes.CodeEntry:
    return {
        **head("codes", code_slug(code), entry.title, code_path(code)),
        "code": code,
        "kind": entry.kind,
        "provider": entry.provider,
        "range": entry.code if entry.is_range else None,
        "usual": entry.usual,
    }


def _code(edition: Edition, code: str, entry: Code) -> shapes.Code:
    return {
        **_entry(code, entry),
        "meaning": both(entry.meaning),
        "standard": entry.standard,
        "refused_by": entry.refused_by,
        "articles": [article.id for article in edition.with_code(code)],
        "sources": sources(entry.sources),
    }
