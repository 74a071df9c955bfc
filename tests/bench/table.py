"""A table in Markdown, row by row as they are measured."""

from collections.abc import Iterable
from typing import NamedTuple


class Row(NamedTuple):
    """What was measured, what it is, what it was before the rebuild, and what it may be."""

    what: str
    now: str
    before: str = ""
    budget: str = ""


def heading() -> None:
    """Print the head of the table."""
    print("| what | now | before | budget |\n|---|---|---|---|", flush=True)


def show(rows: Iterable[Row]) -> None:
    """Print rows, each as soon as it is there."""
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)
