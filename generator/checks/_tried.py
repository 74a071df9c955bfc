"""What the engine says to the catalogue's texts, kept by all that it depends on: the engine, the match index, the text.

A changed pattern may move the answer to any text, so it has all of them tried again; a changed step or title has none.
Imports the engine and the store. Never judges an answer.
"""

import json
from collections.abc import Sequence
from typing import Any

from generator.compiled.store import Store, digest
from generator.hosts import quickjs
from generator.hosts.asking import ask_each
from generator.hosts.quickjs import Engine, EngineError
from generator.hosts.types import Index, Result

Tried = tuple[Result, dict[str, Any]]
"""A result, and what the checks look at of how its text was read (see `Engine.trace_many`)."""

_LOOKED_AT = ("rules", "frames", "originals")
_WORTH_KEEPING = 100
"""Fewer texts are tried in no time, and would only push out what is kept of a catalogue with many."""


def tried(index: Index, texts: Sequence[str]) -> list[Tried | EngineError]:
    """The engine's answer to each text, in their order, or why there is none. Raises EngineError if it can't start."""
    store = Store("tried", digest(quickjs.engine_script(), json.dumps(index, sort_keys=True)))
    known = store.read() if len(texts) >= _WORTH_KEEPING else {}
    keys = [digest(text) for text in texts]
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    failed: dict[str, EngineError] = {}
    if missing:
        found = ask_each(Engine(index).trace_many, [{"text": text} for text in missing.values()])
        for key, answer in zip(missing, found, strict=True):
            if isinstance(answer, EngineError):
                failed[key] = answer
            else:
                result, trace = answer
                known[key] = (result, {name: trace[name] for name in _LOOKED_AT})
        if len(texts) >= _WORTH_KEEPING:
            store.write({key: known[key] for key in dict.fromkeys(keys) if key in known})
    return [failed[key] if key in failed else (known[key][0], known[key][1]) for key in keys]
