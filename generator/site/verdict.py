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


def verdict(
    load: Callable[[], LoadResult], today: date, kb: Path, overlays: Sequence[Path] = ()
) -> tuple[Catalogue, Sequence[Problem]]:
    """The catalogue as `load` gives it, and everything that is wrong with it; `kb` and `overlays` are its folders."""
    version = fingerprint(kb, overlays, _ROOMS)
    loaded = load()
    store = Store("passed", version)
    # A later day finds nothing that an earlier one didn't: a date may only lie too far ahead.
    if not loaded.problems and store.read():
        return loaded.catalogue, ()
    problems = run_checks(loaded, today)
    # Unless somebody has edited a file in the meantime.
    if not problems and fingerprint(kb, overlays, _ROOMS) == version:
        store.write({"passed": True})
    return loaded.catalogue, problems
