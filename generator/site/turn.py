"""One language's build: its generated pages, which of all pages are built, and what is known of the others.

Imports its sibling modules. Never knows of MkDocs, nor of the other language.
"""

from collections.abc import Iterable, Mapping, Set
from pathlib import Path
from typing import Any

from generator.pages import Lang
from generator.site.alike import Alike, Source
from generator.site.build import Building
from generator.site.kept import Kept, LastBuild, titles
from generator.site.marked import Marked
from generator.site.serve import Serving

Site = Building | Serving


class Turn:
    """The build of one language. `beside` are files of its site that no builder of pages has to know, by name."""

    def __init__(self, site: Site, lang: Lang, made: Marked, beside: Mapping[str, str]) -> None:
        self.lang = lang
        self.pages = made.pages
        self.made = made
        self._beside = beside
        self.known: dict[str, Kept] = {}
        """The pages that MkDocs needn't build, by path: kept from the last build, or to be filled in."""
        self._site = site
        self._stamp: object = None
        self._paths: Set[str] = frozenset()
        self._sources: dict[str, Source] = {}

    def sort_out(self, shared: object, nav: Any, written: Mapping[str, str], paths: Set[str]) -> None:
        """Find out which pages needn't be built.

        `shared` stands for what every page shows, such as the settings; `nav` is the navigation as it is configured.
        `written` are the texts of the pages that people wrote, by path; `paths` are all files that one can link to.
        """
        texts = {**written, **{page.path: page.text for page in self.pages if page.path.endswith(".md")}}
        self._stamp, self._paths = (shared, titles(nav, texts)), paths
        self.known = dict(self._site.kept(self.lang, self._stamp, texts, paths))
        self._sources = {page.path: Source(page) for page in self.pages if page.alike and page.path not in self.known}
        for path, source in self._sources.items():
            self.known[path] = Kept("", "", source.page.text, meta=source.meta)

    def fill(self, alike: Alike, places: Mapping[str, tuple[str, str]], folder: Path) -> None:
        """Write the pages that look alike into `folder`. `places` tells a page's URL and its file in there."""
        for path, source in self._sources.items():
            url, dest = places[path]
            filled = alike.fill(source, url)
            to = folder / dest
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_text(filled.html, encoding="utf-8", errors="xmlcharrefreplace")
            self.known[path] = self.known[path]._replace(url=url, dest=dest, anchors=filled.anchors)

    def write_beside(self, folder: Path) -> None:
        """Write into `folder` what stands beside the pages, but for what was written there before."""
        there = self._site.kept_beside(self.lang)
        for name, text in self._beside.items():
            if there.get(name) != text:
                to = folder / name
                to.parent.mkdir(parents=True, exist_ok=True)
                to.write_text(text, encoding="utf-8")

    def finish(self, order: Iterable[str], built: Mapping[str, Kept]) -> None:
        """Keep what was built: `order` are the paths of all pages, `built` those that MkDocs built."""
        pages = {path: self.known.get(path) or built[path] for path in order}
        self._site.made(self.lang, LastBuild(self._stamp, self._paths, pages, self._beside))
