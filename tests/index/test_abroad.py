"""What English articles of a library establish is found in the others, whichever came first."""

from collections.abc import Callable
from pathlib import Path

import pytest

import index.entities
import index.helping.naming
from index import Library
from index.catalog import Catalog

OpenLibrary = Callable[..., Library]

ENGLISH = (
    "Envoy lands\n\nForeign Minister Abbas Araghchi landed in Geneva. Araghchi said that the talks would go "
    "on, and that Siemens AG had no part in them.\n"
)
SPANISH = (
    "Llega el enviado\n\nEl ministro Abbas Araghchi llegó a la ciudad para las conversaciones de paz. "
    "Según Araghchi, las conversaciones van a seguir y no hay más que decir de ellas por ahora.\n"
)
GERMAN = (
    "Der Konzern sagt nichts\n\nDie Siemens AG hat sich zu den Gesprächen nicht geäußert. Es ist nicht das "
    "erste Mal, dass der Konzern zu einer Frage dieser Art nichts sagt, und es wird nicht das letzte sein.\n"
)


def names_in(library: Library, file: str) -> set[str]:
    document = next(one for one in library.documents() if one.path.endswith(file))
    return {one.name for one in library.entities_of(document.id)}


def test_they_are_found_whichever_article_comes_first(tmp_path: Path, open_library: OpenLibrary) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "es.txt").write_text(SPANISH)
    (folder / "de.txt").write_text(GERMAN)
    library = open_library(folder)
    library.sync()
    assert {one.language for one in library.documents()} == {"es", "de"}
    assert "Abbas Araghchi" not in names_in(library, "es.txt")
    (folder / "en.txt").write_text(ENGLISH)
    library.sync()
    assert "Abbas Araghchi" in names_in(library, "es.txt")
    assert "Siemens AG" in names_in(library, "de.txt")
    spanish = library.document(next(one.id for one in library.documents() if one.path.endswith("es.txt")))
    said = [one.text for one in spanish.mentions]
    assert said.count("Abbas Araghchi") == 1 and said.count("Araghchi") == 1
    assert library.search("person:araghchi").total == 2

    (folder / "it.txt").write_text(
        "Il ministro\n\nIl ministro Abbas Araghchi ha detto che non ci sono passi avanti nella "
        "città e che le parti sono ancora lontane da una soluzione del problema.\n"
    )
    library.sync()
    assert "Abbas Araghchi" in names_in(library, "it.txt")
    before = {file: names_in(library, file) for file in ("es.txt", "de.txt", "it.txt")}
    library.sync(rebuild=True)
    assert {file: names_in(library, file) for file in before} == before


def test_they_go_with_what_has_established_them(tmp_path: Path, open_library: OpenLibrary) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "es.txt").write_text(SPANISH)
    (folder / "en.txt").write_text(ENGLISH)
    library = open_library(folder)
    library.sync()
    assert "Abbas Araghchi" in names_in(library, "es.txt")
    (folder / "en.txt").unlink()
    library.sync()
    assert "Abbas Araghchi" not in names_in(library, "es.txt")


def test_only_articles_that_may_hold_what_is_new_are_gone_through_again(
    tmp_path: Path, open_library: OpenLibrary
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "es.txt").write_text(SPANISH)
    (folder / "de.txt").write_text(GERMAN)
    (folder / "en.txt").write_text(ENGLISH)
    library = open_library(folder)
    library.sync()
    catalog: Catalog = library._catalog
    put = catalog.names.put
    written: set[int] = set()

    def watched(version: str, mentions: dict[int, object]) -> None:
        written.update(mentions)
        put(version, mentions)  # type: ignore[arg-type]

    catalog.names.put = watched  # type: ignore[method-assign, assignment]
    (folder / "more.txt").write_text(
        "More\n\nMinister Ulrike Zwettler of Lisbon said that Zwettler would not come.\n"
    )
    library.sync()
    new = next(key for key, path in catalog.paths() if path.endswith("more.txt"))
    assert written == {new}


ACCIDENTS = """
import os, signal, sys

if sys.argv[0] == "-m" and "index.helping" in sys.orig_argv:
    import index.entities.abroad

    find = index.entities.abroad.Abroad.find

    def find_(self, title, text, language, found):
        while "sin fin" in text:
            pass
        if "se rompe" in text:
            os.kill(os.getpid(), signal.SIGKILL)
        return find(self, title, text, language, found)

    index.entities.abroad.Abroad.find = find_
"""
"""Run at the start of a process: helpers do not get over some texts that they look for names in."""


@pytest.fixture
def accidents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What lets helpers meet with accidents, as long as it is there."""
    at_start = tmp_path / "at-start"
    at_start.mkdir()
    accidents = at_start / "sitecustomize.py"
    accidents.write_text(ACCIDENTS)
    monkeypatch.setenv("PYTHONPATH", str(at_start))
    monkeypatch.setenv("CUTTINGS_HELPERS", "1")
    return accidents


def test_an_article_that_no_helper_gets_over_holds_nobody_up(
    tmp_path: Path, open_library: OpenLibrary, accidents: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody sends a text that is made so that looking for names in it never ends."""
    monkeypatch.setattr(index.helping.naming, "LEAST_SECONDS", 3.0)
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "bad.txt").write_text(SPANISH + "\nLa historia es sin fin.\n")
    (folder / "es.txt").write_text(SPANISH)
    (folder / "en.txt").write_text(ENGLISH)
    library = open_library(folder)
    report = library.sync()
    bad = folder / "bad.txt"
    assert report.trouble == (f"Names of other articles were not looked for in {bad}: it takes too long.",)
    assert "Abbas Araghchi" in names_in(library, "es.txt")
    assert library.sync().trouble == (), "it is not tried again"


def test_an_article_that_ended_its_helpers_is_tried_again(
    tmp_path: Path, open_library: OpenLibrary, accidents: Path
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    bad = folder / "bad.txt"
    bad.write_text(SPANISH + "\nLa historia se rompe.\n")
    (folder / "en.txt").write_text(ENGLISH)
    library = open_library(folder)
    assert library.sync().trouble == (
        f"Names of other articles were not looked for in {bad}: its reader broke down, twice.",
    )
    accidents.unlink()
    (folder / "more.txt").write_text("More\n\nMinister Ulrike Zwettler of Lisbon would not come.\n")
    assert library.sync().trouble == ()
    assert "Abbas Araghchi" in names_in(library, "bad.txt")


def test_no_foreign_article_is_gone_through_in_this_process(
    tmp_path: Path, open_library: OpenLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "es.txt").write_text(SPANISH)
    (folder / "en.txt").write_text(ENGLISH)
    monkeypatch.setenv("CUTTINGS_HELPERS", "1")
    monkeypatch.setattr(index.entities, "recognise", lambda *_, **__: pytest.fail("it is done here"))
    library = open_library(folder)
    library.sync()
    assert "Abbas Araghchi" in names_in(library, "es.txt")
