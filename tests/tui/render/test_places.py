"""Ticks in a scroll bar: each hit has its cell, and the one looked for is seen."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tui.render.places import NONE, clauses_by_cell


def cells(rows: list[list[int]], lines: int, height: int, walked: int | None = None) -> list[int]:
    found: list[int] = clauses_by_cell(
        [np.array(one, np.int64) for one in rows], lines, height, walked
    ).tolist()
    return found


def test_a_cell_shows_the_clause_one_looks_for() -> None:
    rows = [[0, 10, 20, 99], [10], [20, 50]]
    assert cells(rows, 100, 10) == [0, 1, 2, NONE, NONE, 2, NONE, NONE, NONE, 0], "the rarer one is seen"
    assert cells(rows, 100, 10, walked=0) == [0, 0, 0, NONE, NONE, 2, NONE, NONE, NONE, 0]
    assert cells([[1], [1]], 100, 10) == [0] + [NONE] * 9, "of equally many the first"


def test_of_an_article_that_is_seen_whole_a_cell_is_a_row() -> None:
    assert cells([[0, 3]], 5, 10) == [0, NONE, NONE, 0] + [NONE] * 6
    assert cells([[0]], 1, 0) == [] and cells([], 0, 3) == [NONE] * 3


@given(
    st.lists(st.lists(st.integers(0, 499), max_size=20), max_size=4),
    st.integers(1, 60),
    st.none() | st.integers(0, 3),
)
def test_every_hit_has_a_tick_and_every_tick_a_hit(
    rows: list[list[int]], height: int, walked: int | None
) -> None:
    found = cells(rows, 500, height, walked)
    for cell in range(height):
        here = {clause for clause, one in enumerate(rows) if any(row * height // 500 == cell for row in one)}
        assert found[cell] in here or (found[cell] == NONE and not here)
        assert walked not in here or found[cell] == walked
