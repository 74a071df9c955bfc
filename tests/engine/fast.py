"""The engine in Node behind the methods of QuickJS's host, for tests that ask the whole catalogue thousands of times.

The same bytes answer: test_node.py and the browser's test_hosts.py hold both hosts to the same results.
"""

from __future__ import annotations

import json
import subprocess
from contextlib import suppress
from pathlib import Path

from generator.hosts.node import find_node
from generator.hosts.quickjs import Engine, EngineError, Script, engine_script

SERVE = """
require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
  const [name, argument] = JSON.parse(line);
  const [object, method] = name.split('.');
  let answer;
  try {
    answer = { told: globalThis[object][method](argument) };
  } catch (error) {
    answer = { error: String(error) };
  }
  process.stdout.write(`${JSON.stringify(answer)}\\n`);
});
"""


class NodeScript(Script):
    """A linked script in a process of its own, which ends when this is closed."""

    def __init__(self, script: str, folder: Path) -> None:
        """`folder` takes the script as a file."""
        node = find_node()
        assert node is not None, "the development tools bring Node"
        file = folder / "engine.cjs"
        file.write_text(script + SERVE, encoding="utf-8")
        self._process = subprocess.Popen([node, str(file)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def pass_on(self, function: str, argument: str) -> str:
        """`call` with JSON text in and out."""
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.write(json.dumps([function, argument]) + "\n")
            self._process.stdin.flush()
            answer: dict[str, str] = json.loads(self._process.stdout.readline() or '{"error": "its process ended"}')
        except BrokenPipeError as error:
            raise EngineError("its process ended") from error
        if "error" in answer:
            raise EngineError(answer["error"])
        return answer["told"]

    def kill(self) -> None:
        """End the process whatever it does: who waits for its answer gets an EngineError."""
        self._process.kill()

    def close(self) -> None:
        """End the process."""
        with suppress(BrokenPipeError):
            self._process.communicate()


class FastEngine(Engine):
    """A loaded engine in Node. Close it: that ends the process."""

    def __init__(self, index: str, folder: Path, redaction: str | None = None) -> None:
        self._redaction = redaction
        self._script = self._node = NodeScript(engine_script(), folder)
        self._node.pass_on("BounceBorder.load", index)

    def kill(self) -> None:
        """End the process whatever it does."""
        self._node.kill()

    def close(self) -> None:
        """End the process."""
        self._node.close()
