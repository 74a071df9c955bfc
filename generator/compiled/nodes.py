"""What trees are made of. A tree is JSON, a list of nodes; each of them is one of

    "words"                              text, line breaks as they were written
    ["p", ...], ["strong", ...] ...      an element (`ELEMENTS`) and its children
    ["a", "https://...", ...]            a link, its target as it was written, and its children
    ["value", "sender_ip"]               the place of a value
    ["slot", ...]                        the words around one value, and the value itself
    ["voice", "ask", ...]                words of a letter that one of its voices says, or its greeting (`letters.py`)
    ["part", "body"]                     the place of an article's words in the frame of a letter

Trees say what was written, good or bad. Whoever shows one decides whether a value exists, and by `is_web_address`
whether a target may be followed. No HTML exists at any point, so none can be smuggled in.
Imports nothing of this project; never parses a text.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

Node = str | list[Any]
Tree = list[Node]

ELEMENTS = frozenset({"p", "ul", "ol", "li", "strong", "em", "code", "pre", "blockquote", "br"})
"""Elements that a tree may have besides `a`, `value` and `slot`."""

VALUE = re.compile(r"\{([^{}]*)\}")
"""The place of a value, as it is written."""

_WEB = re.compile(r"(?:https?://|mailto:)[^\s<>{}\"'\\]+", re.IGNORECASE)

# What stands before a value in its slot: a bracket with at most a few words, or a colon.
_ASIDE = re.compile(r" ?[（(][^（()）{}\n]{0,30}\Z")
_LABEL = re.compile(r"[：:] ?\Z")
_CLOSING = (")", "）")
_WRAPS = ("strong", "em", "code")


def is_web_address(target: str) -> bool:
    """Whether a link may lead there. Anything else, such as a script or a target with a value in it, is no address."""
    return _WEB.fullmatch(target) is not None


def with_links_that_lead(tree: Tree) -> Tree:
    """The tree with only the words of links that lead nowhere, for those who show it without looking."""
    return in_one_piece(node for one in tree for node in _led(one))


def _led(node: Node) -> Tree:
    if isinstance(node, str) or node[0] == "value":
        return [node]
    kept = 2 if node[0] == "a" else 1
    inside = with_links_that_lead(node[kept:])
    return [[*node[:kept], *inside]] if node[0] != "a" or is_web_address(node[1]) else inside


def with_values(text: str, place: re.Pattern[str], name: Callable[[str], str]) -> Iterator[Node]:
    """The words of a text and its values. `place` finds these, and `name` makes their names of what its group holds."""
    for odd, part in enumerate(place.split(text)):
        if odd % 2:
            yield ["value", name(part)]
        elif part:
            yield part


def with_slots(nodes: Iterable[Node]) -> Tree:
    """Neighbours as a tree: words in one piece, and each value that has a slot in it, with what leads up to it."""
    pieces = in_one_piece(nodes)
    found: Tree = []
    taken = ""
    for index, node in enumerate(pieces):
        if isinstance(node, str):
            found.append(node.removeprefix(taken))
            taken = ""
            continue
        before = found[-1] if found and isinstance(found[-1], str) else ""
        after = pieces[index + 1] if index + 1 < len(pieces) else ""
        closing = after[0] if isinstance(after, str) and after.startswith(_CLOSING) else ""
        aside = _ASIDE.search(before) if closing else None
        opening = aside or _LABEL.search(before)
        if opening and _is_value(node):
            taken = closing if aside else ""
            found[-1] = before[: opening.start()]
            node = ["slot", opening[0], node, *taken]
        found.append(node)
    return [node for node in found if node]


def in_one_piece(nodes: Iterable[Node]) -> Tree:
    """Neighbours as a tree in which no two pieces of text stand side by side."""
    pieces: Tree = []
    for node in nodes:
        if isinstance(node, str) and pieces and isinstance(pieces[-1], str):
            pieces[-1] += node
        else:
            pieces.append(node)
    return pieces


def _is_value(node: Node) -> bool:
    if isinstance(node, str):
        return False
    return node[0] == "value" or (node[0] in _WRAPS and len(node) == 2 and _is_value(node[1]))
