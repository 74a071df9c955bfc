"""`bouncekb check`: everything that is wrong with the catalogue, a line each, and the mends that a machine can do."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import click

from generator.catalogue import Problem
from generator.checks import descriptions, run_checks
from generator.commands.options import Folders, kb_option, loaded, need_files
from generator.mending import mend_catalogue


@click.command()
@kb_option
@click.option("--list", "listing", is_flag=True, help="Show what is checked, and end.")
@click.option(
    "--fix", is_flag=True, help="Carry out the mends that leave nothing to decide; say which, and what is left."
)
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
def check(kb: Folders, listing: bool, fix: bool, files: tuple[Path, ...]) -> None:
    """Check the whole catalogue; with FILEs, show (and mend) only what is wrong in them.

    Ends with 1 if anything is wrong, with 2 if a FILE is none of the catalogue's.
    """
    if listing:
        for name, description in descriptions().items():
            click.echo(f"{name:20} {description}")
        return
    need_files(kb)
    for file in files:
        if objection := _objection(kb, file):
            raise click.UsageError(f"{file}: {objection}")
    wanted = {path.resolve() for path in files}
    if fix:
        mended, problems = mend_catalogue(
            kb.base, date.today(), lambda file: not wanted or Path(file).resolve() in wanted, kb.overlays
        )
        for one in mended:
            click.echo(str(one))
            wanted |= {path.resolve() for path in one.moved_to} if wanted else set()
    else:
        problems = run_checks(loaded(kb), date.today())
    _report(kb, [one for one in problems if not wanted or Path(one.file).resolve() in wanted])


def _objection(kb: Folders, file: Path) -> str:
    """Why a file can't be checked by itself, as the end of a sentence; empty if it can."""
    if file.is_dir():
        return "this is a folder. Give its files, or no file for the whole catalogue."
    if not file.exists() and not file.is_symlink():
        return "there is no such file."
    # Of a link the place counts, not where it leads: that links are not followed is what is found.
    place = file.parent.resolve() / file.name
    inside = any(place.is_relative_to(folder.resolve()) for folder in (kb.base, *kb.overlays))
    return "" if inside else f"this is no file of the catalogue in {kb}. Give the catalogue's folder with --kb."


def _report(kb: Folders, problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem))
    if problems:
        places = len({problem.file for problem in problems})
        click.echo(f"Problems: {len(problems)}, in {places} file{'' if places == 1 else 's'}.")
        raise SystemExit(1)
    catalogue = loaded(kb).catalogue
    examples = sum(len(article.examples) for article in catalogue.articles.values())
    click.echo(
        f"{kb}: {len(catalogue.articles)} articles with {examples} examples, {len(catalogue.providers)} providers, "
        f"{len(catalogue.codes)} codes: all is well."
    )
