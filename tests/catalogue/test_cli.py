"""The commands that have no file of tests to themselves: `schema`, `stale`, `build`, `serve`, and wrong calls."""

import os
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.catalogue.command import GOOD, run
from tests.catalogue.kb_folder import KbFolder


def test_schema_is_written_and_its_drift_is_found(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    folder = kb.path / "schema"
    assert run("schema", "--check", kb=kb.path).exit_code == 1
    assert not folder.exists()
    assert run("schema", kb=kb.path).exit_code == 0
    assert run("schema", "--check", kb=kb.path).exit_code == 0
    kb.write("schema/article.json", "{}")
    kb.write("schema/old.json", "{}")
    result = run("schema", "--check", kb=kb.path)
    assert result.exit_code == 1
    assert result.output.splitlines() == [
        f"{folder}/{name}: not what the model says. Mend: run `bouncekb schema`."
        for name in ("article.json", "old.json")
    ]
    assert run("schema", kb=kb.path).output == f"{folder}: 1 written, 1 removed, 18 up to date.\n"
    assert run("schema", "--check", kb=kb.path).exit_code == 0


def test_stale_names_old_exceptions_and_sources(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    name = "articles/general/general-mailbox-full.yaml"
    kb.change(name, "see_also:", "exceptions: [{check: links, reason: Soon., until: 2020-01-01}]\nsee_also:")
    kb.change(name, "checked: 2026-01-15", "checked: 2019-05-05")
    result = run("stale", "--days", "36500", kb=kb.path)
    assert result.exit_code == 0
    assert result.output.splitlines() == [
        f"{kb.path}/{name}:{kb.line(name, 'exceptions:')}: exempt from `links` until 2020-01-01: Soon.",
        "1 to look at.",
    ]
    assert "looked at on 2019-05-05: https://www.rfc-editor.org/rfc/rfc3463" in run("stale", kb=kb.path).output


def test_stale_names_what_ends_and_what_begins(tmp_path: Path) -> None:
    kb = KbFolder(tmp_path)
    name = "articles/acme/acme-blocked-ip.yaml"
    kb.change(name, "en: Do not send many.}", "en: Do not send many., since: 2026-02-01, until: 2026-02-02}")
    line = f"{kb.path}/{name}:{kb.line(name, 'Do not send many')}"
    said = run("stale", "--days", "36500", kb=kb.path).output.splitlines()
    assert f"{line}: ended on 2026-02-02: take it out, or say what holds now." in said
    assert f"{line}: holds from 2026-02-01: see whether it came so." in said
    kb.change(name, "since: 2026-02-01, until: 2026-02-02", "since: 2020-02-01, until: 2199-02-02")
    assert "Nothing to look at." in run("stale", "--days", "36500", kb=kb.path).output


def test_a_taken_port_is_said_so() -> None:
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = run("serve", "--port", str(port))
    assert result.exit_code == 1
    assert f"Port {port} cannot be used" in result.output
    assert "--port" in result.output


@pytest.mark.parametrize(("command", "tail"), [("build", []), ("serve", ["--dev-addr", "127.0.0.1:8765"])])
def test_build_and_serve_become_mkdocs(monkeypatch: pytest.MonkeyPatch, command: str, tail: list[str]) -> None:
    called: list[tuple[list[str], dict[str, str]]] = []
    monkeypatch.setattr(os, "execve", lambda program, line, environment: called.append((line, environment)))
    assert run(command, *(["--port", "8765"] if tail else [])).exit_code == 0
    ((line, environment),) = called
    project = Path(__file__).parents[2]
    assert line == [sys.executable, "-m", "mkdocs", command, "--config-file", str(project / "mkdocs.yml"), *tail]
    assert environment["BOUNCEKB_KB"] == str(GOOD)


@pytest.mark.parametrize("command", ["build", "serve", "schema", "stale", "render"])
def test_a_missing_catalogue_is_a_message(command: str, tmp_path: Path) -> None:
    more = ["--out", str(tmp_path / "out")] if command == "render" else []
    result = run(command, *more, kb=tmp_path / "nowhere")
    assert result.exit_code == 1
    assert "There is no" in result.output


def test_a_call_without_words_is_help() -> None:
    result = CliRunner().invoke(main, [])
    assert result.exit_code == 2
    assert result.output.startswith("Usage:")
    assert "Error" not in result.output
    assert "coverage" in result.output


@pytest.mark.parametrize("arguments", [["macth"], ["match"], ["match", "--lang", "fr", "x"], ["serve", "--port", "0"]])
def test_a_wrong_call_is_explained(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.output
