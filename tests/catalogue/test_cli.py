"""The command, as people and programs use it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.checks import descriptions
from generator.cli import main
from tests.catalogue.kb_folder import DATA, KbFolder

GOOD = DATA / "good"
BOUNCE = """\
<hanako@example.com>: host mx1.acme-mail.com[192.0.2.25] said: 550 5.7.606
    Access denied, blocked address [203.0.113.7] (in reply to RCPT TO command)
"""
FULL = "552 5.2.2 <taro@example.jp>: mailbox is full\n"


def run(*arguments: str | Path, kb: Path = GOOD, stdin: bytes = b"", lang: str = "ja_JP.UTF-8") -> Result:
    command, *rest = map(str, arguments)
    environment = {"LC_ALL": lang, "BOUNCEKB_KB": None}
    result = CliRunner().invoke(main, [command, "--kb", str(kb), *rest], input=stdin, env=environment)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.fixture
def mails(tmp_path: Path) -> Callable[..., list[Path]]:
    """Writes files and returns their paths."""

    def write(**contents: str | bytes) -> list[Path]:
        paths = []
        for name, content in contents.items():
            path = tmp_path / f"{name}.txt"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(path)
        return paths

    return write


# bouncekb check


def test_check_of_a_good_catalogue_says_what_it_has() -> None:
    result = run("check")
    assert result.exit_code == 0
    assert result.output == f"{GOOD}: 3 articles with 5 examples, 1 providers, 6 codes: all is well.\n"


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


# bouncekb match


def test_match_prints_one_json_object_a_line_in_the_order_of_the_files(mails: Callable[..., list[Path]]) -> None:
    paths = mails(z=FULL, a=BOUNCE, m="Lunch at noon?\n")
    result = run("match", "--json", *paths)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [list(one) for one in found] == [["file", "kind", "truncated", "recipients"]] * 3
    assert [one["file"] for one in found] == [str(path) for path in paths]
    assert [one["recipients"][0]["matches"][0]["article"] for one in found[:2]] == [
        "general-mailbox-full",
        "acme-blocked-ip",
    ]
    assert found[1]["recipients"][0]["matches"][0]["values"]["sender_ip"] == "203.0.113.7"
    assert found[2]["recipients"][0]["matches"] == []


def test_match_gives_the_readable_view_only_when_asked(mails: Callable[..., list[Path]]) -> None:
    (path,) = mails(a=BOUNCE)
    found = json.loads(run("match", "--json", "--text", path).stdout)
    evidence = next(proof for proof in found["recipients"][0]["matches"][0]["evidence"] if proof["kind"] == "pattern")
    assert found["text"][evidence["start"] : evidence["end"]] == evidence["text"]


def test_match_reads_standard_input() -> None:
    found = json.loads(run("match", "--json", "-", stdin=FULL.encode()).stdout)
    assert found["file"] == "-"
    assert found["recipients"][0]["matches"][0]["article"] == "general-mailbox-full"


def test_match_says_what_people_need_in_their_language(mails: Callable[..., list[Path]]) -> None:
    (path,) = mails(a=BOUNCE)
    japanese, english = run("match", path).stdout, run("match", path, lang="en_GB.UTF-8").stdout
    for line in (
        str(path),
        "アクメの拒否リストに載っています",
        "確実",
        "Access denied, blocked address [203.0.113.7]",
        "送信した人: 解除の申請 (https://www.acme-mail.com/delist)で 203.0.113.7 を申請します。",
        "/a/acme-blocked-ip/",
    ):
        assert line in japanese
    for line in ("On Acme's block list", "Certain", "The sender: File 203.0.113.7", "/en/a/acme-blocked-ip/"):
        assert line in english
    assert run("match", "--lang", "en", path).stdout == english
    assert run("match", path, lang="C").stdout == japanese


def test_match_without_an_article_explains_the_code(mails: Callable[..., list[Path]]) -> None:
    (path,) = mails(a="550 no such luck\n")
    output = run("match", "--lang", "en", path).stdout
    assert "550 (Not accepted): It is not accepted." in output
    assert "no such luck" in output


def test_match_goes_on_after_a_file_it_cannot_read(mails: Callable[..., list[Path]], tmp_path: Path) -> None:
    (path,) = mails(a=FULL)
    result = run("match", "--json", tmp_path / "nothing.eml", tmp_path, path)
    assert result.exit_code == 1
    assert [json.loads(line)["file"] for line in result.stdout.splitlines()] == [str(path)]
    assert result.stderr.splitlines() == [
        f"{tmp_path}/nothing.eml: cannot be read: No such file or directory.",
        f"{tmp_path}: cannot be read: Is a directory.",
    ]


def test_match_refuses_a_file_that_is_no_mail_for_its_size(tmp_path: Path, mails: Callable[..., list[Path]]) -> None:
    huge = tmp_path / "huge.eml"
    with huge.open("wb") as file:
        file.truncate(50_000_001)
    result = run("match", "--json", huge, *mails(a=FULL))
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr == f"{huge}: larger than 50 MB. Cut out the report and give that.\n"


def test_match_takes_the_first_message_of_a_mailbox_and_says_so(mails: Callable[..., list[Path]]) -> None:
    separator = "From MAILER-DAEMON Tue Nov 24 04:17:00 2026\n"
    header = "From: MAILER-DAEMON@example.jp\nSubject: Undelivered Mail Returned to Sender\n\n"
    both, one = mails(
        both=separator + header + FULL + "\n" + separator + header + BOUNCE, one=separator + header + FULL
    )
    result = run("match", "--json", both, one)
    first, second = (json.loads(line) for line in result.stdout.splitlines())
    assert result.exit_code == 0
    assert first["recipients"] == second["recipients"]
    assert first["recipients"][0]["matches"][0]["article"] == "general-mailbox-full"
    assert result.stderr == f"{both}: an mbox file with several messages; only the first is looked at.\n"


@pytest.mark.parametrize(
    "content", [b"", b"\x00\xff\xfe" * 500, b"\r\n" * 99, bytes(range(256)) * 9, b"552 \xed\xa0\x80 full"]
)
def test_match_takes_any_bytes(mails: Callable[..., list[Path]], content: bytes) -> None:
    (path,) = mails(a=content)
    result = run("match", "--json", "--text", path)
    assert result.exit_code == 0
    assert result.stdout_bytes.decode().count("\n") == 1
    assert json.loads(result.stdout)["file"] == str(path)
    assert run("match", path).exit_code == 0


def test_match_prints_nothing_that_steers_a_terminal(mails: Callable[..., list[Path]]) -> None:
    (path,) = mails(a=b"552 5.2.2 mailbox is full \x1b[2J\x07 \xc2\x9b2J \xe2\x80\xaetxt\n")
    output = run("match", path).stdout
    assert "mailbox is full" in output
    assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(output)


def test_match_needs_many_batches_and_keeps_the_order(mails: Callable[..., list[Path]]) -> None:
    paths = mails(**{f"m{number}": FULL if number % 3 else BOUNCE for number in range(120)})
    found = [json.loads(line) for line in run("match", "--json", *paths).stdout.splitlines()]
    assert [one["file"] for one in found] == [str(path) for path in paths]
    articles = [one["recipients"][0]["matches"][0]["article"] for one in found]
    assert articles == ["general-mailbox-full" if number % 3 else "acme-blocked-ip" for number in range(120)]


def test_match_works_with_what_is_left_of_a_broken_catalogue(tmp_path: Path, mails: Callable[..., list[Path]]) -> None:
    kb = KbFolder(tmp_path)
    kb.write("articles/acme/acme-blocked-ip.yaml", "id: [")
    result = run("match", "--json", *mails(a=FULL), kb=kb.path)
    assert json.loads(result.stdout)["recipients"][0]["matches"][0]["article"] == "general-mailbox-full"
    assert "1 problems; left out what could not be read" in result.stderr
    nothing = run("match", "--json", *mails(a=FULL), kb=tmp_path / "nowhere")
    assert (nothing.exit_code, nothing.stdout) == (1, "")


def test_match_as_a_program_of_its_own(mails: Callable[..., list[Path]], tmp_path: Path) -> None:
    """In another folder, with a locale that knows no Japanese, for a file whose name isn't text."""
    odd = os.fsencode(tmp_path) + b"/\xe6\x97\xa5-\xff.eml"
    with open(odd, "wb") as file:  # noqa: PTH123
        file.write(FULL.encode())
    command: list[str | bytes] = [sys.executable, "-c", "from generator.cli import main; main()"]
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "BOUNCEKB_KB": str(GOOD)}
    arguments: list[str | bytes] = ["match", "--json", odd, *map(str, mails(a=BOUNCE))]
    done = subprocess.run([*command, *arguments], cwd=tmp_path, env=environment, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    first, second = (json.loads(line) for line in done.stdout.decode().splitlines())
    assert os.fsencode(first["file"]) == odd
    assert second["recipients"][0]["matches"][0]["article"] == "acme-blocked-ip"
    people = subprocess.run([*command, "match", odd], cwd=tmp_path, env=environment, capture_output=True)
    assert (people.returncode, people.stderr) == (0, b"")
    assert "宛先のメールボックスがいっぱいです" in people.stdout.decode()


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pseudo-terminals")
@pytest.mark.parametrize(("count", "seen"), [(60, True), (3, False)])
def test_match_shows_a_bar_for_many_files_on_a_terminal_only(
    mails: Callable[..., list[Path]], tmp_path: Path, count: int, seen: bool
) -> None:
    import pty

    paths = mails(**{f"m{number}": FULL for number in range(count)})
    ours, theirs = pty.openpty()
    command = [sys.executable, "-c", "from generator.cli import main; main()", "match", "--json", *map(str, paths)]
    environment = {**os.environ, "BOUNCEKB_KB": str(GOOD)}
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    shown = b""
    try:
        while piece := os.read(ours, 65536):
            shown += piece
    except OSError:  # the end of a pseudo-terminal whose other side is closed
        pass
    os.close(ours)
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == count
    assert (b"60/60" in shown) == seen
    piped = subprocess.run(command, env=environment, capture_output=True)
    assert piped.stderr == b""


# bouncekb schema, stale


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
    assert run("schema", kb=kb.path).output == f"{folder}: 1 written, 1 removed, 6 up to date.\n"
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


# bouncekb build, serve, and the rest


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


@pytest.mark.parametrize("arguments", [["macth"], ["match"], ["match", "--lang", "fr", "x"], ["serve", "--port", "0"]])
def test_a_wrong_call_is_explained(arguments: list[str]) -> None:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.output
