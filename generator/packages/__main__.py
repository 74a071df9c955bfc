"""`python -m generator.packages`: both packages into a folder. `make package` runs it."""

from pathlib import Path

import click

from generator.packages.npm import write_npm
from generator.packages.wheel import write_wheel

PROJECT = Path(__file__).resolve().parents[2]


@click.command()
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=PROJECT / "dist", metavar="DIR")
def main(out: Path) -> None:
    """Build the wheel and the npm package of this checkout into DIR; dist/ unless told otherwise."""
    try:
        built = [write_wheel(PROJECT, out), write_npm(PROJECT, out)]
    except ValueError as error:
        raise click.ClickException(str(error)) from error
    for path in built:
        click.echo(f"{path}: {path.stat().st_size / 1e6:.1f} MB")


main()
