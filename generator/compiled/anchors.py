"""Where each pattern is anchored: asked of the engine's own compiler, once for each text.

A pattern's anchors depend on its text and on two committed lists only, so they are kept by the text (`store`).
Imports the hosts, the store, and where an installed bouncekb has the lists. Never judges a pattern by itself: the
compiler does.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from generator.compiled.packaged import FOLDER
from generator.compiled.store import Store, digest
from generator.hosts.link import link_modules
from generator.hosts.quickjs import Script

Anchor = int | str
Anchors = Anchor | list[Anchor]
"""One anchor, or several of which each alternative of the pattern has one; see engine/pattern/anchors.js."""

_BATCH = 500
_MOST = 20_000
_ORDINARY = Path(__file__).parent.parent.parent / "kb" / "words" / "ordinary.yaml"
_GRAMS = Path(__file__).parent / "grams.json"


@dataclass(frozen=True)
class Objection:
    """Why a pattern can't be used, and what to do."""

    message: str
    mend: str


def anchor(patterns: Iterable[tuple[str, bool]]) -> dict[tuple[str, bool], Anchors | Objection]:
    """The anchors of patterns (text, trusted); `trusted`: words that ordinary mail uses too are allowed."""
    wanted = list(dict.fromkeys(patterns))
    script, lists = compiler_script(), _lists()
    store = Store("anchors", digest(script, lists))
    keys = {one: f"{int(one[1])}{one[0]}" for one in wanted}
    known = store.read()
    missing = [one for one in wanted if keys[one] not in known]
    if missing:
        compiler = Script(script)
        compiler.call("BounceCompiler.load", json.loads(lists))
        for at in range(0, len(missing), _BATCH):
            batch = missing[at : at + _BATCH]
            for one, answer in zip(batch, compiler.call("BounceCompiler.anchors", batch), strict=True):
                known[keys[one]] = answer
        # What nobody asked for any more goes once there is much of it.
        store.write(known if len(known) <= _MOST else {keys[one]: known[keys[one]] for one in wanted})
    return {one: _read(known[keys[one]]) for one in wanted}


def _read(answer: Any) -> Anchors | Objection:
    if isinstance(answer, dict):
        return Objection(answer["message"], answer["mend"])
    return answer[0] if len(answer) == 1 else answer  # type: ignore[no-any-return]


@cache
def compiler_script() -> str:
    """The engine's compiler as one script."""
    return link_modules({"hosts/compiler.js": "BounceCompiler"})


@cache
def _lists() -> str:
    ordinary = _ORDINARY if _ORDINARY.is_file() else FOLDER / _ORDINARY.name
    common: Any = yaml.safe_load(ordinary.read_text("utf-8"))
    grams: Any = json.loads(_GRAMS.read_text("utf-8"))
    return json.dumps({"common": common["words"], "grams": grams}, sort_keys=True)
