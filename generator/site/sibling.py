"""The second language's build: another MkDocs process beside the first.

It gets the catalogue from its parent as a file, so both languages are made from the same reading of it, and it ends
when its parent ends, however that happens: its standard input is a pipe that closes with the parent. Imports nothing of
this project; never reads the catalogue's YAML.
"""

import os
import pickle
import re
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any, NamedTuple

HANDOVER = "BOUNCEKB_HANDOVER"
_LOG_LINE = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL)\s+-\s+(.*)")
_COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Handover(NamedTuple):
    """What the parent tells its sibling."""

    catalogue: Any
    site_url: str
    serving: bool


class Outcome(NamedTuple):
    """How the sibling ended: whether its pages may be used, and its warnings and errors, one message each."""

    ok: bool
    messages: list[str]


class Sibling:
    """One run of MkDocs for the second language, writing to `site_dir`; its log and the handover go beside that."""

    def __init__(self, config_file: Path, site_dir: Path, strict: bool, handover: Handover) -> None:
        """Start it at once; it runs while the caller goes on."""
        self.site_dir = site_dir
        given = site_dir.with_name("handover.pickle")
        given.write_bytes(pickle.dumps(handover))
        self._log = site_dir.with_name("second.log")
        command = [sys.executable, "-m", "mkdocs", "build", "-f", str(config_file), "-d", str(site_dir)]
        environment = {**os.environ, HANDOVER: str(given), "NO_MKDOCS_2_WARNING": "1", "PYTHONIOENCODING": "utf-8"}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                command + (["--strict"] if strict else []),
                stdin=subprocess.PIPE,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=environment,
            )

    def wait(self) -> Outcome:
        """Wait until it has ended."""
        ok = self._process.wait() == 0
        log = _COLOUR.sub("", self._log.read_text(encoding="utf-8", errors="replace"))
        messages = warnings_of(log)
        if not ok and not messages:
            messages = [log.strip() or f"it ended with exit code {self._process.returncode}"]
        self.stop()
        return Outcome(ok, messages)

    def stop(self) -> None:
        """End it if it still runs, and let go of it."""
        if self._process.poll() is None:
            self._process.terminate()
            self._process.wait()
        if self._process.stdin:
            self._process.stdin.close()


def warnings_of(log: str) -> list[str]:
    """Return the warnings and errors in MkDocs' log; a message may run over several lines."""
    messages: list[str] = []
    taking = False
    for line in log.splitlines():
        if match := _LOG_LINE.match(line):
            taking = match[1] in ("WARNING", "ERROR", "CRITICAL")
            if taking:
                messages.append(match[2])
        elif taking and line.strip():
            messages[-1] += "\n" + line
    return messages


def handed_over() -> Handover | None:
    """Return what the parent handed over, or None in a process that is nobody's sibling."""
    path = os.environ.get(HANDOVER)
    if not path:
        return None
    given: Handover = pickle.loads(Path(path).read_bytes())
    return given


def end_with_parent() -> None:
    """In the sibling: end this process as soon as the parent is gone."""

    def watch() -> None:
        # Not through sys.stdin: its lock, held by this thread, would crash the interpreter as it ends.
        os.read(0, 1)
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
