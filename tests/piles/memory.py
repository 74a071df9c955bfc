"""The most memory that the command needs, for tests and the bench."""

import subprocess
import sys
from collections.abc import Mapping, Sequence

# VmHWM and not what the system says of a child: that counts what the parent held when the child was started.
_MEASURED = """
import resource, sys
from generator.cli import main
try:
    main()
except SystemExit:
    own = next(line for line in open("/proc/self/status") if line.startswith("VmHWM")).split()[1]
    sys.stderr.write(f"\\n{own} {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss}")
"""
MB = 1024


def peaks(arguments: Sequence[str], env: Mapping[str, str] | None = None) -> tuple[str, int, int]:
    """What `bouncekb` prints, and the most memory that it and the largest process it started had, in KB. Linux only."""
    line = [sys.executable, "-c", _MEASURED, *arguments]
    done = subprocess.run(line, env=env, capture_output=True, text=True)
    own, started = done.stderr.splitlines()[-1].split()
    return done.stdout, int(own), int(started)
