"""The engine in Python: QuickJS runs the same bytes as the browser.

May import quickjs and its siblings here. Never matches anything itself: it answers what the browser answers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import quickjs

from generator.hosts.decoding import decode
from generator.hosts.link import link_modules

ENTRY = "engine/engine.js"
EXPLAIN = "engine/answer/explain.js"

# Far above what a mail needs: they stop a defect, not a reader.
MEMORY_LIMIT = 1_500_000_000
SECONDS_PER_CALL = 60


class EngineError(Exception):
    """The engine could not answer: out of time, out of memory, or a defect of its own."""


@cache
def engine_script() -> str:
    """The engine and what editors need besides, as one classic script: `BounceEngine` and `BounceExplain`."""
    return link_modules({ENTRY: "BounceEngine", EXPLAIN: "BounceExplain"})


def _ascii_json(value: object) -> str:
    # Escaped throughout: QuickJS's border cuts strings at NUL and chokes on lone surrogates.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


class Engine:
    """A loaded engine. `index` comes from `generator.index.match_index`. Not for use from several threads at once."""

    def __init__(self, index: Mapping[str, Any]) -> None:
        self._context = quickjs.Context()
        self._context.set_memory_limit(MEMORY_LIMIT)
        self._context.set_max_stack_size(4 * 1024 * 1024)
        self._context.eval(engine_script())
        self._problems: list[dict[str, Any]] = self._call("load", _ascii_json(index))

    def _call(self, name: str, argument: str, module: str = "BounceEngine") -> Any:
        self._context.set_time_limit(SECONDS_PER_CALL)
        try:
            # The argument is JSON; as a string literal of JavaScript it only needs its own quoting once more.
            return json.loads(str(self._context.eval(f"{module}.{name}({json.dumps(argument)})")))
        except quickjs.JSException as error:
            raise EngineError(f"the engine stopped in {name}: {error}") from error

    def pattern_problems(self) -> list[dict[str, Any]]:
        """Patterns that can't be used: {article, pattern: index in the article's list, message, mend}."""
        return self._problems

    def match_many(self, inputs: Iterable[Mapping[str, str]]) -> list[dict[str, Any]]:
        """Results for inputs {"text": ...} or {"bytes": Latin-1 string}, in their order."""
        asked = self._call("readMany", _ascii_json(list(inputs)))
        texts = [[decode(charset, data) for charset, data in one["need"]] for one in asked]
        results: list[dict[str, Any]] = self._call("matchMany", _ascii_json(texts))
        return results

    def match(self, given: Mapping[str, str]) -> dict[str, Any]:
        """The result for one input; see `match_many`."""
        return self.match_many([given])[0]

    def redact(self, text: str) -> dict[str, Any]:
        """{"text": the text with tokens in place of addresses, hosts, IPs and names, "tokens": [...]}"""
        result: dict[str, Any] = self._call("redactJson", _ascii_json(text))
        return result

    def explain(self, given: Mapping[str, str]) -> dict[str, Any]:
        """How an input was read and which patterns were found or near: {result, pieces, signatures, patterns, near}."""
        result = self.match(given)
        return {"result": result, **self._call("explain", "", "BounceExplain")}

    def work(self) -> int:
        """The steps that the last match took: what tests count in place of seconds."""
        return int(self._call("work", "null"))
