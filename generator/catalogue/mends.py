"""Mends that a machine can carry out: what to change in a file's source, said by whoever found the problem.

Values are found by the keys that lead to them, and only their own characters are touched: comments and layout stay.
Data only; `generator.mending` carries them out. Imports the standard library only.
"""

from dataclasses import dataclass
from pathlib import Path

Key = str | int
"""A step on the way to a value: a mapping's key or a list's index."""

Keys = tuple[Key, ...]


@dataclass(frozen=True)
class Quote:
    """Put the plain value at `keys` in quotes, exactly as it is written."""

    keys: Keys

    def __str__(self) -> str:
        return "put it in quotes"


@dataclass(frozen=True)
class QuoteLine:
    """Put all that follows the key on a line in quotes; for a line that isn't YAML."""

    line: int

    def __str__(self) -> str:
        return "put it in quotes"


@dataclass(frozen=True)
class Write:
    """Write `source`, which is YAML, in place of the value at `keys`."""

    keys: Keys
    source: str

    def __str__(self) -> str:
        return f"wrote {self.source}"


@dataclass(frozen=True)
class Replace:
    """In the source of the value at `keys`, write the second of each pair wherever the first stands."""

    keys: Keys
    swaps: tuple[tuple[str, str], ...]

    def __str__(self) -> str:
        return ", ".join(f"wrote `{new}` for `{old}`" if new else f"removed `{old}`" for old, new in self.swaps)


@dataclass(frozen=True)
class RenameKey:
    """Write `source`, which is YAML, in place of the last of `keys`."""

    keys: Keys
    source: str

    def __str__(self) -> str:
        return f"wrote the key {self.source}"


@dataclass(frozen=True)
class Remove:
    """Remove the item of a list, or the key with its value; a list that would be left empty goes with its item."""

    keys: Keys

    def __str__(self) -> str:
        return "removed it"


@dataclass(frozen=True)
class Append:
    """Add a word to the list at the top-level `key`, which is made after `after` where there is none."""

    key: str
    after: str
    word: str

    def __str__(self) -> str:
        return f"added `{self.word}` to `{self.key}`"


@dataclass(frozen=True)
class Move:
    """Give the file another place."""

    to: Path

    def __str__(self) -> str:
        return f"moved the file to {self.to.as_posix()}"


Mend = Quote | QuoteLine | Write | Replace | RenameKey | Remove | Append | Move
