"""Completion: from what a library holds, the most frequent first."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from index import Library
from index.errors import Cancelled

ARTICLES = {
    "a.txt": "Strikes on Fordow\nBy Ada Brandt\nSource: The Harbour Gazette\n12 March 2024\n\n"
    "Fordow was struck, Abbas Araghchi said. FORDOW is deep. The foreign minister spoke.\n",
    "b.txt": "Fordow again\nSource: River Post\n14 March 2024\n\nAraghchi spoke of Fordow in Tehran.\n",
    "c.txt": "Nothing\nSource: River Post\n15 March 2024\n\n"
    "Abbas Araghchi went to Zürich for fóod. He struck.\n",
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    folder = tmp_path_factory.mktemp("articles")
    for name, text in ARTICLES.items():
        Path(folder, name).write_text(text, "utf-8")
    with Library.open(folder, tmp_path_factory.mktemp("home")) as opened:
        opened.sync()
        yield opened


def offered(library: Library, query: str) -> list[tuple[str, int | None]]:
    found = library.count_words(library.complete(query, len(query)))
    return [(query[: one.start] + one.text + query[one.end :], one.documents) for one in found]


def test_words_come_in_the_form_in_which_they_mostly_stand(library: Library) -> None:
    assert offered(library, "ford") == [("Fordow", 2)]
    assert offered(library, "iran FO")[0] == ("iran Fordow", 2)
    assert ("fóod", 1) in offered(library, "foo"), "accents are free"


def test_words_are_counted_as_a_search_counts_them(library: Library) -> None:
    for typed in ("st", "ab", "fo", "sp", "zu"):
        for query, documents in offered(library, typed):
            if documents is not None:
                assert documents == library.search(query).total > 0


def test_forms_of_one_word_are_offered_once(library: Library) -> None:
    assert [query for query, _ in offered(library, "str")] == ["struck"]
    assert offered(library, "Fordow") == [], "what stands there already is not offered"


def test_fields_come_before_words(library: Library) -> None:
    assert offered(library, "per") == [("person:", None)]
    assert offered(library, "so")[0] == ("source:", None)
    assert offered(library, "title:per") == []


def test_names_come_behind_their_field_in_quotes_where_they_need_them(library: Library) -> None:
    assert offered(library, "person:ara") == [('person:"Abbas Araghchi"', 3)]
    assert offered(library, 'person:"abbas ar') == [('person:"Abbas Araghchi"', 3)]
    assert offered(library, "person:rag") == [], "a word has to begin so"
    assert ("place:Tehran", 1) in offered(library, "place:")


def test_outlets_come_behind_source(library: Library) -> None:
    assert offered(library, "source:") == [('source:"River Post"', 2), ('source:"The Harbour Gazette"', 1)]
    assert offered(library, "source:gaz") == [('source:"The Harbour Gazette"', 1)]


def test_bylines_and_languages_come_behind_their_fields(library: Library) -> None:
    assert offered(library, "byline:br") == [('byline:"Ada Brandt"', 1)]
    assert offered(library, "language:") == [("language:en", 2)]


def test_tags_come_behind_their_field(library: Library) -> None:
    first, second, *_ = [one.id for one in library.documents()]
    library.marks.set_tags(first, ["verify", "to do"])
    library.marks.set_tags(second, ["verify"])
    assert offered(library, "tag:") == [("tag:verify", 2), ('tag:"to do"', 1)]
    assert offered(library, "tag:VE") == [("tag:verify", 2)]
    assert library.search('tag:"to do"').total == 1


def test_every_completion_can_be_searched_for(library: Library) -> None:
    for typed in ("f", "fo", "person:", "org:", "place:", "source:", '"spoke of fo', "-a", "title:n"):
        for query, documents in offered(library, typed):
            if not query.endswith(":"):
                assert (
                    library.search(query.replace('"spoke of', "").removeprefix("-")).total > 0
                    or not documents
                )


def test_counting_is_called_off_when_one_types_on(library: Library) -> None:
    found = library.complete("fo", 2)
    with pytest.raises(Cancelled):
        library.count_words(found, lambda: True)
