"""CPU time, user and system."""

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from tests.conftest import PROJECT


def best(action: Callable[[], object], rounds: int = 5) -> float:
    """The least CPU time of some runs of a function in this process, in seconds."""
    spent = []
    for _ in range(rounds):
        start = time.process_time()
        action()
        spent.append(time.process_time() - start)
    return min(spent)


def command(line: Sequence[str], rounds: int = 1, env: Mapping[str, str] | None = None, cwd: Path = PROJECT) -> float:
    """The least CPU time of some runs of a command and its children, in seconds. What it prints is thrown away."""
    spent = []
    for _ in range(rounds):
        before = os.times()
        subprocess.run(line, check=True, capture_output=True, cwd=cwd, env=env)
        after = os.times()
        spent.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(spent)
