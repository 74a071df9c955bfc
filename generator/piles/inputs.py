"""An input, which is one mail or one line of a log, and how it is called.

Imports the characters only. Never reads a file.
"""

import os
from dataclasses import dataclass

from generator.characters import visible

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """A mail, or a line of a log (`of_log`). `name`: its file's as given, and `#3` for the third mail or line in there.

    `seen`: when the file was last changed, in seconds; None where that can't be known.
    """

    name: str
    content: bytes
    seen: float | None = None
    of_log: bool = False


@dataclass(frozen=True, slots=True)
class Unread:
    """What could not be read; `why` is the end of a sentence that starts with its name."""

    name: str
    why: str


Item = Input | Unread


def shown(name: str) -> str:
    """A file's name for people: nothing in it steers their terminal, and an empty one is seen."""
    if name == STDIN or name.startswith(f"{STDIN}#"):
        return f"standard input{name[1:]}"
    return visible(os.fsencode(name).decode("utf-8", "replace"), allowed="") or "''"


def exact(name: str) -> str:
    """A file's name for programs: UTF-8 whatever the locale, with lone surrogates for bytes that aren't."""
    return os.fsencode(name).decode("utf-8", "surrogateescape")
