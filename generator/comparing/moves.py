"""What a change means for one input: the two answers to it, and what a reviewer has to think of the difference.

Imports its sibling `cases`. Never asks an engine, never prints.
"""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from generator.comparing.cases import Case, Names

# In the order in which a reviewer wants to see them: first what got worse or better by the catalogue's own word.
CHANGES = {
    "right-to-wrong": "Right before, wrong now",
    "wrong-to-right": "Wrong before, right now",
    "unanswered": "No longer answered",
    "other-article": "Answered by another article",
    "answered": "Not answered before",
    "kind": "Read as another kind of mail",
    "confidence": "More or less sure",
    "values": "Other values",
    "rest": "Other articles behind the first, or other recipients",
}
"""Each kind of change, and its heading. An input has the first that is true of it."""


@dataclass(frozen=True)
class Found:
    """What was found for one recipient: the first article with how sure it is and its values, and those behind it."""

    recipient: str | None
    article: str | None
    confidence: str | None
    values: Mapping[str, str]
    others: tuple[str, ...]


@dataclass(frozen=True)
class Answer:
    """What one side says to an input."""

    kind: str
    recipients: tuple[Found, ...]

    @property
    def firsts(self) -> tuple[str, ...]:
        """The articles that rank first, each once, in order."""
        return tuple(dict.fromkeys(found.article for found in self.recipients if found.article))


NO_ANSWER = Answer("not examined", ())
"""Of a file that could not be read, or that the matcher could not examine."""


@dataclass(frozen=True)
class Move:
    """An input that is answered differently. `change` is one of CHANGES."""

    case: Case
    change: str
    old: Answer
    new: Answer

    def as_json(self) -> dict[str, Any]:
        """The move as JSON values."""
        return {
            "where": self.case.where,
            "input": self.case.kind,
            "owner": self.case.owner,
            "only_in": self.case.side,
            "change": self.change,
            "old": asdict(self.old),
            "new": asdict(self.new),
        }


def answer(result: Mapping[str, Any], names: Names) -> Answer:
    """The answer in a result of `bouncekb match --json`, with the ids of today."""
    return Answer(result["kind"], tuple(_found(one, names) for one in result["recipients"]))


def _found(recipient: Mapping[str, Any], names: Names) -> Found:
    matches = recipient["matches"]
    first = matches[0] if matches else {}
    return Found(
        recipient["recipient"],
        names.now(first["article"]) if first else None,
        first.get("confidence"),
        first.get("values", {}),
        tuple(names.now(match["article"]) for match in matches[1:]),
    )


def move(case: Case, old: Answer, new: Answer, names: Names) -> Move | None:
    """What became of an input; None if it is answered as before."""
    if old == new:
        return None
    owner = names.now(case.owner) if case.owner else None
    return Move(case, _change(owner, old, new), old, new)


def _change(owner: str | None, old: Answer, new: Answer) -> str:
    was, is_ = old.firsts, new.firsts
    if owner and (owner in was) != (owner in is_):
        return "right-to-wrong" if owner in was else "wrong-to-right"
    if was != is_:
        return "unanswered" if not is_ else "answered" if not was else "other-article"
    if old.kind != new.kind:
        return "kind"
    pairs = [(found.recipient, found.article) for found in old.recipients]
    if pairs != [(found.recipient, found.article) for found in new.recipients]:
        return "rest"
    both = list(zip(old.recipients, new.recipients, strict=True))
    if any(before.confidence != after.confidence for before, after in both):
        return "confidence"
    return "values" if any(before.values != after.values for before, after in both) else "rest"
