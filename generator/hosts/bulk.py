"""Many files through the fastest host there is: Node for a pile of them, QuickJS for a few, the same answers from both.

May import its siblings here. Never reads a file, never prints.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from queue import SimpleQueue
from typing import Protocol

from generator.hosts.asking import ask_each
from generator.hosts.node import NodeEngine, find_node
from generator.hosts.quickjs import Engine, EngineError


@dataclass(frozen=True)
class Refused:
    """A file that is no mail at all: `msg` (Outlook's own format) or `foreign`."""

    reason: str


Answer = str | Refused | EngineError
"""A file's result as JSON on one line, or why there is none."""


class Host(Protocol):
    """Answers files."""

    def answers(self, batches: Iterable[Sequence[bytes]]) -> Iterator[list[Answer]]:
        """The answers to each batch, in order. Batches are taken as they are needed, a few ahead."""


@contextmanager
def open_host(index: str, *, many: bool, text: bool = False, jobs: int = 1) -> Iterator[Host]:
    """A host. `index`: the match index as JSON; `text`: results have the readable view too.

    `many`: there is more to do than starting Node costs; `jobs`: so many batches at once, where the host is Node.
    """
    node = find_node() if many or jobs > 1 else None
    if node is None:
        yield _QuickJs(Engine(index), text)
        return
    with ExitStack() as stack:
        workers = [stack.enter_context(_Worker(node, index, text)) for _ in range(jobs)]
        # Ended before the workers: whoever still works needs one.
        pool = stack.enter_context(ThreadPoolExecutor(jobs))
        yield _Node(workers, pool)


class _QuickJs:
    def __init__(self, engine: Engine, text: bool) -> None:
        self._engine = engine
        self._text = text

    def answers(self, batches: Iterable[Sequence[bytes]]) -> Iterator[list[Answer]]:
        return map(self._lines, batches)

    def _lines(self, contents: Sequence[bytes]) -> list[Answer]:
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
        self._idle: SimpleQueue[_Worker] = SimpleQueue()
        for worker in workers:
            self._idle.put(worker)
        self._pool = pool
        # While every worker has a batch, the next ones are read already.
        self._ahead = 2 * len(workers)

    def answers(self, batches: Iterable[Sequence[bytes]]) -> Iterator[list[Answer]]:
        asked: deque[Future[list[Answer]]] = deque()
        try:
            for batch in batches:
                asked.append(self._pool.submit(self._lines, batch))
                if len(asked) > self._ahead:
                    yield asked.popleft().result()
            while asked:
                yield asked.popleft().result()
        finally:
            for one in asked:
                one.cancel()

    def _lines(self, contents: Sequence[bytes]) -> list[Answer]:
        worker = self._idle.get()
        try:
            return worker.lines(contents)
        finally:
            self._idle.put(worker)


def _told(line: str) -> Answer:
    if line.startswith('{"refused":'):
        return Refused(json.loads(line)["refused"])
    return EngineError(json.loads(line)["error"]) if line.startswith('{"error":') else line
