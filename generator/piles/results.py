"""The lines of `match --json` read back, for whoever counts what came of a pile that was matched before.

Imports pydantic and the types of a result. Never runs the engine.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from generator.hosts.types import Result


@dataclass(frozen=True)
class Told:
    """An input with a result."""

    file: str
    date: str | None
    result: Result


@dataclass(frozen=True)
class Failure:
    """An input without one."""

    file: str
    error: str


Line = Told | Failure
_LINE: TypeAdapter[Line] = TypeAdapter(Line)
_START = b'{"file":'


class ResultsError(Exception):
    """A line that is none of `match --json`; the message says which."""


def is_results(name: str) -> bool:
    """Whether a file holds such lines."""
    try:
        path = Path(name)
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(_START)) == _START
    except (OSError, ValueError):
        return False


def results(name: str) -> Iterator[Line]:
    """The results and errors in a file, in their order. A last line that was not written to its end is left out."""
    with Path(name).open("rb") as file:
        for number, line in enumerate(file, 1):
            if not line.endswith(b"\n"):
                return
            try:
                yield _LINE.validate_python(_whole(json.loads(line)))
            except ValueError as error:
                raise ResultsError(
                    f"{name}:{number}: this is no line of this version's `match --json`. "
                    "Leave the file out, or match its mails again."
                ) from error


def _whole(line: Any) -> Any:
    """A line as the parts that it is put together of."""
    if not isinstance(line, dict) or "error" in line:
        return line
    result = {key: value for key, value in line.items() if key not in ("file", "date")}
    return {"file": line.get("file"), "date": line.get("date"), "result": {"text": "", **result}}
