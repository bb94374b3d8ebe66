"""Which passages some places are in, also where both are very many."""

from hypothesis import given
from hypothesis import strategies as st

from index.model import Passage
from tui.screens.mentioning import passages_at


def laid(lengths: list[int]) -> list[Passage]:
    """Passages of some lengths, with two code points between them."""
    found, start = [], 0
    for number, length in enumerate(lengths):
        found.append(Passage("id", number, start, start + length, 1))
        start += length + 2
    return found


@given(st.lists(st.integers(1, 9), max_size=9), st.lists(st.integers(0, 99), max_size=12))
def test_they_are_those_that_have_one(lengths: list[int], starts: list[int]) -> None:
    passages = laid(lengths)
    assert passages_at(passages, starts) == [
        one.number for one in passages if any(one.start <= at < one.end for at in starts)
    ]


def test_fifty_thousand_of_both_take_no_time_worth_a_word() -> None:
    """Each place held against each passage, as it was, would be 2,500 million steps: minutes."""
    passages = laid([5] * 50_000)
    assert passages_at(passages, [one.start + 2 for one in passages][::-1]) == list(range(50_000))
