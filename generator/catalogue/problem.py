"""What is wrong in the catalogue, and where: the one form in which every reader and every check reports.

Imports nothing of this project. Never decides whether something is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

Key = str | int
"""A step on the way to a value: a mapping's key or a list's index."""


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` counts from 1; 0 stands for the file as a whole. `check` is the id of the check."""

    file: str
    line: int
    check: str
    message: str
    mend: str

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return " ".join(f"{where}: [{self.check}] {self.message} Mend: {self.mend}".split())


@dataclass(frozen=True)
class Origin:
    """A file of the catalogue, and the line on which each of its values stands."""

    path: Path
    lines: Mapping[tuple[Key, ...], int] = field(default_factory=dict, repr=False)

    def line(self, *keys: Key) -> int:
        """The line of the value at `keys`, or of the nearest value around it."""
        while keys and keys not in self.lines:
            keys = keys[:-1]
        return self.lines.get(keys, 1)

    def problem(self, check: str, keys: tuple[Key, ...], message: str, mend: str) -> Problem:
        """A problem with the value at `keys` of this file."""
        return Problem(self.path.as_posix(), self.line(*keys), check, message, mend)
