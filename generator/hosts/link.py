"""Links ES modules of `generator/engine/` and `generator/view/` into one classic script.

Classic, because pages opened from a disk may not load modules, and because QuickJS has no module loader here.
Imports the minifier only. Never runs a script; knows of modules only how they import and export.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

import minify

SOURCES = Path(__file__).parent.parent
"""Modules are named by their path below this folder, such as "engine/engine.js"."""

SYNTAX = 2020
"""The newest edition of ECMAScript whose syntax a script may use: every browser of today and QuickJS read it."""

SHELF = "(globalThis.document?.currentScript?.shelf??globalThis)"
"""Where a script leaves what others use, as an expression to be evaluated while it runs: the page, but on somebody
else's page an object that the script's element brings along (view/scripts.js), so that no name of ours is global."""

_IMPORT = re.compile(r"^import \{\s*([^}]+?),?\s*\} from '(\.{1,2}/[\w/.-]+\.js)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function|const|let|class) \*?([\w$]+))", re.MULTILINE)


class LinkError(Exception):
    """Modules that cannot be linked; the message says which and what to write instead."""


def link_modules(publish: Mapping[str, str]) -> str:
    """One classic script of the given modules and all that they import.

    `publish` maps a module to the global name that its exports get, e.g. {"engine/engine.js": "BounceEngine"}.
    Raises LinkError on a ring of imports and on a form of import or export that is not known here.
    """
    names = "".join(f"shelf.{name} = {_variable(module)};\n" for module, name in publish.items())
    return _script(tuple(publish), f"const shelf = {SHELF};\n{names}")


def link_program(module: str, function: str, settings: str) -> str:
    """One classic script that calls an exported function of a module, and leaves no name behind.

    `settings` is JSON, its one argument. Raises LinkError like `link_modules`.
    """
    return _script((module,), f"{_variable(module)}.{function}({settings});\n")


def link_package(modules: Sequence[str]) -> str:
    """One module for programs in JavaScript, with the exports of the given modules and nothing to import."""
    names = ", ".join(name for module in modules for name in _EXPORT.findall(_source(module)))
    whole = ", ".join(f"...{_variable(module)}" for module in modules)
    return _minified(f"export const {{ {names} }} = (() => {{\n{_bodies(modules)}return {{ {whole} }};\n}})();\n")


def data_script(name: str, data: str) -> str:
    """One classic script that leaves JSON under this name."""
    return f"{SHELF}.{name}={data};\n"


def _script(entries: Sequence[str], end: str) -> str:
    return _minified(f'(() => {{\n"use strict";\n{_bodies(entries)}{end}}})();\n')


def _bodies(entries: Sequence[str]) -> str:
    return "".join(_linked(name) for name in _in_order(entries))


def _minified(script: str) -> str:
    # With short local names and without comments a page loads half as much; every host still runs the same bytes.
    minify.config({"js-version": SYNTAX})
    return f"{minify.string('application/javascript', script)};\n"


def _in_order(entries: Sequence[str]) -> list[str]:
    order: list[str] = []
    entered: set[str] = set()

    def visit(name: str) -> None:
        if name in order:
            return
        if name in entered:
            raise LinkError(f"generator/{name} imports itself over other modules; modules must not form a ring.")
        entered.add(name)
        for found in _IMPORT.finditer(_source(name)):
            visit(_target(name, found[2]))
        order.append(name)

    for entry in entries:
        visit(entry)
    return order


def _linked(name: str) -> str:
    source = _source(name)
    exported = _EXPORT.findall(source)
    source = _IMPORT.sub(
        lambda m: f"const {{ {m[1].replace(' as ', ': ')} }} = {_variable(_target(name, m[2]))};\n", source
    )
    source = _EXPORT.sub("", source)
    if left := re.search(r"^(?:import|export)\b.*", source, re.MULTILINE):
        raise LinkError(
            f"generator/{name}: the linker does not know this form: {left[0]!r}. "
            "Write `import { a, b } from './x.js';`; export functions, consts and classes where they stand."
        )
    return f"const {_variable(name)} = (() => {{\n{source}\nreturn {{ {', '.join(exported)} }};\n}})();\n"


def _source(name: str) -> str:
    return (SOURCES / name).read_text("utf-8")


def _target(importer: str, written: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(importer), written))


def _variable(name: str) -> str:
    return "m_" + re.sub(r"\W", "_", name.removesuffix(".js"))
