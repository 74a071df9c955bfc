"""The texts of all pages under their features, made when pages are built: a browser only has to read them.

Imports the linker and the JavaScript host, so that a text has here the features that a query has in the browser.
Never decides which texts a page has.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from generator.hosts.link import link_modules
from generator.hosts.quickjs import Script
from generator.search.entry import CodeEntry, Entry

TITLE, ASKED, MORE, LINE = "!#$%"
"""What begins a text says what it is; a title also begins a page. generator/find/postings.js knows them, too."""
FIRST = ord("]")
"""The first feature's character; the others follow. Above what JSON escapes, and above the signs."""
MOST = 0xD800 - FIRST
"""So many features have characters of their own. The rarest are left out; a catalogue has a tenth of them."""
# Two Japanese characters as one number: see `pairOf` in generator/find/features.js.
_UNIT, _SIZE, _BITS = 0x3000, 15, 0x7FFF


class Features:
    """The features of texts, each text asked for once."""

    def __init__(self, stop: Sequence[str]) -> None:
        """`stop` are Latin words that say nothing."""
        self._stop = stop
        self._known: dict[str, tuple[str, ...]] = {}

    def of(self, texts: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
        """By text: its features, each once: a Latin word, a pair of Japanese characters, or a kanji."""
        new = [text for text in dict.fromkeys(texts) if text not in self._known]
        for text, found in zip(new, _script().call("BounceFeatures.features", self._asked(new)), strict=True):
            self._known[text] = tuple(dict.fromkeys(map(_written, found)))
        return self._known

    def _asked(self, texts: Sequence[str]) -> dict[str, Any]:
        return {"texts": texts, "stop": self._stop}


def postings(
    entries: Iterable[Entry], codes: Iterable[CodeEntry], features: Features, titles: bool = True
) -> dict[str, Any]:
    """`keys`, the features from the most frequent to the rarest, and `texts`, the pages' texts as one string.

    Without `titles` the browser makes the features of titles: less to load, more to do.
    """
    pages = [*map(_texts, entries), *([(TITLE, code.title)] for code in codes)]
    held = features.of(text for page in pages for _, text in page)
    counts = Counter(feature for page in pages for _, text in page for feature in held[text])
    keys = [feature for feature, _ in sorted(counts.items(), key=lambda one: (-one[1], one[0]))][:MOST]
    signs = {feature: chr(FIRST + number) for number, feature in enumerate(keys)}
    # As they follow each other in a text, so that what several texts say packs well.
    texts = (
        sign + "".join(signs[feature] for feature in held[text] if feature in signs and (titles or sign != TITLE))
        for page in pages
        for sign, text in page
    )
    return {"keys": keys, "texts": "".join(texts), "titles": titles}


def _texts(entry: Entry) -> list[tuple[str, str]]:
    """The texts of a page and what each is, its title first."""
    said = {text.lower() for text in entry.asked}
    # Both languages often say it in the same words.
    more = [text for text in entry.more if text.lower() not in said]
    # An article's line says what to do, which nobody asks for.
    line = [entry.line] if entry.line and entry.kind != "article" else []
    parts = ((TITLE, [entry.title]), (ASKED, entry.asked), (MORE, more), (LINE, line))
    return [(sign, text) for sign, texts in parts for text in texts]


def _written(feature: str | int) -> str:
    if isinstance(feature, str):
        return feature
    if feature < 0:
        return chr(-feature)
    return chr(_UNIT + (feature >> _SIZE)) + chr(_UNIT + (feature & _BITS))


@cache
def _script() -> Script:
    return Script(link_modules({"find/border.js": "BounceFeatures"}))
