"""What the element on pages of others wears: the site's own style sheets, made to hold inside of it, and the icons.

The sheets speak of a whole page and of the screen's width. Inside the element `:root`, `html` and `body` are its own
root, and it goes by its own width. May import the minifier. Knows of no file but its own and the sprite.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import minify

_PACKAGE = Path(__file__).parent.parent
SHEETS = ("tokens", "base", "controls", "tables", "way", "steps", "compose", "browse", "answer", "matcher")
"""The site's style sheets that the box and an answer need, in the order of the site."""

_PAGE = re.compile(r"^(\s*)(?::root|html|body)(?=\s*[,{])", re.MULTILINE)
_WIDTH = re.compile(r"@media (?=\((?:min|max)-width: [\d.]+em\) \{)")
_DARK = re.compile(r"(@media \(prefers-color-scheme: dark\) \{\s*)\.bounce-matcher")
_ROOT = ".bounce-matcher"
_LIGHT = ':host(:not([scheme="light"])) '


def element_style(styles: Mapping[str, str]) -> str:
    """The element's one style sheet, out of the site's sheets by their plain names (`answer.css`)."""
    own = (_PACKAGE / "view" / "embed" / "embed.css").read_text("utf-8")
    sheets = [*(styles[f"{name}.css"] for name in SHEETS), own]
    text = _PAGE.sub(rf"\1{_ROOT}", "\n".join(sheets))
    text = _DARK.sub(rf"\1{_LIGHT}{_ROOT}", _WIDTH.sub("@container ", text))
    minified: str = minify.string("text/css", text)
    return minified


def sprite() -> list[Any]:
    """The icons of every page as a drawing (generator/drawing/types.d.ts)."""
    parser = _Drawing()
    parser.feed((_PACKAGE / "overrides" / "partials" / "sprite.html").read_text("utf-8").partition("#}")[2].strip())
    return list(parser.made[0])


_NAMES = {"viewbox": "viewBox"}
"""A parser of HTML lowers names; in SVG this one has its capital letter."""


class _Drawing(HTMLParser):
    """Reads elements as lists: tag, attributes, children."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[Any] = []
        self._open: list[list[Any]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._open.append(self._node(tag, attrs))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._node(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self._open.pop()

    def _node(self, tag: str, attrs: list[tuple[str, str | None]]) -> list[Any]:
        node = [tag, {_NAMES.get(name, name): value or "" for name, value in attrs}]
        (self._open[-1] if self._open else self.made).append(node)
        return node
