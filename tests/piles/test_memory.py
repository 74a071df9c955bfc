"""A pile is never held whole: what the command needs does not grow with it."""

import subprocess
import sys
from pathlib import Path

import pytest

from generator.hosts.node import find_node
from tests.catalogue.command import environment
from tests.piles.mails import full, mail

# VmHWM and not what the system says of a child: that counts what the parent held when the child was started.
MEASURED = """
import resource, sys
from generator.cli import main
try:
    main()
except SystemExit:
    own = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
    sys.stderr.write(f"{own} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}")
"""
MB = 1024
COUNT = 5000


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells the peak of a process by itself")
def test_an_mbox_of_thousands_of_mails_needs_no_more_memory_than_a_few(tmp_path: Path) -> None:
    assert find_node(), "the development tools bring Node"
    padding = "The message that you sent follows.\n" * 300
    box, few = tmp_path / "box", tmp_path / "few"
    for path, count in ((box, COUNT), (few, 50)):
        with path.open("wb") as file:
            for number in range(count):
                one = mail(f"{full(f'user{number}@example.jp')}\n\n{padding}")
                file.write(f"From MAILER-DAEMON Tue Nov 24 04:17:00 2026\n{one}\n".encode())
    size = box.stat().st_size // 1024
    assert size > 50 * MB
    (own, _), (own_few, _) = peaks(box, COUNT), peaks(few, 50)
    assert own < own_few + size // 2


def peaks(path: Path, count: int) -> tuple[int, int]:
    """The most memory that the command and the largest process it started had, in KB."""
    command = [sys.executable, "-c", MEASURED, "match", "--json", str(path)]
    done = subprocess.run(command, env=environment(), capture_output=True, text=True)
    assert done.stdout.count("\n") == count
    own, engine = map(int, done.stderr.split())
    # Of the engine's own process only that it is bounded: what it sweeps when is its own business.
    assert engine < 400 * MB
    return own, engine
