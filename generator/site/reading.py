"""Reads the catalogue for the site: once for both languages, and on a server only what changed since the last time.

Imports the catalogue, the marked examples and the checks, all of which a catalogue must pass that is to be published.
Never knows of MkDocs.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from generator.catalogue import Catalogue, FileMemory, LoadResult, Problem, load_catalogue
from generator.checks import engine_failure, run_needed
from generator.checks.patterns import objections
from generator.compiled.evidence import Evidence, Examples, RefusedPatterns
from generator.hosts.quickjs import EngineError
from generator.site.verdict import verdict


class Unusable(Exception):
    """A catalogue that no site can be made of, and what to mend in it."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}")
        self.problems = problems


class Reading(NamedTuple):
    """A catalogue, and the examples of its articles with the telling words marked."""

    catalogue: Catalogue
    examples: Examples


class Reader:
    """Reads a catalogue as often as it changes.

    For a server (`serving`) it only must be such that pages can be made of it: an edit shows before it is right.
    """

    def __init__(self, *, serving: bool = False) -> None:
        self._serving = serving
        self._files = FileMemory()
        self._evidence = Evidence()
        self._last: Reading | None = None

    @property
    def last(self) -> Reading:
        """What was read last."""
        assert self._last
        return self._last

    def read(self, kb: Path, overlays: Sequence[Path] = ()) -> Reading:
        """Return what stands in the folder `kb` and its overlays.

        Raises Unusable, with every problem that keeps it from being used.
        """
        catalogue, problems = self._examined(kb, overlays)
        if problems:
            raise Unusable(problems)
        self._last = self._with_examples(catalogue)
        return self._last

    def _examined(self, kb: Path, overlays: Sequence[Path]) -> tuple[Catalogue, Sequence[Problem]]:
        def load() -> LoadResult:
            return load_catalogue(kb, self._files, overlays)

        if not self._serving:
            return verdict(load, date.today(), kb, overlays)
        loaded = load()
        return loaded.catalogue, run_needed(loaded, date.today())

    def _with_examples(self, catalogue: Catalogue) -> Reading:
        try:
            return Reading(catalogue, self._evidence.examples(catalogue))
        except RefusedPatterns as error:
            raise Unusable(sorted(objections(catalogue, catalogue.articles.values(), error.refused))) from error
        except EngineError as error:
            raise Unusable([engine_failure(catalogue, error)]) from error
