"""What is kept of a page that was built, so that it needn't be built again as long as nothing that it shows changed.

Imports what takes front matter apart.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import Any, NamedTuple

from generator.front_matter import parted


class Kept(NamedTuple):
    """A page of one language's site: its address, its file, what it was made from, and what others want to know."""

    url: str
    dest: str
    text: str
    title: str | None = None
    meta: Mapping[str, Any] = {}
    anchors: Set[str] = frozenset()


class LastBuild(NamedTuple):
    """The pages of a language after a build, by path.

    `stamp` stands for all that every page shows, `paths` for the files that there are to link to, `beside` is what was
    written beside the pages, by file.
    """

    stamp: object
    paths: Set[str]
    pages: Mapping[str, Kept]
    beside: Mapping[str, str] = {}

    def unchanged(self, stamp: object, texts: Mapping[str, str], paths: Set[str]) -> dict[str, Kept]:
        """The pages that would come out as they did. `texts` are the pages' texts now, by path."""
        if stamp != self.stamp:
            return {}
        # A link to a file that came or went looks different now; whatever its form, it ends in the file's name.
        touched = {posixpath.basename(path) for path in paths ^ self.paths}
        return {
            path: kept
            for path, text in texts.items()
            if (kept := self.pages.get(path)) and kept.text == text and not any(name in text for name in touched)
        }


_HEADING = re.compile(r"^# .*", re.MULTILINE)


def stamp_of(settings: Iterable[Path], overrides: str | None) -> object:
    """What stands for the settings and the theme's overrides: equal as long as nobody touches those."""
    changed = {str(path): path.stat().st_mtime_ns for path in Path(overrides).rglob("*")} if overrides else {}
    return [path.read_bytes() for path in settings if path.is_file()], changed


def titles(nav: Any, texts: Mapping[str, str]) -> object:
    """What every page shows of the pages in the navigation: what stands in their front matter and first headings."""
    listed = set(_leaves(nav)) if nav else set(texts)
    return [
        (path, parted(text)[0], found[0] if (found := _HEADING.search(text)) else "")
        for path, text in texts.items()
        if path in listed
    ]


def _leaves(nav: Any) -> Iterator[str]:
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, Mapping):
        yield from _leaves(list(nav.values()))
    else:
        for one in nav:
            yield from _leaves(one)
