"""Files in, the engine's results out: what every command that looks at mails does in the same way.

A file that can't be read or examined is one sentence on stderr and takes nothing else with it; people who wait see how
far it is. Imports the engine. Never says what a result means.
"""

import json
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

import click

from generator.commands.foreign import words_of
from generator.commands.inputs import Input, Say, batches, shown
from generator.compiled.prepared import Prepared
from generator.hosts.asking import cause
from generator.hosts.bulk import Host, Refused, open_host
from generator.hosts.quickjs import Engine, EngineError

_MANY = 20
_ERASE_LINE = "\r\x1b[2K"
_MAILBOX = "an mbox file with several messages; only the first is looked at."
_Result = TypeVar("_Result")


def engine_of(prepared: Prepared) -> Engine:
    """An engine with the catalogue in it."""
    try:
        return Engine(prepared.index, prepared.redaction)
    except EngineError as error:
        raise _no_start(error) from error


def examine_one(name: str, engine: Engine, question: Callable[[Mapping[str, str]], _Result]) -> _Result:
    """The engine's answer to a question about one file; a file that has none ends the command with a sentence."""

    def fail(sentence: str) -> None:
        raise click.ClickException(sentence)

    given = next(batch[0] for batch, _ in batches((name,), fail))
    asked = {"bytes": given.content.decode("latin-1")}
    try:
        [(_, refused)] = engine.look_at([asked])
        if refused and refused != "empty":
            fail(words_of(refused, shown(given.name), "en"))
        return question(asked)
    except EngineError as error:
        raise click.ClickException(_not_examined(given, error)) from error


def examine(
    prepared: Prepared, names: Sequence[str], say: Say, lang: str = "en", *, text: bool = False, jobs: int = 1
) -> Iterator[list[tuple[Input, str]]]:
    """Each file with its result as a line of JSON, a batch at a time, in order.

    `say` gets a sentence about everything else. `text`: results have the readable view too; `jobs`: processes at once.
    """
    with progress(len(names), "Matching") as bar, _host(prepared, len(names), text, jobs) as host:

        def aside(sentence: str) -> None:
            bar.step_aside(sys.stderr)
            say(sentence)

        for batch, taken in batches(names, aside):
            found = []
            for given, line in zip(batch, host.lines([one.content for one in batch]), strict=True):
                if isinstance(line, EngineError):
                    aside(_not_examined(given, line))
                elif isinstance(line, Refused):
                    aside(words_of(line.reason, shown(given.name), lang))
                else:
                    if _has_more(line):
                        # A word, not a failure: the rest of the mailbox is left alone.
                        bar.step_aside(sys.stderr)
                        click.echo(f"{shown(given.name)}: {_MAILBOX}", err=True)
                    found.append((given, line))
            if found:
                bar.step_aside(sys.stdout)
                yield found
            bar.update(taken)


@contextmanager
def _host(prepared: Prepared, count: int, text: bool, jobs: int) -> Iterator[Host]:
    try:
        with open_host(prepared.index, count, text=text, jobs=jobs) as host:
            yield host
    except EngineError as error:
        raise _no_start(error) from error


def _no_start(error: EngineError) -> click.ClickException:
    return click.ClickException(f"The matcher does not take the catalogue: {cause(error)}. See `bouncekb check`.")


class Bar(Protocol):
    """How far a long command is."""

    def update(self, n_steps: int) -> None:
        """So much more is done."""

    def step_aside(self, stream: Any) -> None:
        """Make room for a line that is about to be written to this stream."""


class _Bar:
    def __init__(self, bar: Any, hidden: bool) -> None:
        self._bar = bar
        self._hidden = hidden

    def update(self, n_steps: int) -> None:
        self._bar.update(n_steps)

    def step_aside(self, stream: Any) -> None:
        if not self._hidden and stream.isatty():
            click.echo(_ERASE_LINE, nl=False, err=True)


@contextmanager
def progress(count: int, label: str) -> Iterator[Bar]:
    """A bar on stderr, for people who wait; nothing where nobody is looking, or where there is little to wait for."""
    hidden = not sys.stderr.isatty() or count < _MANY
    with click.progressbar(length=count, label=label, show_pos=True, file=sys.stderr, hidden=hidden) as bar:
        yield _Bar(bar, hidden)


def _has_more(line: str) -> bool:
    """Whether the file is a mailbox with further messages."""
    return '"left_out":{}' not in line and "messages" in json.loads(line)["left_out"]


def _not_examined(given: Input, error: EngineError) -> str:
    return f"{shown(given.name)}: could not be examined: {cause(error)}. Try the part with the server's answer alone."
