"""A small catalogue to be broken in one place by each test."""

import shutil
from datetime import date
from pathlib import Path

from generator.catalogue import Problem, load_catalogue
from generator.checks import run_checks

DATA = Path(__file__).parent / "data"
TODAY = date(2026, 11, 24)


class KbFolder:
    """A copy of data/good (which has no fault) or another catalogue there, changed by the words of its files."""

    def __init__(self, folder: Path, name: str = "good") -> None:
        self.path = folder / "kb"
        shutil.copytree(DATA / name, self.path)

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
        prefix = self.path.as_posix() + "/"
        found = run_checks(load_catalogue(self.path), TODAY)
        return [Problem(one.file.removeprefix(prefix), one.line, one.check, one.message, one.mend) for one in found]

    def line(self, name: str, words: str) -> int:
        """The line of a file on which these words stand first."""
        lines = self.read(name).splitlines()
        return next(number for number, line in enumerate(lines, start=1) if words in line)
