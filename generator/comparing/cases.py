"""What both sides are asked: every example and near miss of both catalogues, once, and the files of a folder.

Reads only `examples`, `near_misses`, `id` and `formerly`, whatever else the model of either side has: the two may be
years apart. Imports the catalogue's reader.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, NamedTuple

from generator.catalogue import Origin
from generator.catalogue.reader import read
from generator.comparing.sides import Side

Kind = Literal["example", "near miss", "file"]


@dataclass(frozen=True)
class Case:
    """One thing to ask. `owner` is the article that should answer it, where somebody said which.

    `side` says which catalogue has it, if only one does.
    """

    where: str
    kind: Kind
    owner: str | None
    content: str | Path
    side: Literal["old", "new"] | None = None


@dataclass(frozen=True)
class Names:
    """The ids of articles over time: `now` says what an article of either side is called on the newer one."""

    later: Mapping[str, str]

    def now(self, name: str) -> str:
        """The id that this article has by now."""
        seen = {name}
        while (later := self.later.get(name)) and later not in seen:
            name = later
            seen.add(name)
        return name


def cases(old: Side, new: Side, folder: Path | None) -> list[Case]:
    """Everything to ask: what the new side has, what only the old one has, the files of the folder."""
    of_new, of_old = _of_catalogue(new), _of_catalogue(old)
    texts = [
        *(replace(case, side=None if text in of_old else "new") for text, case in of_new.items()),
        *(replace(case, side="old") for text, case in of_old.items() if text not in of_new),
    ]
    below = sorted(path for path in folder.rglob("*") if path.is_file()) if folder else []
    return [*texts, *(Case(path.as_posix(), "file", None, path) for path in below)]


def names(old: Side, new: Side) -> Names:
    """Which id became which, by what each article says it was called formerly."""
    later: dict[str, str] = {}
    for side in (old, new):
        articles = [(one.owner, one.value) for one in files(side) if one.owner]
        ids = {owner for owner, _ in articles}
        for owner, value in articles:
            later |= {name: owner for name in _list(value, "formerly") if isinstance(name, str) and name not in ids}
    return Names(later)


def _of_catalogue(side: Side) -> dict[str, Case]:
    """Every text once, with the place where it is an example if it is one anywhere."""
    found: dict[str, Case] = {}
    for case in sorted(_written(side), key=lambda case: case.kind):
        found.setdefault(str(case.content), case)
    return found


def _written(side: Side) -> Iterator[Case]:
    for file in files(side):
        for key, kind in _KINDS.items():
            for index, item in enumerate(_list(file.value, key)):
                mapping = item if isinstance(item, dict) else {"text": item}
                text, owner = mapping.get("text"), mapping.get("belongs_to") if kind == "near miss" else file.owner
                if isinstance(text, str):
                    where = f"{side.shown(file.origin.path)}:{file.origin.line(key, index)}"
                    yield Case(where, kind, owner if isinstance(owner, str) else None, text)


_KINDS: Mapping[str, Kind] = {"examples": "example", "near_misses": "near miss"}


class File(NamedTuple):
    """A file of a catalogue. `owner` is the article that it is, if it is one."""

    value: dict[str, Any]
    origin: Origin
    owner: str | None


def files(side: Side) -> Iterator[File]:
    """Every file of a side's catalogue that is a mapping, in the order of their paths."""
    for path in sorted(side.kb.rglob("*.yaml")):
        if path.name == _TEMPLATE or path.is_symlink() or not path.is_file():
            continue
        value, origin, _ = read(path)
        if isinstance(value, dict):
            name = value.get("id")
            article = path.relative_to(side.kb).parts[0] == "articles" and isinstance(name, str)
            yield File(value, origin, name if article else None)


_TEMPLATE = "TEMPLATE.yaml"


def _list(value: Mapping[str, Any], key: str) -> tuple[Any, ...]:
    found = value.get(key)
    return found if isinstance(found, tuple) else ()
