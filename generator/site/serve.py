"""Serving to people who write: an edit makes anew only what it changes, and one that can't be built takes nothing away.

What is served lies in a folder of its own, which takes over what a build has made when both languages are there. After
a build that failed it stays as it was, and every page says why. What the checks find is said likewise, but shows: half
of an article must be seen to be written on. Imports its sibling modules. Never knows of MkDocs but for the few
attributes of its server.
"""

import filecmp
import logging
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from pathlib import Path
from tempfile import gettempdir
from typing import Any, Protocol

from click import ClickException

from generator.pages import Page
from generator.site.banner import NO_NOTICE, Application, Notice, bannered
from generator.site.beside import ChecksBeside
from generator.site.kept import Kept, LastBuild
from generator.site.marked import Marked
from generator.site.scratch import Scratch, collect

log = logging.getLogger("mkdocs.plugins.bouncekb")


_NOT_BUILT = "The last edit could not be built. This is the site as it was before."
_NOT_GOOD = (
    "The checks have something against the catalogue. You see it as it is; until it is mended, it cannot be published."
)


class Server(Protocol):
    """What is needed of the server."""

    root: str
    builder: Callable[[], None]
    error_handler: Callable[[int], bytes | None]

    def serve_request(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer a request."""

    def set_app(self, application: Application) -> None:
        """Let this answer requests from now on."""


class Serving:
    """All builds of a server."""

    serving = True

    def __init__(self) -> None:
        self._notice = NO_NOTICE
        self._checks = ChecksBeside(self._found)
        self._scratch: Scratch | None = None
        self._served: Path | None = None
        self._there: Set[str] = frozenset()
        self._last: dict[str, LastBuild] = {}
        self._made: dict[str, LastBuild] = {}

    def begin(self, target: Path) -> Path:
        """Return the folder in which the first language is to be made."""
        if self._scratch is None:
            collect(Path(gettempdir()))
            self._scratch = Scratch(Path(gettempdir()))
        self._made = {}
        return target

    def second(self, name: str) -> Path:
        """Return the folder for the second language, which will be found under `name`."""
        assert self._scratch
        return self._scratch.path / name

    def kept(self, lang: str, stamp: object, texts: Mapping[str, str], paths: Set[str]) -> Mapping[str, Kept]:
        """Return the pages that needn't be made again; see `LastBuild.unchanged`."""
        last = self._last.get(lang)
        return last.unchanged(stamp, texts, paths) if last else {}

    def kept_beside(self, lang: str) -> Mapping[str, str]:
        """Return the files beside pages that were written the last time."""
        last = self._last.get(lang)
        return last.beside if last else {}

    def made(self, lang: str, build: LastBuild) -> None:
        """Take note of a language that is built; it counts when both are."""
        self._made[lang] = build

    def finish(self, first: Path, second: Path, folders: Sequence[Path]) -> Path:
        """Put both in place, and return where; then have the catalogue checked: its folder, and its overlays'."""
        if self._served is None:
            second.rename(first / second.name)
        else:
            self._take_over(first, second)
        self._last |= self._made
        self._notice = NO_NOTICE
        self._checks.start(folders)
        return first

    def end(self) -> None:
        """Leave nothing behind."""
        self._checks.end()
        if self._scratch:
            self._scratch.remove()
            self._scratch = None

    def marked(self, pages: Iterable[Page], written: Mapping[str, bytes]) -> Marked:
        """Return a language's files under their plain names: a page doesn't change because a script did."""
        return Marked(list(pages))

    def page(self, html: str) -> str:
        """Return a page as it is served: without a policy, since live reload is an inline script."""
        return html

    def attach(self, server: Server, site: Path) -> None:
        """After the first build, take over the server."""
        assert self._scratch
        self._served = self._scratch.path / "served"
        site.rename(self._served)
        site.mkdir()
        self._there = _files(self._served)
        server.root = str(self._served)
        server.error_handler = self._error_page
        server.set_app(bannered(server.serve_request, lambda: self._notice))
        server.builder = self._careful(server.builder)

    def _careful(self, build: Callable[[], None]) -> Callable[[], None]:
        def careful() -> None:
            try:
                build()
            except Exception as error:
                self._checks.end()
                problems = getattr(error, "problems", None) or [str(error) or type(error).__name__]
                self._notice = Notice(_NOT_BUILT, problems)
                # MkDocs says in words what it foresees; anything else is a defect, and its place is wanted.
                log.error("%s", error, exc_info=None if isinstance(error, ClickException) else error)
                log.error("Until that is mended, you see the last version that could be built.")

        return careful

    def _found(self, problems: Sequence[str]) -> None:
        self._notice = Notice(_NOT_GOOD, problems)
        for problem in problems:
            log.info("%s", problem)
        log.info("You see the catalogue as it is; `bouncekb build` publishes none with a problem.")

    def _take_over(self, first: Path, second: Path) -> None:
        assert self._served
        there: set[str] = set()
        for made, below in ((first, ""), (second, f"{second.name}/")):
            for name in _files(made):
                to = self._served / below / name
                to.parent.mkdir(parents=True, exist_ok=True)
                _replace(to, made / name)
                there.add(below + name)
        for lang, build in self._made.items():
            below = f"{lang}/" if lang == second.name else ""
            there |= {below + kept.dest for kept in build.pages.values()}
            there |= {below + name for name in build.beside}
        for name in self._there - there:
            (self._served / name).unlink()
        self._there = there

    def _error_page(self, code: int) -> bytes | None:
        page = self._served / f"{code}.html" if self._served else None
        return page.read_bytes() if page and page.is_file() else None


def _files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def _replace(old: Path, new: Path) -> None:
    # Most are the theme's own files; putting one in the place of its like costs a disk more than looking.
    if old.is_file() and filecmp.cmp(old, new, shallow=False):
        new.unlink()
    else:
        new.replace(old)
