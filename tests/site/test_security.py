"""SECURITY.md names tests that exist: each promise is held by something that runs."""

import ast
import re

import pytest

from tests.conftest import PROJECT

TEXT = (PROJECT / "SECURITY.md").read_text(encoding="utf-8")
ROWS = [line.split("|") for line in TEXT.splitlines() if line.startswith("|") and "`tests/" in line]
NAMED = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)))


def test_every_promise_has_a_test() -> None:
    table = [line for line in TEXT.splitlines() if line.startswith("|")]
    assert len(ROWS) == len(table) - 2 > 10
    assert all("::test_" in row[3] for row in ROWS)


@pytest.mark.parametrize(("file", "test"), NAMED)
def test_the_tests_exist(file: str, test: str) -> None:
    tree = ast.parse((PROJECT / file).read_text(encoding="utf-8"))
    assert test in {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make ([a-z]+)`", TEXT))))
def test_the_targets_exist(target: str) -> None:
    assert re.search(rf"^{target}:", (PROJECT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
