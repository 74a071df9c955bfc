"""Runs the checks beside a server, in a process of their own: an edit shows before they are through.

Starts `bouncekb check`. Never waits for it, never touches the site.
"""

import subprocess
import sys
import threading
from collections.abc import Callable, Sequence
from pathlib import Path

_COMMAND = (sys.executable, "-c", "from generator.cli import main; main()", "check", "--kb")


class ChecksBeside:
    """One run at a time; the next ends the one before. `tell` gets what a run that came to its end has found."""

    def __init__(self, tell: Callable[[Sequence[str]], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._running: subprocess.Popen[str] | None = None

    def start(self, folders: Sequence[Path]) -> None:
        """Check the catalogue as it is now: its folder, and its overlays'."""
        kb, *overlays = map(str, folders)
        with self._lock:
            self._stop()
            self._running = subprocess.Popen(
                [*_COMMAND, kb, *(f"--overlay={folder}" for folder in overlays)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                errors="replace",
            )
            threading.Thread(target=self._listen, args=(self._running,), daemon=True).start()

    def end(self) -> None:
        """Whatever is running, it is no longer wanted."""
        with self._lock:
            self._stop()

    def _stop(self) -> None:
        if self._running:
            self._running.kill()
            self._running = None

    def _listen(self, process: subprocess.Popen[str]) -> None:
        with process:
            said = process.communicate()[0].splitlines()
        with self._lock:
            if self._running is not process:
                return
            self._running = None
            if process.returncode:
                # The last line counts the others.
                self._tell(said[:-1] or said)
