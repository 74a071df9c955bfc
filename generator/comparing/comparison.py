"""Asks both sides the same things, side by side, and keeps what they answer differently.

Imports its siblings. Never prints: who compares is told of each answer that comes and of each sentence about an input.
"""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from generator.comparing.cases import Case, cases, names
from generator.comparing.moves import CHANGES, NO_ANSWER, Answer, Move, answer, move
from generator.comparing.sides import Side


@dataclass(frozen=True)
class Comparison:
    """What moved, in the order of CHANGES; of how many inputs; and how many of them neither side could examine."""

    moves: tuple[Move, ...]
    inputs: int
    unread: int

    def as_json(self) -> dict[str, Any]:
        """The comparison as JSON values."""
        counts = {change: sum(one.change == change for one in self.moves) for change in CHANGES}
        numbers = {"inputs": self.inputs, "unread": self.unread, "moved": len(self.moves), "counts": counts}
        return {**numbers, "moves": [one.as_json() for one in self.moves]}


class Asking:
    """Two sides and what they are asked: what stands in their catalogues, and the files below `folder`."""

    def __init__(self, old: Side, new: Side, folder: Path | None) -> None:
        self._sides = (old, new)
        self.names = names(old, new)
        self.cases: Sequence[Case] = cases(old, new, folder)

    def compare(self, answered: Callable[[], None], say: Callable[[str], None]) -> Comparison:
        """Have both sides answer, and compare what they say.

        `answered` is called for each answer of either, `say` once for each sentence about an input.
        """
        with tempfile.TemporaryDirectory(prefix="bouncekb-") as scratch:
            places = {str(_on_disk(case, Path(scratch), number)): case for number, case in enumerate(self.cases)}
            voice = _Voice(places, answered, say)
            with ThreadPoolExecutor(2) as pool:
                old_answers, new_answers = pool.map(lambda side: self._answers(side, places, voice), self._sides)
        moves: list[Move] = []
        unread = 0
        for place, case in places.items():
            was, is_ = old_answers.get(place, NO_ANSWER), new_answers.get(place, NO_ANSWER)
            unread += was is is_
            moves += filter(None, [move(case, was, is_, self.names)])
        order = list(CHANGES)
        return Comparison(tuple(sorted(moves, key=lambda one: order.index(one.change))), len(places), unread)

    def _answers(self, side: Side, places: Mapping[str, Case], voice: "_Voice") -> dict[str, Answer]:
        found = {}
        try:
            for place, result in side.answers(list(places), lambda sentence: voice.say(side, sentence)):
                found[place] = answer(result, self.names)
                voice.answered()
                if voice.hushed:
                    break
        except BaseException:
            # Without this side there is nothing to compare: the other one need not go on.
            voice.hushed = True
            raise
        return found


class _Voice:
    """Tells of both sides at once, each thing once."""

    def __init__(self, places: Mapping[str, Case], answered: Callable[[], None], say: Callable[[str], None]) -> None:
        self._places = places
        self._answered = answered
        self._say = say
        self._said: set[str] = set()
        self.hushed = False
        self._lock = Lock()

    def answered(self) -> None:
        with self._lock:
            self._answered()

    def say(self, side: Side, sentence: str) -> None:
        place = sentence.partition(": ")[0]
        where = self._places[place].where if place in self._places else place
        sentence = (where + sentence[len(place) :]).replace(str(side.kb), side.shown(side.kb))
        with self._lock:
            if sentence not in self._said:
                self._said.add(sentence)
                self._say(sentence)


def _on_disk(case: Case, scratch: Path, number: int) -> Path:
    if isinstance(case.content, Path):
        return case.content
    path = scratch / f"{number}.txt"
    path.write_bytes(case.content.encode("utf-8", "surrogatepass"))
    return path
