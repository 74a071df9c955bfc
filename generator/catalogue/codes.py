"""All codes of the catalogue, with X and ranges resolved.

Imports the model. Never judges: what is written twice or wrongly is a check's business.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from generator.catalogue.model import CodeList, RefusedBy, Source, Text, WrittenCode, WrittenStatusCode

NONE = "none"
"""Stands in place of a usual article where a code by itself means too many things."""


@dataclass(frozen=True)
class Code:
    """One code, or one range of status codes.

    `usual` is the id of the article that a bare code most often means, `refused_by` whose decision it always is.
    """

    code: str
    kind: Literal["reply", "status", "vendor"]
    provider: str
    title: Text
    meaning: Text
    standard: str | None
    usual: str | None
    refused_by: RefusedBy | None
    sources: tuple[Source, ...]

    @property
    def is_range(self) -> bool:
        """Whether this stands for several status codes (`5.7.606-5.7.649`)."""
        return self.kind == "status" and "-" in self.code

    def members(self, limit: int = 200) -> list[str]:
        """The codes that this stands for, at most `limit` of them."""
        if not self.is_range:
            return [self.code]
        first, last = bounds(self.code)
        prefix = self.code.split("-")[0].rpartition(".")[0]
        return [f"{prefix}.{number}" for number in range(first[2], last[2] + 1)][:limit]

    def covers(self, code: str) -> bool:
        """Whether `code`, itself a code or a range, is this or lies inside this range."""
        if code == self.code or not self.is_range or not re.fullmatch(r"[\d.]+(-[\d.]+)?", code):
            return code == self.code
        (first, last), (low, high) = bounds(self.code), bounds(code)
        return first <= low and high <= last and len(low) == 3


class CodeTable(Mapping[str, Code]):
    """Codes by what is written for them: '550', '5.1.1', '5.7.606-5.7.649', 'S3140'. `find` also looks into ranges."""

    def __init__(self, codes: Iterable[Code]) -> None:
        self._codes: dict[str, Code] = {}
        for code in codes:
            self._codes.setdefault(code.code, code)
        self._ranges = [code for code in self._codes.values() if code.is_range]
        self._found: dict[str, Code | None] = {}

    def find(self, code: str) -> Code | None:
        """The code itself, or the narrowest range that covers it."""
        if code in self._codes:
            return self._codes[code]
        if code not in self._found:
            covering = [found for found in self._ranges if found.covers(code)]
            self._found[code] = min(covering, key=lambda found: len(found.members(1000)), default=None)
        return self._found[code]

    def __getitem__(self, code: str) -> Code:
        return self._codes[code]

    def __iter__(self) -> Iterator[str]:
        return iter(self._codes)

    def __len__(self) -> int:
        return len(self._codes)


def bounds(written: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """First and last status code of a range (or twice the code itself), as numbers."""
    first, _, last = written.partition("-")
    return _numbers(first), _numbers(last or first)


def spellings(written: WrittenCode) -> list[tuple[str, str]]:
    """Each code that is written here, with its usual article's id or `none`: X.1.1 gives one for each class."""
    if not isinstance(written, WrittenStatusCode) or not written.classes:
        return [(written.code, written.usual if isinstance(written.usual, str) else NONE)]
    usual = written.usual if isinstance(written.usual, dict) else dict.fromkeys(written.classes, written.usual)
    return [(written.code.replace("X", digit, 1), usual.get(digit, NONE)) for digit in written.classes]


def expand(code_list: CodeList) -> Iterator[Code]:
    """Every code of a file, X.1.1 once for each of its classes."""
    for written in code_list.codes:
        for name, usual in spellings(written):
            yield Code(
                code=name,
                kind=code_list.kind,
                provider=code_list.provider,
                title=written.title,
                meaning=written.meaning,
                standard=written.standard,
                usual=None if usual == NONE else usual,
                refused_by=written.refused_by,
                sources=code_list.sources,
            )


def _numbers(code: str) -> tuple[int, ...]:
    return tuple(int(part) for part in code.split("."))
