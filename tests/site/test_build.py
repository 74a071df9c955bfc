"""Building: both languages or none, the same bytes each time, and nothing left behind."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from generator.catalogue import LoadResult, Problem, load_catalogue
from generator.checks import run_checks
from generator.site.scratch import PREFIX, Scratch, collect
from generator.site.swap import put_back, swap
from generator.site.verdict import verdict
from tests.assets import plain
from tests.catalogue.command import PROGRAM, run
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import PROJECT, copy_of_project, environment, mkdocs
from tests.site.html import document, pages

OLD = "the old site"


@pytest.fixture
def kb(tmp_path: Path) -> KbFolder:
    return KbFolder(tmp_path)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where a site already lives."""
    folder = tmp_path / "out" / "site"
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(OLD, encoding="utf-8")
    return folder


def files(site: Path) -> dict[str, bytes]:
    """All files of a site by name."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def is_untouched(target: Path) -> bool:
    """Whether the old site is there as it was, with nothing beside it."""
    return files(target) == {"index.html": OLD.encode()} and [path.name for path in target.parent.iterdir()] == [
        target.name
    ]


def test_both_languages_are_built_into_one_site_byte_for_byte_the_same_wherever_it_is_built(
    kb: KbFolder, target: Path, tmp_path: Path
) -> None:
    done = mkdocs("build", "--strict", "-d", str(target), kb=kb.path)
    assert done.returncode == 0, done.stdout
    first = files(target)
    assert {"index.html", "404.html", "en/index.html", "en/404.html", "en/assets/bouncekb/browse.css"} <= set(
        map(plain, first)
    )
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    # Somewhere else on the disk, for somebody with another language, clock and order of hashes.
    elsewhere = tmp_path / "some where else"
    shutil.copytree(kb.path, elsewhere / "catalogue")
    config = copy_of_project(elsewhere / "project") / "mkdocs.yml"
    other = elsewhere / "out"
    env = {"LC_ALL": "C", "LANG": "C", "TZ": "Pacific/Kiritimati", "PYTHONUTF8": "0", "PYTHONHASHSEED": "7"}
    again = mkdocs("build", "--strict", "-d", str(other), kb=elsewhere / "catalogue", config=config, env=env)
    assert again.returncode == 0, again.stdout
    assert files(other) == first


def test_what_people_do_not_read_is_not_published(site: Path) -> None:
    published = {path.name for path in site.rglob("*") if path.is_file()}
    assert not published & {"main.html", "alternate.html", "bouncekb.lock"}
    assert {path.name for path in site.rglob("*.md")} == {"index.md"}
    assert not list(site.rglob("screenshots"))
    assert not (site / "en" / "en").exists()


def test_a_broken_catalogue_leaves_the_old_site_and_names_the_line(kb: KbFolder, target: Path) -> None:
    article = "articles/acme/acme-blocked-ip.yaml"
    kb.change(article, "permanence: permanent", "permanence: permanent\npermanance: permanent")
    done = mkdocs("build", "-d", str(target), kb=kb.path)
    assert done.returncode == 1
    assert f"{article}:{kb.line(article, 'permanance')}" in done.stdout
    assert "Traceback" not in done.stdout
    assert is_untouched(target)


@pytest.mark.parametrize("lang", ["", "en/"])
def test_with_strict_a_warning_in_either_language_leaves_the_old_site(
    kb: KbFolder, target: Path, tmp_path: Path, lang: str
) -> None:
    config = copy_of_project(tmp_path / "project") / "mkdocs.yml"
    with (config.parent / "docs" / lang / "guide" / "privacy.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    strict = mkdocs("build", "--strict", "-d", str(target), kb=kb.path, config=config)
    assert strict.returncode == 1
    [warning] = [line for line in strict.stdout.splitlines() if "nowhere.md" in line]
    assert ("en: " in warning) == (lang == "en/")
    assert is_untouched(target)


@pytest.fixture
def running_build(kb: KbFolder, target: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A build whose first language is there and whose second is on its way."""
    line = [sys.executable, "-m", "mkdocs", "build", "-f", str(PROJECT / "mkdocs.yml"), "-d", str(target)]
    with subprocess.Popen(line, env=environment(kb.path), stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT) as build:
        while build.poll() is None and not list(target.parent.glob(f"{PREFIX}*/en")):
            time.sleep(0.005)
        yield build
        if build.poll() is None:
            build.kill()


