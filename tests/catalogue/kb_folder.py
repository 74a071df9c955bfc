"""A small catalogue to be broken in one place by each test."""

import shutil
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.catalogue import Problem, load_catalogue
from generator.checks import LOADING, all_checks, run_checks
from generator.checks._context import Context

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 24)


class KbFolder:
    """A copy of data/good (which has no fault) or another catalogue there, changed by the words of its files."""

    def __init__(self, folder: Path, name: str = "good") -> None:
        self.path = folder / "kb"
        shutil.copytree(DATA / name, self.path)

    @classmethod
    def at(cls, path: Path) -> "KbFolder":
        """A catalogue that is there already."""
        folder = cls.__new__(cls)
        folder.path = path
        return folder

    def change(self, name: str, old: str, new: str) -> None:
        """Replace words that stand once in a file."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def read(self, name: str) -> str:
        """The text of a file."""
        return (self.path / name).read_text(encoding="utf-8")

    def write(self, name: str, text: str | bytes) -> None:
        """Make a file anew."""
        file = self.path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def problems(self) -> list[Problem]:
        """What the checks say, with file names relative to the folder."""
        return self._relative(run_checks(load_catalogue(self.path), TODAY))

    def found_by(self, check: str) -> list[Problem]:
        """The same from one check alone, which costs no engine where the check needs none."""
        loaded = load_catalogue(self.path)
        if check in LOADING:
            return self._relative(loaded.problems)
        alone = next((one for one in all_checks() if one.id == check), None)
        if alone is None:
            return self.problems()
        return self._relative(sorted(alone.check(Context(loaded.catalogue, TODAY))))

    def _relative(self, problems: Iterable[Problem]) -> list[Problem]:
        prefix = self.path.as_posix() + "/"
        return [replace(one, file=one.file.removeprefix(prefix)) for one in problems]

    def line(self, name: str, words: str) -> int:
        """The line of a file on which these words stand first."""
        lines = self.read(name).splitlines()
        return next(number for number, line in enumerate(lines, start=1) if words in line)
