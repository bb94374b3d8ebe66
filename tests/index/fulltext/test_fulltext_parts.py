"""The parts of a query in its text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext import parts
from index.fulltext.filters import means, required, same
from index.fulltext.query import And
from index.fulltext.syntax import parse

LEAVES = st.sampled_from(
    ["iran", '"a b"', "title:x", "-y", "NOT z", "after:2025", "source:bbc", "/a[bc]/", "=US", "w*", '"a b"~3']
)
QUERIES = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        lambda some, by, before: f"{before}({by.join(some)})",
        st.lists(inner, min_size=2, max_size=3),
        st.sampled_from([" ", " OR ", " AND "]),
        st.sampled_from(["", "-", "NOT ", "title:", " "]),
    ),
    max_leaves=6,
)
ROWS = st.lists(QUERIES, min_size=1, max_size=3).map(" ".join)


def readable(text: str) -> bool:
    from index.errors import QueryError

    try:
        parse(text)
    except QueryError:
        return False
    return True


@given(ROWS.filter(readable))
def test_every_part_is_found_where_it_stands_and_can_be_taken_out(text: str) -> None:
    query = parse(text)
    needed = required(query)
    for part in needed:
        assert parts.place_of(query, part) is not None
        if "title:" not in text:
            assert means(parts.written(query, part), part)
        rest = parts.without(query, part)
        if len(needed) == 1:
            assert rest is None
            continue
        assert rest is not None
        left = required(parse(rest))
        others = [one for one in needed if one is not part]
        assert len(left) == len(others)
        assert all(any(same(one, other) for other in left) for one in others)


@given(ROWS.filter(readable), st.data())
def test_a_clause_written_otherwise_changes_nothing_else(text: str, data: st.DataObject) -> None:
    query = parse(text)
    number = data.draw(st.integers(0, len(query.clauses) - 1))
    changed = parts.changed(query, {number: "(other OR words)"})
    if changed is None:  # a field stands before it that takes no brackets
        return
    clause = query.clauses[number]
    assert changed == text[: clause.start] + "(other OR words)" + text[clause.end :]
    kept = [query.clause_text(one.clause) for one in query.clauses if one is not clause]
    new = parse(changed)
    written = [new.clause_text(one.clause) for one in new.clauses]
    assert written == [*kept[:number], "other", "words", *kept[number:]]


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a (b OR c) -d", ["a", "b OR c", "-d"]),
        ("a NOT (b c)", ["a", "NOT (b c)"]),
        ("a title:(b OR c)", ["a", "title:(b OR c)"]),
        ("((a OR b))", ["a OR b"]),
        ("a OR b", ["a OR b"]),
    ],
)
def test_a_part_is_written_as_it_stands(text: str, written: list[str]) -> None:
    query = parse(text)
    assert [parts.written(query, part) for part in required(query)] == written


def test_what_would_mean_something_else_is_no_change() -> None:
    query = parse("a b")
    assert isinstance(query.root, And)
    assert parts.changed(query, {0: "x y"}) is None
    assert parts.changed(query, {0: "("}) is None
    assert parts.changed(query, {0: "(x y)"}) == "(x y) b"
