"""The command: so many inputs to the engine in all processors, a share of them to the page, and a file for each failure."""

from __future__ import annotations

import argparse
import json
import random
import sys
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.browser.conftest import RECORD_VIOLATIONS, Visit, arguments, served
from tests.browser.install import MEND, find_chromium
from tests.conftest import mkdocs, project_catalogue
from tests.fuzz import pages
from tests.fuzz.asking import Asking, Failure
from tests.fuzz.inputs import Inputs
from tests.fuzz.many import failures

ON_A_PAGE = 1000
"""One input of so many is given to the page as well."""
FOLDER = Path(".fuzz")
MOST_FILES = 100


def main() -> None:
    """Fuzz, and end with 1 where something didn't hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument(
        "--count", type=int, default=1_000_000, help="how many inputs the engine is asked (default: 10^6)"
    )
    parser.add_argument(
        "--seed", type=int, default=random.randrange(10**6), help="what they are made from (default: any)"
    )
    parser.add_argument("--again", type=Path, metavar="FILE", help="ask about the failure in this file only")
    given = parser.parse_args()
    if given.again:
        sys.exit(again(given.again))
    tell(f"seed {given.seed}: {given.count} inputs")
    failed = 0
    for failure in chain(failures(given.seed, given.count, tell), page(given.seed, given.count)):
        failed += 1
        if failed <= MOST_FILES:
            tell(f"{write(failure, given.seed, failed)}: {failure.what}")
    print(f"{failed} failures" if failed else "everything held")
    sys.exit(failed > 0)


def tell(line: str) -> None:
    """Print at once: a run takes minutes."""
    print(line, flush=True)


def again(file: Path) -> bool:
    """Ask the engine about one failure again: is it still one?"""
    with Asking(project_catalogue()) as asking:
        found = list(asking.failures([json.loads(file.read_text())["given"]]))
    print(*([failure.what for failure in found] or ["everything held"]), sep="\n")
    return bool(found)


def page(seed: int, count: int) -> Iterator[Failure]:
    """What fails on the page, in each language with half of its share."""
    inputs = Inputs(seed, project_catalogue())
    numbers = range(0, count, ON_A_PAGE)
    chromium = find_chromium()
    if not chromium:
        print(f"No Chromium found, so nothing was given to the page. {MEND}")
        return
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        done = mkdocs("build", "-d", f"{folder}/site")
        if done.returncode:
            sys.exit(done.stdout)
        with served(Path(folder) / "site") as address:
            browser = playwright.chromium.launch(executable_path=chromium, args=arguments())
            for path, share in (("/", numbers[::2]), ("/en/", numbers[1::2])):
                context = browser.new_context(service_workers="block")
                context.add_init_script(RECORD_VIOLATIONS)
                seen = Visit(context.new_page())
                seen.page.goto(address + path)
                seen.ready()
                yield from pages.failures(seen, (inputs[number] for number in share))
            browser.close()
    print(f"{len(numbers)} of them on the page")


def write(failure: Failure, seed: int, number: int) -> Path:
    """The file to reproduce a failure with."""
    FOLDER.mkdir(exist_ok=True)
    file = FOLDER / f"{seed}-{number}.json"
    file.write_text(json.dumps({"what": failure.what, "given": failure.given}, indent=1) + "\n")
    return file


if __name__ == "__main__":
    main()
