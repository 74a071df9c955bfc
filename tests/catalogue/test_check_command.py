"""`bouncekb check`, as people use it; what it finds is in test_checks.py, what it mends in test_fix.py."""

from pathlib import Path

import pytest

from generator.checks import descriptions
from tests.catalogue.command import GOOD, run
from tests.catalogue.kb_folder import KbFolder


def test_check_of_a_good_catalogue_says_what_it_has() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.output == f"{GOOD}: 3 articles with 6 examples, 1 providers, 6 codes: all is well.\n"


def test_check_names_every_problem_on_a_line_of_its_own(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    name = "articles/general/general-mailbox-full.yaml"
    kb.change(name, "fixers: [recipient]", "fixers: [recipient, sender]")
    kb.change("providers/acme.yaml", "kind: mailbox", "kind: 7")
    result = run("check", kb=kb.path)
    first, second, last = result.output.splitlines()
    assert result.exit_code == 1
    assert first.startswith(f"{kb.path}/{name}:{kb.line(name, 'fixers:')}: [fixers] `sender` can fix it")
    assert second.startswith(f"{kb.path}/providers/acme.yaml:2: [shape] `kind` must be one of")
    assert last == "Problems: 2, in 2 files."


def test_check_shows_only_the_files_that_were_asked_for(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.write("codes/reply.yaml", "a: [")
    kb.write("codes/status.yaml", "a: [")
    result = run("check", kb.path / "codes/reply.yaml", kb=kb.path)
    assert result.exit_code == 1
    assert "reply.yaml:" in result.output
    assert "status.yaml:" not in result.output
    assert run("check", kb.path / "providers/acme.yaml", kb=kb.path).exit_code == 0


def test_check_of_nothing_is_a_message() -> None:
    result = run("check", kb=Path("nowhere"))
    assert result.exit_code == 1
    assert result.output.startswith("nowhere: [place] There is no such folder.")


def test_check_lists_its_rules() -> None:
    result = run("check", "--list")
    assert [line.split()[0] for line in result.output.splitlines()] == list(descriptions())


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("nowhere.yaml", "there is no such file"),
        ("stray.yaml", "this is no file of the catalogue in"),
        ("kb/articles", "this is a folder"),
        ("no\x1b[31m\u202e.yaml", r"no\x1b[31m\u202e.yaml: there is no such file"),
    ],
)
def test_what_is_no_file_of_the_catalogue_is_said_so(tmp_path: Path, name: str, said: str) -> None:
    kb = KbFolder(tmp_path)
    (tmp_path / "stray.yaml").write_text("id: x", encoding="utf-8")
    for more in ([], ["--fix"]):
        result = run("check", *more, tmp_path / name, kb=kb.path)
        assert result.exit_code == 2
        assert said in result.output and "all is well" not in result.output
