"""An article's examples as readers see them, with the words that prove the article marked.

The engine is asked, the same that reads a reader's paste, so what is marked on the page is what will be marked there.
Imports the catalogue, the index and the engine; never judges whether an example matches, that is a check's business.
"""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from generator.catalogue import Article, Catalogue
from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine


class Piece(NamedTuple):
    """A stretch of an example, and whether it is among the telling words."""

    text: str
    telling: bool


Marked = tuple[Piece, ...]


def marked_examples(catalogue: Catalogue) -> dict[str, list[Marked]]:
    """Return each article's examples, in order, as the engine reads them: decoded, and without what it leaves out."""
    asked = [(article, example) for article in catalogue.articles.values() for example in article.examples]
    results = Engine(match_index(catalogue)).match_many({"text": example.text} for _, example in asked)
    found: dict[str, list[Marked]] = {article: [] for article in catalogue.articles}
    for (article, _), result in zip(asked, results, strict=True):
        found[article.id].append(_marked(article, result))
    return found


def _marked(article: Article, result: Mapping[str, Any]) -> Marked:
    evidence = [
        piece
        for recipient in result["recipients"]
        for match in recipient["matches"]
        if match["article"] == article.id
        for piece in match["evidence"]
    ]
    # A code says little beside a sentence, so it is marked only where there is nothing else.
    telling = [piece for piece in evidence if piece["kind"] == "pattern"] or evidence
    spans = sorted((piece["start"], piece["end"]) for piece in telling)
    return tuple(_pieces(result["text"].strip("\n"), _shifted(spans, result["text"])))


def _shifted(spans: Iterable[tuple[int, int]], text: str) -> list[tuple[int, int]]:
    lead = len(text) - len(text.lstrip("\n"))
    return [(start - lead, end - lead) for start, end in spans]


def _pieces(text: str, spans: Iterable[tuple[int, int]]) -> Iterable[Piece]:
    """Cut `text` at spans, which count UTF-16 units and may overlap."""
    units = text.encode("utf-16-le", "surrogatepass")
    at = 0
    for start, end in spans:
        start, end = max(start, at), min(end, len(units) // 2)
        if start >= end:
            continue
        yield from _piece(units, at, start, False)
        yield from _piece(units, start, end, True)
        at = end
    yield from _piece(units, at, len(units) // 2, False)


def _piece(units: bytes, start: int, end: int, telling: bool) -> Iterable[Piece]:
    if start < end:
        yield Piece(units[2 * start : 2 * end].decode("utf-16-le", "replace"), telling)
