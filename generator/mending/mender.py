"""Carries out the mends of a catalogue's problems, and keeps only what made it better.

First what keeps files from loading, then what the checks say of those that load: many mends at once, and one at a time
where that didn't help. After each attempt the catalogue is looked at again; if the problem is still there, or another
one came up, every file is put back as it was. Imports the catalogue and the checks. Never decides what is wrong.
"""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.catalogue import LoadResult, Problem, load_catalogue
from generator.catalogue.mends import Move
from generator.characters import visible
from generator.checks import LOADING, run_checks
from generator.mending.attempt import Attempt

# Behind what keeps a file from being read as YAML at all, everything else that is wrong with it was hidden.
_HIDING = {"place", "yaml", "duplicate-key"}


@dataclass(frozen=True)
class Mended:
    """A problem that is no more, and what was done."""

    problem: Problem

    @property
    def moved_to(self) -> list[Path]:
        """Where its file is now, if that is elsewhere."""
        return [mend.to for mend in self.problem.mends if isinstance(mend, Move)]

    def __str__(self) -> str:
        done = " and ".join(map(str, self.problem.mends))
        return visible(f"{str(self.problem).partition(' Mend: ')[0]} Mended: {done}.")


def mend_catalogue(
    kb: Path, today: date, wanted: Callable[[str], bool], overlays: Sequence[Path] = ()
) -> tuple[list[Mended], list[Problem]]:
    """Mend the problems of the files that are `wanted`; what was mended, and all problems that are left."""

    def load() -> LoadResult:
        return load_catalogue(kb, overlays=overlays)

    mender = _Mender(wanted)
    mender.settle(lambda: load().problems, lambda check: check in LOADING)
    left = mender.settle(lambda: run_checks(load(), today), lambda check: check not in LOADING)
    return mender.done, left


class _Mender:
    def __init__(self, wanted: Callable[[str], bool]) -> None:
        self.done: list[Mended] = []
        self._wanted = wanted
        self._once: dict[str, str] = {}
        """Where a file lay before it was moved: it is the one that was asked for."""

    def settle(self, look: Callable[[], Sequence[Problem]], ours: Callable[[str], bool]) -> list[Problem]:
        """Mend until nothing is left that a mend helps; the problems that stay."""
        before, vain, at_once = list(look()), set[_Name](), True
        while True:
            todo = [one for one in before if one.mends and ours(one.check) and _name(one) not in vain]
            todo = [one for one in todo if self._wanted(self._once.get(one.file, one.file))]
            if not todo:
                return before
            attempt = Attempt(todo if at_once else todo[:1])
            vain |= {_name(one) for one in attempt.refused}
            if not attempt.carried_out:
                continue
            after = self._after(attempt, look)
            if _better(before, after, attempt):
                before = after
                self._note(attempt)
                continue
            attempt.take_back()
            if len(attempt.carried_out) == 1:
                vain.add(_name(attempt.carried_out[0]))
            else:
                at_once = False

    def _after(self, attempt: Attempt, look: Callable[[], Sequence[Problem]]) -> list[Problem]:
        try:
            return list(look())
        except BaseException:
            attempt.take_back()
            raise

    def _note(self, attempt: Attempt) -> None:
        self.done += map(Mended, attempt.carried_out)
        self._once |= {new: self._once.get(old, old) for old, new in attempt.moves.items()}


def _better(before: Sequence[Problem], after: Sequence[Problem], attempt: Attempt) -> bool:
    """Whether what was to be mended is gone, and nothing else came up."""
    if {_name(one, attempt.moves) for one in attempt.carried_out} & {_name(one) for one in after}:
        return False
    left = Counter((attempt.moves.get(one.file, one.file), one.check) for one in before)
    left.subtract((attempt.moves.get(one.file, one.file), one.check) for one in attempt.carried_out)
    unveiled = {attempt.moves.get(one.file, one.file) for one in attempt.carried_out if one.check in _HIDING}
    are = Counter((one.file, one.check) for one in after)
    return all(count <= left[key] for key, count in are.items() if key[0] not in unveiled)


_Name = tuple[str, str, str, int]


def _name(problem: Problem, moves: Mapping[str, str] | None = None) -> _Name:
    """What makes a problem the same one after a mend.

    Not its line, nor another file's line that its message names: mends of what the checks find add and remove lines.
    Those of what the loader finds don't, and there only the line tells two faults of one kind apart.
    """
    file = (moves or {}).get(problem.file, problem.file)
    message = re.sub(r":\d+", "", problem.message)
    return file, problem.check, message, problem.line if problem.check in LOADING else 0
