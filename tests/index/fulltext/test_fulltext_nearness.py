"""Words near each other, held against trying all ways."""

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from index.fulltext.nearness import near, near_in_order
from index.fulltext.windows import PLACE_BITS, Windows

pytestmark = pytest.mark.timeout(7200)  # With many examples it takes as long as it is let.

Kind = tuple[list[tuple[int, int, int]], int]

SPANS = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 12), st.integers(1, 3)), unique=True, max_size=7)
KINDS = st.lists(st.tuples(SPANS, st.sampled_from([1, 1, 1, 2])), min_size=1, max_size=3)


def windows(spans: list[tuple[int, int, int]]) -> Windows:
    """The windows of some (document, start, width)."""
    found = sorted(((doc << PLACE_BITS) + at, (doc << PLACE_BITS) + at + width) for doc, at, width in spans)
    starts = np.array([start for start, _ in found], dtype=np.int64)
    return Windows(starts, np.array([end for _, end in found], dtype=np.int64))


def all_ways(kinds: list[Kind], room: int, *, in_order: bool = False) -> list[tuple[int, int]]:
    """The windows that should be found, by trying every choice of words."""
    found = set()
    for choice in product(*(spans for spans, wanted in kinds for _ in range(wanted))):
        places = [((doc << PLACE_BITS) + at, (doc << PLACE_BITS) + at + width) for doc, at, width in choice]
        first, last = min(start for start, _ in places), max(end for _, end in places)
        ordered = all(one[1] <= other[0] for one, other in pairwise(places))
        own_places = len({start for start, _ in places}) == len(places)
        if last - first <= room and (ordered if in_order else own_places):
            found.add((first, last))
    return sorted(
        (start, end)
        for start, end in found
        if not any(o != (start, end) and start <= o[0] and o[1] <= end for o in found)
    )


@given(KINDS, st.integers(1, 15))
def test_it_finds_what_trying_all_ways_finds(kinds: list[Kind], room: int) -> None:
    found = near([(windows(spans), wanted) for spans, wanted in kinds], room)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == all_ways(kinds, room)


@given(KINDS, st.integers(1, 15))
@example([([(0, 0, 1), (0, 0, 2), (0, 2, 1)], 2)], 3)
def test_in_order_too(kinds: list[Kind], room: int) -> None:
    items = [windows(spans) for spans, wanted in kinds for _ in range(wanted)]
    found = near_in_order(items, room)
    expected = all_ways(kinds, room, in_order=True)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == expected


@pytest.mark.parametrize(
    ("kinds", "room", "expected"),
    [
        ([([(0, 1, 1), (0, 9, 1)], 1), ([(0, 4, 1), (0, 7, 1)], 1)], 4, [(1, 5), (7, 10)]),
        ([([(0, 1, 1), (0, 2, 1), (0, 3, 1)], 2)], 3, [(1, 3), (2, 4)]),
        ([([(0, 1, 1)], 1), ([(0, 1, 1)], 1)], 9, []),
        ([([(0, 1, 2)], 1), ([(0, 2, 1)], 1)], 2, [(1, 3)]),
    ],
)
def test_windows(kinds: list[Kind], room: int, expected: list[tuple[int, int]]) -> None:
    found = near([(windows(spans), wanted) for spans, wanted in kinds], room)
    assert list(zip(found.starts.tolist(), found.ends.tolist(), strict=True)) == expected


def test_it_is_polled_for_every_set_of_words_at_one_place() -> None:
    polls = []
    kinds = [(windows([(0, at, 1), (0, 5, 1)]), 1) for at in range(3)]
    near([*kinds, (windows([(0, 9, 1)]), 1)], 10, lambda: polls.append(True))
    assert len(polls) == 2**3 - 1 + 1
