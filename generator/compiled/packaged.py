"""The catalogue as an installed bouncekb has it: compiled when its wheel was built, without the files it came from.

Imports what is prepared. A checkout has none: there the catalogue itself is read.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

from generator.compiled.prepared import Prepared, prepare

FOLDER = Path(__file__).resolve().parent.parent / "packaged"
"""Stands for the catalogue's folder where there is none."""

_INDEX, _REDACTION = "index.json", "redaction.json"


class Packaged(Prepared):
    """What a wheel brought along; read when it is asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.index = self._read(_INDEX)
        self.redaction = self._read(_REDACTION)
        self.problems = 0
        self.articles = len(json.loads(self.index)["articles"])

    def contents(self, lang: Literal["ja", "en"]) -> dict[str, Any]:
        """What an answer shows; see `contents.contents`."""
        found: dict[str, Any] = json.loads(self._read(_contents(lang)))
        return found

    def _read(self, name: str) -> str:
        return (self._folder / name).read_text("utf-8")


def to_package(kb: Path) -> dict[str, str]:
    """The files that a wheel brings along, by name. Raises ValueError for a catalogue with files that can't be used."""
    prepared = prepare(kb)
    if prepared.problems or not prepared.articles:
        raise ValueError(f"{kb} has {prepared.problems} problems and is not packaged. See `bouncekb check`.")
    texts = {_contents(lang): _json(prepared.contents(lang)) for lang in ("ja", "en")}
    # By this list other catalogues are judged, too (anchors.py).
    ordinary = kb / "words" / "ordinary.yaml"
    return {_INDEX: prepared.index, _REDACTION: prepared.redaction, **texts, ordinary.name: ordinary.read_text("utf-8")}


def _contents(lang: str) -> str:
    return f"contents.{lang}.json"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
