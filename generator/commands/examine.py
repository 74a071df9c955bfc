"""Mails in, the engine's results out: what every command that looks at mails does in the same way.

What can't be read or examined is one sentence in its place and takes nothing else with it; people who wait see how far
it is. Imports the engine. Never says what a result means.
"""

import json
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain
from typing import TypeVar

import click

from generator.commands.foreign import words_of
from generator.commands.progress import progress
from generator.compiled.prepared import Prepared
from generator.hosts.asking import cause
from generator.hosts.bulk import Answer, Host, Refused, open_host
from generator.hosts.quickjs import Engine, EngineError
from generator.piles import logs
from generator.piles.files import size
from generator.piles.inputs import Input, Item, Unread, shown
from generator.piles.reading import Pile, whole

_BATCH = 50
_BATCH_BYTES = 4_000_000
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Found:
    """An input with its result as a line of JSON."""

    given: Input
    line: str


@dataclass(frozen=True, slots=True)
class Failed:
    """The name of what has no result, and the sentence that says why."""

    name: str
    sentence: str


Outcome = Found | Failed
Say = Callable[[str], None]
"""Takes a sentence about an input that is left out."""
Past = Callable[[Iterable[Item]], Iterator[Item]]
"""Takes inputs, and gives those that are still to be looked at."""


def engine_of(prepared: Prepared) -> Engine:
    """An engine with the catalogue in it."""
    try:
        return Engine(prepared.index, prepared.redaction)
    except EngineError as error:
        raise _no_start(error) from error


def examine_one(name: str, engine: Engine, question: Callable[[Mapping[str, str]], _Result]) -> _Result:
    """The engine's answer to a question about one file; a file that has none ends the command with a sentence."""
    given = whole(name)
    if isinstance(given, Unread):
        raise click.ClickException(f"{shown(name)}: {given.why}")
    asked = {"bytes": given.content.decode("latin-1")}
    try:
        [(_, refused)] = engine.look_at([asked])
        if refused and refused != "empty":
            raise click.ClickException(words_of(refused, shown(given.name), "en"))
        return question(asked)
    except EngineError as error:
        raise click.ClickException(_not_examined(given, error)) from error


def examine(
    prepared: Prepared,
    names: Sequence[str],
    say: Say,
    lang: str = "en",
    *,
    text: bool = False,
    jobs: int = 1,
    whole_files: bool = False,
    past: Past | None = None,
) -> Iterator[list[Outcome]]:
    """What became of each input in the files and folders named, a batch at a time, in order.

    `say` gets the sentence of each `Failed`. Lines of logs that tell of no refusal are left out. `text`: results have
    the readable view too; `jobs`: processes at once; `whole_files`: each file is one input; `past`: leaves out inputs.
    """
    pile = Pile(names, whole=whole_files)
    batches = _batched(pile, past(pile) if past else pile)
    first = next(batches, _Batch())
    with (
        progress(lambda: size(names), "Matching", long=first.is_full, unit="mails") as bar,
        _host(prepared, first.is_full, text, jobs) as host,
    ):
        done = 0
        for batch, answers in _answered(host, chain([first], batches)):
            outcomes = list(_outcomes(batch.items, answers, lang))
            for one in outcomes:
                if isinstance(one, Failed):
                    bar.step_aside(sys.stderr)
                    say(one.sentence)
            if outcomes:
                bar.step_aside(sys.stdout)
                yield outcomes
            bar.update(batch.taken - done, len(batch.items))
            done = batch.taken


@dataclass(slots=True)
class _Batch:
    """Inputs of so many bytes; `taken`: how much of the pile was read by then."""

    items: list[Item] = field(default_factory=list)
    size: int = 0
    taken: int = 0

    @property
    def contents(self) -> list[bytes]:
        return [one.content for one in self.items if isinstance(one, Input)]

    @property
    def is_full(self) -> bool:
        """Whether there is enough to do for Node to pay: measured, it does from about ten mails on."""
        return len(self.items) >= _BATCH or self.size > _BATCH_BYTES


def _batched(pile: Pile, items: Iterable[Item]) -> Iterator[_Batch]:
    batch = _Batch()
    for item in items:
        batch.items.append(item)
        batch.size += len(item.content) if isinstance(item, Input) else 0
        batch.taken = pile.taken
        if batch.is_full:
            yield batch
            batch = _Batch()
    if batch.items:
        yield batch


def _answered(host: Host, batches: Iterable[_Batch]) -> Iterator[tuple[_Batch, list[Answer]]]:
    """Each batch with the answers to those of its inputs that could be read."""
    asked: deque[_Batch] = deque()

    def contents() -> Iterator[list[bytes]]:
        for batch in batches:
            asked.append(batch)
            yield batch.contents

    for answers in host.answers(contents()):
        yield asked.popleft(), answers


def _outcomes(batch: Sequence[Item], answers: Sequence[Answer], lang: str) -> Iterator[Outcome]:
    left = iter(answers)
    for item in batch:
        if isinstance(item, Unread):
            yield Failed(item.name, f"{shown(item.name)}: {item.why}")
            continue
        answer = next(left)
        if isinstance(answer, EngineError):
            yield Failed(item.name, _not_examined(item, answer))
        elif isinstance(answer, Refused):
            yield Failed(item.name, words_of(answer.reason, shown(item.name), lang))
        elif not item.of_log or logs.tells(json.loads(answer)):
            yield Found(item, answer)


@contextmanager
def _host(prepared: Prepared, many: bool, text: bool, jobs: int) -> Iterator[Host]:
    try:
        with open_host(prepared.index, many=many, text=text, jobs=jobs) as host:
            yield host
    except EngineError as error:
        raise _no_start(error) from error


def _no_start(error: EngineError) -> click.ClickException:
    return click.ClickException(f"The matcher does not take the catalogue: {cause(error)}. See `bouncekb check`.")


def _not_examined(given: Input, error: EngineError) -> str:
    return f"{shown(given.name)}: could not be examined: {cause(error)}. Try the part with the server's answer alone."
