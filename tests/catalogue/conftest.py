"""Fixtures of the tests of the catalogue and the command."""

from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def mails(tmp_path: Path) -> Callable[..., list[Path]]:
    """Writes files and returns their paths."""

    def write(**contents: str | bytes) -> list[Path]:
        paths = []
        for name, content in contents.items():
            path = tmp_path / f"{name}.txt"
            path.write_bytes(content if isinstance(content, bytes) else content.encode())
            paths.append(path)
        return paths

    return write
