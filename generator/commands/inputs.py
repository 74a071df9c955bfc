"""Reads the files that a command is given: politely about what can't be read, a batch at a time.

Imports the characters only. Never looks into a mail: what it is, the engine decides.
"""

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.characters import visible

Say = Callable[[str], None]
"""Takes a sentence about a file that is left out."""

MOST_BYTES = 50_000_000
BATCH_FILES = 50
BATCH_BYTES = 4_000_000


@dataclass(frozen=True)
class Input:
    """A file's name as given (`-` for standard input) and its bytes."""

    name: str
    content: bytes


def batches(names: Sequence[str], say: Say) -> Iterator[tuple[list[Input], int]]:
    """What could be read, in order, and how many names it took; `say` gets a sentence about everything else."""
    batch: list[Input] = []
    taken = size = 0
    for name in names:
        taken += 1
        content = _read(name, say)
        if content is not None:
            batch.append(Input(name, content))
            size += len(content)
        if taken >= BATCH_FILES or size > BATCH_BYTES:
            yield batch, taken
            batch, taken, size = [], 0, 0
    if taken:
        yield batch, taken


def shown(name: str) -> str:
    """A file's name for people: nothing in it steers their terminal, and an empty one is seen."""
    if name == "-":
        return "standard input"
    return visible(os.fsencode(name).decode("utf-8", "replace"), allowed="") or "''"


def exact(name: str) -> str:
    """A file's name for programs: UTF-8 whatever the locale, with lone surrogates for bytes that aren't."""
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def _read(name: str, say: Say) -> bytes | None:
    try:
        content = _content(name)
    except (OSError, ValueError) as error:
        say(f"{shown(name)}: cannot be read: {_why(error)}.")
        return None
    if len(content) > MOST_BYTES:
        say(f"{shown(name)}: larger than {MOST_BYTES // 1_000_000} MB. Cut out the report and give that.")
        return None
    return content


def _content(name: str) -> bytes:
    if name == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    # As text, not as a Path: to that, the empty name is the folder one is in.
    mode = os.stat(name).st_mode  # noqa: PTH116
    if stat.S_ISREG(mode):
        with open(name, "rb") as file:  # noqa: PTH123
            return file.read(MOST_BYTES + 1)
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    # To read from a pipe or a device could take forever.
    raise ValueError(
        "it is a pipe or a device. Let a command read it, and give that to standard input: `... | bouncekb ... -`"
    )


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno == errno.EBADF:
        return "it is closed"
    return getattr(error, "strerror", None) or str(error)
