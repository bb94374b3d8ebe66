"""Who and what is named, through the door of the library."""

from collections.abc import Callable
from pathlib import Path

from index import Library

OpenLibrary = Callable[..., Library]

TALKS = (
    "Ministers meet in Geneva\n\n"
    "Foreign Minister Ada Brandt met Prime Minister Olof Lindqvist in Geneva on Monday.\n\n"
    "Brandt said that the talks with Lindqvist had been useful. Germany pays for them.\n"
)
DINNER = "A dinner for two\n\nAda Brandt dined with Olof Lindqvist.\n\nThe German guest praised the soup.\n"


def named(library: Library, **asked: str) -> dict[str, tuple[str, int, int]]:
    return {one.name: (one.type, one.mentions, one.documents) for one in library.entities(**asked)}  # type: ignore[arg-type]


def open_talks(tmp_path: Path, open_library: OpenLibrary) -> Library:
    folder = tmp_path / "named"
    folder.mkdir()
    (folder / "talks.txt").write_text(TALKS, "utf-8")
    (folder / "dinner.txt").write_text(DINNER, "utf-8")
    library = open_library(folder)
    library.sync()
    return library


def test_a_person_is_one_entity_under_all_names(tmp_path: Path, open_library: OpenLibrary) -> None:
    found = named(open_talks(tmp_path, open_library))
    assert found["Ada Brandt"] == ("person", 3, 2)
    assert found["Olof Lindqvist"] == ("person", 3, 2)
    assert found["Geneva"][0] == "place"
    assert found["Germany"][0] == "place" and found["German"][0] == "group"


def test_mentions_stand_where_they_say(tmp_path: Path, open_library: OpenLibrary) -> None:
    library = open_talks(tmp_path, open_library)
    entities = {one.id: one for one in library.entities()}
    for summary in library.documents():
        article = library.document(summary.id)
        assert article.mentions
        for mention in article.mentions:
            text = article.title if mention.field == "title" else article.text
            assert text[mention.start : mention.end] == mention.text
            assert mention.text in entities[mention.entity].aliases
            assert mention.type == entities[mention.entity].type


def test_entities_of_what_matches_a_query_and_of_a_type(tmp_path: Path, open_library: OpenLibrary) -> None:
    library = open_talks(tmp_path, open_library)
    assert named(library, query="soup")["Ada Brandt"] == ("person", 1, 1)
    assert "Geneva" not in named(library, query="soup")
    assert {kind for kind, _, _ in named(library, type="person").values()} == {"person"}
    assert library.entities(query="nothing of the kind") == ()


def test_a_document_that_goes_takes_its_names_along(tmp_path: Path, open_library: OpenLibrary) -> None:
    library = open_talks(tmp_path, open_library)
    before = {one.name: one.id for one in library.entities()}
    (tmp_path / "named" / "talks.txt").unlink()
    library.sync()
    after = named(library)
    assert "Geneva" not in after and after["Ada Brandt"] == ("person", 1, 1)
    assert {one.name: one.id for one in library.entities()}["Ada Brandt"] == before["Ada Brandt"]


def test_names_survive_a_rebuild(tmp_path: Path, open_library: OpenLibrary) -> None:
    library = open_talks(tmp_path, open_library)
    before = library.entities()
    library.sync(rebuild=True)
    assert library.entities() == before


def test_every_hit_in_its_context(tmp_path: Path, open_library: OpenLibrary) -> None:
    library = open_talks(tmp_path, open_library)
    found = library.kwic("brandt OR geneva")
    assert found.total == len(found.lines) == library.search("brandt OR geneva").hits_total == 5
    for line in found.lines:
        article = library.document(line.document.id)
        text = article.title if line.field == "title" else article.text
        assert text[line.start : line.end] == line.match
        assert (line.passage is None) == (line.field == "title")
        assert f"{line.left}{line.match}{line.right}" in text.replace("\n", " ")
    assert len(library.kwic("brandt", limit=1).lines) == 1
