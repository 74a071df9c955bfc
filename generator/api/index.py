"""The file that names all others, and what the ids in them are called. Imports its siblings."""

from collections.abc import Iterable, Mapping

from generator.api import shapes
from generator.api.written import ROOT, VERSION, both, file, list_path, schema_path
from generator.catalogue import Catalogue, newest_day
from generator.catalogue.model import Labelled, Noted
from generator.pages.page import Page

ITEM_SCHEMAS: Mapping[shapes.Kind, str] = {
    "articles": "article",
    "codes": "code",
    "providers": "provider",
    "reporters": "reporter",
    "reasons": "reason",
    "hosts": "host",
}
"""By list, the name of the schema of its files."""


def index_file(catalogue: Catalogue, site: str, counts: Mapping[shapes.Kind, int]) -> Page:
    """Return `index.json`; `counts` says how many files there are of each kind."""
    words = catalogue.vocabulary
    found: shapes.Index = {
        "version": VERSION,
        "date": newest_day(catalogue).isoformat(),
        "languages": ["ja", "en"],
        "site": site or None,
        "lists": {kind: _list_of(kind, counts[kind]) for kind in ITEM_SCHEMAS},
        "moved_schema": schema_path("moved"),
        "vocabulary": {
            "actors": _labelled(words.actors),
            "stages": _labelled(words.stages),
            "permanence": _labelled(words.permanence),
            "placeholders": [
                {"id": one.id, "kind": one.hole, "unknown": both(one.unknown)} for one in words.placeholders
            ],
        },
    }
    return file(f"{ROOT}index.json", found)


def _list_of(kind: shapes.Kind, count: int) -> shapes.ListOf:
    return {
        "data": list_path(kind),
        "count": count,
        "schema": schema_path(kind),
        "item_schema": schema_path(ITEM_SCHEMAS[kind]),
    }


def _labelled(found: Iterable[Labelled]) -> list[shapes.Labelled]:
    return [_one(word) for word in found]


def _one(word: Labelled) -> shapes.Labelled:
    label: shapes.Labelled = {"id": word.id, "title": both(word.title)}
    return {**label, "note": both(word.note)} if isinstance(word, Noted) else label
