"""The engine by itself: loading the index, one mail, and the hostile families of the tests at a megabyte."""

import json
import tempfile
from collections.abc import Iterator

from generator.catalogue import Catalogue
from generator.compiled.index import match_index
from generator.hosts.node import NodeEngine, find_node
from generator.hosts.quickjs import Engine
from tests.bench import cpu
from tests.bench.table import Row
from tests.catalogue.command import PROGRAM
from tests.engine.families import FAMILIES

MEGABYTE = 1_000_000
REPORT = """\
<taro@example.com>: host mx.example.com[192.0.2.25] said: 550 5.1.1
    <taro@example.com>: Recipient address rejected: User unknown in virtual
    mailbox table (in reply to RCPT TO command)

"""


def rows(catalogue: Catalogue) -> Iterator[Row]:
    """The rows of the engine."""
    index = match_index(catalogue)
    load = cpu.best(lambda: Engine(index))
    yield Row("index load, QuickJS, CPU", f"{1000 * load:.0f} ms", "2,300 ms", "100 ms")
    with tempfile.NamedTemporaryFile("w", suffix=".eml") as file:
        file.write(REPORT)
        file.flush()
        spent = cpu.command([*PROGRAM, "match", file.name], 5)
        yield Row("`bouncekb match one.eml`, CPU", f"{spent:.2f} s", "3.2 s", "0.4 s")
    node = find_node()
    if node:
        yield from _hostile(node, json.dumps(index))


def _hostile(node: str, index: str) -> Iterator[Row]:
    spent = {}
    with NodeEngine(node, index) as engine:
        for _ in range(20):
            engine.lines([REPORT.encode()])
        for name, made in FAMILIES.items():
            text = made(MEGABYTE).encode()[:MEGABYTE]
            rounds = []
            for _ in range(2):
                before = engine.cpu()
                engine.lines([text])
                rounds.append(engine.cpu() - before)
            spent[name] = 1000 * min(rounds)
    slow = sorted(spent, key=lambda name: -spent[name])
    over = sum(time > 300 for time in spent.values())
    yield Row(
        f"hostile megabyte, the slowest of {len(spent)} (V8, CPU)",
        f"{spent[slow[0]]:.0f} ms ({slow[0]}); {over} over 300 ms; median {spent[slow[len(slow) // 2]]:.0f} ms",
        "8,000-37,000 ms, at 12 to 50 KB",
        "300 ms",
    )
