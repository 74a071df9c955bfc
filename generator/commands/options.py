"""What the commands share: which catalogue and language, and how a catalogue that can't be used is reported.

Imports click, and the catalogue where a command needs it whole. Never runs a command.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

import click

from generator.compiled import packaged
from generator.compiled.prepared import Prepared, prepare

if TYPE_CHECKING:
    # Slow to load, and a command that only answers needs none of it.
    from generator.catalogue import Catalogue, LoadResult, Problem

PROJECT = Path(__file__).resolve().parent.parent.parent
"""The folder with mkdocs.yml, docs/ and kb/."""

KB_VARIABLE = "BOUNCEKB_KB"
"""The plugin reads the catalogue's folder from here."""


def project_kb() -> Path:
    """The project's own catalogue, as short as it can be written from here; without a checkout, the compiled one."""
    kb = PROJECT / "kb"
    if not kb.is_dir() and packaged.FOLDER.is_dir():
        return packaged.FOLDER
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


def locale_language() -> Literal["ja", "en"]:
    """The locale's language if it is one of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "en" if value.startswith("en") else "ja"
    return "ja"


def ready(kb: Path) -> Prepared:
    """The catalogue compiled, with a word on stderr about files that had to be left out; none left ends the program."""
    prepared = packaged.Packaged(kb) if kb == packaged.FOLDER else prepare(kb)
    if prepared.problems and not prepared.articles:
        report(_loaded(kb).problems)
    _tell(kb, prepared.problems)
    return prepared


def usable(kb: Path) -> Catalogue:
    """Likewise, the catalogue itself."""
    loaded = _loaded(kb)
    if loaded.problems and not loaded.catalogue.articles:
        report(loaded.problems)
    _tell(kb, len(loaded.problems))
    return loaded.catalogue


def whole(kb: Path) -> Catalogue:
    """The catalogue, if every file of it could be read; otherwise says what is wrong and ends the program."""
    loaded = _loaded(kb)
    if loaded.problems:
        report(loaded.problems)
    return loaded.catalogue


def need_files(kb: Path) -> None:
    """End a command that reads the catalogue's files where an installed bouncekb has none of them."""
    if kb == packaged.FOLDER:
        name = click.get_current_context().info_name
        raise click.ClickException(
            f"`bouncekb {name}` reads the files of a catalogue, and this bouncekb was installed without them. "
            f"Give the folder kb/ of a checkout, with --kb or in ${KB_VARIABLE}."
        )


def need_checkout() -> None:
    """End a command that makes the site where there is nothing to make it from but a catalogue."""
    config = PROJECT / "mkdocs.yml"
    if not config.is_file():
        raise click.ClickException(f"There is no {config}: the site is made from a checkout of the project.")


def _loaded(kb: Path) -> LoadResult:
    need_files(kb)
    from generator.catalogue import load_catalogue

    return load_catalogue(kb)


def _tell(kb: Path, problems: int) -> None:
    if problems:
        click.echo(f"{kb}: {problems} problems; left out what could not be read. See `bouncekb check`.", err=True)


def report(problems: Iterable[Problem]) -> NoReturn:
    """Print what is wrong with a catalogue on stderr and end the program with 1."""
    for problem in problems:
        click.echo(str(problem), err=True)
    raise SystemExit(1)


def environment(kb: Path) -> dict[str, str]:
    """The environment of a program that is to use this catalogue."""
    # The theme's notice about a MkDocs that this project doesn't use would hide what matters.
    return {"NO_MKDOCS_2_WARNING": "1", **os.environ, KB_VARIABLE: str(kb.resolve())}
