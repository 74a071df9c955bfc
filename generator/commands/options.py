"""What the commands share: which catalogue, and how one that can't be used is reported.

Imports click and the catalogue. Never runs a command.
"""

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NoReturn

import click

from generator.catalogue import Catalogue, LoadResult, Problem, load_catalogue

PROJECT = Path(__file__).resolve().parent.parent.parent
"""The folder with mkdocs.yml, docs/ and kb/."""

KB_VARIABLE = "BOUNCEKB_KB"
"""The plugin reads the catalogue's folder from here."""


def project_kb() -> Path:
    """The project's own catalogue, as short as it can be written from here."""
    kb = PROJECT / "kb"
    here = Path.cwd()
    return kb.relative_to(here) if kb.is_relative_to(here) else kb


def kb_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--kb DIR`."""
    return click.option(
        "--kb",
        type=click.Path(path_type=Path),
        default=project_kb,
        envvar=KB_VARIABLE,
        metavar="DIR",
        help=f"The folder of the catalogue. Default: ${KB_VARIABLE}, else the project's own.",
    )(command)


def usable(loaded: LoadResult) -> Catalogue:
    """The catalogue, with a word on stderr about files that had to be left out; ends the program if none is left."""
    count = len(loaded.problems)
    if count and not loaded.catalogue.articles:
        report(loaded.problems)
    if count:
        words = f"{loaded.catalogue.kb}: {count} problems; left out what could not be read. See `bouncekb check`."
        click.echo(words, err=True)
    return loaded.catalogue


def whole(kb: Path) -> Catalogue:
    """The catalogue, if every file of it could be read; otherwise says what is wrong and ends the program."""
    loaded = load_catalogue(kb)
    if loaded.problems:
        report(loaded.problems)
    return loaded.catalogue


def report(problems: Iterable[Problem]) -> NoReturn:
    """Print what is wrong with a catalogue on stderr and end the program with 1."""
    for problem in problems:
        click.echo(str(problem), err=True)
    raise SystemExit(1)


def environment(kb: Path) -> dict[str, str]:
    """The environment of a program that is to use this catalogue."""
    # The theme's notice about a MkDocs that this project doesn't use would hide what matters.
    return {"NO_MKDOCS_2_WARNING": "1", **os.environ, KB_VARIABLE: str(kb.resolve())}
