"""Puts a finished build where the site lives, so that a reader never meets a half-built one.

Two renames are not one: a build that dies between them leaves the old site under `<target>.old`, and the next build's
`put_back` mends that. Of several builds at once each has its turn, and the last one stays. Imports nothing of this
project; never touches anything but the target and its `.old`.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path


def put_back(target: Path) -> None:
    """Undo what a build left behind that died while swapping."""
    with _turn(target):
        _put_back(target)


def swap(finished: Path, target: Path) -> None:
    """Make `finished` the `target`; both must be on the same file system. The old target is removed."""
    with _turn(target):
        _put_back(target)
        aside = _aside(target)
        if target.exists():
            target.rename(aside)
        try:
            finished.rename(target)
        except OSError:
            if aside.exists():
                aside.rename(target)
            raise
        shutil.rmtree(aside, ignore_errors=True)


def _aside(target: Path) -> Path:
    return target.with_name(target.name + ".old")


def _put_back(target: Path) -> None:
    aside = _aside(target)
    if not aside.exists():
        return
    if target.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(target)


@contextmanager
def _turn(target: Path) -> Iterator[None]:
    """Keep other builds from swapping meanwhile: the one that would find the old site aside would put it back."""
    # The folder itself is locked, so no file is left there.
    folder = os.open(target.parent, os.O_RDONLY)
    try:
        # Some file systems lock no folders; there, one of two builds at once may still end with a sentence.
        with suppress(OSError):
            fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)
