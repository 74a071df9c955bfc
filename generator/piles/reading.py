"""Reads what a command is given, an input at a time, and politely about what can't be read.

Imports its sibling modules. Never looks into a mail: what it is, the engine decides.
"""

import errno
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import chain
from typing import IO

from generator.piles import logs, mbox
from generator.piles.files import files
from generator.piles.inputs import STDIN, Input, Item, Unread

MOST_BYTES = 50_000_000
ONE = (".eml", ".txt")
"""Files with such names are one mail, or one text, each: what mail programs and people save. Others are looked into."""
_HEAD = 65536
_PIECE = 262144


class Pile:
    """The inputs in some files and folders, in a stable order; `taken` counts the bytes that were read so far.

    `whole`: each file is one input, whatever is in it.
    """

    def __init__(self, names: Sequence[str], *, whole: bool = False) -> None:
        self._names = names
        self._whole = whole
        self.taken = 0

    def __iter__(self) -> Iterator[Item]:
        for name in files(self._names):
            if isinstance(name, Unread):
                yield name
                continue
            try:
                with _opened(name) as (file, seen):
                    yield from self._inputs(name, file, seen)
            except (OSError, ValueError) as error:
                yield Unread(name, f"cannot be read: {_why(error)}.")

    def _inputs(self, name: str, file: IO[bytes], seen: float | None) -> Iterator[Item]:
        is_one = self._whole or name.lower().endswith(ONE)
        head = self._read(file, _HEAD)
        ended = len(head) < _HEAD
        pieces = chain([head], () if ended else iter(lambda: self._read(file, _PIECE), b""))
        if mbox.may_be_mbox(head) and not is_one:
            yield from _mails(name, pieces, seen, mbox.is_mbox(head))
        elif logs.is_log(head, ended) and not is_one:
            for number, line in enumerate(logs.lines(pieces), 1):
                if logs.may_tell(line):
                    yield Input(f"{name}#{number}", line, seen, of_log=True)
        else:
            yield _input(name, head if ended else head + self._read(file, MOST_BYTES + 1 - _HEAD), seen)

    def _read(self, file: IO[bytes], length: int) -> bytes:
        piece = file.read(length)
        self.taken += len(piece)
        return piece


def _mails(name: str, pieces: Iterator[bytes], seen: float | None, numbered: bool) -> Iterator[Item]:
    """The mails of what may be an mbox; where it is none, there is one mail, and it goes by the file's name."""
    found = enumerate(mbox.messages(pieces, MOST_BYTES), 1)
    first = [next(found)]
    following = next(found, None)
    if following is not None:
        first.append(following)
    for number, content in chain(first, found):
        called = f"{name}#{number}" if numbered or following is not None else name
        yield _input(called, content, seen)


def whole(name: str) -> Item:
    """A file as one input, whatever is in it."""
    try:
        with _opened(name) as (file, seen):
            return _input(name, file.read(MOST_BYTES + 1), seen)
    except (OSError, ValueError) as error:
        return Unread(name, f"cannot be read: {_why(error)}.")


def _input(name: str, content: bytes | None, seen: float | None) -> Item:
    if content is None or len(content) > MOST_BYTES:
        return Unread(name, f"larger than {MOST_BYTES // 1_000_000} MB. Cut out the report and give that.")
    return Input(name, content, seen)


@contextmanager
def _opened(name: str) -> Iterator[tuple[IO[bytes], float | None]]:
    if name == STDIN:
        yield sys.stdin.buffer, None
        return
    state = os.stat(name)  # noqa: PTH116
    if stat.S_ISDIR(state.st_mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(state.st_mode):
        # To read from a pipe or a device could take forever.
        raise ValueError(
            "it is a pipe or a device. Let a command read it, and give that to standard input: `... | bouncekb ... -`"
        )
    with open(name, "rb") as file:  # noqa: PTH123
        yield file, state.st_mtime


def _why(error: OSError | ValueError) -> str:
    if isinstance(error, OSError) and error.errno == errno.EBADF:
        return "it is closed"
    return getattr(error, "strerror", None) or str(error)
