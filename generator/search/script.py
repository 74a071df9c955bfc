"""Search as classic scripts: the one that every page loads, and the index of a language, fetched on focus.

The index is one script, never a part chosen by what is typed: a request tells the server. So it has a size that it
never exceeds, however large the catalogue: what finds the least is left out first. Imports the entries, the linker and
the words.
"""

import gzip
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from generator.catalogue import Catalogue
from generator.hosts.link import link_modules
from generator.search.entries import Pages
from generator.search.entry import CodeEntry, Entry
from generator.words import words

BUDGET = 290_000
"""The most bytes that the script has, gzipped: a query costs less than 300 KB."""


class _Level(NamedTuple):
    """How much of an article is kept: phrases in the page's language, other words, codes, the line below its title."""

    asked: int
    more: int
    codes: int
    line: bool = True


# What most people type comes first in each list.
_LEVELS = (
    *(_Level(99, 99, 99), _Level(99, 5, 9), _Level(99, 3, 9), _Level(99, 0, 9), _Level(6, 0, 9), _Level(4, 0, 9)),
    *(_Level(3, 0, 6), _Level(2, 0, 6), _Level(2, 0, 4, False), _Level(1, 0, 4, False), _Level(0, 0, 3, False)),
    _Level(0, 0, 0, False),
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
    for level in _LEVELS:
        script = _script(lang, [_cut(entry, level) for entry in entries], codes)
        if len(gzip.compress(script.encode(), 9)) <= BUDGET:
            break
    return script


def _cut(entry: Entry, level: _Level) -> Entry:
    if entry.kind != "article":
        return entry
    return entry._replace(
        asked=entry.asked[: level.asked],
        more=entry.more[: level.more],
        codes=entry.codes[: level.codes],
        line=entry.line if level.line else "",
    )


def _script(lang: str, entries: Iterable[Entry], codes: Iterable[CodeEntry]) -> str:
    lexicon = words("search", lang)["lexicon"]
    index = {"lang": lang, "words": lexicon, "pages": _columns(entries), "codes": _columns(codes)}
    return f"globalThis.BounceSearchIndex={_json(index)};\n"


def _columns(rows: Iterable[Iterable[Any]]) -> list[list[Any]]:
    """A list for each field: what is alike stands together, which halves the script."""
    return [list(column) for column in zip(*rows, strict=True)]


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
