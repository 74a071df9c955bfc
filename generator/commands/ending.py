"""How a command ends that can't go on: with a sentence for people and exit code 1 (or its own), never a traceback.

What is in the way may be the terminal, the disk or the engine: one place turns all of it into words. Imports click, and
the engine only to say what it said. Never hides a defect of the commands themselves.
"""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

import click

from generator.characters import visible

_TROUBLE = "generator.commands.ending.trouble"


class Trouble(click.ClickException):
    """Keeps a command from going on whose exit code 1 is an answer already."""

    exit_code = 2


def one_is_an_answer() -> None:
    """In a command: end with 2 where something keeps it from going on."""
    click.get_current_context().meta[_TROUBLE] = True


@contextmanager
def in_words() -> Iterator[None]:
    """Whatever stops the command becomes a message that steers no terminal."""
    try:
        yield
    except click.UsageError as error:
        said = error.format_message()
        if visible(said) == said:
            raise
        raise click.UsageError(visible(said), error.ctx) from error
    except click.ClickException as error:
        raise _ending(error.format_message()) from error
    except Exception as error:
        sentence = _sentence(error)
        if sentence is None:
            raise
        raise _ending(sentence) from error


def _ending(sentence: str) -> click.ClickException:
    context = click.get_current_context(silent=True)
    trouble = context is not None and context.meta.get(_TROUBLE)
    return (Trouble if trouble else click.ClickException)(visible(sentence))


def open_closed_streams() -> None:
    """Give back the standard streams that this program was started without.

    Python has None for them, and the next file that is opened would get their number. Reading and writing fail as they
    would on what is closed.
    """
    for number, name, flags in ((0, "stdin", os.O_WRONLY), (1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        if getattr(sys, name) is None:
            opened = os.open(os.devnull, flags)
            if opened != number:
                os.dup2(opened, number)
                os.close(opened)
            stream: TextIO = os.fdopen(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False)
            setattr(sys, name, stream)


def _sentence(error: Exception) -> str | None:
    """What happened, for people; None for a defect."""
    if isinstance(error, OSError):
        # Click has an ending of its own for a reader that has gone, as in `| head`.
        return None if error.errno == errno.EPIPE else _of_the_system(error)
    engine = sys.modules.get("generator.hosts.quickjs")
    if engine and isinstance(error, engine.EngineError):
        from generator.hosts.asking import cause

        return f"The matcher stopped: {cause(error)}."
    return None


def _of_the_system(error: OSError) -> str:
    why = "it is closed" if error.errno == errno.EBADF else error.strerror or str(error)
    if error.filename is not None:
        name = error.filename.decode("utf-8", "replace") if isinstance(error.filename, bytes) else error.filename
        return f"{name}: {why}. Nothing more was done."
    # What couldn't be written would be tried again, and fail again, as the program ends.
    with suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return f"The output cannot be written: {why}."
