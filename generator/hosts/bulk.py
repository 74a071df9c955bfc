"""Many files through the fastest host there is: Node for a pile of them, QuickJS for a few, the same answers from both.

May import its siblings here. Never reads a file, never prints.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from typing import Protocol

from generator.hosts.asking import ask_each
from generator.hosts.node import NodeEngine, find_node
from generator.hosts.quickjs import Engine, EngineError

MANY = 50
"""From so many files on, starting Node costs less than it saves (measured: it pays from about ten)."""


@dataclass(frozen=True)
class Refused:
    """A file that is no mail at all: `msg` (Outlook's own format) or `foreign`."""

    reason: str


Answer = str | Refused | EngineError
"""A file's result as JSON on one line, or why there is none."""


class Host(Protocol):
    """Answers files."""

    def lines(self, contents: Sequence[bytes]) -> list[Answer]:
        """The answer to each file, in their order."""


@contextmanager
def open_host(index: str, count: int, *, text: bool = False, jobs: int = 1) -> Iterator[Host]:
    """A host for about `count` files. `index`: the match index as JSON; `text`: results have the readable view too.

    `jobs`: so many of them at once, where the host is Node.
    """
    node = find_node() if count >= MANY or jobs > 1 else None
    if node is None:
        yield _QuickJs(Engine(index), text)
        return
    with ExitStack() as stack:
        workers = [stack.enter_context(_Worker(node, index, text)) for _ in range(max(1, jobs))]
        pool = stack.enter_context(ThreadPoolExecutor(len(workers)))
        yield _Node(workers, pool)


class _QuickJs:
    def __init__(self, engine: Engine, text: bool) -> None:
        self._engine = engine
        self._text = text

    def lines(self, contents: Sequence[bytes]) -> list[Answer]:
        inputs = [{"bytes": content.decode("latin-1")} for content in contents]
        answers = ask_each(self._engine.look_at, inputs)
        return [one if isinstance(one, EngineError) else self._answer(dict(one[0]), one[1]) for one in answers]

    def _answer(self, result: dict[str, object], refused: str | None) -> Answer:
        if refused and refused != "empty":
            return Refused(refused)
        if not self._text:
            del result["text"]
        return json.dumps(result, ensure_ascii=False, separators=(",", ":"))


class _Worker:
    """A process that is started anew when an input has ended it."""

    def __init__(self, node: str, index: str, text: bool) -> None:
        self._node, self._index, self._text = node, index, text
        self._engine: NodeEngine | None = None

    def __enter__(self) -> _Worker:
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def lines(self, contents: Sequence[bytes]) -> list[Answer]:
        try:
            return [_told(line) for line in self._running().lines(contents)]
        except EngineError as error:
            self._end()
            if len(contents) == 1:
                return [error]
            return [line for one in contents for line in self.lines([one])]

    def _running(self) -> NodeEngine:
        if self._engine is None:
            self._engine = NodeEngine(self._node, self._index, text=self._text)
        return self._engine

    def _end(self) -> None:
        if self._engine is not None:
            self._engine.close()
            self._engine = None


class _Node:
    def __init__(self, workers: Sequence[_Worker], pool: ThreadPoolExecutor) -> None:
        self._workers = workers
        self._pool = pool

    def lines(self, contents: Sequence[bytes]) -> list[Answer]:
        share = -(-len(contents) // len(self._workers)) or 1
        shares = [contents[at : at + share] for at in range(0, len(contents), share)]
        answered = self._pool.map(lambda pair: pair[0].lines(pair[1]), zip(self._workers, shares, strict=False))
        return [line for lines in answered for line in lines]


def _told(line: str) -> Answer:
    if line.startswith('{"refused":'):
        return Refused(json.loads(line)["refused"])
    return EngineError(json.loads(line)["error"]) if line.startswith('{"error":') else line
