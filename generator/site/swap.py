"""Puts a finished build where the site lives, so that a reader never meets a half-built one.

Two renames are not one: a build that dies between them leaves the old site under `<target>.old`, and the next build's
`put_back` mends that. Imports nothing of this project; never touches anything but the target and its `.old`.
"""

import shutil
from pathlib import Path


def _aside(target: Path) -> Path:
    return target.with_name(target.name + ".old")


def put_back(target: Path) -> None:
    """Undo what a build left behind that died while swapping."""
    aside = _aside(target)
    if not aside.exists():
        return
    if target.exists():
        shutil.rmtree(aside)
    else:
        aside.rename(target)


def swap(finished: Path, target: Path) -> None:
    """Make `finished` the `target`; both must be on the same file system. The old target is removed."""
    put_back(target)
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
