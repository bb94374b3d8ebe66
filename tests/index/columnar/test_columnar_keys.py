"""Words by what their keys hold, and numbers once each."""

import re

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.columnar.arrays import distinct
from index.columnar.keys import Keys, Part, part_of

KEYS = st.lists(st.text("aabé中", min_size=1, max_size=6), unique=True, max_size=20)


@given(st.lists(KEYS, max_size=3), st.text("aabé中", min_size=1, max_size=3))
def test_words_that_hold_a_piece_are_found(parts: list[list[str]], piece: str) -> None:
    made, words = [], []
    for keys in parts:
        made.append(Part(part_of((key.encode(), [len(words) + at, 1000]) for at, key in enumerate(keys))))
        words += keys
    expected = [number for number, key in enumerate(words) if piece in key]
    keys_ = Keys(made)
    assert keys_.words_holding(piece).tolist() == expected + [1000] * bool(expected)
    holding = re.compile(b".*" + re.escape(piece.encode()) + b".*")
    assert keys_.matching(holding, piece.encode()).tolist() == keys_.words_holding(piece).tolist()
    beginning = re.compile(re.escape(piece.encode()) + b".*")
    assert [
        number for number in keys_.matching(beginning, piece.encode(), piece).tolist() if number < 1000
    ] == [number for number, key in enumerate(words) if key.startswith(piece)]


@given(st.lists(st.integers(-(2**40), 2**40)))
def test_numbers_once_each(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, dtype=np.int64)).tolist() == sorted(set(numbers))
