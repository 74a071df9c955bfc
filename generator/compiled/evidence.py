"""An article's examples as readers see them, with the words that prove the article marked.

The engine is asked, the same that reads a reader's paste, with the patterns of this article alone: what proves it
doesn't depend on what else is in the catalogue, so it is kept by what it does depend on. Imports the catalogue, its
siblings here and the hosts; never judges whether an example matches, that is a check's business.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.catalogue import Article, Catalogue
from generator.compiled.index import Refused, anchored, plain_index
from generator.compiled.store import Store, digest
from generator.hosts.quickjs import Engine, engine_script
from generator.hosts.types import Index, Result

Piece = tuple[str, bool]
"""A stretch of an example, and whether it is among the telling words."""

Marked = Sequence[Piece]
Examples = Mapping[str, Sequence[Marked]]
"""Each article's examples, in order, by its id. Made of what JSON can hold."""


class RefusedPatterns(Exception):
    """Patterns that the engine cannot use: its objections by article id and the pattern's place in its list."""

    def __init__(self, refused: Mapping[tuple[str, int], Refused]) -> None:
        super().__init__(f"{len(refused)} patterns cannot be used")
        self.refused = refused


class Evidence:
    """Marks examples, and remembers what it marked, here and in `.cache/`."""

    def __init__(self) -> None:
        self._known: dict[str, list[Marked]] | None = None

    def examples(self, catalogue: Catalogue) -> Examples:
        """Return each article's examples, in order, as the engine reads them: decoded, without what it leaves out.

        Raises RefusedPatterns, and EngineError where the engine fails.
        """
        compiled = anchored(plain_index(catalogue))
        if refused := _not_exempt(catalogue, compiled.patterns):
            raise RefusedPatterns(refused)
        store = Store("evidence", digest(engine_script(), json.dumps(_shared(compiled.index), sort_keys=True)))
        known = {**store.read(), **(self._known or {})}
        keys = {entry["id"]: _key(entry, compiled.index, catalogue) for entry in compiled.index["articles"]}
        missing = [article for name, article in catalogue.articles.items() if keys[name] not in known]
        if missing:
            for article, marked in _made(compiled.index, missing):
                known[keys[article.id]] = marked
        self._known = {key: known[key] for key in keys.values()}
        if missing:
            store.write(self._known)
        return {name: self._known[keys[name]] for name in catalogue.articles}


def marked_examples(catalogue: Catalogue) -> Examples:
    """The examples of one catalogue; see `Evidence.examples`."""
    return Evidence().examples(catalogue)


def _made(index: Index, articles: Sequence[Article]) -> Iterable[tuple[Article, list[Marked]]]:
    asked = [(article, example.text) for article in articles for example in article.examples]
    results = Engine(index).match_many(({"text": text} for _, text in asked), only=[one.id for one, _ in asked])
    found: dict[str, list[Marked]] = {article.id: [] for article in articles}
    for (article, _), result in zip(asked, results, strict=True):
        found[article.id].append(_marked(article, result))
    for article in articles:
        yield article, found[article.id]


def _shared(index: Index) -> dict[str, Any]:
    """What every answer depends on besides an article's own patterns."""
    return {part: index[part] for part in ("providers", "reporters", "concepts", "words", "usual", "refused")}


def _key(entry: Mapping[str, Any], index: Index, catalogue: Catalogue) -> str:
    vendor = [one for one in index["vendor"] if one[1] == entry["id"]]
    examples = [example.text for example in catalogue.articles[entry["id"]].examples]
    return digest(json.dumps([entry, vendor], sort_keys=True), *examples)


def _not_exempt(catalogue: Catalogue, refused: Iterable[Refused]) -> dict[tuple[str, int], Refused]:
    exempt = {
        name
        for name, article in catalogue.articles.items()
        if any(exemption.check == "patterns" for exemption in article.exceptions)
    }
    return {(found.owner, found.place): found for found in refused if found.owner not in exempt}


def _marked(article: Article, result: Result) -> Marked:
    evidence = [
        piece
        for recipient in result["recipients"]
        for match in recipient["matches"]
        if match["article"] == article.id
        for piece in match["evidence"]
    ]
    # A code says little beside a sentence, so it is marked only where there is nothing else.
    telling = [piece for piece in evidence if piece["kind"] in ("pattern", "near", "concept")] or evidence
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
