"""What tests of several areas share: the built site, and building one."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


def environment(kb: Path | None = None) -> dict[str, str]:
    """The environment of a build of the project, with its own catalogue or the one in `kb`."""
    kept = {name: value for name, value in os.environ.items() if name not in ("BOUNCEKB_KB", "SOURCE_DATE_EPOCH")}
    return kept | {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"} | ({"BOUNCEKB_KB": str(kb)} if kb else {})


def mkdocs(
    *arguments: str, kb: Path | None = None, config: Path = PROJECT / "mkdocs.yml", env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run `mkdocs` with the project's configuration; its whole output is in `stdout`."""
    line = [sys.executable, "-m", "mkdocs", *arguments, "-f", str(config)]
    return subprocess.run(
        line,
        cwd=PROJECT,
        env=environment(kb) | dict(env or {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
    )


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder of the built site, made from the project's own catalogue once for all workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    built = shared / "built-site" / "site"
    built.parent.mkdir(exist_ok=True)
    with (shared / "built-site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not built.exists():
            done = mkdocs("build", "--strict", "-d", str(built))
            assert done.returncode == 0, done.stdout
    return built
