"""The licences of what is locked, what the answers of the registries mean, and the SBOM."""

from __future__ import annotations

import json
import subprocess
from dataclasses import asdict, replace

import pytest

from tests.audit.advisories import npm_told, python_told
from tests.audit.licences import refused
from tests.audit.packages import Package, locked
from tests.conftest import PROJECT

TOOLS = PROJECT / ".venv/audit/bin/python"
ONE = Package("pypi", "click", "8.5.1", "BSD-3-Clause", True, (("SHA-256", "a" * 64),))


def test_every_locked_package_has_a_licence_that_is_allowed() -> None:
    packages = locked()
    assert list(refused(packages)) == []
    found = {one.name: one for one in packages}
    assert {"mkdocs-material", "quickjs-ng", "typescript"} <= set(found)
    assert all(one.hashes for one in packages)
    assert (found["quickjs-ng"].needed, found["pytest"].needed, found["typescript"].needed) == (True, False, False)


@pytest.mark.parametrize(
    ("licence", "words"),
    [
        ("", "no licence is known"),
        ("GPL-3.0-only", "GPL-3.0-only is not among"),
        ("MIT AND GPL-3.0-only", "is not among"),
        ("GPL-3.0-only OR MIT", None),
        ("(MIT AND PSF-2.0) OR GPL-3.0-only", None),
    ],
)
def test_other_licences_are_named(licence: str, words: str | None) -> None:
    said = list(refused([replace(ONE, licence=licence)]))
    assert [words is not None and words in one for one in said] == ([True] if words else [])


def test_a_weakness_is_told_and_silence_is_no_good_news() -> None:
    weak = {
        "name": "a",
        "version": "1",
        "vulns": [{"id": "CVE-2026-1", "fix_versions": ["2"]}, {"id": "X", "fix_versions": []}],
    }
    skipped = {"name": "b", "skip_reason": "Dependency not found on PyPI"}
    told = python_told({"dependencies": [weak, skipped, {"name": "c", "version": "1", "vulns": []}]})
    assert told.weaknesses == ["a 1: CVE-2026-1; mended in 2", "a 1: X; mended in no version yet"]
    assert told.unknown == "PyPI told nothing about 1 of 3 packages."
    assert python_told({"dependencies": [{"name": "c", "version": "1", "vulns": []}]}).unknown == ""
    assert "could not be asked" in python_told(None).unknown

    told = npm_told({"vulnerabilities": {"x": {"severity": "high", "range": "<2"}}})
    assert (told.weaknesses, told.unknown) == (["x: high, in <2"], "")
    assert npm_told({"vulnerabilities": {}}).unknown == ""
    assert "could not be asked" in npm_told({"message": "405 Method Not Allowed"}).unknown


@pytest.mark.skipif(not TOOLS.exists(), reason="`make audit` makes the environment with the tools of the SBOM")
def test_the_sbom_lists_what_is_locked_and_is_the_same_each_time() -> None:
    """The program holds it to CycloneDX's own schema before it prints, which takes its time: some packages will do."""
    packages = locked()[::8]
    told = json.dumps({"version": "0.1.0", "packages": [asdict(one) for one in packages]})
    first, again = (
        subprocess.run([TOOLS, "tests/audit/bom.py"], cwd=PROJECT, input=told, stdout=-1, text=True, check=True).stdout
        for _ in range(2)
    )
    assert first == again
    found = json.loads(first)
    assert (found["bomFormat"], "timestamp" in found["metadata"]) == ("CycloneDX", False)
    listed = {(one.get("group", ""), one["name"], one["version"]) for one in found["components"]}
    assert listed == {(*one.name.rpartition("/")[::2], one.version) for one in packages}
