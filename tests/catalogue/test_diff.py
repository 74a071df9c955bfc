"""`bouncekb diff`: whose answer a change moves, between folders and between revisions."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.comparing.cases import Case, Names
from generator.comparing.moves import CHANGES, NO_ANSWER, answer, move
from tests.catalogue.command import BOUNCE, FULL, GOOD, PROGRAM
from tests.catalogue.faults import BLOCKED, REPUTATION
from tests.catalogue.faults import FULL as FULL_FILE
from tests.catalogue.kb_folder import KbFolder

PROJECT = Path(__file__).parents[2]


def diff(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, ["diff", *map(str, arguments)], catch_exceptions=False)


# What a difference means


def result(
    *recipients: tuple[str, ...], kind: str = "bounce", confidence: str = "certain", **values: str
) -> dict[str, Any]:
    """A result with such articles, in their order, for each recipient."""
    return {
        "kind": kind,
        "recipients": [
            {
                "recipient": f"user{number}@example.jp",
                "matches": [{"article": name, "confidence": confidence, "values": values} for name in articles],
            }
            for number, articles in enumerate(recipients)
        ],
    }


@pytest.mark.parametrize(
    ("owner", "old", "new", "change"),
    [
        (None, result(("a", "b")), result(("a", "b")), None),
        ("a", result(("a",)), result(("b",)), "right-to-wrong"),
        ("a", result(("a",)), result(()), "right-to-wrong"),
        ("a", result(("a",)), result((), kind="other"), "right-to-wrong"),
        ("a", result(("b", "a")), result(("a", "b")), "wrong-to-right"),
        ("a", None, result(("a",)), "wrong-to-right"),
        ("a", result(("b",)), result(("c",)), "other-article"),
        ("a", result(("b",)), result(()), "unanswered"),
        (None, result(("a",)), result(("b",)), "other-article"),
        (None, result(("a",), ("b",)), result(("a",), ("c",)), "other-article"),
        (None, result(("a",)), result(()), "unanswered"),
        (None, result(("a",)), None, "unanswered"),
        (None, result(()), result(("a",)), "answered"),
        (None, result(()), result((), kind="other"), "kind"),
        (None, result(("a",)), result(("a",), kind="delay"), "kind"),
        (None, result(("a",)), result(("a",), confidence="likely"), "confidence"),
        (None, result(("a",), sender_ip="192.0.2.1"), result(("a",), sender_ip="192.0.2.2"), "values"),
        (None, result(("a", "b")), result(("a", "c")), "rest"),
        (None, result(("a",)), result(("a",), ("a",)), "rest"),
        # An article that was renamed in between is the same article.
        ("before", result(("before", "b")), result(("now", "b")), None),
        ("before", result(("now",)), result(("b",)), "right-to-wrong"),
    ],
)
def test_a_difference_is_sorted_by_what_it_means(
    owner: str | None, old: dict[str, Any] | None, new: dict[str, Any] | None, change: str | None
) -> None:
    names = Names({"before": "between", "between": "now"})
    case = Case("x.yaml:1", "example", owner, "text")
    was, is_ = (answer(one, names) if one else NO_ANSWER for one in (old, new))
    found = move(case, was, is_, names)
    assert (found and found.change) == change
    assert change is None or change in CHANGES


# Folders


def test_what_a_reviewer_wants_to_see_comes_first(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(BLOCKED, "Access denied, blocked address [{sender_ip:ip}]", "Access denied, blocked address")
    kb.change(BLOCKED, "    values: {sender_ip: 203.0.113.7}\n", "")
    kb.change(BLOCKED, '    values: {sender_ip: "2001:db8::25"}\n', "")
    kb.change(FULL_FILE, '"mailbox (is|) (full|over quota)"', '"mailbox (is|) (over quota|overflowing)"')
    kb.change(FULL_FILE, '  - text: "552 5.2.2 quota', '  - "550 mailbox is overflowing"\n  - text: "552 5.2.2 quota')
    done = diff(GOOD, kb.path)
    assert done.exit_code == 1
    headings = [line for line in done.stdout.splitlines() if line and line[0] != " "]
    assert headings == [
        "Wrong before, right now: 1",
        "More or less sure: 2",
        "Other values: 3",
        "10 inputs: 6 moved.",
    ]
    lines = done.stdout.splitlines()
    assert lines[1:4] == [
        f"  {kb.path}/{FULL_FILE}:{kb.line(FULL_FILE, 'is overflowing')} (new example of general-mailbox-full)",
        "    - no article",
        "    + general-mailbox-full, certain",
    ]
    at = lines.index(f"  {kb.path}/{BLOCKED}:{kb.line(BLOCKED, 'text: |')} (example of acme-blocked-ip)")
    assert lines[at + 1 : at + 3] == [
        "    - acme-blocked-ip, certain (sender_ip=203.0.113.7)",
        "    + acme-blocked-ip, certain",
    ]


def test_nothing_moves_when_nothing_that_decides_changes(tmp_path: Path) -> None:
    """Words change, files move, an article is renamed: every answer is the same."""
    kb = KbFolder(tmp_path)
    kb.change(REPUTATION, "en: Refused for reputation", "en: Refused")
    kb.change(FULL_FILE, "id: general-mailbox-full\nformerly: [", "id: general-full\nformerly: [general-mailbox-full, ")
    for name in ("vocabulary.yaml", "codes/reply.yaml", "codes/status.yaml", BLOCKED):
        kb.write(name, kb.read(name).replace("general-mailbox-full", "general-full"))
    (kb.path / FULL_FILE).rename(kb.path / "articles/general/general-full.yaml")
    done = diff(GOOD, kb.path)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "9 inputs: every answer is the same.\n", "")
    assert diff(kb.path, GOOD).exit_code == 0


def test_a_folder_of_bounces_is_asked_too_and_programs_get_json(tmp_path: Path) -> None:
    kb, folder = KbFolder(tmp_path), tmp_path / "bounces"
    (folder / "deep").mkdir(parents=True)
    (folder / "full.txt").write_text(FULL)
    (folder / "deep/blocked.txt").write_text(BOUNCE)
    (folder / "x.pdf").write_bytes(b"%PDF-1.7")
    (kb.path / BLOCKED).unlink()
    done = diff("--json", GOOD, kb.path, folder)
    assert done.exit_code == 1
    told = json.loads(done.stdout)
    assert (told["inputs"], told["unread"], told["moved"]) == (12, 1, len(told["moves"]))
    assert sum(told["counts"].values()) == told["moved"]
    moves = {one["where"]: one for one in told["moves"]}
    moved = moves[f"{folder}/deep/blocked.txt"]
    assert (moved["input"], moved["owner"], moved["change"]) == ("file", None, "unanswered")
    assert moved["old"]["recipients"][0]["values"] == {
        "recipient": "hanako@example.com",
        "recipient_domain": "example.com",
        "remote_mta": "mx1.acme-mail.com",
        "sender_ip": "203.0.113.7",
    }
    assert moved["new"]["recipients"][0]["article"] is None
    former = moves[f"{GOOD}/{BLOCKED}:20"]
    assert (former["only_in"], former["change"], former["owner"]) == ("old", "right-to-wrong", "acme-blocked-ip")
    assert f"{folder}/full.txt" not in moves
    # Both sides refuse it; that is said once.
    assert done.stderr.count("x.pdf") == 1


def test_what_cannot_be_compared_ends_with_2(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for arguments, words in (
        ([GOOD, tmp_path / "nowhere"], "There is no folder"),
        ([GOOD, "--exec=x"], "No such option"),
        ([GOOD, "HEAD:kb"], "no revision of that name"),
        ([GOOD, tmp_path / "empty"], "no catalogue"),
        ([GOOD, GOOD, tmp_path / "nowhere"], "does not exist"),
        ([GOOD], "Missing argument"),
    ):
        done = diff(*arguments)
        assert (done.exit_code, done.stdout) == (2, ""), arguments
        assert words in done.stderr


# The catalogue's part of a release


def test_a_release_tells_what_is_new_renamed_and_gone_and_whose_answer_changed(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    kb.change(FULL_FILE, "id: general-mailbox-full\nformerly: [", "id: general-full\nformerly: [general-mailbox-full, ")
    kb.write(FULL_FILE, kb.read(FULL_FILE) + "  - {date: 2026-02-15, what: {ja: 直しました。, en: Clearer steps.}}\n")
    (kb.path / FULL_FILE).rename(kb.path / "articles/general/general-full.yaml")
    (kb.path / BLOCKED).unlink()
    done = diff("--changelog", GOOD, kb.path)
    assert done.exit_code == 0
    heading, _, counts, *lists = done.stdout.splitlines()
    assert heading == "### The catalogue"
    assert counts == "-1 article, 1 renamed, 3 changed answers."
    assert [line for line in lists if line] == [
        "Gone:",
        "- `acme-blocked-ip`",
        "Renamed; the old address leads on:",
        "- `general-mailbox-full` is `general-full`",
        "Changed:",
        "- `general-full`: Clearer steps.",
        "Answered otherwise:",
        "- `acme-blocked-ip` → no article (3)",
    ]
    assert diff("--changelog", GOOD, GOOD).stdout.splitlines()[-1] == "No article, no system and no answer changed."
    assert "not both" in diff("--changelog", "--json", GOOD, GOOD).stderr


def test_what_is_new_in_a_release_has_no_answer_that_could_change(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    (kb.path / BLOCKED).unlink()
    (kb.path / "codes/acme.yaml").unlink()
    lines = diff("--changelog", kb.path, GOOD).stdout.splitlines()
    assert lines[2] == "+1 article, +1 code, 1 changed answer."
    assert any(line.startswith("- `acme-blocked-ip`: ") and len(line) > 30 for line in lines)
    # The one is a near miss of another article, which both catalogues have.
    assert lines[-1] == "- no article → `acme-blocked-ip` (1)"


# Revisions


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own with four revisions: its catalogue, other words in it, another matcher, and a broken one."""
    project = tmp_path / "project"
    ignored = shutil.ignore_patterns("__pycache__", "node_modules")
    shutil.copytree(PROJECT / "generator", project / "generator", ignore=ignored)
    kb = KbFolder(project)
    shutil.copytree(PROJECT / "kb/words", kb.path / "words", dirs_exist_ok=True)
    git(project, "init", "--quiet")
    commit(project, "catalogue")
    kb.change(FULL_FILE, "mailbox (is|) (full|over quota)", "mailbox (is|) (over quota|overflowing)")
    commit(project, "words")
    loader = project / "generator/catalogue/loader.py"
    loader.write_text(f"{loader.read_text('utf-8')}\n{PROGRAM_OF_ITS_OWN}", "utf-8")
    commit(project, "matcher")
    (project / "generator/cli.py").write_text("raise SystemExit('broken on purpose')\n", "utf-8")
    commit(project, "broken")
    git(project, "checkout", "--quiet", "matcher")
    return project


