"""What tests of the engine share."""

import pytest

from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine
from tests.conftest import project_catalogue


@pytest.fixture(scope="module")
def whole() -> Engine:
    """The engine with the whole catalogue."""
    return Engine(match_index(project_catalogue()))
