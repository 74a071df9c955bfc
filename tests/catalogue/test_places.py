"""Which files of kb/ are read: none is passed over without a word, and no link is followed."""

import os
from pathlib import Path

import pytest

from generator.catalogue import Problem, load_catalogue
from tests.catalogue.kb_folder import KbFolder

REPUTATION = "articles/general/general-reputation-blocked.yaml"
SECRET = "a secret from elsewhere"


def found(kb: KbFolder) -> list[Problem]:
    return list(load_catalogue(kb.path).problems)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("articles/loose.yaml", "articles/<provider>/<id>.yaml"),
        ("articles/general/deep/x.yaml", "articles/<provider>/<id>.yaml"),
        ("articles/general/x.yml", "Call it x.yaml"),
        ("articles/general/x.YAML", "Call it x.yaml"),
        ("articles/general/x.json", "or move it out of here"),
        ("articles/general/x.txt", "or move it out of here"),
        ("providers/deep/x.yaml", "providers/<id>.yaml"),
        ("codes/x", "codes/<name>.yaml"),
        ("notes.yaml", "or move it out of here"),
        ("notes.json", "or move it out of here"),
    ],
)
def test_a_file_that_belongs_nowhere_is_named(tmp_path: Path, name: str, words: str) -> None:
    kb = KbFolder(tmp_path)
    kb.write(name, "id: x\n")
    (problem,) = found(kb)
    assert (problem.check, problem.file, problem.line) == ("place", (kb.path / name).as_posix(), 0)
    assert words in problem.mend


def test_what_editors_and_people_leave_is_nobodys_business(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    for name in ("articles/general/.#x.yaml", "articles/general/x.yaml~", "codes/#x.yaml#", ".idea/x.yaml"):
        kb.write(name, "an editor's own")
    for name in ("README.md", "articles/README.md", "schema/article.json", "notes.txt"):
        kb.write(name, "words")
    assert found(kb) == []


def test_no_link_is_followed_and_nothing_of_its_target_is_told(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    (tmp_path / "secret").write_text(SECRET)
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder/x.yaml").write_text(SECRET)
    links = {
        "articles/general/file.yaml": tmp_path / "secret",
        "articles/general/dangling.yaml": tmp_path / "nowhere",
        "articles/general/loop.yaml": Path("loop.yaml"),
        "articles/folder": tmp_path / "folder",
        "providers/good.yaml": kb.path / "providers/acme.yaml",
        "codes/up": kb.path,
    }
    for name, target in links.items():
        (kb.path / name).symlink_to(target)
    problems = found(kb)
    assert [problem.file.removeprefix(f"{kb.path}/") for problem in problems] == sorted(links)
    assert {problem.mend for problem in problems} == {"Put the file itself in its place."}
    assert SECRET not in "".join(map(str, problems))


@pytest.mark.parametrize("name", ["vocabulary.yaml", "TEMPLATE.yaml"])
def test_single_files_are_no_links_either(tmp_path: Path, name: str) -> None:
    kb = KbFolder(tmp_path)
    (tmp_path / "secret").write_text(SECRET)
    (kb.path / name).unlink(missing_ok=True)
    (kb.path / name).symlink_to(tmp_path / "secret")
    (problem,) = found(kb)
    assert problem.file.endswith(name)
    assert "link" in problem.message


def test_what_links_to_a_file_that_is_not_read_is_not_blamed(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    (kb.path / REPUTATION).rename((kb.path / REPUTATION).with_suffix(".yml"))
    assert {one.check for one in kb.problems()} == {"place"}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    os.mkfifo(kb.path / "codes/pipe.yaml")
    (problem,) = found(kb)
    assert problem.message == "This is no ordinary file."


def test_a_name_that_steers_a_terminal_is_shown_as_its_escapes(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.write("codes/\x1b[2J\u202e.yaml", "kind: [")
    (problem,) = found(kb)
    assert str(problem).startswith(f"{kb.path}/codes/\\x1b[2J\\u202e.yaml:")
