"""One version, which pyproject.toml says; the changelog has a dated section for it."""

import re
import tomllib
from datetime import date
from pathlib import Path

from click.testing import CliRunner

from generator.cli import main
from tests.conftest import PROJECT
from tests.site.html import document

VERSION = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
SECTION = re.compile(r"^## (?:Unreleased|(\d+\.\d+\.\d+) - (\d{4}-\d\d-\d\d))$")


def test_the_command_and_every_page_say_the_version(site: Path) -> None:
    assert CliRunner().invoke(main, ["--version"]).output == f"{VERSION}\n"
    for page, words in (("index.html", f"バージョン{VERSION}"), ("en/code/index.html", f"Version {VERSION}")):
        assert words in document(site / page).text


def test_the_changelog_has_dated_sections_and_the_newest_is_this_version() -> None:
    heads = [
        line for line in (PROJECT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if line.startswith("## ")
    ]
    found = [SECTION.match(line) for line in heads]
    assert all(found), heads
    assert heads[0] == "## Unreleased"
    released = [(tuple(map(int, one[1].split("."))), date.fromisoformat(one[2])) for one in found[1:] if one]
    assert released == sorted(released, reverse=True)
    assert released[0][0] == tuple(map(int, VERSION.split(".")))
