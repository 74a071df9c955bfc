"""Lays the files of an overlay over those below it: what is added, what is replaced, and what must not be.

No id is taken over silently: a file whose id is taken counts only if it says `overrides: true`, and one that says so
must have something to replace. The first layer, the project's own, lies on nothing. Imports the model. Never reads a
file.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

from generator.catalogue.article import Article
from generator.catalogue.host import Host
from generator.catalogue.mends import Append
from generator.catalogue.model import Entry, Provider, Vocabulary
from generator.catalogue.overlay import LetterFrames
from generator.catalogue.problem import Key, Problem
from generator.catalogue.reporter import Reporter
from generator.catalogue.scalars import LETTER_PARTS, VALUE

OVERLAY = "overlay"

_Entry = TypeVar("_Entry", bound=Entry)


def laid_over(below: Sequence[_Entry], own: Sequence[_Entry]) -> tuple[tuple[_Entry, ...], list[Problem]]:
    """What counts of both, and what is wrong with `own`. Of a file that may not replace another, the other counts."""
    ids = {_id(one): one for one in below}
    formerly = {old: one for one in below for old in _former_ids(one)}
    problems: list[Problem] = []
    kept: list[_Entry] = []
    replaced: set[str] = set()
    for one in own:
        found = list(_wrong(one, ids, formerly))
        problems += found
        # A missing former id is no reason to leave a file out: everything that it says holds.
        if one.overrides or _id(one) not in ids:
            kept.append(one)
            replaced.add(_id(one))
    return (*(one for one in below if _id(one) not in replaced), *kept), problems


def unknown_values(letters: LetterFrames, vocabulary: Vocabulary) -> Iterator[Problem]:
    """Values of frames that nothing could ever fill."""
    known = [*LETTER_PARTS, *(one.id for one in vocabulary.placeholders)]
    for name, frame in letters.frames.items():
        for lang in ("ja", "en"):
            for value in VALUE.findall(frame.say(lang)):
                if value not in known:
                    mend = f"Take one of these: {', '.join(known)}."
                    yield letters.origin.problem(
                        OVERLAY, ("frames", name, lang), f"There is no value `{{{value}}}` for a letter.", mend
                    )


def _wrong(one: Entry, ids: Mapping[str, Entry], formerly: Mapping[str, Entry]) -> Iterator[Problem]:
    name = _id(one)
    there = ids.get(name)
    at: tuple[Key, ...] = ("id",)
    if there is not None and not one.overrides:
        mend = "Write `overrides: true` into this file if it is to replace that one whole, or choose another id."
        yield one.origin.problem(OVERLAY, at, f"The id `{name}` is already taken by {_place(there)}.", mend)
    elif there is None and name in formerly:
        message = f"The id `{name}` is a former one of {_place(formerly[name])}."
        mend = f"To replace that one, call this `{_id(formerly[name])}`; if it is another cause, choose another id."
        yield one.origin.problem(OVERLAY, at, message, mend)
    elif there is None and one.overrides:
        message = f"There is no `{name}` below this file that it could replace."
        mend = "Remove `overrides`, or give it the id of the file that it is to replace."
        yield one.origin.problem(OVERLAY, ("overrides",), message, mend)
    for index, old in enumerate(_former_ids(one)):
        other = ids.get(old) or formerly.get(old)
        if other is not None and other is not there:
            message = f"The former id `{old}` is already taken by {_place(other)}."
            yield one.origin.problem(OVERLAY, ("formerly", index), message, "Remove it.")
    if there is not None and one.overrides:
        for old in _former_ids(there):
            if old not in _former_ids(one):
                message = f"The article that this replaces was called `{old}` once, and its old address would be lost."
                mend = f"Add `{old}` to `formerly`."
                yield one.origin.problem(OVERLAY, ("id",), message, mend, Append("formerly", "id", old))


def _id(one: Entry) -> str:
    """What an entry is known by: a list of codes by the name of its file."""
    return one.id if isinstance(one, Article | Provider | Reporter | Host) else one.origin.path.stem


def _former_ids(one: Entry) -> tuple[str, ...]:
    return one.formerly if isinstance(one, Article) else ()


def _place(one: Entry) -> str:
    return f"{one.origin.path.as_posix()}:{one.origin.line('id')}"
