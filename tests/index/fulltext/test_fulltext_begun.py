"""What of a query is being typed: told from its beginning, and nothing where nothing can be offered."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext.begun import Begun, begun

PIECES = [
    "iran", "F-35", " AND ", " OR ", " -", "=", "(", ")", '"', "“", "*", "~", "~2", "^2", "title:", "person:",
    "source:", "after:", "Organisation:", "http://x", "/a b/", "/", " ", " ", ":", "x",
]  # fmt: skip
QUERIES = st.lists(st.sampled_from(PIECES), max_size=10).map("".join)


def told(typed: str, behind: str = "") -> str | None:
    """What is being typed, in short."""
    found = begun(typed + behind, len(typed))
    if found is None:
        return None
    assert found.text == typed[len(typed) - len(found.text) :]
    return f"{found.type or found.field or found.what} {found.text}" + (
        " or field" if found.takes_field else ""
    )


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("for", "word for or field"),
        ("iran for", "word for or field"),
        ("iran OR -for", "word for or field"),
        ("=For", "word For or field"),
        ("(for", "word for or field"),
        ('"highly suc', "word suc"),
        ('="The Wh', "word Wh"),
        ('"a b"~5 c', "word c or field"),
        ("title:for", "word for"),
        ("title:(for", "word for"),
        ("title:(a) for", "word for or field"),
        ("text:“a for", "word for"),
        ("person:ab", "person ab"),
        ("person:", "person "),
        ("-organisation: un", "organisation un"),
        ('person:"abbas ar', "person abbas ar"),
        ("person:(a OR b", "person b"),
        ("source:cr", "source cr"),
        ('byline:"ada b', "byline ada b"),
        ("language:", "language "),
        ("url:ex", None),
        ("after:20", None),
        ("undated:y", None),
        ("/for", None),
        ("/for or for", None),
        ("/for/ for", "word for or field"),
        (r"/a\/for", None),
        ("title:/for", None),
        ("fo*r", None),
        ("for~", None),
        ("for^2", None),
        ("for ", None),
        ("for OR", None),
        ('"for"', None),
        ("", None),
        ("http://for", None),
    ],
)
def test_what_is_being_typed(typed: str, what: str | None) -> None:
    assert told(typed) == what
    assert told(typed, " AND more") == what
    assert told(typed, "x") is None, "nothing is offered within a word"


def test_what_gives_way() -> None:
    assert begun('a person:"ab"', 12) == Begun("name", "ab", 9, 13, "person", is_quoted=True)
    assert begun("a person:ab c", 11) == Begun("name", "ab", 9, 11, "person")
    assert begun('"a fo" b', 5) == Begun("word", "fo", 3, 5, is_quoted=True)


@given(QUERIES, st.integers(0, 40))
def test_what_gives_way_ends_where_one_types(query: str, cursor: int) -> None:
    cursor = min(cursor, len(query))
    found = begun(query, cursor)
    if found is not None:
        assert 0 <= found.start <= cursor <= found.end <= cursor + 1
        assert query[:cursor].endswith(found.text)
        assert (found.what == "name") == (found.type is not None)
        assert (found.what == "value") == (found.field is not None)


@given(
    QUERIES.filter(lambda query: "/" not in query and '"' not in query and "“" not in query),
    st.text("ab/", max_size=6),
)
def test_nothing_is_offered_within_an_expression(before: str, within: str) -> None:
    query = f"{before} /a{within.replace('/', chr(92) + '/')}"
    assert begun(query, len(query)) is None
