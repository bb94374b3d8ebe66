"""The oracle, and indexes to hold against it."""

import importlib.util
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

from index.fulltext.engine import Engine


@pytest.fixture(scope="session")
def oracle() -> ModuleType:
    """The slow, obvious matcher: `oracle.py` beside this file."""
    spec = importlib.util.spec_from_file_location("fulltext_oracle", Path(__file__).with_name("oracle.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def new_engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Engine]]:
    """Makes an engine on a fresh directory each time it is called."""
    folder = tmp_path_factory.mktemp("engines")
    made: list[Engine] = []

    def make() -> Engine:
        engine = Engine.open(folder / str(len(made)))
        made.append(engine)
        return engine

    yield make
    for engine in made:
        engine.close()
