"""Building: both languages or none, the same bytes each time, and nothing left behind."""

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.site.scratch import PREFIX, Scratch, collect
from generator.site.swap import put_back, swap
from tests.catalogue.command import PROGRAM
from tests.catalogue.kb_folder import KbFolder
from tests.conftest import PROJECT, environment, mkdocs
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


def test_both_languages_are_built_into_one_site_byte_for_byte_the_same_each_time(kb: KbFolder, target: Path) -> None:
    done = mkdocs("build", "--strict", "-d", str(target), kb=kb.path)
    assert done.returncode == 0, done.stdout
    first = files(target)
    assert {"index.html", "404.html", "en/index.html", "en/404.html", "en/assets/bouncekb/browse.css"} <= set(first)
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    again = mkdocs("build", "--strict", "-d", str(target), kb=kb.path)
    assert again.returncode == 0, again.stdout
    assert files(target) == first


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
    project = tmp_path / "project"
    project.mkdir()
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(PROJECT / name, project)
    shutil.copytree(PROJECT / "docs", project / "docs")
    shutil.copytree(PROJECT / "generator" / "overrides", project / "generator" / "overrides")
    with (project / "docs" / lang / "guide" / "privacy.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    config = project / "mkdocs.yml"
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
    done = mkdocs("build", "--strict", "-d", str(target), kb=kb.path)
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


def test_a_pattern_that_cannot_be_used_stops_the_build_with_the_words_of_the_check(kb: KbFolder, target: Path) -> None:
    article = "articles/acme/acme-blocked-ip.yaml"
    kb.change(article, "patterns:\n", "patterns:\n  - 'abc'\n")
    [problem] = [one for one in kb.problems() if one.check == "patterns"]
    done = mkdocs("build", "-d", str(target), kb=kb.path)
    assert done.returncode == 1
    assert str(problem) in done.stdout
    assert "Traceback" not in done.stdout
    assert is_untouched(target)


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
