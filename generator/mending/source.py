"""Changes single values in the source of a YAML file, to the character: comments, quotes and layout stay as they are.

Imports PyYAML and the mends. Never reads or writes a file, never judges whether a mend is wise.
"""

import itertools
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import yaml

from generator.catalogue.mends import Append, Keys, Mend, Quote, QuoteLine, Remove, RenameKey, Replace, Write


class CannotMendError(Exception):
    """The source isn't written in a way that lets this mend be carried out."""


class _Change(NamedTuple):
    start: int
    end: int
    text: str


def changed(text: str, mends: Iterable[Mend]) -> str:
    """The source with all mends carried out, or CannotMendError: each for itself, and none in another's way."""
    changes = sorted(_change(text, mend) for mend in mends)
    for before, after in itertools.pairwise(changes):
        if after.start < before.end or after[:2] == before[:2]:
            raise CannotMendError("Two mends are in each other's way.")
    for start, end, new in reversed(changes):
        text = text[:start] + new + text[end:]
    return text


def _change(text: str, mend: Mend) -> _Change:
    if isinstance(mend, QuoteLine):
        return _quote_line(text, mend.line)
    if isinstance(mend, Append):
        return _append(text, mend)
    if isinstance(mend, Remove):
        return _remove(text, mend.keys)
    if isinstance(mend, Quote | Write | Replace | RenameKey):
        place = _find(text, mend.keys)
        node = place.key if isinstance(mend, RenameKey) else place.value
        if node is None:
            raise CannotMendError("There is no such key.")
        start, end = node.start_mark.index, node.end_mark.index
        return _Change(start, end, _rewritten(node, text[start:end], mend))
    raise CannotMendError("This is no mend of a file's source.")


def _rewritten(node: yaml.Node, source: str, mend: Quote | Write | Replace | RenameKey) -> str:
    if isinstance(mend, Replace):
        for old, new in mend.swaps:
            if old not in source:
                raise CannotMendError(f"{old!r} is not written like this.")
            source = source.replace(old, new)
        return source
    if not isinstance(node, yaml.ScalarNode) or "\n" in source:
        raise CannotMendError("The value is more than one word on a line.")
    if not isinstance(mend, Quote):
        return mend.source
    if node.style or not source:
        raise CannotMendError("The value is in quotes already.")
    return _quoted(source)


def _quoted(source: str) -> str:
    return "'" + source.replace("'", "''") + "'"


_VALUE = re.compile(r"(\s*(?:- +)*[\w-]+: +)([^\s'\"\[{|>&*!%@`#][^\r\n]*?)((?:[ \t]+#[^\r\n]*)?\s*)")


def _quote_line(text: str, line: int) -> _Change:
    lines = text.splitlines(keepends=True)
    if not 0 < line <= len(lines):
        raise CannotMendError("There is no such line.")
    found = _VALUE.fullmatch(lines[line - 1])
    if not found:
        raise CannotMendError("The line is not a key and its value.")
    before = sum(map(len, lines[: line - 1]))
    return _Change(before + found.start(2), before + found.end(2), _quoted(found[2]))


class _Place(NamedTuple):
    """A value, the node that holds it, and its key if that is a mapping, and its position there."""

    value: yaml.Node
    holder: yaml.Node | None = None
    key: yaml.Node | None = None
    position: int = 0


def _find(text: str, keys: Keys) -> _Place:
    place = _Place(_root(text))
    for key in keys:
        place = _below(place.value, key)
    return place


@lru_cache(maxsize=1)
def _root(text: str) -> yaml.Node:
    try:
        # libyaml counts bytes; this one counts characters.
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError) as error:
        raise CannotMendError("The file is not YAML.") from error
    if root is None:
        raise CannotMendError("The file is empty.")
    return root


def _below(node: yaml.Node, key: str | int) -> _Place:
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return _Place(node.value[key], node, None, key)
    if isinstance(node, yaml.MappingNode):
        for index, (key_node, value_node) in enumerate(node.value):
            if isinstance(key_node, yaml.ScalarNode) and key_node.value == key:
                return _Place(value_node, node, key_node, index)
    raise CannotMendError(f"There is no `{key}` in the source.")


def _remove(text: str, keys: Keys) -> _Change:
    place = _find(text, keys)
    holder = place.holder
    if not isinstance(holder, yaml.CollectionNode):
        raise CannotMendError("The whole file is no part of it.")
    if len(holder.value) == 1:
        if len(keys) == 1:
            raise CannotMendError("Nothing would be left.")
        # An empty list says nothing: it goes with what was in it.
        return _remove(text, keys[:-1])
    if holder.flow_style:
        return _remove_between(text, [_span(item) for item in holder.value], place.position)
    first = place.key or place.value
    start = text.rfind("\n", 0, first.start_mark.index) + 1
    lead = text[start : first.start_mark.index]
    if not re.fullmatch(r"[ \t]*" if place.key else r"[ \t]*-[ \t]+", lead):
        raise CannotMendError("It shares its line with something else.")
    return _Change(start, _end_of_lines(text, place.value), "")


def _remove_between(text: str, spans: list[tuple[int, int]], index: int) -> _Change:
    (start, end) = (spans[index - 1][1], spans[index][1]) if index else (spans[0][0], spans[1][0])
    gap = text[start : spans[index][0]] if index else text[spans[0][1] : end]
    if "#" in gap:
        raise CannotMendError("A comment stands between the items.")
    return _Change(start, end, "")


def _span(item: yaml.Node | tuple[yaml.Node, yaml.Node]) -> tuple[int, int]:
    first, last = item if isinstance(item, tuple) else (item, item)
    return first.start_mark.index, _end(last)


def _end(node: yaml.Node) -> int:
    """Where the last word of the value ends: a block collection's own mark stands behind the comments after it."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(last[1] if isinstance(last, tuple) else last)
    return int(node.end_mark.index)


def _end_of_lines(text: str, node: yaml.Node) -> int:
    """Where the lines of the value end, with a comment behind it; empty lines and comments below belong to others."""
    last = len(text[: _end(node)].rstrip())
    rest = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r?\n|\Z)").match(text, last)
    if not rest:
        raise CannotMendError("Something else stands on its last line.")
    return rest.end()


def _append(text: str, mend: Append) -> _Change:
    try:
        node = _find(text, (mend.key,)).value
    except CannotMendError:
        return _new_list(text, mend)
    if not isinstance(node, yaml.SequenceNode):
        raise CannotMendError(f"`{mend.key}` is no list.")
    if node.flow_style:
        at = _end(node.value[-1]) if node.value else node.end_mark.index - 1
        return _Change(at, at, f", {mend.word}" if node.value else mend.word)
    last = node.value[-1]
    at = _end_of_lines(text, last)
    indent = re.match(r"[ \t]*", text[text.rfind("\n", 0, last.start_mark.index) + 1 :])
    return _Change(at, at, f"{indent[0] if indent else ''}- {mend.word}{_newline(text)}")


def _new_list(text: str, mend: Append) -> _Change:
    at = _end_of_lines(text, _find(text, (mend.after,)).value)
    return _Change(at, at, f"{mend.key}: [{mend.word}]{_newline(text)}")


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"
