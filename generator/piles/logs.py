"""A server's log: what one looks like, its lines, and which of them tell of a mail that did not arrive.

Knows no product: what a line says, the engine decides. Imports the standard library only.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

_STAMP = re.compile(
    rb"(?:<\d{1,3}>)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d:\d\d "
    rb"|(?:<\d{1,3}>\d* )?\[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d"
    rb'|\{"'
)
"""How a line of a log begins: as syslog writes it, with a date, or as an object of JSON."""
_TRIED = 20
_LONGEST = 65536
"""Bytes of a line that are read; the engine reads fewer."""
_MAY_TELL = re.compile(rb"@|(?<![\d.])[45]\d\d(?![\d.])|[45]\.\d{1,3}\.\d{1,3}")


def is_log(head: bytes, whole: bool) -> bool:
    """Whether a file that begins with these bytes is a log; `whole`: there is no more of it."""
    lines = head.split(b"\n")
    found = [line for line in (lines if whole else lines[:-1]) if line.strip()][:_TRIED]
    return len(found) > 1 and all(_STAMP.match(line) for line in found)


def lines(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Each line of a log that comes in pieces, without its end; of one that never ends, the first part."""
    held = b""
    cut = False
    for piece in pieces:
        *whole, held = (held + piece).split(b"\n")
        if whole and cut:
            yield whole.pop(0)[:_LONGEST]
            cut = False
        yield from (line[:_LONGEST] for line in whole)
        if len(held) > _LONGEST:
            held, cut = held[:_LONGEST], True
    if held:
        yield held


def may_tell(line: bytes) -> bool:
    """Whether a line holds anything that `tells` goes by, an address or a code: the engine is spared the rest."""
    return bool(_MAY_TELL.search(line))


def tells(result: Mapping[str, Any]) -> bool:
    """Whether a line is about a recipient whose mail did not arrive, or whose server refused one or has it wait."""
    return any(
        one["kind"] in ("bounce", "delay") and (one["recipient"] or one["reply_code"] or one["status"])
        for one in result["recipients"]
    )
