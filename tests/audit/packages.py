"""The packages that are locked, from PyPI and npm, each with its licence and its hashes.

Reads the two locks and what is installed. Never uses the network.
"""

from __future__ import annotations

import base64
import importlib.metadata
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.conftest import PROJECT

_LOCKED = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)(.*(?:\n[ ]+--hash=.*)*)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")

# Of those whose metadata says nothing that a program can read: read in the licence that they bring.
_READ = {
    "axe-playwright-python": "MIT",
    "colorama": "BSD-3-Clause",
    "quickjs-ng": "MIT",
}
# The words of classifiers and of the older field, as SPDX has them.
_SPDX = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}


@dataclass(frozen=True)
class Package:
    """A locked package. `licence` is an SPDX expression, or "" if nobody knows. `needed`: by who builds, not only by tests."""

    kind: str
    name: str
    version: str
    licence: str
    needed: bool
    hashes: tuple[tuple[str, str], ...]


def locked() -> list[Package]:
    """All of them, in the order of their names."""
    return sorted([*_python(), *_npm()], key=lambda one: (one.kind, one.name, one.version))


def _python() -> Iterator[Package]:
    needed = _needed()
    for name, version, rest in _LOCKED.findall((PROJECT / "requirements.txt").read_text(encoding="utf-8")):
        hashes = tuple(("SHA-256", value) for value in sorted(_HASH.findall(rest)))
        yield Package("pypi", name, version, _licence(name), canonicalize_name(name) in needed, hashes)


def _npm() -> Iterator[Package]:
    lock = json.loads((PROJECT / "generator" / "package-lock.json").read_text(encoding="utf-8"))
    for path, one in lock["packages"].items():
        if path:
            kind, _, value = one["integrity"].partition("-")
            hashes = ((f"SHA-{kind.removeprefix('sha')}", base64.b64decode(value).hex()),)
            name = path.rpartition("node_modules/")[2]
            yield Package("npm", name, one["version"], one.get("license", ""), not one.get("dev"), hashes)


def _licence(name: str) -> str:
    try:
        metadata = importlib.metadata.metadata(name).json
    except importlib.metadata.PackageNotFoundError:
        # Locked for another system or an older Python.
        return _READ.get(name, "")
    classified = [
        line.rpartition(" :: ")[2] for line in metadata.get("classifier", ()) if line.startswith("License ::")
    ]
    said = [metadata.get("license_expression"), _READ.get(name), metadata.get("license"), *classified]
    known = [_SPDX.get(one, one) for one in map(str, filter(None, said)) if one != "UNKNOWN" and "\n" not in one]
    return known[0] if known else ""


def _needed() -> set[str]:
    """Who builds the site needs these: our dependencies and theirs, on any system."""
    waiting: list[str] = ["bouncekb"]
    found: set[str] = set()
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found:
            continue
        found.add(name)
        try:
            lines = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue
        waiting += [one.name for one in map(Requirement, lines) if "extra" not in str(one.marker)]
    return found
