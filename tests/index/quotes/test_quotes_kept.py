"""Quotations through the door of the library: kept with their articles, and following their speakers."""

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from own_quotes import speakers_of_samples

from index import Library
from index.model import Mending, Named, Quote

OpenLibrary = Callable[..., Library]

TALKS = (
    "Haddad: ‘The road is mined’\n\n"
    "Foreign Minister Omar Haddad met Ada Brandt in Geneva.\n\n"
    '"The road is mined from end to end," Haddad said. "Nobody should use it."\n\n'
    'A spokesman called the road "closed for now". It was "safe" in May.\n'
)
LATER = 'A road reopens\n\n"It is safe," Mr Hadad said. The road was open.\n'


@pytest.fixture
def texts() -> Mapping[str, str]:
    return {"talks": TALKS, "later": LATER}


def quotes(library: Library, title: str) -> tuple[Quote, ...]:
    (found,) = (one for one in library.documents() if one.title == title)
    return library.document(found.id).quotes


def said(library: Library, title: str) -> list[tuple[str, str, str | None]]:
    return [(one.text, one.kind, one.speaker) for one in quotes(library, title)]


def test_an_article_has_its_quotations_with_their_speakers(library: Library) -> None:
    title = "Haddad: ‘The road is mined’"
    assert said(library, title) == [
        ("The road is mined", "statement", "Omar Haddad"),
        ("The road is mined from end to end,", "statement", "Omar Haddad"),
        ("Nobody should use it.", "statement", "Omar Haddad"),
        ("closed for now", "fragment", "A spokesman"),
        ("safe", "term", None),
    ]
    (found,) = (one for one in library.documents() if one.title == title)
    article = library.document(found.id)
    entities = {one.id: one.name for one in library.entities()}
    for quote in article.quotes:
        string = article.title if quote.field == "title" else article.text
        assert string[quote.start : quote.end] == quote.text
        assert quote.entity is None or entities[quote.entity] == quote.speaker


def test_a_speaker_follows_what_is_said_of_names(library: Library) -> None:
    assert said(library, "A road reopens") == [("It is safe,", "statement", "Hadad")]
    library.mend(Mending("merge", (Named("person", "Hadad"),), Named("person", "Omar Haddad")))
    assert said(library, "A road reopens") == [("It is safe,", "statement", "Omar Haddad")]
    library.take_back()
    assert said(library, "A road reopens") == [("It is safe,", "statement", "Hadad")]


def test_a_changed_article_has_other_quotations(library: Library, tmp_path: Path) -> None:
    (tmp_path / "articles" / "later.txt").write_text(LATER.replace("It is safe,", "It never was,"), "utf-8")
    library.sync()
    assert [words for words, _, _ in said(library, "A road reopens")] == ["It never was,"]
    before = said(library, "Haddad: ‘The road is mined’")
    library.sync(rebuild=True)
    assert said(library, "Haddad: ‘The road is mined’") == before


def test_the_samples_are_quoted_as_a_reader_finds(tmp_path: Path) -> None:
    assert speakers_of_samples(tmp_path) == (62, 0, 6)
