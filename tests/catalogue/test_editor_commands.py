"""`explain`, `coverage`, `redact` and `new`: what editors use, on files of their own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.catalogue import load_catalogue
from generator.cli import main
from generator.commands.examples import as_example
from generator.report.holes import with_holes

BOUNCE = (
    "<sato@kaisha.example>: host mx1.kaisha.example[192.0.2.25] said: 550 5.7.1 Wuerg, we dislike 203.0.113.99 today, "
    "see https://www.kaisha.example/x?y=1 (in reply to RCPT TO command)\n"
)


def run(*words: str) -> str:
    """The output of a command that succeeds."""
    done = CliRunner().invoke(main, list(words))
    assert done.exit_code == 0, done.output
    return done.output


@pytest.fixture
def bounce(tmp_path: Path) -> Path:
    file = tmp_path / "bounce.txt"
    file.write_text(BOUNCE, "utf-8")
    return file


def test_holes_are_put_where_a_server_varies() -> None:
    said = (
        "550-5.7.26 Mail from [203.0.113.7] for taro@example.jp (a|b) was blocked {x}, see https://example.com/a?b=1."
    )
    assert with_holes(said) == r"Mail from [{ip}] for {email} \(a|b) was blocked \{x}, see {url}."


def test_an_example_keeps_no_real_name() -> None:
    text = as_example("Taro <t@kaisha.co.jp> at mx.kaisha.co.jp [8.8.8.8], 12:30:00, taro@example.jp")
    assert text == "Taro <taro@example.jp> at example.com [203.0.113.7], 12:30:00, taro@example.jp"


def test_explain_says_what_was_read_and_why(tmp_path: Path) -> None:
    file = tmp_path / "b.txt"
    file.write_text("<taro@example.jp>: host mx.example.jp[192.0.2.1] said: 550 5.1.1 User unknown", "utf-8")
    output = run("explain", str(file))
    assert "[answer, taro@example.jp] 550 5.1.1 User unknown" in output
    assert "kb/articles/general/general-user-unknown.yaml:" in output
    assert "1. general-user-unknown  certain" in output


def test_redact_prints_tokens(bounce: Path) -> None:
    output = run("redact", str(bounce))
    assert "sato" not in output
    assert "203.0.113.99" not in output
    assert "550 5.7.1 Wuerg" in output


def test_coverage_counts_and_groups(tmp_path: Path) -> None:
    for i in range(3):
        text = f"<a{i}@example.jp>: host mx.example.jp[192.0.2.1] said: 550 5.7.1 Wuerg number {i} for 203.0.113.{i}"
        (tmp_path / f"{i}.txt").write_text(text, "utf-8")
    (tmp_path / "full.txt").write_text("552 5.2.2 mailbox full", "utf-8")
    lines = run("coverage", str(tmp_path)).splitlines()
    assert lines[0].split() == ["certain", "1", "25.0", "%"]
    assert "     3  Wuerg number {number} for {ip}" in lines[-1]


def test_new_writes_a_draft_that_check_finishes(bounce: Path, tmp_path: Path) -> None:
    kb = tmp_path / "kb"
    run("new", "--kb", str(copied(kb)), "--from", str(bounce), "--id", "general-wuerg")
    draft = (kb / "articles/general/general-wuerg.yaml").read_text("utf-8")
    assert "Wuerg, we dislike {ip} today, see {url}" in draft
    assert "kaisha" not in draft.replace("kaisha.example", "")
    problems = [str(problem) for problem in load_catalogue(kb).problems]
    assert problems
    assert all("general-wuerg.yaml" in problem for problem in problems)


def test_new_overwrites_nothing(bounce: Path, tmp_path: Path) -> None:
    kb = copied(tmp_path / "kb")
    words = ["new", "--kb", str(kb), "--from", str(bounce), "--id", "general-user-unknown"]
    done = CliRunner().invoke(main, words)
    assert done.exit_code == 1
    assert "is there already" in done.output


def copied(kb: Path) -> Path:
    """The project's own catalogue, where a test may write."""
    shutil.copytree(Path(__file__).resolve().parents[2] / "kb", kb)
    return kb
