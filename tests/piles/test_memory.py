"""A pile is never held whole: what the command needs does not grow with it."""

import sys
from pathlib import Path

import pytest

from generator.hosts.node import find_node
from tests.catalogue.command import environment
from tests.piles.mails import full, mail
from tests.piles.memory import MB, peaks

COUNT, FEW = 5000, 50


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells the peak of a process by itself")
def test_an_mbox_of_thousands_of_mails_needs_no_more_memory_than_a_few(tmp_path: Path) -> None:
    assert find_node(), "the development tools bring Node"
    padding = "The message that you sent follows.\n" * 300
    box, few = tmp_path / "box", tmp_path / "few"
    for path, count in ((box, COUNT), (few, FEW)):
        with path.open("wb") as file:
            for number in range(count):
                one = mail(f"{full(f'user{number}@example.jp')}\n\n{padding}")
                file.write(f"From MAILER-DAEMON Tue Nov 24 04:17:00 2026\n{one}\n".encode())
    size = box.stat().st_size // 1024
    assert size > 50 * MB
    lines, own, engine = peaks(["match", "--json", str(box)], environment())
    fewer, own_few, _ = peaks(["match", "--json", str(few)], environment())
    assert (lines.count("\n"), fewer.count("\n")) == (COUNT, FEW)
    assert own < own_few + size // 2
    # Of the engine's own process only that it is bounded: what it sweeps when is its own business.
    assert engine < 400 * MB
