"""An engine over a handful of patterns, for tests that need no catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from generator.compiled.index import PlainArticle, PlainIndex, PlainProvider, anchored, plain_index
from generator.compiled.redaction import redaction_words
from generator.hosts.quickjs import Engine
from generator.hosts.types import Result
from tests.conftest import project_catalogue


def article(name: str, patterns: Sequence[Any], **more: Any) -> PlainArticle:
    """An article of the match index; a pattern may be a string or {text, when, summary}."""
    listed = [{"text": p} if isinstance(p, str) else p for p in patterns]
    made: Any = {"id": name, "reason": "user-unknown", "provider": "general", "codes": {}, "patterns": listed, **more}
    return made  # type: ignore[no-any-return]


@cache
def redaction() -> str:
    """The project's own words for redacting, as JSON."""
    return redaction_words(project_catalogue())


@cache
def catalogue_index() -> PlainIndex:
    """The project's own catalogue as the engine needs it."""
    return plain_index(project_catalogue())


WORDS = catalogue_index()["words"]
"""The project's own words of mail."""


def index(
    *articles: PlainArticle, providers: Sequence[PlainProvider] = (), usual: dict[str, str | None] | None = None
) -> PlainIndex:
    """An index of these articles, providers and usual articles of codes, with all reporters and words of the catalogue."""
    whole = catalogue_index()
    return {
        "articles": list(articles),
        "providers": list(providers),
        "reporters": whole["reporters"],
        "concepts": {**whole["concepts"], "rules": []},
        "words": whole["words"],
        "usual": usual or {},
        "refused": {},
    }


def engine(
    *articles: PlainArticle, providers: Sequence[PlainProvider] = (), usual: dict[str, str | None] | None = None
) -> Engine:
    """An engine that knows these articles, providers and usual articles of codes, and all reporters."""
    return Engine(anchored(index(*articles, providers=providers, usual=usual)).index, redaction())


def said(result: Result) -> list[str | None]:
    """The first article of each recipient, None where there is none."""
    return [r["matches"][0]["article"] if r["matches"] else None for r in result["recipients"]]


def utf16(text: str) -> bytes:
    """Text as the engine counts it: two bytes a unit, lone surrogates kept."""
    return text.encode("utf-16-le", "surrogatepass")


def unit_slice(text: str, start: int, end: int) -> str:
    """text.slice(start, end) of JavaScript."""
    return utf16(text)[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
