"""Codes by what is written for them, with ranges of status codes looked into.

Imports nothing of this project, so that a command that only looks codes up need not load the catalogue.
"""

import re
from collections.abc import Mapping
from typing import Generic, TypeVar

T = TypeVar("T")

_RANGE = re.compile(r"([245]\.\d{1,3}\.)(\d{1,3})-\1(\d{1,3})")


class CodeBook(Generic[T]):
    """What is known of codes: by the code itself, else by the narrowest range around it."""

    def __init__(self, entries: Mapping[str, T]) -> None:
        self._exact = entries
        found = [(match, value) for code, value in entries.items() if (match := _RANGE.fullmatch(code))]
        self._ranges = sorted(
            ((int(match[3]) - int(match[2]), match[1], int(match[2]), int(match[3]), value) for match, value in found),
            key=lambda one: one[0],
        )

    def find(self, code: str) -> T | None:
        """The entry of a code, or None."""
        if code in self._exact:
            return self._exact[code]
        prefix, _, detail = code.rpartition(".")
        if not detail.isdigit():
            return None
        covering = (one for one in self._ranges if one[1] == f"{prefix}." and one[2] <= int(detail) <= one[3])
        return next((one[4] for one in covering), None)
