"""The guide to articles of one's own is so: its files are those of the example, and its commands work with them."""

import re
import shlex
import shutil
from pathlib import Path

import pytest

from generator.catalogue.overlay import LetterFrames
from generator.catalogue.places import OVER
from tests.catalogue.command import GOOD, run
from tests.catalogue.kb_folder import DATA
from tests.conftest import PROJECT

GUIDES = [PROJECT / folder / "guide/own-articles.md" for folder in ("docs", "docs/en")]
EXAMPLE = DATA / "overlay"
FENCED = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BOUNCE = "552 5.2.2 Example Corp Mail: this mailbox has reached its limit\n"


def blocks(guide: Path, kind: str) -> list[str]:
    return [block for found, block in FENCED.findall(guide.read_text(encoding="utf-8")) if found == kind]


@pytest.mark.parametrize("guide", GUIDES)
def test_the_files_in_the_guide_are_those_of_the_example(guide: Path) -> None:
    files = {path.relative_to(EXAMPLE).as_posix(): path.read_text("utf-8") for path in EXAMPLE.rglob("*.yaml")}
    shown = [block for block in blocks(guide, "yaml") if not block.startswith("plugins:")]
    found = {name for block in shown for name, text in files.items() if text.startswith(block)}
    assert found == set(files) and len(shown) == len(files)
    tree = blocks(guide, "")[0]
    assert all(name in tree for name in files)


@pytest.mark.parametrize("guide", GUIDES)
def test_the_commands_work_where_the_overlay_lies(guide: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(EXAMPLE, tmp_path / "ours")
    monkeypatch.chdir(tmp_path)
    Path("FILE").write_text(BOUNCE, encoding="utf-8")
    [commands] = [block for block in blocks(guide, "") if block.startswith("bouncekb check")]
    lines = [shlex.split(line.replace("ファイル", "FILE"))[1:] for line in commands.splitlines()]
    assert [words[0] for words in lines] == ["check", "match", "serve", "build"]
    for words in lines:
        assert words[1:3] == ["--overlay", "ours"]
        if words[0] in ("check", "match"):
            assert run(*words, kb=GOOD).exit_code == 0, words


@pytest.mark.parametrize("guide", GUIDES)
def test_all_that_an_overlay_may_hold_is_named(guide: Path) -> None:
    text = guide.read_text(encoding="utf-8")
    assert [name for name in (*OVER.single, *(f"{folder}/" for folder in OVER.folders)) if name not in text] == []
    letters = LetterFrames.model_json_schema()["properties"]["frames"]["propertyNames"]["enum"]
    assert [name for name in letters if f"`{name}`" not in text] == []
