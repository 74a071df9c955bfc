"""Markdown to nodes, by Python-Markdown, whose own tree is taken before it becomes HTML.

Only `tree.py` needs this. Imports `nodes` and Python-Markdown; never makes HTML, never raises but for too deep nesting.
"""

import functools
import re
import xml.etree.ElementTree as etree

from markdown import Markdown
from markdown.inlinepatterns import LinkInlineProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX

from generator.compiled.nodes import ELEMENTS, VALUE, Tree, with_slots, with_values

# Everything of Markdown that is HTML, or that the dialect doesn't have.
_NOT_INLINE = (
    *("html", "entity", "autolink", "automail", "image_link"),
    *("reference", "short_reference", "image_reference", "short_image_ref"),
)
_NOT_BLOCKS = ("hashheader", "setextheader", "hr", "reference")

# Markdown takes STX and ETX out of every text before anything else, so only our own are left to find.
_HELD = re.compile(f"{STX}v([0-9]+){ETX}")

_DEEPEST = 20


class TooDeepError(Exception):
    """Elements within elements within elements: nobody could read it, and whoever walks the tree would stumble."""


def read(text: str) -> Tree:
    """The text as a tree; a single paragraph has its `p`. Raises TooDeepError."""
    try:
        return _children(*_document(text), ())
    except (RecursionError, TooDeepError) as error:
        # What was going on when it gave up is still noted in there.
        _markdown.cache_clear()
        raise TooDeepError from error


class _Hold(Preprocessor):
    """Puts a mark for each value: Markdown has its own ideas about what may stand between braces."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.names: list[str] = []

    def run(self, lines: list[str]) -> list[str]:
        self.names = []
        return VALUE.sub(self._mark, "\n".join(lines)).split("\n")

    def _mark(self, found: re.Match[str]) -> str:
        self.names.append(found[1])
        return f"{STX}v{len(self.names) - 1}{ETX}"


@functools.cache
def _markdown() -> tuple[Markdown, _Hold]:
    md = Markdown()
    for name in _NOT_INLINE:
        md.inlinePatterns.deregister(name)
    for name in _NOT_BLOCKS:
        md.parser.blockprocessors.deregister(name)
    md.treeprocessors.deregister("prettify")
    md.preprocessors.deregister("html_block")
    hold = _Hold(md)
    md.preprocessors.register(hold, "hold_values", 0)
    # A picture is no picture, so the mark before it is a mark and what follows it a link.
    md.inlinePatterns.register(LinkInlineProcessor(r"\[", md), "link", 160)
    return md, hold


def _document(text: str) -> tuple[etree.Element, list[str]]:
    """Markdown's own tree, and the names of the values that are marked in it."""
    md, hold = _markdown()
    md.reset()
    lines = text.split("\n")
    for preprocessor in md.preprocessors:
        lines = preprocessor.run(lines)
    document = etree.Element("div")
    md.parser.parseChunk(document, "\n".join(lines))
    for processor in md.treeprocessors:
        processor.run(document)
    return document, hold.names


def _children(element: etree.Element, names: list[str], inside: tuple[str, ...]) -> Tree:
    """What an element holds; `inside` are the tags around that, the element's own included."""
    if len(inside) > _DEEPEST:
        raise TooDeepError
    nodes = _text(element.text, names, inside)
    for child in element:
        tag = str(child.tag)
        if tag == "a" and tag not in inside:
            target = _HELD.sub(lambda found: f"{{{names[int(found[1])]}}}", child.get("href") or "")
            nodes.append([tag, target, *_children(child, names, (*inside, tag))])
        elif tag in ELEMENTS:
            nodes.append([tag, *_children(child, names, (*inside, tag))])
        else:
            nodes += _children(child, names, inside)
        nodes += _text(child.tail, names, inside)
    return with_slots(nodes)


def _text(text: str | None, names: list[str], inside: tuple[str, ...]) -> Tree:
    # Between blocks there is nothing to read.
    if not text or (not text.strip() and {*inside} <= {"ul", "ol", "blockquote"}):
        return []
    if "code" in inside:
        # Markdown writes its code spans for HTML, which nothing here is.
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    return list(with_values(text.rstrip() if "pre" in inside else text, _HELD, lambda held: names[int(held)]))
