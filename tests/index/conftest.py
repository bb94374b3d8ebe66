"""A folder of articles and a library over it; a test that wants others says which by its own `texts`."""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from index import Library

FIRST = "Talks open in Geneva\n\nThe talks opened on Monday.\n\nNobody expects them to end soon.\n"
SECOND = "Harbour floods again\n\nWater stood in the harbour district for hours.\n"


@pytest.fixture
def texts() -> Mapping[str, str]:
    """File, without its ending, → what stands in it."""
    return {"talks": FIRST, "harbour": SECOND}


@pytest.fixture
def articles(tmp_path: Path, texts: Mapping[str, str]) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(text, "utf-8")
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


@pytest.fixture
def library(articles: Path, open_library: Callable[..., Library]) -> Library:
    """The folder, read in."""
    library = open_library(articles)
    library.sync()
    return library


@pytest.fixture
def steps() -> Callable[[Callable[[], object]], int]:
    """Give what counts the lines of Python that something runs: the same however busy the machine is."""

    def counted(run: Callable[[], object]) -> int:
        lines = 0

        def count(frame: FrameType, event: str, value: Any) -> Any:
            nonlocal lines
            lines += 1
            return count

        before = sys.gettrace()
        sys.settrace(count)
        try:
            run()
        finally:
            sys.settrace(before)
        return lines

    return counted
