"""Copies in a library, which comes and goes."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

import index.updating
from index import Library
from index.errors import Cancelled, NotInLibrary
from index.model import Progress

OpenLibrary = Callable[..., Library]

WIRE = """The water in the harbour district of Lowmere stood a metre high on Monday night after two of \
the five pumps had failed, the water company said. About 340 households were without power until morning.

"We shall not wait for another flood," said Ada Varga, who speaks for the residents. The council had \
put off repairs of the pumps three times since 2021, minutes of its meetings show.

The company said it would publish the full accounts of the pumping station within a week. Engineers \
found cracks in the eastern wall, which is to be closed until the end of the month.

Nobody was hurt. Schools stay closed on Tuesday, and the tram does not run beyond the market.
"""


def article(folder: Path, name: str, title: str, text: str, outlet: str = "The Courier") -> Path:
    path = folder / f"{name}.txt"
    path.write_text(f"{title}\n\n{outlet}\n5 May 2025\n\n{text}", "utf-8")
    return path


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    folder = tmp_path / "wire"
    folder.mkdir()
    article(folder, "first", "Pumps fail in Lowmere", WIRE)
    article(folder, "second", "Lowmere under water", WIRE.replace("Nobody was hurt. ", ""), "The Herald")
    article(folder, "other", "Vote put off", "The council put off the vote on the bridge. It gave no date.")
    return folder


def names_of_copies(library: Library, name: str) -> list[str]:
    (id,) = [one.id for one in library.documents() if os.path.basename(one.path) == f"{name}.txt"]
    return [os.path.basename(one.path).removesuffix(".txt") for one in library.copies(id)]


def test_copies_are_known_after_a_run(wire: Path, open_library: OpenLibrary) -> None:
    library = open_library(wire)
    library.sync()
    assert names_of_copies(library, "first") == ["second"]
    assert names_of_copies(library, "second") == ["first"]
    assert names_of_copies(library, "other") == []
    with pytest.raises(NotInLibrary):
        library.copies("nothing")


def test_a_copy_that_comes_later_joins_and_one_that_goes_leaves(
    wire: Path, open_library: OpenLibrary
) -> None:
    library = open_library(wire)
    library.sync()
    article(wire, "third", "Flood", WIRE + "\nThe mayor is to visit the district on Wednesday.", "The Star")
    library.sync()
    assert set(names_of_copies(library, "third")) == {"first", "second"}
    for gone, left in (("third", "first"), ("first", "second")):
        (wire / f"{gone}.txt").unlink()
        library.sync()
        assert gone not in names_of_copies(library, left)
    assert names_of_copies(library, "second") == []


def test_an_article_that_is_written_anew_is_no_copy_any_more(wire: Path, open_library: OpenLibrary) -> None:
    library = open_library(wire)
    library.sync()
    article(wire, "first", "Fleet sails", "The fishing fleet left Ashport at dawn after a week of storms.")
    library.sync()
    assert names_of_copies(library, "second") == []
    article(wire, "first", "Pumps fail", WIRE)
    library.sync()
    assert names_of_copies(library, "second") == ["first"]


def test_copies_are_found_by_the_next_run_where_one_was_broken_off(
    wire: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(wire)

    def stop(progress: Progress) -> None:
        if progress.stage == "comparing":
            raise Cancelled("That is enough.")

    with pytest.raises(Cancelled):
        library.sync(stop)
    assert library.search("pumps").total == 2
    assert names_of_copies(library, "first") == []
    library.sync()
    assert names_of_copies(library, "first") == ["second"]
    calls = []
    real = index.updating.group_copies
    monkeypatch.setattr(index.updating, "group_copies", lambda *args: calls.append(real(*args)))
    library.sync()
    assert calls == [False]


def test_other_rules_look_for_copies_anew(
    wire: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = open_library(wire)
    library.sync()
    monkeypatch.setattr("index.copies.wording.COPIES_VERSION", "another")
    monkeypatch.setattr("index.copies.grouping.are_copies", lambda one, other: False)
    library.sync()
    assert names_of_copies(library, "first") == []
