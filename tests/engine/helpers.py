"""An engine over a handful of patterns, for tests that need no catalogue."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from generator.catalogue import load_catalogue
from generator.hosts.quickjs import Engine
from generator.index import mail_words

WORDS = mail_words(load_catalogue(Path(__file__).parents[2] / "kb").catalogue.words)
"""The words of the catalogue, as every index has them."""


def article(name: str, patterns: Sequence[Any], **more: Any) -> dict[str, Any]:
    """An article of the match index; a pattern may be a string or {text, when, summary}."""
    listed = [{"text": p} if isinstance(p, str) else p for p in patterns]
    return {"id": name, "reason": "user-unknown", "provider": "general", "codes": {}, "patterns": listed, **more}


def engine(
    *articles: dict[str, Any], providers: Sequence[dict[str, Any]] = (), usual: dict[str, str] | None = None
) -> Engine:
    """An engine that knows these articles, providers and usual articles of codes."""
    return Engine({"articles": list(articles), "providers": list(providers), "usual": usual or {}, "words": WORDS})


def said(result: dict[str, Any]) -> list[str | None]:
    """The first article of each recipient, None where there is none."""
    return [r["matches"][0]["article"] if r["matches"] else None for r in result["recipients"]]


def utf16(text: str) -> bytes:
    """Text as the engine counts it: two bytes a unit, lone surrogates kept."""
    return text.encode("utf-16-le", "surrogatepass")


def unit_slice(text: str, start: int, end: int) -> str:
    """text.slice(start, end) of JavaScript."""
    return utf16(text)[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
