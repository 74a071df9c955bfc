"""Search as classic scripts: the one that every page loads, and the index of a language, fetched on focus.

The index is one script, never a part chosen by what is typed: a request tells the server. So it has a size that it
never exceeds, however large the catalogue: what finds the least is left out first. Imports the entries, the postings,
the linker and the words.
"""

import gzip
import json
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from generator.catalogue import Catalogue
from generator.hosts.link import link_modules
from generator.search.entries import Pages
from generator.search.entry import CodeEntry, Entry
from generator.search.postings import Features, postings
from generator.words import words

BUDGET = 290_000
"""The most bytes that the script has, gzipped: a query costs less than 300 KB."""


class _Level(NamedTuple):
    """How much of an article is kept: phrases in the page's language, other words, codes, the line below its title.

    Where the features of titles aren't, the browser makes them, which takes it longer.
    """

    asked: int
    more: int
    codes: int
    titles: bool = True
    line: bool = True


_NAMED = ("provider", "host")
"""Kinds of pages whose `asked` are names."""

# What most people type comes first in each list.
_LEVELS = (
    *(_Level(99, 99, 99), _Level(99, 5, 9), _Level(99, 3, 9), _Level(99, 0, 9), _Level(99, 0, 9, False)),
    *(_Level(6, 0, 9, False), _Level(4, 0, 9, False), _Level(3, 0, 6, False), _Level(2, 0, 6, False)),
    *(_Level(2, 0, 4, False, False), _Level(1, 0, 4, False, False), _Level(0, 0, 3, False, False)),
    _Level(0, 0, 0, False, False),
)


def search_script(catalogue: Catalogue, lang: str, guides: Mapping[str, str]) -> str:
    """The classic script `assets/bouncekb/search.<lang>.js`; `lang` is `ja` or `en`. Same catalogue, same bytes.

    `guides` are the texts of the pages that people wrote in this language, by path ("guide/privacy.md").
    """
    pages = Pages(catalogue, lang, guides)
    return packed(lang, list(pages.entries()), list(pages.codes()))


def search_code() -> str:
    """The classic script `assets/bouncekb/search.js`, on every page: the dialog, and how a query is answered."""
    tongues = {lang: words("search", lang) for lang in ("ja", "en")}
    settings = {
        "words": {lang: tongue["view"] for lang, tongue in tongues.items()},
        "common": tongues["ja"]["common"],
        "common_codes": tongues["ja"]["common_codes"],
    }
    linked = link_modules({"view/find/start.js": "BounceSearch"})
    return f"{linked}BounceSearch.start({_json(settings)});\n"


def packed(lang: str, entries: Sequence[Entry], codes: Sequence[CodeEntry]) -> str:
    """The script of these pages and codes, within the budget."""
    features = Features(words("search", lang)["lexicon"]["stop"])

    @cache
    def at(level: _Level) -> str:
        return _script(lang, [_cut(entry, level) for entry in entries], codes, features, level.titles)

    def fits(level: _Level) -> bool:
        return len(gzip.compress(at(level).encode(), 9)) <= BUDGET

    # Each level leaves out more than the one before.
    first = bisect_left(_LEVELS, True, key=fits)
    return at(_LEVELS[min(first, len(_LEVELS) - 1)])


def _cut(entry: Entry, level: _Level) -> Entry:
    if entry.kind != "article":
        return entry
    return entry._replace(
        asked=entry.asked[: level.asked],
        more=entry.more[: level.more],
        codes=entry.codes[: level.codes],
        line=entry.line if level.line else "",
    )


def _script(lang: str, entries: Sequence[Entry], codes: Sequence[CodeEntry], features: Features, titles: bool) -> str:
    index = {
        "lang": lang,
        "words": words("search", lang)["lexicon"],
        "pages": _columns(map(_row, entries)),
        "codes": _columns(codes),
        "postings": postings(entries, codes, features, titles),
    }
    return f"globalThis.BounceSearchIndex={_json(index)};\n"


def _row(entry: Entry) -> tuple[Any, ...]:
    """What of a page a browser needs beside its features; what it is called finds it in the middle of a query, too."""
    names = entry.asked if entry.kind in _NAMED else ()
    return (*entry[:5], names, entry.provider, entry.hosts, entry.leads)


def _columns(rows: Iterable[Iterable[Any]]) -> list[list[Any]]:
    """A list for each field: what is alike stands together, which halves the script."""
    return [list(column) for column in zip(*rows, strict=True)]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
