"""What tests of several areas share: the built site, and building one."""

import fcntl
import functools
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.catalogue import Catalogue, FileMemory, LoadResult, load_catalogue

PROJECT = Path(__file__).parent.parent
SMALL_ADDRESS = "https://www.example.org/help/"
"""Where the small site is to live: below a path of a host."""


_READ = FileMemory()


_LONGEST = (
    "browser/test_folds.py",
    "site/test_serve.py",
    "catalogue/test_variants.py",
    "site/test_build.py",
    "browser/",
    "site/",
)
"""What takes longest, in this order: a worker that comes to it late is still at it when the others have ended."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start with what takes longest. While one worker builds the site that most need, the other has no need of it."""
    tests = PROJECT / "tests"

    def turn(item: pytest.Item) -> int:
        name = item.path.relative_to(tests).as_posix()
        return next((place for place, start in enumerate(_LONGEST) if name.startswith(start)), len(_LONGEST))

    items.sort(key=turn)


def load_project(*overlays: Path) -> LoadResult:
    """The project's own catalogue with overlays; its files are read once for all tests of a worker."""
    return load_catalogue(PROJECT / "kb", _READ, overlays)


@functools.cache
def project_catalogue() -> Catalogue:
    """The project's own catalogue: nothing can change it."""
    return load_project().catalogue


def copy_of_project(folder: Path) -> Path:
    """`folder`, made a copy of the project with all that a build needs of it but the catalogue."""
    shutil.copytree(PROJECT / "docs", folder / "docs")
    shutil.copytree(PROJECT / "generator" / "overrides", folder / "generator" / "overrides")
    for name in ("mkdocs.yml", "mkdocs.en.yml"):
        shutil.copy(PROJECT / name, folder)
    return folder


def environment(kb: Path | None = None) -> dict[str, str]:
    """The environment of a build of the project, with its own catalogue or the one in `kb`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("BOUNCEKB_KB", "BOUNCEKB_OVERLAYS", "SOURCE_DATE_EPOCH")
    }
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | ({"BOUNCEKB_KB": str(kb)} if kb else {})


_UNCHECKED = (
    "import generator.site.reading as reading\n"
    "reading.verdict = lambda load, *_: (load().catalogue, ())\n"
    "from mkdocs.__main__ import cli; cli()"
)


def mkdocs(
    *arguments: str,
    kb: Path | None = None,
    config: Path = PROJECT / "mkdocs.yml",
    env: Mapping[str, str] | None = None,
    checked: bool = True,
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` with the project's configuration; its whole output is in `stdout`.

    Not `checked`: as if the checks had nothing against a catalogue that is meant to do harm.
    """
    line = [sys.executable, *(["-m", "mkdocs"] if checked else ["-c", _UNCHECKED]), *arguments, "-f", str(config)]
    return subprocess.run(
        line,
        cwd=PROJECT,
        env=environment(kb) | dict(env or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


Shared = Callable[[str, Callable[[Path], None]], Path]


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Shared:
    """Makes a folder of this name once for all workers: `shared("site", build)`; whoever is first builds it."""
    base = tmp_path_factory.getbasetemp()
    place = base if worker_id == "master" else base.parent

    def made(name: str, build: Callable[[Path], None]) -> Path:
        folder = place / f"shared-{name}"
        with (place / f"shared-{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                unfinished = place / f"shared-{name}.part"
                unfinished.mkdir()
                build(unfinished)
                unfinished.rename(folder)
        return folder

    return made


@pytest.fixture(scope="session")
def site(shared: Shared) -> Path:
    """The folder of the built site, made from the project's own catalogue once for all workers."""

    def build(folder: Path) -> None:
        done = mkdocs("build", "--strict", "-d", str(folder / "site"))
        assert done.returncode == 0, done.stdout

    return shared("site", build) / "site"


@pytest.fixture(scope="session")
def small_site(shared: Shared) -> Path:
    """A small site below a path with an overlay: it says where reports go, and its article had another id once."""

    def build(folder: Path) -> None:
        kb = folder / "kb"
        shutil.copytree(PROJECT / "tests" / "catalogue" / "data" / "good", kb)
        article = kb / "articles" / "acme" / "acme-blocked-ip.yaml"
        own = "id: acme-blocked-ip\n"
        text = article.read_text(encoding="utf-8")
        assert own in text
        article.write_text(text.replace(own, f"{own}formerly: [acme-old]\n"), encoding="utf-8")
        overlay = PROJECT / "tests" / "catalogue" / "data" / "overlay"
        env = {
            "BOUNCEKB_OVERLAYS": str(overlay),
            "SITE_URL": SMALL_ADDRESS,
            "REPORT_MAIL": "desk@example.jp",
            "REPORT_ISSUE_URL": "https://git.example.org/kb/issues/new",
        }
        done = mkdocs("build", "-d", str(folder / "site"), kb=kb, env=env)
        assert done.returncode == 0, done.stdout

    return shared("small-site", build) / "site"
