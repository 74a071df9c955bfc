"""Asks the engine about as many inputs as somebody has time for, in every processor."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from tests.conftest import project_catalogue
from tests.fuzz.asking import Asking, Failure
from tests.fuzz.inputs import Inputs

BATCH = 500


def failures(seed: int, count: int, tell: Callable[[str], None]) -> Iterator[Failure]:
    """What fails in the engine, batch by batch in every processor."""
    begun = time.monotonic()
    batches = range(0, count, BATCH)
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        asked = pool.map(_batch, (seed for _ in batches), batches, (min(BATCH, count - start) for start in batches))
        for number, found in enumerate(asked, start=1):
            yield from found
            if number % 100 == 0:
                tell(f"{number * BATCH} inputs in {time.monotonic() - begun:.0f} s")


@cache
def _asking() -> Asking:
    # One for each process, which ends with it.
    return Asking(project_catalogue())


@cache
def _inputs(seed: int) -> Inputs:
    return Inputs(seed, project_catalogue())


def _batch(seed: int, start: int, count: int) -> list[Failure]:
    inputs = _inputs(seed)
    return list(_asking().failures([inputs[number] for number in range(start, start + count)]))
