"""An article's examples as readers see them, with the words that prove the article marked.

The engine is asked, the same that reads a reader's paste, so what is marked on the page is what will be marked there.
Imports the catalogue, the index and the engine; never judges whether an example matches, that is a check's business.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Protocol

from generator.catalogue import Article, Catalogue
from generator.hosts.quickjs import Engine
from generator.index import match_index

Piece = tuple[str, bool]
"""A stretch of an example, and whether it is among the telling words."""

Marked = Sequence[Piece]
Examples = Mapping[str, Sequence[Marked]]
"""Each article's examples, in order, by its id. Made of what JSON can hold."""


class RefusedPatterns(Exception):
    """Patterns that the engine cannot use: its objections by article id and the pattern's place in its list."""

    def __init__(self, refused: Mapping[tuple[str, int], Mapping[str, Any]]) -> None:
        super().__init__(f"{len(refused)} patterns cannot be used")
        self.refused = refused


class Earlier(Protocol):
    """An earlier catalogue with its marked examples."""

    @property
    def catalogue(self) -> Catalogue:
        """The catalogue."""

    @property
    def examples(self) -> Examples:
        """Its examples."""


def marked_examples(catalogue: Catalogue, earlier: Earlier | None = None) -> Examples:
    """Return each article's examples, in order, as the engine reads them: decoded, and without what it leaves out.

    Those of articles that match as they did are taken over from `earlier`.
    Raises RefusedPatterns, and EngineError where the engine fails.
    """
    index = match_index(catalogue)
    known = _known(catalogue, index, earlier) if earlier else {}
    asked = [
        (article, example)
        for article in catalogue.articles.values()
        if article.id not in known
        for example in article.examples
    ]
    if not asked:
        return known
    engine = Engine(index)
    if refused := _refused(engine, catalogue):
        raise RefusedPatterns(refused)
    results = engine.match_many({"text": example.text} for _, example in asked)
    found: dict[str, list[Marked]] = {article.id: [] for article, _ in asked}
    for (article, _), result in zip(asked, results, strict=True):
        found[article.id].append(_marked(article, result))
    return {name: known[name] if name in known else found[name] for name in catalogue.articles}


def _known(catalogue: Catalogue, index: Mapping[str, Any], earlier: Earlier) -> dict[str, Sequence[Marked]]:
    """The earlier examples of the articles in which nothing changed that matching sees."""
    was = match_index(earlier.catalogue)
    if any(index[part] != was[part] for part in index if part != "articles"):
        return {}
    articles = {article["id"]: article for article in was["articles"]}
    return {
        article["id"]: earlier.examples[article["id"]]
        for article in index["articles"]
        if article == articles.get(article["id"])
        and catalogue.articles[article["id"]].examples == earlier.catalogue.articles[article["id"]].examples
    }


def _refused(engine: Engine, catalogue: Catalogue) -> dict[tuple[str, int], dict[str, Any]]:
    exempt = {
        name
        for name, article in catalogue.articles.items()
        if any(exemption.check == "patterns" for exemption in article.exceptions)
    }
    return {
        (found["article"], found["pattern"]): found
        for found in engine.pattern_problems()
        if found["article"] not in exempt
    }


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
    return list(_pieces(result["text"].strip("\n"), _shifted(spans, result["text"])))


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
        yield units[2 * start : 2 * end].decode("utf-16-le", "replace"), telling
