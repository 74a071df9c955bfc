"""How far a long command is, on stderr, for people who wait; nothing where nobody is looking. Imports click."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol

import click

_ERASE_LINE = "\r\x1b[2K"


class Bar(Protocol):
    """How far it is."""

    def update(self, steps: int, things: int = 0) -> None:
        """So many steps more are done, which were so many things."""

    def step_aside(self, stream: Any) -> None:
        """Make room for a line that is about to be written to this stream."""


class _Bar:
    def __init__(self, bar: Any, hidden: bool) -> None:
        self._bar = bar
        self._hidden = hidden
        self._things = 0

    def update(self, steps: int, things: int = 0) -> None:
        self._things += things
        self._bar.update(steps, self._things)
        if not self._hidden:
            # Things may go on where steps don't.
            self._bar.render_progress()

    def step_aside(self, stream: Any) -> None:
        if not self._hidden and stream.isatty():
            click.echo(_ERASE_LINE, nl=False, err=True)


@contextmanager
def progress(length: Callable[[], int | None], label: str, *, long: bool, unit: str = "") -> Iterator[Bar]:
    """A bar, if it takes `long`. `length`: in steps, counted only if somebody is looking; None: nobody knows.

    `unit`: what is counted beside it, where steps mean nothing to people.
    """
    hidden = not (long and sys.stderr.isatty())
    more: dict[str, Any] = {"show_pos": True}
    if unit:
        more = {"show_pos": False, "item_show_func": lambda things: f"{things or 0:,} {unit}"}
    steps = None if hidden else length()
    with click.progressbar(iter(()), length=steps, label=label, file=sys.stderr, hidden=hidden, **more) as bar:
        yield _Bar(bar, hidden)
