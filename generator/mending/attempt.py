"""Writes the mends of some problems to disk, and can take all of them back.

Imports the mends and `source`. Never looks whether they helped.
"""

import os
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from generator.catalogue import Problem
from generator.catalogue.mends import Mend, Move
from generator.mending.source import CannotMendError, changed


class Attempt:
    """The mends of some problems, written to disk: all mends of a problem or none."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.carried_out: list[Problem] = []
        self.refused: list[Problem] = []
        """Whose mends could not even be written; those that only were in another's way are in neither list."""
        self.moves: dict[str, str] = {}
        self._before: dict[Path, tuple[bytes, int] | None] = {}
        by_file: dict[str, list[Problem]] = defaultdict(list)
        for problem in problems:
            by_file[problem.file].append(problem)
        try:
            for file, of_file in by_file.items():
                self._file(Path(file), of_file)
        except BaseException:
            self.take_back()
            raise

    def take_back(self) -> None:
        """Put every file back as it was."""
        for path, before in self._before.items():
            if before is None:
                path.unlink(missing_ok=True)
            else:
                _write(path, *before)
        self._before.clear()

    def _file(self, path: Path, problems: list[Problem]) -> None:
        original, mode = path.read_bytes(), path.stat().st_mode & 0o777
        source = original.decode("utf-8-sig")
        mark = original[: len(original) - len(source.encode())]
        mends: list[Mend] = []
        text, to = source, path
        for problem in problems:
            alone = not mends and to == path
            try:
                target = self._target(problem, path, to)
                text = changed(source, [*mends, *_of_source(problem)])
            except CannotMendError:
                if alone:
                    self.refused.append(problem)
                continue
            to = target
            mends += _of_source(problem)
            self.carried_out.append(problem)
        if text == source and to == path:
            return
        self._before[path] = (original, mode)
        if to != path:
            self._before[to] = None
            self.moves[path.as_posix()] = to.as_posix()
        _write(to, mark + text.encode(), mode)
        if to != path:
            path.unlink()

    def _target(self, problem: Problem, path: Path, to: Path) -> Path:
        for mend in problem.mends:
            if isinstance(mend, Move):
                if to != path or mend.to in self._before or os.path.lexists(mend.to):
                    raise CannotMendError("Another file lies there.")
                to = mend.to
        return to


def _of_source(problem: Problem) -> list[Mend]:
    return [mend for mend in problem.mends if not isinstance(mend, Move)]


def _write(path: Path, content: bytes, mode: int) -> None:
    """Write the whole file or nothing of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".mending-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(mode)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
