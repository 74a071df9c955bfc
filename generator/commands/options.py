"""What the commands share: which catalogue and language, and how a catalogue that can't be used is reported.

Imports click, and the catalogue where a command needs it whole. Never runs a command.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
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

KB_VARIABLE, OVERLAYS_VARIABLE = "BOUNCEKB_KB", "BOUNCEKB_OVERLAYS"
"""The plugin reads the catalogue's folders from here."""


@dataclass(frozen=True)
class Folders:
    """Where a catalogue is: its own folder, and overlays, each laid over those before it."""

    base: Path
    overlays: tuple[Path, ...] = ()

    @property
    def top(self) -> Path:
        """Where new files go."""
        return self.overlays[-1] if self.overlays else self.base

    def __str__(self) -> str:
        return " + ".join(map(str, (self.base, *self.overlays)))


def project_kb() -> Path:
    """The project's own catalogue, as short as it can be written from here; without a checkout, the compiled one."""
    kb = PROJECT / "kb"
    if not kb.is_dir() and packaged.FOLDER.is_dir():
        return packaged.FOLDER
    here = Path.cwd()
    return kb.relative_to(here) if kb.is_relative_to(here) else kb


def kb_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--kb DIR` and `--overlay DIR`; it gets both as `kb`, the Folders."""

    @click.option(
        "--kb",
        type=click.Path(path_type=Path),
        default=project_kb,
        envvar=KB_VARIABLE,
        metavar="DIR",
        help=f"The folder of the catalogue. Default: ${KB_VARIABLE}, else the project's own.",
    )
    @click.option(
        "--overlay",
        "overlays",
        type=click.Path(path_type=Path),
        multiple=True,
        envvar=OVERLAYS_VARIABLE,
        metavar="DIR",
        help=f"A folder with articles of your own, laid over it; may be repeated. Default: ${OVERLAYS_VARIABLE}.",
    )
    @wraps(command)
    def with_folders(kb: Path, overlays: tuple[Path, ...], **arguments: Any) -> Any:
        return command(kb=Folders(kb, overlays), **arguments)

    return with_folders


def jobs_option(command: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command `--jobs N`."""
    return click.option(
        "--jobs",
        type=click.IntRange(1),
        default=1,
        metavar="N",
        help="So many processes at once, for piles of mail; needs Node (the extra `fast`, or an installed one).",
    )(command)


def locale_language() -> Literal["ja", "en"]:
    """The locale's language if it is one of ours."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable, "")
        if value:
            return "en" if value.startswith("en") else "ja"
    return "ja"


def ready(kb: Folders) -> Prepared:
    """The catalogue compiled, with a word on stderr about files that had to be left out; none left ends the program."""
    if kb.base == packaged.FOLDER and kb.overlays:
        need_files(kb)
    prepared = packaged.Packaged(kb.base) if kb.base == packaged.FOLDER else prepare(kb.base, kb.overlays)
    if prepared.problems and not prepared.articles:
        report(loaded(kb).problems)
    _tell(kb, prepared.problems)
    return prepared


def usable(kb: Folders) -> Catalogue:
    """Likewise, the catalogue itself."""
    found = loaded(kb)
    if found.problems and not found.catalogue.articles:
        report(found.problems)
    _tell(kb, len(found.problems))
    return found.catalogue


def whole(kb: Folders) -> Catalogue:
    """The catalogue, if every file of it could be read; otherwise says what is wrong and ends the program."""
    found = loaded(kb)
    if found.problems:
        report(found.problems)
    return found.catalogue


def need_files(kb: Folders) -> None:
    """End a command that reads the catalogue's files where an installed bouncekb has none of them."""
    if kb.base == packaged.FOLDER:
        name = click.get_current_context().info_name
        what = f"`bouncekb {name}{' --overlay' if kb.overlays else ''}`"
        raise click.ClickException(
            f"{what} reads the files of a catalogue, and this bouncekb was installed without them. "
            f"Give the folder kb/ of a checkout, with --kb or in ${KB_VARIABLE}."
        )


def need_checkout() -> None:
    """End a command that makes the site where there is nothing to make it from but a catalogue."""
    config = PROJECT / "mkdocs.yml"
    if not config.is_file():
        raise click.ClickException(f"There is no {config}: the site is made from a checkout of the project.")


def loaded(kb: Folders) -> LoadResult:
    """All that can be read of a catalogue, and what is wrong with the rest."""
    need_files(kb)
    from generator.catalogue import load_catalogue

    return load_catalogue(kb.base, overlays=kb.overlays)


def _tell(kb: Folders, problems: int) -> None:
    # A command that wants the catalogue and what was compiled of it says it once.
    told = click.get_current_context().meta.setdefault(__name__, set())
    if problems and kb not in told:
        told.add(kb)
        click.echo(f"{kb}: {problems} problems; left out what could not be read. See `bouncekb check`.", err=True)


def report(problems: Iterable[Problem]) -> NoReturn:
    """Print what is wrong with a catalogue on stderr and end the program with 1."""
    for problem in problems:
        click.echo(str(problem), err=True)
    raise SystemExit(1)


def environment(kb: Folders) -> dict[str, str]:
    """The environment of a program that is to use this catalogue."""
    # The theme's notice about a MkDocs that this project doesn't use would hide what matters.
    folders = {KB_VARIABLE: str(kb.base.resolve())}
    if kb.overlays:
        folders[OVERLAYS_VARIABLE] = os.pathsep.join(str(folder.resolve()) for folder in kb.overlays)
    return {"NO_MKDOCS_2_WARNING": "1", **os.environ, **folders}
