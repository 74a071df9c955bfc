"""Looks at built pages: their elements, links and ids."""

from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

DATA = ("application/json", "application/ld+json")
"""Types of scripts that hold data and never run."""


class Element(NamedTuple):
    """A start tag."""

    tag: str
    attributes: dict[str, str]


class Document(NamedTuple):
    """What a page holds: its start tags in order, and the text inside `<script>` without src, as written."""

    elements: list[Element]
    inline_scripts: list[str]
    text: str

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every element with this tag."""
        return [element.attributes for element in self.elements if element.tag == tag]

    @property
    def ids(self) -> set[str]:
        """All ids."""
        return {element.attributes["id"] for element in self.elements if "id" in element.attributes}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.scripts: list[str] = []
        self.text: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.elements.append(Element(tag, found))
        self._script = tag == "script" and "src" not in found and found.get("type") not in DATA
        if self._script:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._script = False

    def handle_data(self, data: str) -> None:
        if self._script:
            self.scripts[-1] += data
        else:
            self.text.append(data)


def parse(html: str) -> Document:
    """Read a page or a piece of one."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Document(reader.elements, reader.scripts, "".join(reader.text))


@cache
def document(path: Path) -> Document:
    """Read a built page."""
    return parse(path.read_text(encoding="utf-8"))


def pages(site: Path) -> list[Path]:
    """The HTML files of a site; of the pages of codes, which are made from one form, one in ten."""
    found = sorted(site.rglob("*.html"))
    codes = [page for page in found if page.parent.parent.name == "code"]
    left_out = set(codes) - set(codes[::10])
    return [page for page in found if page not in left_out]


def target(site: Path, page: Path, link: str) -> tuple[Path, str] | None:
    """The file of the site that a link leads to, and its fragment; None if it leaves the site."""
    here = "http://site.test/" + page.relative_to(site).as_posix().removesuffix("index.html")
    parts = urlsplit(urljoin(here, link))
    if parts.netloc != "site.test" or parts.scheme != "http":
        return None
    path = unquote(parts.path)
    return site / (path.lstrip("/") + ("index.html" if path.endswith("/") else "")), unquote(parts.fragment)