def test_a_build_that_is_ended_leaves_the_old_site_and_nothing_else(
    running_build: subprocess.Popen[bytes], target: Path
) -> None:
    running_build.terminate()
    assert running_build.wait() == 143
    assert is_untouched(target)


def test_what_a_killed_build_leaves_is_removed_by_the_next(
    running_build: subprocess.Popen[bytes], target: Path, kb: KbFolder
) -> None:
    running_build.kill()
    running_build.wait()
    assert files(target) == {"index.html": OLD.encode()}
    assert list(target.parent.glob(f"{PREFIX}*"))
    done = mkdocs("build", "-d", str(target), kb=kb.path)
    assert done.returncode == 0, done.stdout
    assert [path.name for path in target.parent.iterdir()] == [target.name]


def test_a_build_can_be_killed_at_any_moment(kb: KbFolder, target: Path) -> None:
    line = [sys.executable, "-m", "mkdocs", "build", "-q", "-f", str(PROJECT / "mkdocs.yml"), "-d", str(target)]
    for written in (0, 1, 30, 120):
        with subprocess.Popen(line, env=environment(kb.path)) as build:
            while build.poll() is None and sum(1 for _ in target.parent.glob(f"{PREFIX}*/**/*")) < written:
                time.sleep(0.005)
            build.kill()
        assert build.returncode == -signal.SIGKILL
        assert files(target) == {"index.html": OLD.encode()}
        for left in target.parent.glob(f"{PREFIX}*"):
            shutil.rmtree(left)


