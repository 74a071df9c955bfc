"""Reads the catalogue for the site: once for both languages, and on a server only what changed since the last time.

Imports the catalogue, the marked examples and the one check that no site can do without. Never knows of MkDocs.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from generator.catalogue import Catalogue, FileMemory, Problem, load_catalogue
from generator.checks import engine_failure
from generator.checks.patterns import objections
from generator.compiled.evidence import Evidence, Examples, RefusedPatterns
from generator.hosts.quickjs import EngineError


class Unusable(Exception):
    """A catalogue that no site can be made of, and what to mend in it."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(f"{len(problems)} problem{'' if len(problems) == 1 else 's'}")
        self.problems = problems


class Reading(NamedTuple):
    """A catalogue, and the examples of its articles with the telling words marked."""

    catalogue: Catalogue
    examples: Examples


class Reader:
    """Reads a catalogue as often as it changes."""

    def __init__(self) -> None:
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
        loaded = load_catalogue(kb, self._files, overlays)
        if loaded.problems:
            raise Unusable(list(loaded.problems))
        self._last = self._with_examples(loaded.catalogue)
        return self._last

    def _with_examples(self, catalogue: Catalogue) -> Reading:
        try:
            return Reading(catalogue, self._evidence.examples(catalogue))
        except RefusedPatterns as error:
            raise Unusable(sorted(objections(catalogue, catalogue.articles.values(), error.refused))) from error
        except EngineError as error:
            raise Unusable([engine_failure(catalogue, error)]) from error
