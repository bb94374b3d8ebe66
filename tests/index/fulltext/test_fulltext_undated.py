"""Undated documents let into a query that asks for dates, and left out of it again."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.fulltext.query import leaves
from index.fulltext.syntax import parse
from index.fulltext.undated import lets_undated_in, with_undated, without_undated

PIECES = st.sampled_from(["iran", "after:2025", "before:2025-06", "-after:2024", "source:bbc", '"a b"'])
QUERIES = st.recursive(
    PIECES,
    lambda inner: st.builds(
        lambda left, join, right, bracket: (
            f"({left}{join}{right})" if bracket or join == " OR " else left + join + right
        ),
        inner,
        st.sampled_from([" ", " OR ", " AND "]),
        inner,
        st.booleans(),
    ),
    max_leaves=5,
)


@pytest.mark.parametrize(
    ("query", "open_query"),
    [
        ("iran after:2025-06-24", "iran (after:2025-06-24 OR undated:yes)"),
        ("after:2025 before:2026", "(after:2025 OR undated:yes) (before:2026 OR undated:yes)"),
        ("(after:2025 OR iran) fordow", "((after:2025 OR undated:yes) OR iran) fordow"),
        ("iran", "iran"),
        ("-after:2025", "-after:2025"),
        ("undated:yes", "undated:yes"),
        ("after:2025 OR undated:yes", "after:2025 OR undated:yes"),
        ("(after:2025 iran)^2 x^3", "((after:2025 OR undated:yes) iran)^2 x^3"),
    ],
)
def test_undated_documents_are_let_in_once(query: str, open_query: str) -> None:
    assert with_undated(query) == open_query
    assert with_undated(open_query) == open_query
    assert lets_undated_in(open_query) == ("OR undated:yes" in open_query)


@pytest.mark.parametrize(
    ("open_query", "query"),
    [
        ("iran (after:2025-06-24 OR undated:yes)", "iran after:2025-06-24"),
        ("after:2025 OR undated:yes", "after:2025"),
        ("(after:2025 OR undated:yes) ( before:2026 OR undated:YES )", "after:2025 before:2026"),
        ("undated:yes", "undated:yes"),
        ("iran OR undated:yes", "iran OR undated:yes"),
        ("((after:2025 OR undated:yes) iran)^2 x^3", "(after:2025 iran)^2 x^3"),
    ],
)
def test_they_are_left_out_again(open_query: str, query: str) -> None:
    assert without_undated(open_query) == query


@given(QUERIES)
def test_letting_in_changes_nothing_but_dates(query: str) -> None:
    def asked(text: str) -> list[str]:
        read = parse(text)
        written = [read.clause_text(leaf.clause) for leaf in leaves(read.root)]
        return [one for one in written if one != "undated:yes"]

    opened = with_undated(query)
    assert asked(opened) == asked(query)
    assert asked(without_undated(opened)) == asked(query)
    assert not lets_undated_in(without_undated(opened))
