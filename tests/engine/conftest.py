"""What tests of the engine share."""

import json
from collections.abc import Iterator

import pytest

from generator.compiled.index import match_index
from generator.hosts.quickjs import Engine
from tests.conftest import project_catalogue
from tests.engine.fast import FastEngine


@pytest.fixture(scope="session")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    """The engine with the whole catalogue."""
    engine = FastEngine(json.dumps(match_index(project_catalogue())), tmp_path_factory.mktemp("engine"))
    yield engine
    engine.close()
