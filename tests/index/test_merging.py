"""Merging beside a sync: few segments at its end, and no trouble of the one is the other's."""

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import index.columnar.merging
import index.relating
import index.sync
from index import Library
from index.columnar.index import ColumnarIndex
from index.errors import Cancelled, LibraryBusy, StorageError
from index.merging import MOST

OpenLibrary = Callable[..., Library]
NUMBER = 40


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of articles each of which is written by itself."""
    monkeypatch.setattr(index.sync, "BATCH_FILES", 1)
    monkeypatch.setattr(index.relating, "BATCH", 1)
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(NUMBER):
        (folder / f"{number}.txt").write_text(f"Report {number}\n\nThe matter of number{number}.\n")
    return folder


def segments(store: Any) -> int:
    store.refresh()
    return len(store.index.state.held)


def assert_whole(library: Library) -> None:
    assert library.search("matter").total == NUMBER
    assert all(library.search(f"number{number}").total == 1 for number in range(NUMBER))
    assert not library._index.check() and not library._passages.check()
    assert set(library._passages.contents()) == set(library._index.contents())


@pytest.mark.parametrize("rebuild", [False, True])
def test_few_segments_are_left(rebuild: bool, many: Path, open_library: OpenLibrary) -> None:
    library = open_library(many)
    report = library.sync(rebuild=rebuild)
    assert report.trouble == ()
    assert 1 <= segments(library._index) <= MOST
    assert 1 <= segments(library._passages) <= MOST
    assert_whole(library)


def test_an_index_of_few_segments_is_left_alone(
    articles: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(articles)
    library.sync()
    before = library._index.mark
    library.sync()
    assert library._index.mark == before


@pytest.mark.parametrize("error", [StorageError("The disk is full."), ValueError("no such thing")])
def test_a_merge_that_fails_is_told_and_the_rest_is_done(
    error: Exception, many: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: Any, **__: Any) -> bool:
        raise error

    monkeypatch.setattr(index.columnar.merging, "merge_once", fail)
    library = open_library(many)
    report = library.sync()
    assert report.documents == NUMBER
    assert sorted(one.split(" could")[0] for one in report.trouble) == [
        f"Parts of {library.directory / name}" for name in ("fulltext", "passages")
    ]
    assert_whole(library)
    monkeypatch.undo()
    assert library.sync().trouble == ()
    assert segments(library._index) <= MOST


def test_a_merge_that_has_to_wait_is_done_later(
    many: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    merge_once = index.columnar.merging.merge_once
    refused = 0

    def refuse(*given: Any, **named: Any) -> bool:
        nonlocal refused
        refused += 1
        if refused < 5:
            raise LibraryBusy("Another process is writing to the index.")
        return merge_once(*given, **named)

    monkeypatch.setattr(index.columnar.merging, "merge_once", refuse)
    library = open_library(many)
    assert library.sync().trouble == ()
    assert segments(library._index) <= MOST
    assert_whole(library)


def test_a_merge_ends_when_the_sync_is_called_off(
    many: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun = threading.Event()

    def endless(index: ColumnarIndex, poll: Callable[[], None], *, wanted: int) -> bool:
        begun.set()
        while True:
            poll()

    monkeypatch.setattr(index.columnar.merging, "merge_once", endless)
    library = open_library(many)
    with pytest.raises(Cancelled):
        library.sync(cancelled=begun.is_set)
    assert "merging" not in {thread.name for thread in threading.enumerate()}
    monkeypatch.undo()
    library.sync()
    assert_whole(library)