# Whoever runs this knows nothing of Acme's articles, whatever the catalogue has.
PROGRAM_OF_ITS_OWN = """
_whole = load_catalogue


def load_catalogue(kb, memory=None, overlays=()):
    from dataclasses import replace

    loaded = _whole(kb, memory, overlays)
    left = {name: one for name, one in loaded.catalogue.articles.items() if one.provider != "acme"}
    return replace(loaded, catalogue=replace(loaded.catalogue, articles=left))
"""


def git(project: Path, *arguments: str) -> str:
    line = ["git", "-c", "user.name=x", "-c", "user.email=x@example.jp", *arguments]
    return subprocess.run(line, cwd=project, check=True, capture_output=True, text=True).stdout


def commit(project: Path, name: str) -> None:
    git(project, "add", "--all")
    git(project, "commit", "--quiet", "--message", name)
    git(project, "tag", name)


def own(project: Path, *arguments: str) -> tuple[int, str, str]:
    """The command of that project: exit code, output, errors."""
    done = subprocess.run([*PROGRAM, "diff", *arguments], cwd=project, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_a_revision_is_answered_by_its_own_matcher_and_catalogue(project: Path) -> None:
    line = KbFolder.at(project / "kb").line(FULL_FILE, "<taro@example.jp>: mailbox is full")
    code, output, errors = own(project, "catalogue", "words")
    assert (code, errors) == (1, "")
    assert f"  words:kb/{FULL_FILE}:{line} (example of general-mailbox-full)\n" in output
    assert "2 moved" in output

    code, output, errors = own(project, "words", ".")
    assert (code, errors) == (1, "")
    assert f"  kb/{BLOCKED}:" in output
    assert "Right before, wrong now" in output
    assert "(example of general-mailbox-full)" not in output

    assert own(project, "matcher", ".") == (0, "9 inputs: every answer is the same.\n", "")
    # A bare catalogue is answered by the program at hand, here the one that knows nothing of Acme.
    assert own(project, "matcher", "kb")[0] == 0


@pytest.mark.skipif(not shutil.which("git"), reason="there is no git")
def test_a_revision_that_does_not_run_is_named_and_nothing_is_left_behind(project: Path, tmp_path: Path) -> None:
    (tmp_path / "scratch").mkdir()
    done = subprocess.run(
        [*PROGRAM, "diff", "words", "broken"],
        cwd=project,
        env={**os.environ, "TMPDIR": str(tmp_path / "scratch")},
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "Error: broken gives no answers: broken on purpose\n"
    assert list((tmp_path / "scratch").iterdir()) == []
    assert git(project, "status", "--porcelain") == ""
    assert git(project, "worktree", "list").count("\n") == 1
