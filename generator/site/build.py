"""A build for publishing: both languages are made in a scratch folder, and put in place together or not at all.

Imports its sibling modules. Never knows of MkDocs.
"""

from collections.abc import Iterable, Mapping, Sequence, Set
from pathlib import Path

from generator.pages import Page
from generator.site import policy
from generator.site.kept import Kept, LastBuild
from generator.site.marked import Marked, marked
from generator.site.offline import add_worker
from generator.site.scratch import Scratch, collect
from generator.site.swap import put_back, swap


class Building:
    """One build of both languages, the second in a folder of the first."""

    serving = False

    def __init__(self) -> None:
        self._target: Path | None = None
        self._scratch: Scratch | None = None

    def begin(self, target: Path) -> Path:
        """Return the folder in which the first language is to be made, so that it can become `target`."""
        self.end()
        self._target = target.resolve()
        self._target.parent.mkdir(parents=True, exist_ok=True)
        put_back(self._target)
        collect(self._target.parent)
        self._scratch = Scratch(self._target.parent)
        return self._scratch.path / "first"

    def second(self, name: str) -> Path:
        """Return the folder for the second language, which will be found under `name`."""
        assert self._scratch
        return self._scratch.path / name

    def finish(self, first: Path, second: Path, folders: Sequence[Path]) -> Path:
        """Put both in place, and return where. The catalogue was checked before anything was made."""
        assert self._target
        second.rename(first / second.name)
        add_worker(first, second.name)
        swap(first, self._target)
        return self._target

    def end(self) -> None:
        """Leave nothing behind."""
        if self._scratch:
            self._scratch.remove()
            self._scratch = None

    def marked(self, pages: Iterable[Page], written: Mapping[str, bytes]) -> Marked:
        """Return a language's files under names that browsers may keep; `written` are those that people wrote."""
        return marked(pages, written)

    def page(self, html: str) -> str:
        """Return a page as it is published: with its security policy."""
        return policy.with_policy(html)

    def kept(self, lang: str, stamp: object, texts: Mapping[str, str], paths: Set[str]) -> Mapping[str, Kept]:
        """Return the pages that needn't be made again: none."""
        return {}

    def kept_beside(self, lang: str) -> Mapping[str, str]:
        """Return the files beside pages that needn't be written again: none."""
        return {}

    def made(self, lang: str, build: LastBuild) -> None:
        """Forget a language that is built: no other build follows."""
