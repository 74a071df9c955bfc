"""Catalogue text as plain Markdown, for those who read pages without a browser: no HTML, no attributes, no slots.

A value that nobody knows is its wording; what only leads up to such a value is left out, as on the page. Signs that
mean something to Markdown are escaped, so a hostile catalogue yields strange text and nothing else.
Imports the compiled texts; never parses one, never decides what a text says.
"""

import re
import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from generator.compiled.nodes import Tree, is_web_address
from generator.compiled.words import children, slot_value

_SIGNS = re.compile(
    r"^\d+(?=[.)])|^(?=[#>+=~-])|(?=[\\`*\[\]<])|(?<![0-9A-Za-z])(?=_)|(?=_(?![0-9A-Za-z]))|(?=&(?:#|\w+;))",
    re.MULTILINE,
)
"""Where a sign follows that means something: first in a line, anywhere, at the edge of a word, before a reference."""

_SOME = re.compile(r"[\\`*\[\]<_&#>+=~-]|^\d+[.)]", re.MULTILINE)
_BACKTICKS = re.compile(r"`+")
_WRAPS = {"strong": "**", "em": "*"}
_LISTS = ("ul", "ol")


def markdown(tree: Tree, unknown: Mapping[str, str]) -> str:
    """Return a tree as Markdown. `unknown` is the wording of each value that isn't known yet."""
    return _evened(_joined(tree, unknown))


def words(text: str) -> str:
    """Return text on one line that shows letter for letter."""
    return _escaped(" ".join(text.split()))


def code(text: str) -> str:
    """Return text on one line as a code span."""
    line = " ".join(text.split())
    fence = _fence(line, 1)
    space = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{space}{line}{space}{fence}"


def fenced(text: str) -> str:
    """Return text as a block of code, whatever is in it."""
    inside = text.strip("\n")
    fence = _fence(inside, 3)
    return f"{fence}\n{inside}\n{fence}"


def target(address: str) -> str:
    """Return where a link leads as it stands in the brackets behind its words."""
    bare = re.sub(r"[<>\s]", "", address)
    return f"<{bare}>" if "(" in bare or ")" in bare else bare


def _joined(tree: Tree, unknown: Mapping[str, str]) -> str:
    return "".join(_escaped(node) if isinstance(node, str) else _element(node, unknown) for node in tree)


def _element(node: list[Any], unknown: Mapping[str, str]) -> str:
    kind = node[0]
    if kind == "value":
        return _escaped(_value(node, unknown))
    if kind == "slot":
        return "" if slot_value(node) in unknown else _joined(node[1:], unknown)
    if kind == "a":
        inside = _joined(node[2:], unknown)
        return f"[{inside}]({target(node[1])})" if is_web_address(node[1]) else inside
    if kind == "code":
        return code(_raw(node[1:], unknown))
    if kind == "pre":
        return _apart(fenced(_raw(node[1:], unknown)))
    if kind in _LISTS:
        return _apart("\n".join(_items(node, unknown)))
    inside = _joined(node[1:], unknown)
    if kind in _WRAPS:
        return f"{_WRAPS[kind]}{inside.strip()}{_WRAPS[kind]}"
    if kind == "blockquote":
        return _apart("\n".join(f"> {line}".rstrip() for line in inside.strip().splitlines()))
    if kind == "br":
        return "\\\n"
    return _apart(inside) if kind == "p" else inside


def _items(node: list[Any], unknown: Mapping[str, str]) -> Iterator[str]:
    items = [item for item in node[1:] if not isinstance(item, str)]
    for number, item in enumerate(items, start=1):
        mark = f"{number}. " if node[0] == "ol" else "- "
        yield mark + textwrap.indent(_evened(_joined(item[1:], unknown)), " " * len(mark)).lstrip()


def _raw(tree: Tree, unknown: Mapping[str, str]) -> str:
    """What stands in code, where nothing is escaped."""
    return "".join(node if isinstance(node, str) else _raw_element(node, unknown) for node in tree)


def _raw_element(node: list[Any], unknown: Mapping[str, str]) -> str:
    return _value(node, unknown) if node[0] == "value" else _raw(children(node), unknown)


def _value(node: list[Any], unknown: Mapping[str, str]) -> str:
    return unknown.get(node[1], f"{{{node[1]}}}")


def _evened(text: str) -> str:
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _apart(text: str) -> str:
    return f"\n\n{text.strip()}\n\n"


def _fence(text: str, least: int) -> str:
    longest = max((len(run) for run in _BACKTICKS.findall(text)), default=0)
    return "`" * (longest + 1 if longest >= least else least)


def _escaped(text: str) -> str:
    return _SIGNS.sub(lambda found: f"{found[0]}\\", text) if _SOME.search(text) else text
