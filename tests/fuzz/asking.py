"""Asks both hosts of the engine: Node about every input, in batches, QuickJS about a share, whose answers must be the same."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Timer

from generator.catalogue import Catalogue
from generator.compiled.index import match_index
from generator.compiled.redaction import redaction_words
from generator.hosts.quickjs import Engine, EngineError
from tests.engine.fast import FastEngine
from tests.fuzz.holds import wrong
from tests.fuzz.inputs import Input

PATIENCE = 120
"""Seconds for a batch, which takes one: what takes longer would take for ever."""
SHARE = 100
"""One input of so many is asked of QuickJS as well."""


@dataclass(frozen=True)
class Failure:
    """An input about which something doesn't hold."""

    given: Input
    what: str


class Asking:
    """Both hosts with one catalogue. Use it in a `with` statement."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._index = json.dumps(match_index(catalogue))
        self._redaction = redaction_words(catalogue)
        self._slow = Engine(self._index)
        self._folder = TemporaryDirectory(prefix="fuzz-")
        self.fast = self._start()

    def __enter__(self) -> Asking:
        return self

    def __exit__(self, *_: object) -> None:
        self.fast.close()
        self._folder.cleanup()

    def failures(self, given: Sequence[Input]) -> Iterator[Failure]:
        """What doesn't hold about these inputs, which are asked together, or one by one where that fails."""
        try:
            with self._watched():
                results = self.fast.match_many(given)
                steps = self.fast.works()
                redacted = self.fast.redacted()
                self.fast.explain(given[0])
        except EngineError as error:
            self.fast.close()
            self.fast = self._start()
            if len(given) == 1:
                yield Failure(given[0], str(error))
            else:
                yield from (failure for one in given for failure in self.failures([one]))
            return
        for one, result, taken, clean in zip(given, results, steps, redacted, strict=True):
            yield from (Failure(one, what) for what in wrong(one, result, taken, clean))
        share = range(0, len(given), SHARE)
        for at, said in zip(share, self._slow.match_many(given[at] for at in share), strict=True):
            if said != results[at]:
                yield Failure(given[at], "the two hosts answer differently")

    def _start(self) -> FastEngine:
        return FastEngine(self._index, Path(self._folder.name), self._redaction)

    @contextmanager
    def _watched(self) -> Iterator[None]:
        timer = Timer(PATIENCE, self.fast.kill)
        timer.start()
        try:
            yield
        finally:
            timer.cancel()
