"""Whether the checks have anything against a catalogue. What passed once isn't checked again until it changes.

Imports the checks and what is kept. Never knows of a site.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from generator.catalogue import Catalogue, LoadResult, Problem
from generator.checks import run_checks
from generator.compiled.prepared import MAKERS, fingerprint
from generator.compiled.store import Store

_ROOMS = (*MAKERS, "checks")


def verdict(kb: Path, load: Callable[[], LoadResult], today: date) -> tuple[Catalogue, Sequence[Problem]]:
    """The catalogue in the folder `kb` as `load` gives it, and everything that is wrong with it."""
    version = fingerprint(kb, _ROOMS)
    loaded = load()
    store = Store("passed", version)
    # A later day finds nothing that an earlier one didn't: a date may only lie too far ahead.
    if not loaded.problems and store.read():
        return loaded.catalogue, ()
    problems = run_checks(loaded, today)
    # Unless somebody has edited a file in the meantime.
    if not problems and fingerprint(kb, _ROOMS) == version:
        store.write({"passed": True})
    return loaded.catalogue, problems
