"""`match --resume`: a run that was killed goes on where it was, and never mixes two piles."""

import json
import subprocess
import time
from pathlib import Path

import pytest

from tests.catalogue.command import FULL, PROGRAM, environment, run
from tests.piles.mails import full, mail, mbox, written
from tests.piles.test_reading import LOG


def pile(folder: Path) -> Path:
    """A mail, an mbox of three, a log, and what is no mail."""
    mails = [mail(full(f"{who}@example.jp")) for who in "abc"]
    written(folder, a=FULL, b=mbox(*mails), c=LOG, d=b"%PDF-1.7", e=FULL)
    return folder


def test_lines_are_written_to_a_file_and_nothing_is_done_twice(tmp_path: Path) -> None:
    mails, out = pile(tmp_path / "mails"), tmp_path / "out.jsonl"
    printed = run("match", "--json", mails)
    first, again = (run("match", "--json", "--resume", out, mails) for _ in range(2))
    assert out.read_bytes() == printed.stdout_bytes
    assert [one.exit_code for one in (printed, first, again)] == [1, 1, 1]
    assert (first.stdout, again.stdout) == ("", "")
    count = len(printed.stdout.splitlines())
    assert first.stderr.splitlines()[-1] == f"{out}: {count} lines, {count} of them new."
    assert again.stderr == f"{out}: {count} lines, 0 of them new.\n"


@pytest.mark.parametrize("rest", [b"", b'{"file":"/half a li'])
def test_a_run_goes_on_behind_whatever_line_is_the_last_whole_one(tmp_path: Path, rest: bytes) -> None:
    mails, out = pile(tmp_path / "mails"), tmp_path / "out.jsonl"
    whole = run("match", "--json", mails).stdout_bytes
    found = whole.splitlines(keepends=True)
    for kept in range(len(found) + 1):
        out.write_bytes(b"".join(found[:kept]) + rest)
        assert run("match", "--json", "--resume", out, mails).exit_code == 1
        assert out.read_bytes() == whole


def test_a_run_that_is_killed_goes_on(tmp_path: Path) -> None:
    box, out = tmp_path / "box", tmp_path / "out.jsonl"
    box.write_bytes(mbox(*(mail(full(f"user{number}@example.jp")) for number in range(3000))))
    command = [*PROGRAM, "match", "--json", "--jobs", "2", "--resume", str(out), str(box)]
    killed = subprocess.Popen(command, env=environment(), stderr=subprocess.DEVNULL)
    while not (out.exists() and out.stat().st_size) and killed.poll() is None:
        time.sleep(0.005)
    killed.kill()
    killed.wait()
    before = out.read_bytes().count(b"\n")
    assert subprocess.run(command, env=environment(), stderr=subprocess.DEVNULL).returncode == 0
    found = [json.loads(line) for line in out.read_bytes().splitlines()]
    assert 0 < before <= 3000
    assert [one["file"] for one in found] == [f"{box}#{number}" for number in range(1, 3001)]
    assert [one["recipients"][0]["recipient"] for one in found] == [
        f"user{number}@example.jp" for number in range(3000)
    ]


def test_lines_of_other_mails_are_not_mixed_with_these(tmp_path: Path) -> None:
    mails, out = pile(tmp_path / "mails"), tmp_path / "out.jsonl"
    run("match", "--json", "--resume", out, mails)
    before = out.read_bytes()
    (mails / "aa").write_text(FULL)
    changed = run("match", "--json", "--resume", out, mails)
    assert (changed.exit_code, out.read_bytes()) == (1, before)
    assert f"{out}:2: this is the result of {mails}/b#1, where there is {mails}/aa now." in changed.stderr
    fewer = run("match", "--json", "--resume", out, mails / "a")
    assert "where there is nothing more now" in fewer.stderr
    out.write_text("a list of things to do\n")
    other = run("match", "--json", "--resume", out, mails)
    assert (other.exit_code, out.read_text()) == (1, "a list of things to do\n")
    assert f"{out}:1: this is no line of `match --json`." in other.stderr


def test_resuming_is_for_json_only(tmp_path: Path) -> None:
    done = run("match", "--resume", tmp_path / "out", tmp_path)
    assert (done.exit_code, (tmp_path / "out").exists()) == (2, False)
    assert "Give --json, too." in done.stderr


def test_several_processes_give_the_same_lines(tmp_path: Path) -> None:
    mails = pile(tmp_path / "mails")
    written(mails, f=mbox(*(mail(full(f"user{number}@example.jp")) for number in range(400))))
    assert run("match", "--json", "--jobs", "3", mails).stdout == run("match", "--json", mails).stdout
