"""A side of a comparison: a catalogue and the program that answers with it, which is run as a program of its own.

A change of answers is as often in the matcher as in the catalogue. So a revision, or a folder with a checkout, is asked
with its own `bouncekb match --json`, and only a bare catalogue with the program at hand. Imports the standard library
only. Never changes a repository: a revision is unpacked into a temporary folder.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parent.parent.parent
_PARTS = ("generator", "kb")
# Far below what any system takes as the arguments of a program.
_MOST_ARGUMENTS = 60_000
_RUN = "import sys; sys.path.insert(0, sys.argv.pop(1)); from generator.cli import main; main()"


class SideError(Exception):
    """A side that can't be had or doesn't answer; the message says why."""


@dataclass(frozen=True)
class Side:
    """`code` is the folder that holds the program. `shown` says where in `kb` a file is, as people can find it."""

    name: str
    code: Path
    kb: Path
    shown: Callable[[Path], str]

    def answers(self, files: Sequence[str], say: Callable[[str], None]) -> Iterator[tuple[str, dict[str, Any]]]:
        """The name of each file with the result for it, in order; files without one are left out, `say` gets why."""
        told = 0
        for batch in _batches(files):
            with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as errors:
                with self._match(batch, errors) as process:
                    assert process.stdout is not None
                    try:
                        for line in process.stdout:
                            found = json.loads(line)
                            told += 1
                            if "error" in found:
                                continue
                            yield os.fsdecode(found["file"].encode("utf-8", "surrogateescape")), found
                    except BaseException:
                        process.kill()
                        raise
                errors.seek(0)
                sentences = errors.read().splitlines()
            if process.returncode not in (0, 1) or not told:
                last = sentences[-1] if sentences else f"it ended with {process.returncode} and without a word"
                raise SideError(f"{self.name} gives no answers: {last.removeprefix('Error: ')}")
            for sentence in sentences:
                say(sentence)

    def _match(self, files: Sequence[str], errors: Any) -> "subprocess.Popen[str]":
        line = [sys.executable, "-c", _RUN, str(self.code), "match", "--json", "--kb", str(self.kb), "--", *files]
        # Not as an option: the program of an older revision has none, and looks at whole files only.
        more = {"BOUNCEKB_WHOLE": "1", "PYTHONUTF8": "1", "PYTHONIOENCODING": "utf-8:surrogateescape"}
        environment = {**os.environ, **more}
        return subprocess.Popen(line, env=environment, stdout=subprocess.PIPE, stderr=errors, encoding="utf-8")


@contextmanager
def side(given: str) -> Iterator[Side]:
    """The side that people call so: a folder, or else a revision of the project."""
    folder = Path(given)
    if folder.is_dir():
        yield _folder(given, folder)
        return
    commit = _commit(given)
    with tempfile.TemporaryDirectory(prefix="bouncekb-") as name:
        root = Path(name)
        _unpack(given, commit, root)
        yield Side(given, root, root / "kb", lambda path: f"{given}:{path.relative_to(root).as_posix()}")


def _folder(given: str, folder: Path) -> Side:
    if all((folder / part).is_dir() for part in _PARTS):
        return Side(given, folder.resolve(), folder / "kb", Path.as_posix)
    if (folder / "articles").is_dir():
        return Side(given, PROJECT, folder, Path.as_posix)
    raise SideError(f"{given} is no catalogue (with articles/) and no checkout (with generator/ and kb/).")


def _commit(revision: str) -> str:
    done = _git("rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    if done.returncode:
        raise SideError(f"There is no folder {revision}, and no revision of that name in {PROJECT}.")
    return done.stdout.decode().strip()


def _unpack(revision: str, commit: str, root: Path) -> None:
    done = _git("archive", "--format=zip", commit, "--", *_PARTS)
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise SideError(f"{revision} can't be had from git: {said[-1] if said else 'it says nothing'}")
    # As zip: unpacking one can't reach outside of the folder, and makes a link a plain file.
    zipfile.ZipFile(io.BytesIO(done.stdout)).extractall(root)


def _git(*arguments: str) -> "subprocess.CompletedProcess[bytes]":
    try:
        return subprocess.run(["git", "-C", str(PROJECT), *arguments], capture_output=True)
    except FileNotFoundError as error:
        raise SideError("git isn't installed, and without it only folders can be compared.") from error


def _batches(names: Sequence[str]) -> Iterator[list[str]]:
    batch: list[str] = []
    size = 0
    for name in names:
        size += len(os.fsencode(name)) + 1
        if batch and size > _MOST_ARGUMENTS:
            yield batch
            batch, size = [], len(os.fsencode(name)) + 1
        batch.append(name)
    if batch:
        yield batch
