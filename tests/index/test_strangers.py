"""Surnames alone of people whom an article has nothing to do with: they stay by themselves."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index import Library
from index.model import Mending, Named

OpenLibrary = Callable[..., Library]

TEXTS = {
    "film": "In Boston the actor Jeremy Oliver met Ada Brandt, Olof Lindqvist, Marta Quill and Ivo Hartley.",
    "again": "Oliver thanked Ada Brandt and Olof Lindqvist. Ivo Hartley and Nora Ferris flew home to Boston.",
    "school": "In Leeds the pupils Oliver, Hannah Shaw and Lucas Wray met Peter Ash, Gwen Moss, Carl Voss.",
    "short": "The award went to Oliver.",
}


def meant(library: Library) -> dict[str, str]:
    """File → the entity of the mention in it that has the name."""
    shown = {one.id: one.name for one in library.entities()}
    found = {}
    for summary in library.documents():
        article = library.document(summary.id)
        (one,) = {shown[one.entity] for one in article.mentions if "Oliver" in one.text}
        found[Path(article.path).stem] = one
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "named"
    made.mkdir()
    for name, text in TEXTS.items():
        (made / f"{name}.txt").write_text(f"A report\n\n{text}\n", "utf-8")
    return made


@pytest.fixture
def library(folder: Path, open_library: OpenLibrary) -> Library:
    opened = open_library(folder)
    opened.sync()
    return opened


def test_an_article_that_shares_nobody_with_those_of_a_person_means_somebody_else(library: Library) -> None:
    found = meant(library)
    assert found["again"] == found["film"] == "Jeremy Oliver"
    assert found["school"] == "Oliver"
    assert found["short"] == "Jeremy Oliver", "it says nothing of whom it is about"
    counts = {one.name: (one.type, one.documents) for one in library.entities()}
    assert (counts["Jeremy Oliver"], counts["Oliver"]) == (("person", 3), ("person", 1))


def test_it_is_asked_anew_when_the_library_changes(library: Library, folder: Path) -> None:
    more = TEXTS["film"] + " Hannah Shaw, Lucas Wray and Peter Ash watched."
    (folder / "film.txt").write_text(f"A report\n\n{more}\n", "utf-8")
    library.sync()
    assert meant(library)["school"] == "Jeremy Oliver"
    assert "Oliver" not in {one.name for one in library.entities()}


def test_who_is_named_in_full_again_and_again_is_known_by_the_surname(library: Library, folder: Path) -> None:
    for number in range(4):
        (folder / f"more{number}.txt").write_text("A report\n\nJeremy Oliver won.\n", "utf-8")
    library.sync()
    assert meant(library)["school"] == "Jeremy Oliver"


def test_a_rare_surname_is_that_of_the_one_who_bears_it(folder: Path, open_library: OpenLibrary) -> None:
    for file in folder.iterdir():
        file.write_text(file.read_text("utf-8").replace("Oliver", "Olivarsen"), "utf-8")
    library = open_library(folder)
    library.sync()
    assert {one.name for one in library.entities() if "Olivar" in one.name} == {"Jeremy Olivarsen"}


def test_the_user_brings_them_together_for_good(library: Library) -> None:
    before = library.entities()
    merged = Mending("merge", (Named("person", "Oliver"),), Named("person", "Jeremy Oliver"))
    library.mend(merged)
    assert meant(library)["school"] == "Jeremy Oliver"
    library.sync(rebuild=True)
    assert meant(library)["school"] == "Jeremy Oliver"
    library.take_back(merged)
    assert meant(library)["school"] == "Oliver"
    assert library.entities() == before
