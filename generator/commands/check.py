"""`bouncekb check`: everything that is wrong with the catalogue, a line each."""

from datetime import date
from pathlib import Path

import click

from generator.catalogue import load_catalogue
from generator.checks import descriptions, run_checks
from generator.commands.options import kb_option


@click.command()
@kb_option
@click.option("--list", "listing", is_flag=True, help="Show what is checked, and end.")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path), metavar="[FILE]...")
def check(kb: Path, listing: bool, files: tuple[Path, ...]) -> None:
    """Check the whole catalogue; with FILEs, show only what is wrong in them. Ends with 1 if anything is wrong."""
    if listing:
        for name, description in descriptions().items():
            click.echo(f"{name:20} {description}")
        return
    loaded = load_catalogue(kb)
    problems = run_checks(loaded, date.today())
    if files:
        wanted = {path.resolve() for path in files}
        problems = [problem for problem in problems if Path(problem.file).resolve() in wanted]
    for problem in problems:
        click.echo(str(problem))
    if problems:
        places = len({problem.file for problem in problems})
        click.echo(f"Problems: {len(problems)}, in {places} file{'' if places == 1 else 's'}.")
        raise SystemExit(1)
    catalogue = loaded.catalogue
    examples = sum(len(article.examples) for article in catalogue.articles.values())
    click.echo(
        f"{kb}: {len(catalogue.articles)} articles with {examples} examples, {len(catalogue.providers)} providers, "
        f"{len(catalogue.codes)} codes: all is well."
    )
