"""Runs every measurement and prints its rows."""

import argparse
import tempfile
from pathlib import Path

from generator.catalogue import load_catalogue
from tests.bench import build, bulk, engine, page, sizes, sureness
from tests.bench.table import heading, show
from tests.conftest import PROJECT


def main() -> None:
    """Measure, from the smallest to the largest."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--mails", type=Path, help="a folder of real mails for the bulk rows; without it they are made")
    help_labelled = "texts with their reasons, a JSON object a line; may be given several times"
    parser.add_argument("--labelled", type=Path, action="append", default=[], help=help_labelled)
    given = parser.parse_args()
    mails: Path | None = given.mails
    catalogue = load_catalogue(PROJECT / "kb").catalogue
    heading()
    show(sizes.rows(catalogue))
    show(sureness.rows(catalogue, given.labelled))
    show(engine.rows(catalogue))
    with tempfile.TemporaryDirectory() as scratch:
        show(bulk.rows(catalogue, mails, Path(scratch)))
        site = Path(scratch) / "site"
        show(build.rows(Path(scratch), site))
        show(page.rows(site))


if __name__ == "__main__":
    main()
