"""A folder for what is in the making. It goes with the process that made it; if that was killed, with a later build.

As long as its process lives, the folder's lock file is locked; a folder whose lock can be had is nobody's.
Imports nothing of this project; never removes a folder without that file.
"""

import contextlib
import fcntl
import os
import shutil
import tempfile
from pathlib import Path

PREFIX = ".site-"
LOCK = "bouncekb.lock"


class Scratch:
    """A new folder in `parent`."""

    def __init__(self, parent: Path) -> None:
        """Raises OSError if there can be none."""
        while True:
            self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=parent))
            self._lock = os.open(self.path / LOCK, os.O_CREAT | os.O_WRONLY)
            fcntl.flock(self._lock, fcntl.LOCK_EX)
            # Between the last two lines a collector may have taken it for nobody's.
            if (self.path / LOCK).exists():
                return
            os.close(self._lock)

    def remove(self) -> None:
        """Remove it with all that is in it, as far as that can be done."""
        shutil.rmtree(self.path, ignore_errors=True)
        os.close(self._lock)


def collect(parent: Path) -> None:
    """Remove the folders of processes that are no more."""
    for lock in parent.glob(f"{PREFIX}*/{LOCK}"):
        # Another user's, or gone in the meantime: not ours to mend.
        with contextlib.suppress(OSError):
            _remove_if_nobodys(lock)


def _remove_if_nobodys(lock: Path) -> None:
    opened = os.open(lock, os.O_WRONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(lock.parent, ignore_errors=True)
    finally:
        os.close(opened)
