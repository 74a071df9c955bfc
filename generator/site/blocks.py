"""Markdown of pages that share most of their text: each distinct block becomes HTML once.

A block is what stands between blank lines and means the same wherever it stands. What may reach over a blank line (a
list, a quotation, a fence, an element) stays together with its neighbours, so the HTML is that of the whole text.
Blocks that differ only in a plain word inside `<code>`, such as headings with a code, are made from one.
Imports Python-Markdown only. Never knows of MkDocs: which extensions there are and where a link leads, it is told.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

import markdown
from markdown.treeprocessors import Treeprocessor

# A fence, an element of its own or a reference may mean something to the whole text.
_REACHES_FAR = re.compile(r"^ {0,3}(?:```|~~~|<(?!/?(?:code|small|span|strong|em)\b)|\[[^\]]*\]:)", re.MULTILINE)
# An element of HTML alone, on a line of its own, reaches no further.
_ELEMENT = re.compile(r"<(p|div|ul|ol)\b(?![^<>]*markdown)[^<>\n]*>(?:(?!</?\1\b)[^\n])*</\1>")
_LONE_ELEMENT = re.compile(rf"(?:\A|(?<=\n\n)){_ELEMENT.pattern}(?=\n\n|\n?\Z)")
_GOES_ON = re.compile(r"[ \t]|(?:[-*+>]|\d+\.)(?:\s|$)")
# Letters, digits and dots are the same in HTML as in Markdown. Without an id of its own, a heading is named after them.
_PLAIN_CODE = re.compile(r"<code>([A-Za-z0-9.]+)</code>")
_NAMED_HEADING = re.compile(r"^#(?!.*\{#)", re.MULTILINE)
_LIST_OR_QUOTATION = re.compile(r"^ {0,3}(?:[-*+>]|\d+\.)(?:\s|$)", re.MULTILINE)


class Heading(NamedTuple):
    """A heading, as the table of contents lists it."""

    level: int
    id: str
    name: str


class Converted(NamedTuple):
    """A text as HTML, and its headings in order."""

    html: str
    headings: tuple[Heading, ...]


class Blocks:
    """Converts texts, and remembers their blocks."""

    def __init__(
        self, extensions: Sequence[Any], configs: Mapping[str, Any], resolve: Callable[[str, str], str]
    ) -> None:
        """`resolve(folder, link)` returns where a link leads from a page in that folder of the docs tree."""
        self._markdown = markdown.Markdown(extensions=list(extensions), extension_configs=dict(configs))
        self._links = _Links(resolve)
        self._markdown.treeprocessors.register(self._links, "links", 0)
        self._known: dict[tuple[str, str], Converted] = {}

    def convert(self, path: str, text: str) -> Converted:
        """Return the Markdown of the page at `path` as HTML."""
        folder = posixpath.dirname(path)
        parts = blocks(text)
        pieces = [self._block(folder, block) for block in parts]
        # Python-Markdown leaves a blank line behind HTML that it passes on.
        lines = [
            piece.html + ("\n" if _ELEMENT.fullmatch(block) else "") for block, piece in zip(parts, pieces, strict=True)
        ]
        return Converted(
            "\n".join(line for line in lines if line).rstrip("\n"),
            tuple(heading for piece in pieces for heading in piece.headings),
        )

    def _block(self, folder: str, block: str) -> Converted:
        codes = [] if _NAMED_HEADING.search(block) else _PLAIN_CODE.findall(block)
        if not codes:
            return self._converted(folder, block)
        places = iter(range(len(codes)))
        found = self._converted(folder, _PLAIN_CODE.sub(lambda _: f"<code>{_placeholder(next(places))}</code>", block))

        def put(text: str) -> str:
            for place, code in enumerate(codes):
                text = text.replace(_placeholder(place), code)
            return text

        headings = (one._replace(name=put(one.name)) for one in found.headings)
        return Converted(put(found.html), tuple(headings))

    def _converted(self, folder: str, block: str) -> Converted:
        known = self._known.get((folder, block))
        if known is None:
            self._links.folder = folder
            html = self._markdown.reset().convert(block)
            known = Converted(html, tuple(_headings(getattr(self._markdown, "toc_tokens", ()))))
            self._known[folder, block] = known
        return known


def _placeholder(place: int) -> str:
    return f"\ue000{place}\ue001"


def blocks(text: str) -> list[str]:
    """Cut Markdown where that changes nothing."""
    if _REACHES_FAR.search(_LONE_ELEMENT.sub("element", text)):
        return [text]
    found: list[str] = []
    for block in re.split(r"\n(?:[ \t]*\n)+", text.strip("\n")):
        if found and _GOES_ON.match(block) and (block[0] in " \t" or _LIST_OR_QUOTATION.search(found[-1])):
            found[-1] += f"\n\n{block}"
        else:
            found.append(block)
    return found


class _Links(Treeprocessor):
    """Turns links between files of the docs tree into links between pages."""

    def __init__(self, resolve: Callable[[str, str], str]) -> None:
        super().__init__()
        self.folder = ""
        self._resolve = resolve

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            link.set("href", self._resolve(self.folder, link.get("href", "")))


def _headings(tokens: Sequence[Mapping[str, Any]]) -> Iterator[Heading]:
    for token in tokens:
        yield Heading(token["level"], token["id"], token["name"])
        yield from _headings(token["children"])
