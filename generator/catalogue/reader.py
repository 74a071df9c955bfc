"""Reads one YAML file into plain values, with the line of each value.

Only what the catalogue needs of YAML: mappings with text keys, lists, and scalars. Plain scalars are typed (a date is a
date, `550` a number), quoted ones are text. Anchors, tags and duplicate keys are refused.
Imports PyYAML, `mends` and `problem`. Never raises on what a file contains, never knows what an article is.
"""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.catalogue.mends import Mend, Quote, QuoteLine, RenameKey
from generator.catalogue.problem import Key, Origin, Problem

# libyaml reads ten times faster; a wheel without it still works.
LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
MAX_BYTES = 1_000_000
_MOST_MARKS = 10_000
_FLATTER = "Write it flatter; kb/TEMPLATE.yaml shows how."
_TAG = "tag:yaml.org,2002:"
_TRUE = {"true", "yes", "on"}

Value = Any
"""str, int, float, bool, None, date, tuple of values, or dict from str to value."""


def read(path: Path) -> tuple[Value, Origin, list[Problem]]:
    """The file's content as plain values (lists as tuples), its lines, and what is wrong with it as YAML.

    With problems, the content may be incomplete: don't use it.
    """
    origin = Origin(path)

    def fail(line: int, message: str, mend: str, *mends: Mend) -> tuple[Value, Origin, list[Problem]]:
        return None, origin, [Problem(path.as_posix(), line, "yaml", message, mend, mends)]

    try:
        raw = path.read_bytes()
    except OSError as error:
        return fail(0, f"The file cannot be read: {error.strerror}.", "Make it a readable file, or remove it.")
    if len(raw) > MAX_BYTES:
        return fail(0, "The file is larger than 1 MB.", "Split it; an article has a few hundred lines.")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return fail(line, "The file is not UTF-8 here.", "Save it as UTF-8 in your editor.")
    # Nesting costs libyaml its square in time, and in the end the stack; each level needs one of these.
    if sum(text.count(mark) for mark in ("[", "{", "- ", "? ")) > _MOST_MARKS:
        return fail(0, "The file is nested too deeply.", _FLATTER)
    try:
        node = yaml.compose(text, Loader=LOADER)
    except yaml.YAMLError as error:
        line = _line_of(error, text)
        mends = [QuoteLine(line)] if _COLON in _words(error) else []
        return fail(line, f"This is not YAML: {_words(error)}.", _mend(error), *mends)
    except RecursionError:
        return fail(0, "The file is nested too deeply.", _FLATTER)
    if node is None:
        return fail(0, "The file is empty.", "Copy kb/TEMPLATE.yaml into it, or remove the file.")
    builder = _Builder(path)
    try:
        value = builder.build(node, ())
    except RecursionError:
        return fail(0, "The file is nested too deeply.", _FLATTER)
    return value, Origin(path, builder.lines), builder.problems


class _Builder:
    """Turns PyYAML's nodes into values and notes where each stood."""

    def __init__(self, path: Path) -> None:
        self.file = path.as_posix()
        self.lines: dict[tuple[Key, ...], int] = {}
        self.problems: list[Problem] = []
        self._seen: set[int] = set()

    def build(self, node: yaml.Node, at: tuple[Key, ...]) -> Value:
        line = node.start_mark.line + 1
        self.lines.setdefault(at, line)
        # An alias gives the same node twice; a few of them nested are enough to fill any memory.
        if id(node) in self._seen:
            self._refuse("yaml", line, "An anchor (`&x`) is used by an alias (`*x`).", "Write the value out.")
            return None
        self._seen.add(id(node))
        if isinstance(node, yaml.ScalarNode):
            return self._scalar(node, at, line)
        if node.tag not in (_TAG + "map", _TAG + "seq"):
            self._refuse("yaml", line, f"A list or mapping has the YAML type {node.tag}.", "Remove the tag.")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, at)
        return tuple(self.build(item, (*at, index)) for index, item in enumerate(node.value))

    def _mapping(self, node: yaml.MappingNode, at: tuple[Key, ...]) -> dict[str, Value]:
        result: dict[str, Value] = {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode) or key_node.tag != _TAG + "str":
                written = f"`{key_node.value}`" if isinstance(key_node, yaml.ScalarNode) else "A list or mapping"
                # A plain scalar's value is its source, so that is what goes into the quotes.
                plain = isinstance(key_node, yaml.ScalarNode) and not key_node.style
                mends = [RenameKey((*at, key_node.value), f"'{key_node.value}'")] if plain else []
                message = f"{written} is used as a key but is not text."
                self._refuse("yaml", line, message, "Put the key in quotes.", *mends)
                continue
            key = key_node.value
            if key in result:
                first = self.lines[(*at, key)]
                mend = "Keep one of the two, and move over what the other says."
                self._refuse("duplicate-key", line, f"The key `{key}` stands here twice (first on line {first}).", mend)
                continue
            self.lines[(*at, key)] = line
            result[key] = self.build(value_node, (*at, key))
        return result

    def _scalar(self, node: yaml.ScalarNode, at: tuple[Key, ...], line: int) -> Value:
        kind, text = node.tag.removeprefix(_TAG), node.value
        make = _SCALARS.get(kind)
        if make is None:
            self._refuse("yaml", line, f"`{text}` has the YAML type {node.tag}.", "Put it in quotes.")
            return None
        try:
            return make(text)
        except ValueError:
            message = f"`{text}` looks like a {_KINDS[kind]} but is none."
            self._refuse("yaml", line, message, "Put it in quotes.", Quote(at))
            return None

    def _refuse(self, check: str, line: int, message: str, mend: str, *mends: Mend) -> None:
        self.problems.append(Problem(self.file, line, check, message, mend, mends))


_SCALARS: dict[str, Callable[[str], Value]] = {
    "str": str,
    "null": lambda text: None,
    "bool": lambda text: text.lower() in _TRUE,
    "int": int,
    "float": float,
    "timestamp": date.fromisoformat,
}
_KINDS = {"int": "whole number", "float": "number", "timestamp": "date"}
_COLON = "mapping values are not allowed"


def _line_of(error: yaml.YAMLError, text: str) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return int(mark.line) + 1
    position = getattr(error, "position", None)
    return text[:position].count("\n") + 1 if position is not None else 0


def _words(error: yaml.YAMLError) -> str:
    return str(getattr(error, "problem", None) or getattr(error, "reason", None) or error).replace("\n", " ")


def _mend(error: yaml.YAMLError) -> str:
    if _COLON in _words(error):
        return "Put the whole value in quotes: it has a colon followed by a space."
    if "found character '\\t'" in str(error) or "tab" in _words(error):
        return "Indent with spaces, not tabs."
    if "did not find expected" in _words(error):
        return (
            "Look at this line and the one before it: a missing quote, colon or space; often a value needs quotes. "
            "A text block whose first line starts with spaces of its own begins with `|2`, not `|`."
        )
    return "Look at this line and the one before it; often a value needs quotes."
