"""`bouncekb match`, as people and programs use it; what it can't read is in test_bad_input.py."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.catalogue.command import BOUNCE, FULL, PROGRAM, environment, run
from tests.catalogue.kb_folder import KbFolder


def test_match_prints_one_json_object_a_line_in_the_order_of_the_files(mails: Callable[..., list[Path]]) -> None:
    paths = mails(z=FULL, a=BOUNCE, m="Lunch at noon?\n")
    result = run("match", "--json", *paths)
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [list(one) for one in found] == [
        ["file", "date", "kind", "asks", "signs", "claimed_domain", "reporter", "truncated", "left_out", "recipients"]
    ] * 3
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
    result = run("match", "--json", tmp_path / "nothing.eml", path)
    assert result.exit_code == 1
    sentence = f"{tmp_path}/nothing.eml: cannot be read: No such file or directory."
    failed, found = (json.loads(line) for line in result.stdout.splitlines())
    assert failed == {"file": f"{tmp_path}/nothing.eml", "error": sentence}
    assert found["file"] == str(path)
    assert result.stderr == f"{sentence}\n"


def test_match_refuses_a_file_that_is_no_mail_for_its_size(tmp_path: Path, mails: Callable[..., list[Path]]) -> None:
    huge = tmp_path / "huge.eml"
    with huge.open("wb") as file:
        file.truncate(50_000_001)
    result = run("match", "--json", huge, *mails(a=FULL))
    assert result.exit_code == 1
    assert ["error" in json.loads(line) for line in result.stdout.splitlines()] == [True, False]
    assert result.stderr == f"{huge}: larger than 50 MB. Cut out the report and give that.\n"


@pytest.mark.parametrize(
    "content", [b"\x00\xff\xfe" * 500, bytes(range(256)) * 9, b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]
)
def test_match_says_what_is_no_mail(mails: Callable[..., list[Path]], content: bytes) -> None:
    path, good = mails(a=content, b=FULL)
    result = run("match", "--json", path, good)
    assert result.exit_code == 1
    assert ["error" in json.loads(line) for line in result.stdout.splitlines()] == [True, False]
    assert str(path) in result.stderr


@pytest.mark.parametrize("content", [b"", b"\r\n" * 99, b"552 \xed\xa0\x80 full"])
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
    assert run("explain", *mails(a=FULL), kb=kb.path).stderr.count("left out what could not be read") == 1
    nothing = run("match", "--json", *mails(a=FULL), kb=tmp_path / "nowhere")
    assert (nothing.exit_code, nothing.stdout) == (1, "")


def test_match_as_a_program_of_its_own(mails: Callable[..., list[Path]], tmp_path: Path) -> None:
    """In another folder, with a locale that knows no Japanese, for a file whose name isn't text."""
    odd = os.fsencode(tmp_path) + b"/\xe6\x97\xa5-\xff.eml"
    with open(odd, "wb") as file:  # noqa: PTH123
        file.write(FULL.encode())
    narrow = environment(LC_ALL="C", PYTHONUTF8="0")
    arguments: list[str | bytes] = ["match", "--json", odd, *map(str, mails(a=BOUNCE))]
    done = subprocess.run([*PROGRAM, *arguments], cwd=tmp_path, env=narrow, capture_output=True)
    assert (done.returncode, done.stderr) == (0, b"")
    first, second = (json.loads(line) for line in done.stdout.decode().splitlines())
    assert os.fsencode(first["file"]) == odd
    assert second["recipients"][0]["matches"][0]["article"] == "acme-blocked-ip"
    people = subprocess.run([*PROGRAM, "match", odd], cwd=tmp_path, env=narrow, capture_output=True)
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
    command = [*PROGRAM, "match", "--json", *map(str, paths)]
    done = subprocess.run(command, env=environment(), stdout=subprocess.PIPE, stderr=theirs)
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
    assert (b"60 mails" in shown) == seen
    piped = subprocess.run(command, env=environment(), capture_output=True)
    assert piped.stderr == b""
