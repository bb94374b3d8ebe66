"""How many words a pattern may stand for: the most frequent ones, where it stands for very many.

`a*` may stand for tens of thousands of words and `*e*` for most of a vocabulary. By far the most
occurrences are those of the most frequent ones, so that those are looked for, and how many words were
left out is told.
"""

import numpy as np

from index.columnar.arrays import Ints, places_of
from index.columnar.state import State
from index.model import Field

MOST_WORDS = 1 << 17
"""Words that a pattern stands for, at most."""


def document_counts(state: State, words: Ints, fields: tuple[Field, ...]) -> Ints:
    """In how many documents each of some words is, removed ones included, all fields added up."""
    total = np.zeros(len(words), dtype=np.int64)
    for held in state.held:
        for name in fields:
            field = held.segment.field(name)
            at, there = places_of(words, field.words)
            total[there] += field.sizes(at[there])
    return total


def most_frequent(state: State, words: Ints, fields: tuple[Field, ...], most: int) -> Ints:
    """Those of some words that are in most documents; of equal ones those with the smaller number.

    Args:
        state: Where they are counted.
        words: Their numbers, ascending.
        fields: The fields in which they are counted.
        most: How many are wanted, at most.
    """
    if len(words) <= most:
        return words
    order = np.argsort(-document_counts(state, words, fields), kind="stable")
    return np.sort(words[order[:most]])
