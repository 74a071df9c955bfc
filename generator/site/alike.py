"""Pages that look alike, such as the hundreds of codes: the theme runs once for each form, and they are filled in.

Such a page is HTML below its front matter, so no Markdown is read. Pages have the same form if nothing but slots
differs in what the theme makes around them: title, description, address, the file to mend, the article. A page of that
form is rendered with a marker in each slot; cut at the markers, it makes all others.
Imports the pages' `Page`. Never knows of MkDocs or the theme.
"""

import json
import posixpath
import re
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any, NamedTuple

import yaml

from generator.catalogue.reader import LOADER
from generator.front_matter import parted
from generator.pages import Page

NAME, TITLE, DESCRIPTION, SOURCE = (f"bouncekb-slot-{name}" for name in ("name", "title", "description", "source"))
ARTICLE = "<h1>bouncekb-slot-article</h1>"
"""What stands in each slot while the theme runs. `NAME` is a page's own part of its address."""

_SLOTS = re.compile("|".join(re.escape(slot) for slot in (NAME, TITLE, DESCRIPTION, SOURCE, ARTICLE)))
_IDS = re.compile(r'<[a-z][^<>]*\sid="([^"]*)"')


class Form(NamedTuple):
    """What the theme's work on a page depends on, besides its slots."""

    folder: str
    head: str
    has_source: bool

    @property
    def meta(self) -> dict[str, Any]:
        """The page's front matter with a marker in each slot."""
        return {**json.loads(self.head), "title": TITLE, "description": DESCRIPTION}


class Filled(NamedTuple):
    """A finished page, and the ids in its article."""

    html: str
    anchors: frozenset[str]


class Source:
    """A generated page, its front matter and what stands below."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @cached_property
    def meta(self) -> Mapping[str, Any]:
        """The front matter."""
        meta: Mapping[str, Any] = yaml.load(parted(self.page.text)[0], LOADER) or {}
        return meta

    @property
    def article(self) -> str:
        """All but the front matter."""
        return parted(self.page.text)[1].strip("\n")


class Alike:
    """Fills pages in. `render` gives the theme's page of a form, markers in its slots."""

    def __init__(self, render: Callable[[Form], str]) -> None:
        self._render = render
        self._forms: dict[Form, list[str]] = {}

    def fill(self, source: Source, url: str) -> Filled:
        """Return the page that lives at `url`, which ends in its own name and a slash."""
        page, meta = source.page, dict(source.meta)
        article = source.article
        slots = {
            NAME: posixpath.basename(url.rstrip("/")),
            TITLE: str(meta.pop("title", "")),
            DESCRIPTION: str(meta.pop("description", "")),
            SOURCE: page.source or "",
            ARTICLE: article,
        }
        form = Form(
            posixpath.dirname(page.path),
            json.dumps(meta, sort_keys=True, default=str),
            page.source is not None,
        )
        if form not in self._forms:
            self._forms[form] = _cut(self._render(form))
        html = "".join(slots.get(part, part) for part in self._forms[form])
        return Filled(html, frozenset(_IDS.findall(article)))


def _cut(html: str) -> list[str]:
    parts: list[str] = []
    end = 0
    for slot in _SLOTS.finditer(html):
        parts += [html[end : slot.start()], slot[0]]
        end = slot.end()
    return [*parts, html[end:]]
