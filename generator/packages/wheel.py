"""The wheel for Python. Has hatchling build it, from whose hook it gets the compiled catalogue (hook.py)."""

from pathlib import Path

from hatchling.builders.wheel import WheelBuilder


def write_wheel(project: Path, out: Path) -> Path:
    """Write the wheel of a checkout into the folder `out`, and return it. Raises ValueError as `to_package` does."""
    [built] = WheelBuilder(str(project)).build(directory=str(out), versions=["standard"])
    return Path(built)
