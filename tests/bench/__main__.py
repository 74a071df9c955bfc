"""Runs every measurement and prints its rows."""

import argparse
import tempfile
from pathlib import Path

from generator.catalogue import load_catalogue
from tests.bench import build, bulk, engine, page, sizes
from tests.bench.table import heading, show
from tests.conftest import PROJECT


def main() -> None:
    """Measure, from the smallest to the largest."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--mails", type=Path, help="a folder of real mails for the bulk rows; without it they are made")
    mails: Path | None = parser.parse_args().mails
    catalogue = load_catalogue(PROJECT / "kb").catalogue
    heading()
    show(sizes.rows(catalogue))
    show(engine.rows(catalogue))
    with tempfile.TemporaryDirectory() as scratch:
        show(bulk.rows(catalogue, mails, Path(scratch)))
        site = Path(scratch) / "site"
        show(build.rows(Path(scratch), site))
        show(page.rows(site))


if __name__ == "__main__":
    main()
