"""Which file of kb/ is what, by its place and name; and a problem for each that would otherwise be passed over.

An article that is called x.YAML, or that is a link to elsewhere, would be lost without a word. Links are never
followed: what they lead to is not part of the catalogue, and none of it may show up in a message.
An overlay is such a folder, too, with fewer kinds of files. Imports its neighbours `mends` and `problem`. Never reads a
file.
"""

import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.catalogue.mends import Move
from generator.catalogue.problem import Problem

PLACE = "place"

_GENERATED = "schema"
_DATA = {".yaml", ".yml", ".json"}
_ENTRIES = {"articles": 3, "providers": 2, "reporters": 2, "hosts": 2, "codes": 2}
_MEND = (
    "Name it articles/<provider>/<id>.yaml, providers/<id>.yaml, reporters/<id>.yaml, hosts/<id>.yaml, "
    "codes/<name>.yaml"
)


@dataclass(frozen=True)
class Layout:
    """What a folder may hold: single files, and by folder how many names lead to a file there, its own included."""

    single: Mapping[str, str]
    folders: Mapping[str, int]
    mend: str


WHOLE = Layout(
    single={"TEMPLATE.yaml": "template", "vocabulary.yaml": "vocabulary"},
    folders={**_ENTRIES, "words": 2, "concepts": 2},
    mend=f"{_MEND}, words/<name>.yaml or concepts/<name>.yaml, or move it out of here.",
)
"""A catalogue."""

OVER = Layout(
    single={"overlay.yaml": "overlay", "letters.yaml": "letters"},
    folders=_ENTRIES,
    mend=f"{_MEND} or letters.yaml, or move it out of here: an overlay holds nothing else.",
)
"""An overlay: vocabulary, words and concepts are those of the catalogue below it."""


def places(kb: Path, layout: Layout = WHOLE) -> tuple[dict[Path, str], list[Problem]]:
    """Each file that is part of the catalogue with what it is for, sorted; and what is wrong with the others."""
    found: dict[Path, str] = {}
    problems: list[Problem] = []
    for path in _within(kb):
        place = _place(path, path.relative_to(kb).parts, layout)
        if isinstance(place, Problem):
            problems.append(place)
        elif place:
            found[path] = place
    return found, problems


def broken_name(kb: Path, problem: Problem) -> str | None:
    """What is lost by a file that isn't read, as `Catalogue.broken` names it: `articles/<id>`, `providers/<id>` ..."""
    parts = Path(problem.file).relative_to(kb).parts
    return f"{parts[0]}/{Path(parts[-1]).stem}" if parts[0] in WHOLE.folders else None


def _within(kb: Path) -> Iterator[Path]:
    """Everything in the folder, except for what is hidden, generated, an editor's own copy, or words about a folder."""
    for path in sorted(kb.rglob("*")):
        parts, name = path.relative_to(kb).parts, path.name
        hidden = any(part.startswith(".") for part in parts)
        if not (hidden or parts[0] == _GENERATED or name[-1:] == "~" or name[:1] == "#" or name == "README.md"):
            yield path


def _place(path: Path, parts: tuple[str, ...], layout: Layout) -> str | Problem | None:
    try:
        mode = path.lstat().st_mode
    except OSError as error:
        return _problem(path, f"The file cannot be looked at: {error.strerror}.", "Make it readable, or remove it.")
    if stat.S_ISDIR(mode):
        return None
    if stat.S_ISLNK(mode):
        return _problem(path, "This is a link, and links are not followed.", "Put the file itself in its place.")
    there = layout.folders.get(parts[0]) == len(parts)
    place = parts[0] if there else layout.single.get("/".join(parts))
    if place and path.suffix == ".yaml":
        return place if stat.S_ISREG(mode) else _problem(path, "This is no ordinary file.", "Remove it.")
    if there and path.suffix.lower() in (".yaml", ".yml"):
        renamed = path.with_suffix(".yaml")
        message = f"A file that ends in {path.suffix} is not read."
        return _problem(path, message, f"Call it {renamed.name}.", Move(renamed))
    if parts[0] in layout.folders or path.suffix.lower() in _DATA:
        return _problem(path, "A file with this name and place is not part of the catalogue.", layout.mend)
    return None


def _problem(path: Path, message: str, mend: str, *mends: Move) -> Problem:
    return Problem(path.as_posix(), 0, PLACE, message, mend, mends)