def test_only_folders_of_processes_that_are_no_more_are_collected(tmp_path: Path) -> None:
    mine = tmp_path / f"{PREFIX}mine"
    mine.mkdir()
    (mine / "notes.txt").write_text("kept")
    alive, dead = Scratch(tmp_path), Scratch(tmp_path)
    os.close(dead._lock)
    collect(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([mine.name, alive.path.name])
    alive.remove()
    assert not alive.path.exists()


def test_a_site_left_aside_by_a_build_that_died_is_put_back(target: Path) -> None:
    target.rename(target.with_name("site.old"))
    put_back(target)
    assert is_untouched(target)


def test_a_swap_replaces_the_site_and_forgets_the_old_one(target: Path) -> None:
    new = target.with_name(".new")
    new.mkdir()
    (new / "index.html").write_text("new", encoding="utf-8")
    swap(new, target)
    assert files(target) == {"index.html": b"new"}
    assert [path.name for path in target.parent.iterdir()] == ["site"]


def test_a_swap_that_fails_leaves_the_old_site(target: Path) -> None:
    with pytest.raises(OSError):
        swap(target.with_name("missing"), target)
    assert is_untouched(target)


def test_builds_that_swap_at_once_have_one_turn_after_the_other(target: Path) -> None:
    def build(number: int) -> list[str]:
        said = []
        for turn in range(30):
            new = target.with_name(f".new-{number}-{turn}")
            new.mkdir()
            for name in ("index.html", *map(str, range(6))):
                (new / name).write_text(f"{number}", encoding="utf-8")
            try:
                put_back(target)
                swap(new, target)
            except OSError as error:
                said.append(str(error))
        return said

    with ThreadPoolExecutor() as pool:
        assert [said for said in pool.map(build, range(4)) if said] == []
    assert [path.name for path in target.parent.iterdir()] == ["site"]
    assert len(set(files(target).values())) == 1


def test_the_rendered_tree_builds_without_the_plugin(kb: KbFolder, tmp_path: Path) -> None:
    tree = tmp_path / "tree"
    line = [sys.executable, "-m", "generator.cli", "render", "--kb", str(kb.path), "--out", str(tree)]
    subprocess.run([*PROGRAM, *line[3:]], check=True)
    config = tmp_path / "plain.yml"
    config.write_text(
        f"site_name: Plain\ndocs_dir: {tree}\nsite_dir: {tmp_path / 'plain'}\ntheme: {{name: material, font: false}}\n"
        "markdown_extensions: [attr_list, md_in_html, tables]\nnot_in_nav: '/**'\nnav: [index.md]\n"
        "validation: {links: {anchors: warn}}\n",
        encoding="utf-8",
    )
    done = mkdocs("build", "--strict", config=config)
    assert done.returncode == 0, done.stdout
    article = (tmp_path / "plain" / "en" / "a" / "acme-blocked-ip" / "index.html").read_text(encoding="utf-8")
    assert '<span data-value="sender_ip">' in article


SHORT = ("headline:", "title:")


def _hostile(line: str, words: str) -> str:
    return re.sub(r"\b(ja|en): [^,{}\[\]\"'|>\n]+(?=[,}\n])", lambda found: f"{found[1]}: {words}", line)


def test_a_hostile_catalogue_puts_no_element_into_any_page(kb: KbFolder, target: Path) -> None:
    hostile = """\'"><xss onload=x>{: onload=x }</title>\'\'s [x](javascript:x) `<xss>` ![x](https://example.com/x)\'"""
    short = """\'"><xss onload=x>{: onload=x }</p>\'\'s\'"""
    for name in ("articles/acme/acme-blocked-ip.yaml", "providers/acme.yaml", "codes/acme.yaml", "vocabulary.yaml"):
        text = kb.read(name)
        lines = text.splitlines(keepends=True)
        kb.write(name, "".join(_hostile(line, short if line.lstrip().startswith(SHORT) else hostile) for line in lines))
    full = "articles/general/general-mailbox-full.yaml"
    kb.change(full, "  copy: recipient", "  open: javascript:x")
    kb.change(full, "url: https://www.rfc-editor.org/", "url: javascript:x//")
    kb.change("codes/reply.yaml", "url: https://www.rfc-editor.org/", "url: javascript:x//")
    done = mkdocs("build", "--strict", "-d", str(target), kb=kb.path, checked=False)
    assert done.returncode == 0, done.stdout
    seen = 0
    for page in pages(target):
        found = document(page)
        seen += "<xss onload=x>" in found.text
        for tag, attributes in found.elements:
            assert tag != "xss" and "onload" not in attributes, page
            assert "javascript" not in attributes.get("href", ""), page
            assert tag != "img" or "example.com" not in attributes["src"], page
    assert seen > 10
    scripts = [path.read_text(encoding="utf-8") for path in target.rglob("contents.*.js")]
    assert len(scripts) == 2
    for script in scripts:
        assert "[x](javascript:x)" in script
        assert '["a","javascript' not in script and '"open":"javascript' not in script


def test_the_examples_are_tried_once_for_both_languages(kb: KbFolder, target: Path) -> None:
    program = (
        "import generator.site.reading as reading; marked = reading.Evidence.examples\n"
        "def counted(*given):\n    print('examples tried'); return marked(*given)\n"
        "reading.Evidence.examples = counted\n"
        "from mkdocs.__main__ import cli; cli()"
    )
    line = [sys.executable, "-c", program, "build", "-q", "-f", str(PROJECT / "mkdocs.yml"), "-d", str(target)]
    done = subprocess.run(line, env=environment(kb.path), cwd=PROJECT, check=True, capture_output=True, text=True)
    assert done.stdout.count("examples tried") == 1
    assert "<mark>" in (target / "en" / "a" / "acme-blocked-ip" / "index.html").read_text(encoding="utf-8")


FAULTS = [
    ("articles/general/general-mailbox-full.yaml", "reason: mailbox-full", "reason: mailbox-ful", "known-words"),
    ("articles/general/general-mailbox-full.yaml", "first: recipient", "first: boss", "next-step"),
    ("articles/general/general-mailbox-full.yaml", "belongs_to: acme-blocked-ip", "belongs_to: acme-x", "links"),
    ("articles/acme/acme-blocked-ip.yaml", "page](https://www", "page](javascript:www", "markup"),
    ("articles/acme/acme-blocked-ip.yaml", "patterns:\n", "patterns:\n  - 'abc'\n", "patterns"),
    (
        "articles/acme/acme-blocked-ip.yaml",
        "values: {sender_ip: 203.0.113.7}",
        "values: {sender_ip: 203.0.113.8}",
        "ex",
    ),
    ("providers/acme.yaml", "'*.acme-mail.com'", "'*.com'", "hosts"),
]


def test_what_the_checks_find_stops_a_build_with_their_own_words(kb: KbFolder, target: Path, tmp_path: Path) -> None:
    for file, old, new, _ in FAULTS:
        kb.change(file, old, new)
    problems = [str(one) for one in run_checks(load_catalogue(kb.path), date.today())]
    assert all(any(f"{file}:" in one and f"[{check}" in one for one in problems) for file, _, _, check in FAULTS)
    done = mkdocs("build", "-d", str(target), kb=kb.path)
    rendered = run("render", "--out", tmp_path / "tree", kb=kb.path)
    for code, said in ((done.returncode, done.stdout), (rendered.exit_code, rendered.output)):
        assert code == 1
        assert [one for one in problems if one not in said] == []
        assert "Traceback" not in said
    assert f"{len(problems)} problems, so nothing was built" in done.stdout
    assert is_untouched(target)
    assert not (tmp_path / "tree").exists()


def test_a_catalogue_that_passed_is_checked_again_only_when_it_changes(
    kb: KbFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.compiled.store.FOLDER", tmp_path / "cache")
    runs: list[Path] = []

    def counted(loaded: LoadResult, today: date) -> list[Problem]:
        runs.append(loaded.catalogue.kb)
        return run_checks(loaded, today)

    monkeypatch.setattr("generator.site.verdict.run_checks", counted)

    def said() -> list[str]:
        _, problems = verdict(lambda: load_catalogue(kb.path), date.today(), kb.path)
        return [one.check for one in problems]

    assert (said(), said(), len(runs)) == ([], [], 1)
    kb.change("articles/acme/acme-blocked-ip.yaml", "permanence: permanent", "permanence: soft")
    assert (said(), said(), len(runs)) == (["known-words"], ["known-words"], 3)
    kb.change("articles/acme/acme-blocked-ip.yaml", "permanence: soft", "permanence: permanent")
    kb.write("articles/acme/stray.txt", "no file of a catalogue")
    assert said() == ["place"]


def test_a_place_that_cannot_be_written_is_told_in_a_sentence(kb: KbFolder, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("kept")
    done = mkdocs("build", "-d", str(tmp_path / "file" / "site"), kb=kb.path)
    assert done.returncode == 1
    assert "The site cannot be built: " in done.stdout and str(tmp_path / "file") in done.stdout
    assert "Traceback" not in done.stdout


def test_a_full_disk_is_told_in_a_sentence_and_leaves_the_old_site(kb: KbFolder, target: Path) -> None:
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "from mkdocs.__main__ import cli; cli()"
    )
    line = [sys.executable, "-c", program, "build", "-f", str(PROJECT / "mkdocs.yml"), "-d", str(target)]
    done = subprocess.run(line, env=environment(kb.path), cwd=PROJECT, capture_output=True, text=True)
    assert done.returncode == 1
    assert "The site cannot be built: File too large" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert is_untouched(target)
