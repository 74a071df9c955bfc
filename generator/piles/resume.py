"""Going on where a run was killed: the lines that are there are kept, the inputs they answer are passed over.

The order of inputs is stable, so nothing has to be remembered but the lines themselves, and they are read one by one.
Imports its sibling modules.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from generator.characters import visible
from generator.piles.inputs import Item, Unread, exact, shown

_BLOCK = 65536


class ResumeError(Exception):
    """The lines that are there belong to other inputs; the message says which, and what to do."""


class Lines:
    """The results in a file, one a line. `failed`: whether one of those that were there is an error."""

    def __init__(self, path: Path) -> None:
        """Cuts off what was being written when the run before was killed."""
        self._path = path
        self.kept = self.added = 0
        self.failed = False
        self._file: BinaryIO = path.open("r+b" if path.exists() else "w+b")
        self._file.truncate(_end_of_lines(self._file))

    def __enter__(self) -> "Lines":
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def past(self, items: Iterable[Item]) -> Iterator[Item]:
        """The inputs that have no line yet."""
        self._file.seek(0)
        expected = self._next_name()
        for item in items:
            if expected is None:
                yield item
            elif exact(item.name) == expected:
                expected = self._next_name()
            # Only lines of a log may have no result.
            elif isinstance(item, Unread) or not item.of_log:
                raise ResumeError(self._unlike(expected, shown(item.name)))
        if expected is not None:
            raise ResumeError(self._unlike(expected, "nothing more"))

    def add(self, text: bytes, count: int) -> None:
        """Write lines behind those that are there."""
        self._file.seek(0, 2)
        self._file.write(text)
        self._file.flush()
        self.added += count

    def _next_name(self) -> str | None:
        line = self._file.readline()
        if not line:
            return None
        self.kept += 1
        try:
            found = json.loads(line)
            name = found["file"]
            self.failed |= "error" in found
        except (ValueError, TypeError, KeyError):
            name = None
        if not isinstance(name, str):
            raise ResumeError(f"{self._path}:{self.kept}: this is no line of `match --json`. Give another file.")
        return name

    def _unlike(self, expected: str, found: str) -> str:
        named = visible(expected, allowed="")
        return (
            f"{self._path}:{self.kept}: this is the result of {named}, where there is {found} now. "
            "Give the same files in the same order, or another file for the results."
        )


def _end_of_lines(file: BinaryIO) -> int:
    """Where the last whole line ends."""
    at = file.seek(0, 2)
    while at > 0:
        start = max(0, at - _BLOCK)
        file.seek(start)
        found = file.read(at - start).rfind(b"\n")
        if found >= 0:
            return start + found + 1
        at = start
    return 0
