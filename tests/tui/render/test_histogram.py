"""Days as bars: none lost, as fine as there is room for, and spans that hold what they say."""

import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tui.render.histogram import (
    BLOCKS,
    CHOSEN,
    CURSOR,
    axis,
    histogram,
    histogram_lines,
    label,
    span_text,
)

LAST = datetime.date.max.toordinal()
DAYS = st.dictionaries(
    st.integers(1, LAST) | st.integers(735_000, 740_000), st.integers(1, 1000), min_size=1, max_size=40
)
WIDTHS = st.integers(10, 200)


def ordinal(day: str) -> int:
    return datetime.date.fromisoformat(day).toordinal()


@pytest.mark.parametrize(
    ("first", "last", "width", "unit", "bars"),
    [
        ("2025-06-20", "2025-06-20", 60, "day", 1),
        ("2025-06-01", "2025-07-30", 60, "day", 60),
        ("2025-06-01", "2025-07-31", 60, "week", 10),
        ("2024-01-01", "2025-12-31", 60, "month", 24),
        ("1990-01-01", "2025-12-31", 60, "year", 36),
        ("1900-01-01", "2025-12-31", 60, "years", 26),
        ("0001-01-01", "9999-12-31", 60, "years", 50),
    ],
)
def test_a_bar_is_as_short_as_there_is_room_for(
    first: str, last: str, width: int, unit: str, bars: int
) -> None:
    found = histogram(
        [ordinal(first), ordinal(last)][: 1 + (first != last)], [1, 1][: 1 + (first != last)], width
    )
    assert found is not None
    assert (found.unit, len(found.firsts)) == (unit, bars)


def test_without_days_there_is_none() -> None:
    assert histogram([], [], 60) is None


@given(DAYS, WIDTHS)
def test_no_article_is_lost_and_bars_follow_each_other(days: dict[int, int], width: int) -> None:
    ordered = sorted(days)
    found = histogram(ordered, [days[day] for day in ordered], width)
    assert found is not None
    assert sum(found.articles) == sum(days.values())
    assert len(found.firsts) * found.cells <= width
    assert all(one < other for one, other in pairwise([*found.firsts, found.end]))
    assert found.firsts[0] <= ordered[0] and ordered[-1] < found.end <= LAST + 1
    for bar, articles in enumerate(found.articles):
        first, last = found.days(bar, bar)
        assert articles == sum(number for day, number in days.items() if first <= day <= last)
        assert found.bar_of(first) == found.bar_of(last) == bar
        assert found.bar_at(bar * found.cells) == bar


@given(DAYS, WIDTHS, st.integers(1, 30), st.data())
def test_what_is_drawn_fits_and_tells_the_bars_apart(
    days: dict[int, int], width: int, height: int, data: st.DataObject
) -> None:
    ordered = sorted(days)
    found = histogram(ordered, [days[day] for day in ordered], width)
    assert found is not None
    bars = st.integers(0, len(found.firsts) - 1)
    chosen = sorted((data.draw(bars), data.draw(bars)))
    lines = histogram_lines(found, height, width, (chosen[0], chosen[1]), chosen[1])
    assert len(lines) <= height
    assert all(len(line.text) <= width for line in lines)
    if height <= 3:
        return
    *drawn, feet, _ = [line.text for line in lines]
    assert feet.count(CURSOR) == 1
    assert feet.count(CHOSEN) == (chosen[1] - chosen[0] + 1) * found.cells - 1
    columns = ["".join(row[bar * found.cells] for row in drawn) for bar in range(len(found.firsts))]
    for column, articles in zip(columns, found.articles, strict=True):
        filled = sum(BLOCKS.index(block) for block in column)
        assert (filled > 0) == (articles > 0), "the least of them is seen"
        assert (filled == 8 * len(drawn)) >= (articles == max(found.articles))


def test_dates_stand_under_the_bars_they_begin() -> None:
    found = histogram([ordinal("2025-06-01"), ordinal("2025-06-30")], [1, 1], 60)
    assert found is not None
    assert axis(found, 60) == "1 Jun 2025    8 Jun 2025    15 Jun 2025   22 Jun 2025"
    assert label(ordinal("2025-06-01"), "month") == "Jun 2025"


@pytest.mark.parametrize(
    ("first", "last", "said"),
    [
        ("2025-06-20", "2025-06-20", "20 Jun 2025"),
        ("2025-06-20", "2025-06-24", "20–24 Jun 2025"),
        ("2025-06-20", "2025-07-24", "20 Jun – 24 Jul 2025"),
        ("2024-12-30", "2025-01-05", "30 Dec 2024 – 5 Jan 2025"),
    ],
)
def test_spans_are_said_as_people_say_them(first: str, last: str, said: str) -> None:
    assert span_text(ordinal(first), ordinal(last)) == said
