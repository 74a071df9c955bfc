"""What holds for every answer, whatever was asked. Knows no engine: it looks at what one said."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from generator.hosts.schema import RESULT
from generator.hosts.types import Result
from tests.engine.helpers import unit_slice, utf16
from tests.fuzz.inputs import Input

# As in engine/limits.js, and what a stage may take before it asks again whether anything is left.
WORK_BASE, WORK_PER_UNIT, UNASKED = 2_000_000, 8, 300_000
# An address that somebody could have. Stars in place of a name, as some servers write, and what is left of bytes that
# were read in the wrong charset are nobody's.
_PLAIN = re.compile(r"[!-~]*[a-z0-9][!-~]*@[a-z0-9-]+(\.[a-z0-9-]+)+")
# Addresses of no person: what redaction leaves of a known system (kb/words/redaction.yaml).
_MACHINES = ("mailer-daemon@", "postmaster@", "mail-daemon@", "mdaemon@")
MOST_EVIDENCE, LARGEST_EVIDENCE = 4000 + 40, 400_000


def wrong(given: Input, result: Result, steps: int, redacted: dict[str, Any]) -> Iterator[str]:
    """A sentence for each thing that doesn't hold."""
    try:
        RESULT.validate_python(result, strict=True)
    except ValidationError as error:
        yield f"no result as it is promised: {error.errors()[0]['msg']} at {error.errors()[0]['loc']}"
        return
    text = result["text"]
    yield from _places(text, result)
    allowed = WORK_BASE + WORK_PER_UNIT * (_units(next(iter(given.values()))) + _units(text)) + UNASKED
    if steps > allowed:
        yield f"{steps} steps where {allowed} are allowed"
    yield from _redaction(result, redacted)


def _places(text: str, result: Result) -> Iterator[str]:
    end = _units(text)
    plain = end == len(text)
    found = [item for one in result["recipients"] for match in one["matches"] for item in match["evidence"]]
    for item in found:
        start, stop = item["start"], item["end"]
        if not 0 <= start < stop <= end:
            yield f"evidence from {start} to {stop} of {end}"
        elif (text[start:stop] if plain else unit_slice(text, start, stop)) != item["text"]:
            yield f"evidence from {start} to {stop} is not {item['text']!r}"
    for sign in result["signs"]:
        if not 0 <= sign["start"] < sign["end"] <= end:
            yield f"a sign from {sign['start']} to {sign['end']} of {end}"
    if len(found) > MOST_EVIDENCE or sum(len(item["text"]) for item in found) > LARGEST_EVIDENCE + end:
        yield f"{len(found)} pieces of evidence"
    for one in result["recipients"]:
        if any(not match["evidence"] for match in one["matches"]) and "evidence" not in result["left_out"]:
            yield "a match without evidence"


def _redaction(result: Result, redacted: dict[str, Any]) -> Iterator[str]:
    text = redacted["text"]
    for token in redacted["tokens"]:
        if token["token"] not in text:
            yield f"the token {json.dumps(token)} is nowhere in what was redacted"
    folded = text.casefold()
    for one in result["recipients"]:
        address = (one["recipient"] or "").casefold()
        # As a whole: what is torn from a machine's address, which stays, is still a part of that.
        whole = rf"(?<![\w.+-]){re.escape(address)}(?![\w-])"
        if _PLAIN.fullmatch(address) and not address.startswith(_MACHINES) and re.search(whole, folded):
            yield f"{address!r} stands in what was redacted"


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(utf16(text)) // 2
