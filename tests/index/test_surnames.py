"""Surnames that several people bear: a document's company says whom it means, and mendings lie over that."""

from collections.abc import Callable
from pathlib import Path

import pytest

from index import Library
from index.entities.bearers import Bearers
from index.model import Mending, Named

OpenLibrary = Callable[..., Library]

TEXTS = {
    "one": "Senator Robert Calloway met Ada Brandt and Olof Lindqvist in Geneva.",
    "two": "Robert Calloway dined with Ada Brandt in Geneva. Olof Lindqvist was late.",
    "three": "Ellen Calloway played the cello in Leeds. Marta Quill sang, and Ivo Hartley listened.",
    "four": "Senator Calloway wrote to Ada Brandt. Olof Lindqvist read it in Geneva.",
    "five": "Senator Calloway spoke for an hour in Oslo. Nobody else was there.",
}


def ids(library: Library) -> list[str]:
    return [one.id for one in library.documents()]


def people_of(library: Library) -> dict[str, list[str]]:
    """File → the entities of the mentions in it that have the surname."""
    names = {one.id: one.name for one in library.entities()}
    found = {}
    for id in ids(library):
        article = library.document(id)
        file = Path(article.path).stem
        found[file] = [names[one.entity] for one in article.mentions if "Calloway" in one.text]
    return found


@pytest.fixture
def library(tmp_path: Path, open_library: OpenLibrary) -> Library:
    folder = tmp_path / "named"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(f"A report\n\n{text}\n", "utf-8")
    opened = open_library(folder)
    opened.sync()
    return opened


def test_a_document_in_the_company_of_one_means_that_one(library: Library) -> None:
    found = people_of(library)
    assert found["four"] == ["Robert Calloway"]
    assert found["five"] == ["Calloway"], "nothing there tells who it is"
    assert found["three"] == ["Ellen Calloway"]
    counts = {one.name: one.documents for one in library.entities()}
    assert (counts["Robert Calloway"], counts["Calloway"], counts["Ellen Calloway"]) == (3, 1, 1)


def test_it_is_decided_anew_when_the_library_changes(library: Library, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / "named" / f"{name}.txt").unlink()
    library.sync()
    assert people_of(library)["four"] == ["Ellen Calloway"], "she is the only one by now"
    (tmp_path / "named" / "one.txt").write_text(f"A report\n\n{TEXTS['one']}\n", "utf-8")
    (tmp_path / "named" / "two.txt").write_text(f"A report\n\n{TEXTS['two']}\n", "utf-8")
    library.sync()
    assert people_of(library)["four"] == ["Robert Calloway"]


def test_mendings_lie_over_what_documents_mean_and_leave_it_when_taken_back(library: Library) -> None:
    before = library.entities()
    robert = Named("person", "Robert Calloway")
    four = next(one for one in map(library.document, ids(library)) if "wrote to" in one.text)
    split = Mending("split", (robert,), Named("person", "Ruth Calloway"), (), four.title, four.sha256[:12])
    library.mend(split)
    assert people_of(library)["four"] == ["Ruth Calloway"]
    assert people_of(library)["one"] == ["Robert Calloway"]
    library.sync(rebuild=True)
    assert people_of(library)["four"] == ["Ruth Calloway"]
    library.take_back(split)
    assert library.entities() == before
    assert people_of(library)["four"] == ["Robert Calloway"]


def test_company_must_be_plain() -> None:
    documents = {"one": [{"a", "b", "c"}] * 3, "other": [{"a", "b", "d"}] * 3}
    spread = dict.fromkeys(("one", "other"), 3)
    bearers = Bearers(documents, lambda _: 1.0)
    assert bearers.meant({"c", "e"}, spread) == "one"
    assert bearers.meant({"a", "b"}, spread) is None, "both are in it"
    assert bearers.meant({"x"}, spread) is None, "neither is"
    assert bearers.meant((), spread) is None
    assert bearers.meant({"b", "c", "d"}, {"one": 30, "other": 3}) == "one", "the better known, of two alike"


def test_who_is_meant_does_not_depend_on_the_order_of_the_company() -> None:
    """Added up in another order the same numbers give another sum, and here the last bit decides."""
    weights = {"a": 0.1, "b": 0.2, "c": 0.3, "d": 0.1, "e": 0.2, "f": 0.3}
    bearers = Bearers({"one": ["abc", "cba"], "other": ["def", "fed"]}, weights.__getitem__)
    spread = {"one": 4, "other": 1}
    assert {bearers.meant(company, spread) for company in ("abcfed", "cbadef", "fabcde")} == {"one"}
