"""A folder of articles and a library over it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from index import Library

FIRST = "Talks open in Geneva\n\nThe talks opened on Monday.\n\nNobody expects them to end soon.\n"
SECOND = "Harbour floods again\n\nWater stood in the harbour district for hours.\n"


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "talks.txt").write_text(FIRST, "utf-8")
    (folder / "harbour.txt").write_text(SECOND, "utf-8")
    return folder


@pytest.fixture
def open_library(tmp_path: Path) -> Iterator[Callable[..., Library]]:
    opened: list[Library] = []

    def open_it(*paths: Path) -> Library:
        library = Library.open(list(paths) or None, tmp_path / "home")
        opened.append(library)
        return library

    yield open_it
    for library in opened:
        library.close()
