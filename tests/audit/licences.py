"""Which licences a package of ours may have. Nothing of these packages is shipped but what docs/assets/licences.txt names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from tests.audit.packages import Package

ALLOWED = frozenset(
    ("0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "MIT", "MIT-0", "MPL-2.0", "PSF-2.0", "Unlicense")
)
"""Licences that let anybody build the site and publish it; MPL binds only who changes the package itself."""


def refused(packages: Iterable[Package]) -> Iterator[str]:
    """A sentence for each package whose licence isn't known or isn't allowed."""
    for one in packages:
        if not one.licence:
            yield f"{one.name} {one.version}: no licence is known. Read it, and note it in tests/audit/packages.py."
        elif not _allows(one.licence):
            yield f"{one.name} {one.version}: {one.licence} is not among the licences in tests/audit/licences.py."


def _allows(expression: str) -> bool:
    """Is one side of an `OR` allowed, with every part of its `AND`?"""
    sides = re.split(r"\s+OR\s+", expression.replace("(", "").replace(")", ""))
    return any(all(part in ALLOWED for part in re.split(r"\s+AND\s+", side)) for side in sides)
