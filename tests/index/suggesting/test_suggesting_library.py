"""What a library suggests out of its own words and names, from the folder to the answer."""

from collections.abc import Mapping

import pytest

from index import Library

MAYOR = "Bridge closed\n\nThe mayor, Ada Brandt, spoke of a precaution. Ada Brandt was in Kyiv.\n"
CREW = "Ferry sails\n\nMs Brandt thanked the crew. Muammar Gaddafi was not there.\n"


@pytest.fixture
def texts() -> Mapping[str, str]:
    return {"mayor": MAYOR, "crew": CREW}


@pytest.mark.parametrize(
    ("query", "suggestion"),
    [
        ("person:brant", 'person:"Ada Brandt"'),
        ('person:"Ada Brand"', 'person:"Ada Brandt"'),
        ("place:brandt", 'person:"Ada Brandt"'),
        ("person:qadhafi", 'person:"Muammar Gaddafi"'),
        ("qadafi crew", "Gaddafi crew"),
        ('"Ada Brand" bridge', '"Ada Brandt" bridge'),
        ("path:ferry", None),
        ("source:brandt", None),
    ],
)
def test_names_and_words_of_the_library(library: Library, query: str, suggestion: str | None) -> None:
    found = library.search(query)
    assert found.total == 0 and found.explanation is not None
    assert found.suggestions == tuple(one.query for one in found.explanation.suggestions)
    assert next(iter(found.suggestions), None) == suggestion
    for one in found.explanation.suggestions:
        assert library.search(one.query).total == one.documents > 0
    assert library.explain(query) == found.explanation


def test_a_query_that_finds_all_it_asks_for_needs_no_explanation(library: Library) -> None:
    assert library.search("brandt").explanation is None
    assert library.search("").explanation is None
