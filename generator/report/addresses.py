"""What a list does with each address: by the latest word of a server about it.

Imports the types of a result. Never counts causes.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Literal

from generator.hosts.types import Recipient

Action = Literal["remove", "pause", "check", "keep"]
ACTIONS: tuple[Action, ...] = ("remove", "pause", "check", "keep")
"""`check`: the cause isn't known, so that somebody has to look."""


@dataclass(slots=True)
class Address:
    """An address as it was written first, how often it was refused, and the latest word about it.

    `article` is the cause, None where it isn't known, or where mail was delivered meanwhile (`delivered`).
    """

    written: str
    refused: int = 0
    date: str = ""
    action: Action = "keep"
    article: str | None = None
    confidence: str | None = None
    code: str = ""
    meant: str | None = None
    delivered: bool = False


class Addresses:
    """All addresses of a pile. `action`: what a list does with an address for the cause that an article is about."""

    def __init__(self, action: Callable[[str], Action]) -> None:
        self._action = action
        self._found: dict[str, Address] = {}

    def add(self, one: Recipient, date: str) -> None:
        """Take what was said about a recipient; `date` is ISO 8601 or empty, and then nothing dated yields to it."""
        written = one["recipient"]
        if not written:
            return
        found = self._found.setdefault(written.casefold(), Address(written))
        delivered = one["kind"] == "delivered"
        found.refused += not delivered
        if date < found.date:
            return
        found.delivered = delivered
        match = one["matches"][0] if one["matches"] and not delivered else None
        found.date, found.meant = date, one["meant_domain"]
        found.article = match["article"] if match else None
        found.confidence = match["confidence"] if match else None
        found.code = " ".join(filter(None, (one["reply_code"], one["status"])))
        found.action = self._decided(one)

    def _decided(self, one: Recipient) -> Action:
        if one["kind"] == "delivered":
            return "keep"
        if not one["matches"]:
            return "check"
        best = one["matches"][0]
        action = self._action(best["article"])
        # Nothing is struck off a list on a guess, nor while the server still tries.
        doubted = best["confidence"] == "possible" or one["kind"] == "delay"
        return "pause" if action == "remove" and doubted else action

    def of(self, action: Action) -> list[Address]:
        """The addresses with which this is done: those refused most often first."""
        found = (one for one in self._found.values() if one.action == action)
        return sorted(found, key=lambda one: (-one.refused, one.written.casefold()))

    def __iter__(self) -> Iterator[Address]:
        for action in ACTIONS:
            yield from self.of(action)
