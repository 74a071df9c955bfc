"""A comparison as lines for people: what a reviewer has to look at first stands first.

Imports its siblings. Never prints.
"""

from collections.abc import Iterator, Set

from generator.comparing.cases import Case
from generator.comparing.comparison import Comparison
from generator.comparing.moves import CHANGES, Answer, Found


def report(comparison: Comparison) -> Iterator[str]:
    """Every move under its heading, then the counts."""
    moves = comparison.moves
    for change, heading in CHANGES.items():
        of_change = [one for one in moves if one.change == change]
        if not of_change:
            continue
        yield f"{heading}: {len(of_change)}"
        for one in of_change:
            yield f"  {one.case.where}{_belongs(one.case)}"
            yield from (f"    - {line}" for line in _lines(one.old, one.new))
            yield from (f"    + {line}" for line in _lines(one.new, one.old))
        yield ""
    unread = f", {comparison.unread} of them could not be examined" if comparison.unread else ""
    yield f"{comparison.inputs} inputs{unread}: {f'{len(moves)} moved.' if moves else 'every answer is the same.'}"


def _belongs(case: Case) -> str:
    age = {"new": "new ", "old": "former ", None: ""}[case.side]
    return f" ({age}{case.kind}{f' of {case.owner}' if case.owner else ''})" if case.kind != "file" else ""


def _lines(answer: Answer, other: Answer) -> list[str]:
    """A line for each recipient of whom the other answer says something else."""
    kind = answer.kind if answer.kind != other.kind else ""
    different = [found for found in answer.recipients if kind or found not in other.recipients]
    known = {value for found in other.recipients for value in found.values.items()}
    lines = [_line(kind, found, known, named=len(answer.recipients) > 1) for found in different]
    return lines or [kind or "nothing about other recipients"]


def _line(kind: str, found: Found, known: Set[tuple[str, str]], named: bool) -> str:
    who = f"{found.recipient or 'no recipient'}: " if named else ""
    article = f"{found.article}, {found.confidence}" if found.article else "no article"
    values = ", ".join(f"{name}={value}" for name, value in sorted(found.values.items() - known))
    then = f"; then {', '.join(found.others)}" if found.others else ""
    return f"{f'({kind}) ' if kind else ''}{who}{article}{f' ({values})' if values else ''}{then}"
