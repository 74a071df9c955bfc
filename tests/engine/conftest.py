"""What tests of the engine share."""

import pytest

from generator.catalogue import load_catalogue
from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine
from tests.conftest import PROJECT


@pytest.fixture(scope="module")
def whole() -> Engine:
    """The engine with the whole catalogue."""
    return Engine(match_index(load_catalogue(PROJECT / "kb").catalogue))
