"""What stands in a tree, and a tree as plain words: for checks, search engines and terminals.

Imports `nodes`. Never judges a text, never makes HTML.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from generator.compiled.nodes import VALUE, Tree

_APART = frozenset({"p", "ul", "ol", "li", "pre", "blockquote", "br"})
"""Elements that stand on lines of their own."""


_BLANK_LINES = re.compile(r"\n{3,}")


def elements(tree: Tree) -> Iterator[list[Any]]:
    """Every node that isn't text, in document order, outer ones first."""
    for node in tree:
        if not isinstance(node, str):
            yield node
            yield from elements(children(node))


def children(node: list[Any]) -> Tree:
    """What stands in a node that isn't text."""
    return node[{"value": 2, "a": 2, "voice": 2, "part": 2}.get(node[0], 1) :]


def values(tree: Tree) -> Iterator[str]:
    """The names of all values, in document order; also of those in targets of links, where none should be."""
    for node in elements(tree):
        if node[0] == "value":
            yield node[1]
        elif node[0] == "a":
            yield from VALUE.findall(node[1])


def strings(tree: Tree) -> Iterator[str]:
    """The words between all else, in document order."""
    for node in tree:
        if isinstance(node, str):
            yield node
        else:
            yield from strings(children(node))


def targets(tree: Tree) -> Iterator[str]:
    """Where links lead, in document order."""
    return (node[1] for node in elements(tree) if node[0] == "a")


def code_spans(tree: Tree) -> Iterator[str]:
    """What stands in code spans, in document order."""
    return (written(node[1:]) for node in elements(tree) if node[0] == "code")


def written(tree: Tree, *, code: bool = True) -> str:
    """The words as they were written, values in braces, elements kept apart by white space; on request without code."""

    def show(node: list[Any], inside: str) -> str:
        if node[0] == "value":
            return f"{{{node[1]}}}"
        if node[0] == "slot":
            return inside
        if node[0] in _APART:
            return f"\n{inside}\n"
        return f" {inside} " if code or node[0] != "code" else " "

    return _flat(tree, show)


def line(
    tree: Tree, unknown: Mapping[str, str], known: Mapping[str, str] | None = None, *, addresses: bool = False
) -> str:
    """The text on one line.

    A value is what is `known`, or the wording in `unknown` that stands for it; then its slot is left out.
    `addresses` puts the target of a link behind its words, for readers who can't follow it there.
    """
    return " ".join(_filled(tree, unknown, known or {}, addresses).split())


def letter(tree: Tree, unknown: Mapping[str, str], known: Mapping[str, str] | None = None) -> str:
    """Plain text as it is sent, its values as in `line`; at most one line is blank between two paragraphs."""
    return _BLANK_LINES.sub("\n\n", _filled(tree, unknown, known or {}, False)).strip()


def _filled(tree: Tree, unknown: Mapping[str, str], known: Mapping[str, str], addresses: bool) -> str:
    def show(node: list[Any], inside: str) -> str:
        if node[0] == "value":
            name = node[1]
            return known.get(name) or unknown.get(name, f"{{{name}}}")
        if node[0] == "slot":
            name = slot_value(node)
            return inside if known.get(name) or name not in unknown else ""
        if node[0] == "a" and addresses:
            return f"{inside} ({node[1]})"
        return f" {inside} " if node[0] in _APART else inside

    return _flat(tree, show)


def slot_value(slot: list[Any]) -> str:
    """The name of the one value that a slot has."""
    return next(values(slot[1:]))


def _flat(tree: Tree, show: Callable[[list[Any], str], str]) -> str:
    return "".join(node if isinstance(node, str) else show(node, _flat(children(node), show)) for node in tree)
