"""Catalogue text as HTML for a page: trees become elements, with a span for each value.

A value is `<span data-value="sender_ip">wording</span>`, a slot `<span data-slot hidden>...</span>` until somebody's
paste says what its value is. All of it stands on one line, and every character that means something to HTML or Markdown
is a reference, so the same HTML may stand in a block of HTML or amid Markdown, and a hostile catalogue yields strange
text and nothing else.
Imports the compiled texts; never parses one, never decides what a text says.
"""

from collections.abc import Mapping
from typing import Any

from generator.compiled.nodes import ELEMENTS, Tree, is_web_address
from generator.compiled.words import slot_value

OTHER_VOICE = "we"
"""The voice of a letter that is shown only where the reader says so."""

_REFERENCES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_REFERENCES |= {mark: f"&#{ord(mark)};" for mark in "'\\`*_{}[]#"}
_LINES_FOLDED = str.maketrans(_REFERENCES | {"\n": " "})
_LINES_KEPT = str.maketrans(_REFERENCES | {"\n": "&#10;"})


def prose(tree: Tree, unknown: Mapping[str, str]) -> str:
    """Return a tree as HTML. `unknown` is the wording of each value that isn't known yet."""
    return _html(tree, unknown, _LINES_FOLDED)


def paragraph(tree: Tree, unknown: Mapping[str, str], name: str = "", before: str = "") -> str:
    """Return a tree as a paragraph of the class `name`, or, if it has several, as a block of them.

    `before` is HTML that stands at its beginning.
    """
    tag = "div" if is_blocks(tree) else "p"
    attribute = f' class="{name}"' if name else ""
    return f"<{tag}{attribute}>{before}{prose(tree, unknown)}</{tag}>"


def is_blocks(tree: Tree) -> bool:
    """Whether a tree holds paragraphs and lists, rather than what stands in one."""
    return any(not isinstance(node, str) and node[0] in ("p", "ul", "ol", "pre", "blockquote") for node in tree)


def message(tree: Tree, unknown: Mapping[str, str]) -> str:
    """Return a tree of plain text as the inside of a `<pre>`."""
    return _html(tree, unknown, _LINES_KEPT)


def verbatim(text: str) -> str:
    """Return text in which no values stand as the inside of a `<pre>`."""
    return text.translate(_LINES_KEPT)


def plain(text: str) -> str:
    """Return text on one line that shows letter for letter, in Markdown as in HTML and its attributes."""
    return " ".join(text.split()).translate(_LINES_FOLDED) if text.strip() else text


def _html(tree: Tree, unknown: Mapping[str, str], table: Mapping[int, str]) -> str:
    return "".join(node.translate(table) if isinstance(node, str) else _element(node, unknown, table) for node in tree)


def _element(node: list[Any], unknown: Mapping[str, str], table: Mapping[int, str]) -> str:
    kind = node[0]
    if kind == "value":
        name = node[1]
        if name not in unknown:
            return f"{{{name}}}".translate(table)
        return f'<span data-value="{name}">{plain(unknown[name])}</span>'
    if kind == "a":
        inside = _html(node[2:], unknown, table)
        return f'<a href="{node[1].translate(table)}">{inside}</a>' if is_web_address(node[1]) else inside
    if kind == "voice":
        hidden = " hidden" if node[1] == OTHER_VOICE else ""
        return f'<span data-voice="{node[1]}"{hidden}>{_html(node[2:], unknown, table)}</span>'
    inside = _html(node[1:], unknown, _LINES_KEPT if kind == "pre" else table)
    if kind == "slot":
        return f"<span data-slot hidden>{inside}</span>" if slot_value(node) in unknown else inside
    if kind == "br":
        return "<br>"
    return f"<{kind}>{inside}</{kind}>" if kind in ELEMENTS else inside
