"""CONTRIBUTING.md tells editors what is so: the checks, the commands, the files it names."""

import re
from pathlib import Path

import pytest

from generator.checks import descriptions
from generator.cli import main

PROJECT = Path(__file__).parents[2]
TEXT = (PROJECT / "CONTRIBUTING.md").read_text(encoding="utf-8")


def test_the_table_of_checks_is_up_to_date() -> None:
    table = re.search(r"<!-- checks: .*? -->\n(.*?)<!-- /checks -->", TEXT, re.DOTALL)
    assert table
    lines = ["| Check | |", "|---|---|", *(f"| `{name}` | {words} |" for name, words in descriptions().items())]
    assert table[1].splitlines() == lines


@pytest.mark.parametrize("command", sorted(set(re.findall(r"`bouncekb ([a-z]+)", TEXT))))
def test_the_commands_exist(command: str) -> None:
    assert main.get_command(main.make_context("bouncekb", ["--help"], resilient_parsing=True), command)


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`((?:kb|generator|tests)/[\w./-]+)`", TEXT))))
def test_the_files_exist(name: str) -> None:
    assert (PROJECT / name).exists()


def test_the_hint_for_editors_leads_to_the_schema() -> None:
    hint = re.search(r"\$schema=(\S+)", TEXT)
    assert hint
    assert (PROJECT / "kb/articles/general" / hint[1]).resolve() == PROJECT / "kb/schema/article.json"
