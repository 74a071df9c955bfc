"""What was compiled before, kept by content: JSON files in `.cache/`, safe to delete at any time.

Imports the standard library. A folder that can't be written is no error: then everything is made anew. Never keeps
anything but JSON, since a file that a stranger may have put there must not be able to run.
"""

import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

KEPT = 6
"""So many versions of a mapping stay: people go back and forth between catalogues and branches."""


def _folder() -> Path:
    """Beside a checkout's code; an installed bouncekb leaves nothing beside other people's packages."""
    if given := os.environ.get("BOUNCEKB_CACHE"):
        return Path(given)
    project = Path(__file__).resolve().parents[2]
    if (project / "pyproject.toml").is_file():
        return project / ".cache"
    # Where nobody knows whose home it is, this is a folder called "~": no reason to stop.
    return Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache")) / "bouncekb"  # noqa: PTH111


FOLDER = _folder()


def digest(*parts: str) -> str:
    """A name for some content; other content has another."""
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        made.update(len(encoded).to_bytes(8, "big") + encoded)
    return made.hexdigest()


class Store:
    """One mapping of texts to JSON values, made by what `version` stands for; another version starts empty."""

    def __init__(self, name: str, version: str) -> None:
        self._name = name
        self._path = FOLDER / f"{name}-{version[:16]}.json"
        self._version = version

    def read(self) -> dict[str, Any]:
        """What is kept; nothing if it was made by another version or can't be read."""
        try:
            kept = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        if (
            not isinstance(kept, dict)
            or kept.get("version") != self._version
            or not isinstance(kept.get("known"), dict)
        ):
            return {}
        return dict(kept["known"])

    def write(self, known: dict[str, Any]) -> None:
        """Keep `known` in place of what was there; a reader sees the old or the new file, never a part."""
        try:
            FOLDER.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=FOLDER, prefix=f".{self._path.stem}-")
            try:
                with os.fdopen(handle, "w", encoding="utf-8") as file:
                    # Not `dump`, which is several times slower.
                    file.write(json.dumps({"version": self._version, "known": known}, separators=(",", ":")))
                Path(name).replace(self._path)
                self._forget()
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
        except OSError:
            return

    def _forget(self) -> None:
        """Remove the versions that were written longest ago."""
        written = {path: path.stat().st_mtime for path in FOLDER.glob(f"{self._name}-*.json")}
        for path in sorted(written, key=lambda path: written[path])[:-KEPT]:
            path.unlink(missing_ok=True)
