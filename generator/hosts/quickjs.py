"""The engine in Python: QuickJS runs the same bytes as the browser.

May import quickjs and its siblings here. Never matches anything itself: it answers what the browser answers.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

import quickjs

from generator.hosts.decoding import decode
from generator.hosts.link import link_modules

if TYPE_CHECKING:
    # Typed with pydantic, which a command that only answers need not load.
    from generator.hosts.types import Index, Result

# Far above what a mail needs: they stop a defect, not a reader.
MEMORY_LIMIT = 1_500_000_000
SECONDS_PER_CALL = 60


class EngineError(Exception):
    """The engine could not answer: out of time, out of memory, or a defect of its own."""


@cache
def engine_script() -> str:
    """The engine with its border of JSON strings, as one classic script: `BounceBorder`."""
    return link_modules({"hosts/border.js": "BounceBorder"})


def _ascii_json(value: object) -> str:
    # Escaped throughout: QuickJS's border cuts strings at NUL and chokes on lone surrogates.
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


class Script:
    """A linked script in a context of its own, called with JSON. Not for use from several threads at once."""

    def __init__(self, script: str) -> None:
        self._context = quickjs.Context()
        self._context.set_memory_limit(MEMORY_LIMIT)
        self._context.set_max_stack_size(4 * 1024 * 1024)
        self._context.eval(script)

    def call(self, function: str, argument: object = None) -> Any:
        """The answer of `Global.function`, which takes a JSON string and gives one. Raises EngineError."""
        return json.loads(self.pass_on(function, _ascii_json(argument)))

    def pass_on(self, function: str, argument: str) -> str:
        """`call` with JSON text in and out."""
        self._context.set_time_limit(SECONDS_PER_CALL)
        try:
            # The argument is JSON; as a string literal of JavaScript it only needs its own quoting once more.
            return str(self._context.eval(f"{function}({json.dumps(argument)})"))
        except quickjs.JSException as error:
            raise EngineError(f"the engine stopped in {function}: {error}") from error


class Engine:
    """A loaded engine. `index` comes from `generator.compiled.index`. Not for use from several threads at once."""

    def __init__(self, index: Index | str, redaction: str | None = None) -> None:
        """`index` may be JSON already; `redaction`: the words for `redact`, from `generator.compiled.redaction`."""
        self._redaction = redaction
        self._script = Script(engine_script())
        self._script.pass_on("BounceBorder.load", index if isinstance(index, str) else _ascii_json(index))

    def match_many(self, inputs: Iterable[Mapping[str, str]], only: Sequence[str] | None = None) -> list[Result]:
        """Results for inputs {"text": ...} or {"bytes": Latin-1 string}, in their order.

        `only`: for each input, the id of the one article whose patterns count.
        """
        return [result for result, _ in self.look_at(inputs, only)]

    def look_at(
        self, inputs: Iterable[Mapping[str, str]], only: Sequence[str] | None = None
    ) -> list[tuple[Result, str | None]]:
        """Likewise, each with the reason why it is no mail at all (empty, msg, foreign), or None."""
        asked = self._script.call("BounceBorder.read", list(inputs))
        texts = [[decode(charset, data) for charset, data in one["need"]] for one in asked]
        results: list[Result] = self._script.call("BounceBorder.match", {"texts": texts, "only": only or []})
        return [(result, one["refused"]) for result, one in zip(results, asked, strict=True)]

    def match(self, given: Mapping[str, str]) -> Result:
        """The result for one input; see `match_many`."""
        return self.match_many([given])[0]

    def trace_many(self, inputs: Iterable[Mapping[str, str]]) -> list[tuple[Result, dict[str, Any]]]:
        """Each result with how its input was read: {pieces, originals, frames, patterns}."""
        results = self.match_many(inputs)
        return list(zip(results, self._script.call("BounceBorder.traces"), strict=True))

    def redact(self, given: Mapping[str, str]) -> dict[str, Any]:
        """{"text": what can be read of an input, with tokens for addresses, hosts, IPs and names, "tokens": [...]}"""
        self.match(given)
        return self.redacted()[0]

    def redacted(self) -> list[dict[str, Any]]:
        """The same of each input that was matched last."""
        if self._redaction is not None:
            self._script.pass_on("BounceBorder.loadRedaction", self._redaction)
            self._redaction = None
        found: list[dict[str, Any]] = self._script.call("BounceBorder.redacted")
        return found

    def explain(self, given: Mapping[str, str]) -> dict[str, Any]:
        """How an input was read and which patterns were found or near: {result, pieces, frames, patterns, near ...}."""
        result = self.match(given)
        return {"result": result, **self._script.call("BounceBorder.explained")}

    def work(self) -> int:
        """The steps that the last match took: what tests count in place of seconds."""
        return self.works()[0]

    def works(self) -> list[int]:
        """The same of each input that was matched last."""
        steps: list[int] = self._script.call("BounceBorder.work")
        return steps
