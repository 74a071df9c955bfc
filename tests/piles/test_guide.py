"""The guide to piles: its commands and options are there, and do what it says."""

import re
import shlex
from pathlib import Path

import pytest

from generator.report.addresses import ACTIONS
from generator.report.table import COLUMNS
from tests.catalogue.command import run
from tests.conftest import PROJECT
from tests.piles.mails import full, mail, written

GUIDES = [PROJECT / folder / "guide/piles.md" for folder in ("docs", "docs/en")]
FENCED = re.compile(r"^```\n(.*?)^```$", re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("guide", GUIDES, ids=["ja", "en"])
def test_the_commands_of_the_guide_work_one_after_another(
    guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, bounces__one=mail(full("a@example.jp")))
    commands = [shlex.split(block) for block in FENCED.findall(guide.read_text(encoding="utf-8"))]
    assert [command[1] for command in commands] == ["report", "match", "report"]
    for _, *arguments in commands:
        done = run(*arguments)
        assert done.exit_code == 0, done.output
    assert {path.name for path in tmp_path.iterdir()} == {"bounces", "results.jsonl", "report.html", "addresses.csv"}


@pytest.mark.parametrize("guide", GUIDES, ids=["ja", "en"])
def test_the_guide_names_options_actions_and_columns_that_there_are(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    known = run("match", "--help").stdout + run("report", "--help").stdout
    assert {one for one in re.findall(r"--[a-z]+", text) if one not in known} == set()
    assert {name for name in (*ACTIONS, *COLUMNS) if f"`{name}`" not in text} == set()
