"""The wheel: `bouncekb` answers wherever it is installed, and says what it needs where the catalogue's files are wanted."""

import json
from pathlib import Path

import pytest

from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine
from generator.packages.wheel import write_wheel
from tests.browser import messages
from tests.conftest import PROJECT, project_catalogue
from tests.packages.conftest import Run

pytestmark = pytest.mark.package


@pytest.mark.parametrize(("lang", "said"), [("ja", "送信元のIPアドレス"), ("en", "Your sending IP address")])
def test_a_file_is_answered_where_there_is_no_checkout(bouncekb: Run, tmp_path: Path, lang: str, said: str) -> None:
    (tmp_path / "bounce.eml").write_text(messages.QMAIL, encoding="utf-8")
    done = bouncekb("match", "--lang", lang, "bounce.eml")
    assert done.returncode == 0, done.stderr
    assert "bounce.eml" in done.stdout
    assert said in done.stdout
    assert done.stderr == ""


def test_it_answers_as_the_checkout_does(bouncekb: Run) -> None:
    engine = Engine(match_index(project_catalogue()))
    for text in (messages.QMAIL, messages.SEVERAL, messages.DELAY, messages.UNKNOWN, "550 5.1.1 宛先が見つかりません"):
        told = json.loads(bouncekb("match", "--json", "--text", "-", given=text).stdout)
        assert (told.pop("file"), told.pop("date")) == ("-", None)
        assert told == engine.match({"bytes": text.encode().decode("latin-1")})


def test_what_needs_no_files_works(bouncekb: Run, tmp_path: Path) -> None:
    assert "[recipient-1]" in bouncekb("redact", "-", given=messages.QMAIL).stdout
    (tmp_path / "mails").mkdir()
    (tmp_path / "mails" / "one.eml").write_text(messages.QMAIL, encoding="utf-8")
    assert "100.0 %" in bouncekb("coverage", "mails").stdout
    assert "duplicate-key" in bouncekb("check", "--list").stdout


@pytest.mark.parametrize(
    "line",
    [
        "check",
        "explain -",
        "stale",
        "schema",
        "coverage --variants",
        "report . --out report.html",
        "render --out out",
        "new --from - --id general-x",
        "macros --format csv --site-url https://example.com/",
    ],
)
def test_what_needs_the_files_says_so_in_a_sentence(bouncekb: Run, line: str) -> None:
    done = bouncekb(*line.split(), given=messages.QMAIL)
    assert done.returncode == 1
    name = line.split()[0]
    assert done.stderr.startswith(f"Error: `bouncekb {name}` reads the files of a catalogue")
    assert "--kb" in done.stderr
    assert "Traceback" not in done.stderr


def test_articles_of_ones_own_need_the_files_that_they_are_laid_over(bouncekb: Run) -> None:
    overlay = str(PROJECT / "tests" / "catalogue" / "data" / "overlay")
    done = bouncekb("match", "--overlay", overlay, "-", given=messages.QMAIL)
    assert done.returncode == 1
    assert done.stderr.startswith("Error: `bouncekb match --overlay` reads the files of a catalogue")
    both = bouncekb("match", "--kb", str(PROJECT / "kb"), "--overlay", overlay, "-", given=messages.QMAIL)
    assert both.returncode == 0, both.stderr


@pytest.mark.parametrize("line", ["build", "serve", f"render --out out --kb {PROJECT / 'kb'}"])
def test_the_site_is_made_from_a_checkout(bouncekb: Run, line: str) -> None:
    done = bouncekb(*line.split())
    assert done.returncode == 1
    assert "made from a checkout" in done.stderr


def test_with_a_catalogue_of_ones_own_it_keeps_what_it_compiles_in_the_home_folder(
    bouncekb: Run, installed: Path, tmp_path: Path
) -> None:
    own = str(PROJECT / "tests" / "catalogue" / "data" / "good")
    before = {path for path in installed.rglob("*") if "__pycache__" not in path.parts}
    done = bouncekb("check", env={"BOUNCEKB_KB": own})
    assert "all is well" in done.stdout, done.stderr
    known = "550 5.7.612 Access denied, blocked address [2001:db8::25]"
    assert "acme-blocked-ip" in bouncekb("match", "--json", "--kb", own, "-", given=known).stdout
    assert {path for path in installed.rglob("*") if "__pycache__" not in path.parts} == before
    assert list((tmp_path / ".cache" / "bouncekb").glob("index-*.json"))


def test_the_same_checkout_gives_the_same_wheel(dist: Path, tmp_path: Path) -> None:
    [built] = dist.glob("*.whl")
    assert write_wheel(PROJECT, tmp_path).read_bytes() == built.read_bytes()
