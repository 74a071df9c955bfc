"""Reads the files that `bouncekb match` is given: politely about what can't be read, a batch at a time.

Imports click. Never looks into a mail, except for where the first message of an mbox file ends.
"""

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

MOST_BYTES = 50_000_000
BATCH_FILES = 50
BATCH_BYTES = 4_000_000

# An mbox file separates its messages by lines like `From sender@example.jp Tue Nov 24 04:17:00 2026`.
_FROM_LINE = re.compile(rb"From \S+ .*\b\d{4}\b[^\r\n]*\r?\n")
_NEXT = re.compile(rb"\n\r?\n" + _FROM_LINE.pattern)


@dataclass(frozen=True)
class Input:
    """A file's name as given (`-` for standard input) and its bytes."""

    name: str
    content: bytes


def batches(names: tuple[str, ...], say: Callable[[str], None]) -> Iterator[tuple[list[Input], int]]:
    """What could be read, in order, and how many names it took; `say` gets a sentence about everything else."""
    batch: list[Input] = []
    taken = 0
    for name in names:
        taken += 1
        content = _read(name, say)
        if content is not None:
            batch.append(Input(name, _first_message(name, content, say)))
        if taken >= BATCH_FILES or sum(len(one.content) for one in batch) > BATCH_BYTES:
            yield batch, taken
            batch, taken = [], 0
    if taken:
        yield batch, taken


def one_input(name: str) -> Input:
    """The one file that a command is about; a file that can't be read ends the command with a sentence."""

    def fail(sentence: str) -> None:
        raise click.ClickException(sentence)

    return next(batch[0] for batch, _ in batches((name,), fail))


def shown(name: str) -> str:
    """A file's name for people."""
    return "standard input" if name == "-" else os.fsencode(name).decode("utf-8", "replace")


def exact(name: str) -> str:
    """A file's name for programs: UTF-8 whatever the locale, with lone surrogates for bytes that aren't."""
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def _read(name: str, say: Callable[[str], None]) -> bytes | None:
    try:
        if name == "-":
            content = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        say(f"{shown(name)}: cannot be read: {getattr(error, 'strerror', None) or error}.")
        return None
    if len(content) > MOST_BYTES:
        say(f"{shown(name)}: larger than {MOST_BYTES // 1_000_000} MB. Cut out the report and give that.")
        return None
    return content


def _first_message(name: str, content: bytes, say: Callable[[str], None]) -> bytes:
    start = _FROM_LINE.match(content)
    if not start:
        return content
    following = _NEXT.search(content, start.end())
    if not following:
        return content[start.end() :]
    # A word, not a failure: the rest of the mailbox is left alone.
    click.echo(f"{shown(name)}: an mbox file with several messages; only the first is looked at.", err=True)
    return content[start.end() : following.start() + 1]
