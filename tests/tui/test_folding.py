"""Copies of an article fold into one row of a list, whatever is opened."""

from collections.abc import Sequence

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.copies.groups import Groups
from tui.folding import Folding

LISTS = st.lists(st.tuples(st.integers(0, 60), st.integers(0, 6)), max_size=40, unique_by=lambda one: one[0])
"""Articles in the order of a list, and of which report each is; no report 0 is a copy of another."""


def groups_of(articles: Sequence[tuple[int, int]]) -> Groups:
    """Groups in which the lowest key leads."""
    reports: dict[int, list[int]] = {}
    for key, report in sorted(articles):
        if report:
            reports.setdefault(report, []).append(key)
    return Groups([(key, min(keys)) for keys in reports.values() if len(keys) > 1 for key in keys])


def folded(articles: Sequence[tuple[int, int]]) -> Folding:
    keys = np.array([key for key, _ in articles], np.int64)
    return Folding(keys, groups_of(articles).leaders(keys))


def shown(folding: Folding) -> list[int]:
    keys: list[int] = folding.keys[folding.rows].tolist()
    return keys


@given(LISTS)
def test_each_report_has_one_row_of_which_the_first_copy_leads(articles: list[tuple[int, int]]) -> None:
    folding = folded(articles)
    rows = shown(folding)
    for key, report in articles:
        copies = [other for other, its in articles if its == report] if report else [key]
        assert (key in rows) == (key == min(copies))
        assert folding.leader_of(key) == min(copies)
    assert rows == [key for key, _ in articles if key in rows]
    assert folding.copies == folding.folded == len(articles) - len(rows)
    assert folding.counts.sum() == folding.copies and not folding.below.any()


@given(LISTS, st.data())
def test_what_is_opened_stands_below_the_one_that_leads(
    articles: list[tuple[int, int]], data: st.DataObject
) -> None:
    folding = folded(articles)
    for key in (
        data.draw(st.lists(st.sampled_from([key for key, _ in articles]), max_size=5)) if articles else []
    ):
        folding = folding.turned(key)
    rows, is_open = shown(folding), False
    below: list[int] = []
    for row, key in enumerate(rows):
        if folding.below[row]:
            assert is_open and key in below
        else:
            is_open, below = folding.is_open(row), folding.copies_of(row)
            assert folding.counts[row] == len(below)
            assert rows[row + 1 : row + 1 + len(below)] == below or not (is_open and below)
    assert len(set(rows)) == len(rows) == len(articles) - folding.folded


@given(LISTS, st.data())
def test_an_article_that_is_wanted_is_shown_and_nothing_else_moves(
    articles: list[tuple[int, int]], data: st.DataObject
) -> None:
    folding = folded(articles)
    for key in (
        data.draw(st.lists(st.sampled_from([key for key, _ in articles]), max_size=3)) if articles else []
    ):
        before = shown(folding)
        folding = folding.revealed(key)
        assert key in shown(folding)
        assert [one for one in shown(folding) if one in before] == before
    unfolded = folding.switched(is_on=False)
    assert shown(unfolded) == [key for key, _ in articles]
    assert unfolded.copies == folding.copies and not unfolded.counts.any()


def test_nothing_is_folded_where_nothing_is_a_copy() -> None:
    folding = Folding([5, 3, 9])
    assert shown(folding) == [5, 3, 9]
    assert folding.turned(3).folded == folding.copies == 0
    assert folding.turned(4) is folding and folding.leader_of(4) is None
