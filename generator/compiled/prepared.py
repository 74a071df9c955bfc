"""A catalogue as a command needs it that only answers: the match index and what an answer shows, kept by content.

What makes them is loaded only when they are not in `.cache/` yet: reading the YAML and building the model takes ten
times as long as everything else that a command does for one mail.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Literal

from generator.compiled.store import Store, digest

_PACKAGE = Path(__file__).resolve().parent.parent
_MAKERS = ("catalogue", "compiled", "engine", "hosts", "words")
"""The rooms whose code decides what comes out."""


class Prepared:
    """`index` is the match index as JSON, `redaction` the words for redacting.

    `problems` counts the files that had to be left out, `articles` the rest.
    """

    def __init__(self, kb: Path, overlays: Sequence[Path], version: str) -> None:
        self._kb = kb
        self._overlays = overlays
        self._texts = Store("contents", version)
        self._made: dict[str, Any] = {}
        store = Store("index", version)
        kept = store.read()
        if not kept:
            kept = self._make()
            store.write(kept)
        self.index: str = kept["index"]
        self.redaction: str = kept["redaction"]
        self.problems: int = kept["problems"]
        self.articles: int = kept["articles"]

    def contents(self, lang: Literal["ja", "en"]) -> dict[str, Any]:
        """What an answer shows; see `contents.contents`."""
        if not self._made:
            self._made = self._texts.read()
        if not self._made:
            self._make()
        found: dict[str, Any] = self._made[lang]
        return found

    def _make(self) -> dict[str, Any]:
        from generator.catalogue import load_catalogue
        from generator.compiled.contents import contents
        from generator.compiled.index import match_index
        from generator.compiled.redaction import redaction_words

        loaded = load_catalogue(self._kb, overlays=self._overlays)
        catalogue = loaded.catalogue
        self._made = {"ja": contents(catalogue, "ja"), "en": contents(catalogue, "en")}
        self._texts.write(self._made)
        index = json.dumps(match_index(catalogue), ensure_ascii=False, separators=(",", ":"))
        redaction = redaction_words(catalogue)
        return {
            "index": index,
            "redaction": redaction,
            "problems": len(loaded.problems),
            "articles": len(catalogue.articles),
        }


def prepare(kb: Path, overlays: Sequence[Path] = ()) -> Prepared:
    """The catalogue in the folder `kb` and its overlays, from what was kept if neither they nor the code changed."""
    return Prepared(kb, overlays, fingerprint(kb, overlays))


def fingerprint(kb: Path, overlays: Sequence[Path] = ()) -> str:
    """A name for the content of a catalogue's folder and overlays, and of the code that compiles it."""
    parts: list[str] = [str(len(overlays))]
    for root, suffixes in (
        *((folder, {".yaml", ".yml"}) for folder in (kb, *overlays)),
        *((_PACKAGE / room, {".py", ".js", ".json", ".yaml"}) for room in _MAKERS),
    ):
        parts.append("/")  # so that no file of one folder passes for one of the next
        for path in sorted(root.rglob("*")):
            if path.suffix in suffixes and path.is_file():
                parts += [path.relative_to(root).as_posix(), path.read_bytes().decode("latin-1")]
    return digest(*parts)
