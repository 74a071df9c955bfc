"""How well a result is answered, and which wording is missing where it isn't.

Imports the types of a result and how a sentence gets its holes. Never counts.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.characters import clean
from generator.report.holes import with_holes

if TYPE_CHECKING:
    # Typed with pydantic, which a command that only answers need not load.
    from generator.hosts.types import Result

BOUNCES = ("bounce", "delay")
"""The kinds of mail that have a cause."""
VERDICTS = ("certain", "likely", "possible", "unanswered", "no bounce")
"""From the best on."""


def verdict(result: Result) -> str:
    """One of VERDICTS, by the best answer to any recipient."""
    if result["kind"] not in BOUNCES:
        return "no bounce"
    best = [r["matches"][0]["confidence"] for r in result["recipients"] if r["matches"]]
    return min(best, key=VERDICTS.index) if best else "unanswered"


def wording(result: Result) -> str:
    """What the server said, with holes where it varies from mail to mail; empty where no answer was found."""
    said = next((r["diagnostic"] for r in result["recipients"] if r["diagnostic"]), "")
    return clean(with_holes(said))
