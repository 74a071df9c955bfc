"""What is wrong in the catalogue, and where: the one form in which every reader and every check reports.

Imports its neighbours `characters` and `mends`. Never decides whether something is wrong.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.catalogue.mends import Key, Mend
from generator.characters import visible

__all__ = ["Key", "Origin", "Problem"]


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `line` counts from 1; 0 stands for the file as a whole. `check` is the id of the check.

    `mend` says to people what to do; `mends` is the same for `bouncekb check --fix`, where a machine can do it.
    """

    file: str
    line: int
    check: str
    message: str
    mend: str
    mends: tuple[Mend, ...] = field(default=(), compare=False, repr=False)

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}" if self.line else self.file
        return visible(" ".join(f"{where}: [{self.check}] {self.message} Mend: {self.mend}".split()))


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

    def problem(self, check: str, keys: tuple[Key, ...], message: str, mend: str, *mends: Mend) -> Problem:
        """A problem with the value at `keys` of this file."""
        return Problem(self.path.as_posix(), self.line(*keys), check, message, mend, mends)
