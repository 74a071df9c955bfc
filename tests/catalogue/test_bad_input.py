"""What a command can't read, examine or write is a sentence: no traceback, no waiting, and nothing else is lost."""

import json
import os
import subprocess
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

import pytest

from generator.hosts.quickjs import Engine, EngineError
from generator.hosts.types import Result
from tests.catalogue.command import BOUNCE, FULL, PROGRAM, environment, run
from tests.catalogue.kb_folder import KbFolder

Mails = Callable[..., list[Path]]
HOSTILE = "552 5.2.2 the engine takes for ever over this\n"


@pytest.fixture
def failing(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Has the engine fail with such a message wherever HOSTILE is among the inputs, as it does after its time is up."""

    def fail(message: str) -> None:
        whole = Engine.look_at

        def look_at(
            self: Engine, inputs: Iterable[Mapping[str, str]], only: Sequence[str] | None = None
        ) -> list[tuple[Result, str | None]]:
            given = list(inputs)
            if any(HOSTILE.strip() in text for one in given for text in one.values()):
                raise EngineError(f"the engine stopped in matchMany: {message}\n    at recipients (recipients.js:12)\n")
            return whole(self, given, only)

        monkeypatch.setattr(Engine, "look_at", look_at)

    return fail


# Files


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("a.pdf", b"%PDF-1.7\n552 mailbox is full", "does not seem to be a mail"),
        ("a.eml", b"\x89PNG\r\n\x1a\n", "does not seem to be a mail"),
        ("a.eml", b"PK\x03\x04mailbox is full", "does not seem to be a mail"),
        ("a.eml.gz", b"\x1f\x8b\x08", "does not seem to be a mail"),
        ("a.eml", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Outlook's .msg files"),
    ],
)
def test_what_is_no_mail_is_refused_in_the_words_of_the_page(
    tmp_path: Path, mails: Mails, name: str, content: bytes, said: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    (good,) = mails(good=FULL)
    result = run("match", "--json", file, good, lang="en_GB.UTF-8")
    assert result.exit_code == 1
    failed, found = (json.loads(line) for line in result.stdout.splitlines())
    assert (list(failed), failed["file"], found["file"]) == (["file", "error"], str(file), str(good))
    assert result.stderr == f"{failed['error']}\n"
    assert said in result.stderr
    assert str(file) in result.stderr
    japanese = run("match", file)
    assert "ファイル" in japanese.stderr
    assert said in run("explain", file).stderr


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("command", ["match", "explain", "redact"])
def test_a_pipe_or_device_is_not_waited_for(tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "pipe")
    for name in (tmp_path / "pipe", Path("/dev/zero")):
        result = run(command, name)
        assert result.exit_code == 1
        assert f"{name}: cannot be read: it is a pipe or a device." in result.stderr
        assert "bouncekb ... -" in result.stderr


def test_an_empty_name_and_one_that_steers_a_terminal_are_shown(tmp_path: Path) -> None:
    result = run("match", "", tmp_path / "\x1b[2J\u202e.eml")
    assert result.stderr.splitlines() == [
        "'': cannot be read: No such file or directory.",
        f"{tmp_path}/\\x1b[2J\\u202e.eml: cannot be read: No such file or directory.",
    ]
    assert "\\x1b[2J" in run("coverage", tmp_path / "\x1b[2J").stderr
    assert "\x1b" not in run("match", "--lang", "\x1b[2J", "x").stderr


def test_no_output_steers_a_terminal_and_json_loses_nothing(tmp_path: Path) -> None:
    steering = "\x1b]0;x\x07\x1b[2J\u202e\u2066\u200b\u061c\x9b\u2028"
    file = tmp_path / "e\x1b[2J\u202e.txt"
    file.write_text(f"<taro@example.jp>: 550 5.1.1 User unknown {steering} end\n", encoding="utf-8")
    outputs = {command: run(*command.split(), file).stdout for command in ("redact", "match", "match --json --text")}
    for command, output in outputs.items():
        assert [one for one in steering if not one.isprintable() and one in output] == [], command
    assert r"User unknown \x1b]0;x\x07\x1b[2J\u202e\u2066" in outputs["redact"]
    found = json.loads(outputs["match --json --text"])
    assert found["file"] == str(file)
    assert "\u202e\u2066" in found["text"]


# The engine


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ("InternalError: interrupted", "it takes the matcher too long"),
        ("InternalError: out of memory", "it takes the matcher too much memory"),
        ("RangeError: too many arguments", "a defect here (the engine stopped in matchMany: RangeError: too many"),
    ],
)
def test_one_file_that_cannot_be_examined_takes_no_other_with_it(
    mails: Mails, failing: Callable[[str], None], message: str, said: str
) -> None:
    failing(message)
    first, bad, last = mails(first=FULL, hostile=HOSTILE, last=BOUNCE)
    result = run("match", "--json", first, bad, last)
    assert result.exit_code == 1
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [one["file"] for one in found] == [str(first), str(bad), str(last)]
    assert ["error" in one for one in found] == [False, True, False]
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"{bad}: could not be examined: ")
    assert said in line
    assert "recipients.js" not in line


def test_coverage_reports_all_the_same(mails: Mails, failing: Callable[[str], None], tmp_path: Path) -> None:
    failing("InternalError: interrupted")
    mails(first=FULL, hostile=HOSTILE, last=BOUNCE, other="550 no such luck\n")
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    result = run("coverage", tmp_path)
    assert result.exit_code == 1
    rows = {line[:10].strip(): int(line[10:17]) for line in result.stdout.splitlines()[:6]}
    assert rows == {"certain": 2, "likely": 0, "possible": 0, "unanswered": 1, "no bounce": 0, "left out": 2}
    assert "hostile.txt: could not be examined" in result.stderr
    assert "x.pdf" in result.stderr


@pytest.mark.parametrize("command", [["explain"], ["redact"], ["new", "--id", "general-x", "--from"]])
def test_a_command_about_one_file_says_so_and_ends(
    mails: Mails, failing: Callable[[str], None], tmp_path: Path, command: list[str]
) -> None:
    failing("InternalError: interrupted")
    (bad,) = mails(hostile=HOSTILE)
    result = run(*command, bad, kb=KbFolder(tmp_path).path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"Error: {bad}: could not be examined: it takes the matcher too long.")
    assert not list(tmp_path.rglob("general-x.yaml"))


def test_an_example_that_cannot_be_examined_is_named_and_the_others_are_checked(
    tmp_path: Path, failing: Callable[[str], None]
) -> None:
    failing("InternalError: interrupted")
    kb = KbFolder(tmp_path)
    name = "articles/general/general-mailbox-full.yaml"
    kb.change(name, "552 5.2.2 quota exceeded for this account", HOSTILE.strip())
    kb.change(
        "articles/acme/acme-blocked-ip.yaml", "values: {sender_ip: 203.0.113.7}", "values: {sender_ip: 203.0.113.8}"
    )
    found = [(one.file, one.line, one.check) for one in kb.problems()]
    assert (name, kb.line(name, HOSTILE.strip()), "engine") in found
    assert {check for _, _, check in found} == {"engine", "example-values"}


@pytest.mark.parametrize("command", [["explain", "-"], ["match", "-"], ["render", "--out", "out"]])
def test_an_engine_that_does_not_start_is_a_message(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, command: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    # What was compiled before needs no engine.
    monkeypatch.setattr("generator.compiled.store.FOLDER", tmp_path / "cache")
    monkeypatch.setattr("generator.hosts.quickjs.engine_script", lambda: "globalThis.BounceEngine = {};")
    result = run(*command, stdin=FULL.encode())
    assert result.exit_code == 1
    assert "please report it" in result.stderr
    assert len(result.stderr.splitlines()) == 1


# Standard streams


def program(arguments: list[str | Path], redirections: str) -> tuple[int, str, str]:
    """Exit code, output and errors of the command as a program, with a shell's redirections."""
    words = " ".join(f"'{word}'" for word in (*PROGRAM, *arguments))
    done = subprocess.run(["sh", "-c", f"{words} {redirections}"], env=environment(), capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full")
@pytest.mark.parametrize(
    "arguments", [["match", "--json", "FILE"], ["match", "FILE"], ["check", "--list"], ["explain", "FILE"], ["--help"]]
)
def test_output_that_cannot_be_written_is_said(mails: Mails, arguments: list[str]) -> None:
    (file,) = mails(a=FULL)
    words = [file if word == "FILE" else word for word in arguments]
    full = program(words, "> /dev/full")
    assert full == (1, "", "Error: The output cannot be written: No space left on device.\n")
    closed = program(words, ">&-")
    assert closed == (1, "", "Error: The output cannot be written: it is closed.\n")


@pytest.mark.skipif(os.name == "nt", reason="there is no sh")
def test_streams_that_are_closed_are_no_defect(mails: Mails) -> None:
    (file,) = mails(a=FULL)
    assert program(["match", "-"], "<&-") == (1, "", "standard input: cannot be read: it is closed.\n")
    assert program(["match", "--json", "nowhere", file], "2>&-")[0] == 1
    assert program(["match", "-"], "<&- >&- 2>&-") == (1, "", "")
    code, output, errors = program(["match", "--json", file], "<&- 2>&-")
    assert (code, errors) == (0, "")
    assert json.loads(output)["file"] == str(file)
