"""A folder of articles and a library over it."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType
from typing import Any

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
